"""Word files written by hand, for what no library writes."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

from publisher.readers.incoming import Imported, Incoming, account
from publisher.readers.word.elements import NAMESPACES
from publisher.readers.word.read import read_word
from tests.readers.word.printed import printed

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OTHERS = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}
DECLARED = " ".join(
    f'xmlns:{p}="{uri}"' for p, uri in {**NAMESPACES, **OTHERS}.items() if p != "xml"
)
RUNNING = "The bridge over the river was opened on Friday after two years of work, in heavy rain."
MORE = "People walked across it with flags and umbrellas, and the mayor cut a ribbon at noon sharp."


def root(name: str, inside: str) -> str:
    """Wrap a part."""
    return f"<w:{name} {DECLARED}>{inside}</w:{name}>"


def r(text: str, properties: str = "") -> str:
    """Make a run; `properties` are the elements of its `w:rPr`."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(inside: str = "", style: str = "", properties: str = "") -> str:
    """Make a paragraph of text, or of runs."""
    runs = inside if inside.startswith("<") or not inside else r(inside)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def bold(text: str) -> str:
    """Make a bold run."""
    return r(text, "<w:b/>")


def style(
    id_: str, name: str, *, based_on: str = "", kind: str = "paragraph", properties: str = ""
) -> str:
    """Define a style."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id_}"><w:name w:val="{name}"/>{based}'
        f"{properties}</w:style>"
    )


def item(text: str, list_: int, level: int = 0) -> str:
    """Make an item of a list."""
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>'
    return p(text, properties=numbered)


def table(*rows: Sequence[str], properties: str = "") -> str:
    """Make a table of texts, or of cells as XML."""
    made = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{made}</w:tbl>"


def cell(inside: str, properties: str = "") -> str:
    """Make a cell of text, or of blocks as XML; one that is made stays as it is."""
    if inside.startswith("<w:tc"):
        return inside
    blocks = inside if inside.startswith("<") else p(inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}</w:tc>"


def picture(id_: str = "rId1", alt: str = "", *, frame: str = "inline", inside: str = "") -> str:
    """Make a run with a picture."""
    return (
        f'<w:r><w:drawing><wp:{frame}><wp:docPr id="1" name="Picture 1" descr="{escape(alt)}"/>'
        f"<a:graphic><a:graphicData>{inside or blip(id_)}</a:graphicData></a:graphic></wp:{frame}>"
        "</w:drawing></w:r>"
    )


def blip(id_: str, alt: str = "", crop: str = "") -> str:
    """Make a picture as it stands in a drawing."""
    return (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="a" descr="{escape(alt)}"/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{id_}"/>{crop}</pic:blipFill></pic:pic>'
    )


def box(inside: str) -> str:
    """Make a run with a text box, in its new and its old form, as Word does."""
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox>"
        "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(instruction: str, result: str) -> str:
    """Make a field with a result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def png(colour: str = "red") -> bytes:
    """Make a small picture."""
    target = BytesIO()
    Image.new("RGB", (4, 3), colour).save(target, "PNG")
    return target.getvalue()


Related = Mapping[str, tuple[str, str | bytes]]


def word(body: str, related: Related | None = None, core: str = "") -> bytes:
    """Make a Word file.

    Args:
        body: What stands in its `w:body`.
        related: Kind and content of what the document refers to, by the relationship's id; the
            kind is the name of the part too, and a text that is an address lies outside the file.
        core: What stands in its core properties.
    """
    members: dict[str, str | bytes] = {
        "word/document.xml": root("document", f"<w:body>{body}</w:body>")
    }
    relations = []
    for id_, (kind, content) in (related or {}).items():
        outside = isinstance(content, str) and not content.startswith("<")
        suffix = "png" if isinstance(content, bytes) else "xml"
        target = str(content) if outside else f"{kind}/{id_}.{suffix}"
        if not outside:
            members[f"word/{target}"] = content
        mode = ' TargetMode="External"' if outside else ""
        relations.append(_relation(id_, f"{OFFICE}/{kind}", target, mode))
    members["word/_rels/document.xml.rels"] = _relations(relations)
    main = _relation("m", f"{OFFICE}/officeDocument", "word/document.xml")
    about = _relation("c", f"{PACKAGE}/metadata/core-properties", "core.xml")
    members["_rels/.rels"] = _relations([main, about])
    members["core.xml"] = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{core}</cp:coreProperties>"
    )
    return zipped({"[Content_Types].xml": _types(related or {}), **members})


def _types(related: Related) -> str:
    types = [
        _type(f"/word/{kind}/{id_}.xml", kind)
        for id_, (kind, content) in related.items()
        if isinstance(content, str) and content.startswith("<")
    ]
    return (
        f'<Types xmlns="{PACKAGE.replace("relationships", "content-types")}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{_type('/word/document.xml', 'document.main')}{''.join(types)}</Types>"
    )


def _type(part: str, kind: str) -> str:
    family = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return f'<Override PartName="{part}" ContentType="{family}.{kind}+xml"/>'


def _relation(id_: str, kind: str, target: str, mode: str = "") -> str:
    return f'<Relationship Id="{id_}" Type="{kind}" Target="{escape(target)}"{mode}/>'


def _relations(relations: list[str]) -> str:
    return f'<Relationships xmlns="{PACKAGE}">{"".join(relations)}</Relationships>'


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Pack parts."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


def imported(data: bytes, language: str = "") -> Imported:
    """Read a file, and see that no word of it is lost."""
    found = read_word(Incoming(data=data, name="story.docx", language=language))
    assert account(found) == found.rest
    return found


def article_of(data: bytes, language: str = "") -> str:
    """Read a file, and print its article."""
    article = imported(data, language).article
    assert article
    return printed(article)


def codes(found: Imported) -> list[str]:
    """List what an import tells the user."""
    return [diagnostic.code for diagnostic in found.diagnostics]


def left(found: Imported) -> list[tuple[str, str]]:
    """List the words that are not in the article, each with its reason."""
    return [(rest.text, rest.reason.value) for rest in found.rest]


def members_of(data: bytes) -> dict[str, bytes]:
    """Unpack a file."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
