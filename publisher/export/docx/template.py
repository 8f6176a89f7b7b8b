"""Makes the shipped template: `python -m publisher.export.docx.template OUT.docx`.

It holds every style, and a specimen of each to restyle it by, which the exporter leaves out.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from lxml import etree

from publisher.export.archive import Member, pack
from publisher.export.docx.draw import Place, draw_style, style_id
from publisher.export.docx.elements import element, w
from publisher.export.docx.looks import BULLETS, LOOKS, NUMBERS, TEXT
from publisher.export.docx.numbering import draw_list
from publisher.export.docx.styles import Kind, Style
from publisher.readers.word.elements import NAMESPACES, Element

WHEN = datetime(2026, 1, 1, tzinfo=UTC)  # any day will do, if it is always the same
WORD_2013 = "15"  # the newest mode of layout that Word has
MICROSOFT_WORD = "http://schemas.microsoft.com/office/word"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
A4 = {"w_": "11906", "h": "16838"}
MARGINS = {"top": "1560", "right": "1814", "bottom": "1440", "left": "1814"}
HEADINGS = {"header": "740", "footer": "680", "gutter": "0"}
PARTS = ("styles", "numbering", "settings")
COMPATIBILITY = (
    ("compatibilityMode", WORD_2013),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
    ("differentiateMultirowTableHeaders", "1"),
)


def template() -> bytes:
    """Make the template; every time, the same bytes."""
    roots = {
        "document": _document(),
        "styles": _styles(),
        "numbering": _numbering(),
        "settings": _settings(),
    }
    members = [
        Member(name="[Content_Types].xml", data=_content_types()),
        Member(name="_rels/.rels", data=_relationships({"officeDocument": "word/document.xml"})),
        Member(
            name="word/_rels/document.xml.rels",
            data=_relationships({name: f"{name}.xml" for name in PARTS}),
        ),
        *(Member(name=f"word/{name}.xml", data=_xml(root)) for name, root in roots.items()),
    ]
    return pack(members, WHEN)


def _xml(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _content_types() -> bytes:
    root = etree.Element("Types", nsmap=_default(f"{PACKAGE}/content-types"))
    relationships = "application/vnd.openxmlformats-package.relationships+xml"
    etree.SubElement(root, "Default", Extension="rels", ContentType=relationships)
    etree.SubElement(root, "Default", Extension="xml", ContentType="application/xml")
    for name in ("document", *PARTS):
        kind = f"{CONTENT}.{'document.main' if name == 'document' else name}+xml"
        etree.SubElement(root, "Override", PartName=f"/word/{name}.xml", ContentType=kind)
    return _xml(root)


def _relationships(targets: dict[str, str]) -> bytes:
    root = etree.Element("Relationships", nsmap=_default(f"{PACKAGE}/relationships"))
    for number, (kind, target) in enumerate(targets.items(), start=1):
        etree.SubElement(
            root, "Relationship", Id=f"rId{number}", Type=f"{OFFICE}/{kind}", Target=target
        )
    return _xml(root)


def _default(namespace: str) -> dict[str, str]:
    return cast("dict[str, str]", {None: namespace})  # which the types of lxml do not know


def _styles() -> Element:
    letters = w(
        "rPr",
        w("rFonts", ascii=TEXT, hAnsi=TEXT, eastAsia=TEXT, cs=TEXT),
        w("sz", val="22"),
        w("szCs", val="22"),
        w("lang", val="en-US", eastAsia="en-US", bidi="ar-SA"),
    )
    root = w("styles", w("docDefaults", w("rPrDefault", letters), w("pPrDefault", w("pPr"))))
    for style, look in LOOKS.items():
        place = Place(
            name=style.value,
            id=style_id(style),
            base=style_id(look.based_on) if look.based_on else "",
            following=style_id(look.following) if look.following else "",
        )
        root.append(draw_style(style, look, place))
    return root


def _numbering() -> Element:
    kinds = ((Style.BULLETS, BULLETS), (Style.NUMBERS, NUMBERS))
    models = [draw_list(style, id_, linked=True) for style, id_ in kinds]
    lists = [w("num", w("abstractNumId", val=str(id_)), numId=str(id_)) for _, id_ in kinds]
    return w("numbering", *models, *lists)


def _settings() -> Element:
    return w(
        "settings",
        w("zoom", percent="100"),
        w("defaultTabStop", val="400"),
        w("autoHyphenation"),
        w("characterSpacingControl", val="doNotCompress"),
        w(
            "compat",
            *(
                w("compatSetting", name=name, uri=MICROSOFT_WORD, val=value)
                for name, value in COMPATIBILITY
            ),
        ),
        w("themeFontLang", val="en-US"),
    )


def _document() -> Element:
    page = w("sectPr", w("pgSz", **A4), w("pgMar", **MARGINS, **HEADINGS))
    namespaces = {prefix: NAMESPACES[prefix] for prefix in ("w", "r", "wp", "a", "pic")}
    root = etree.Element(w("document").tag, nsmap=namespaces)
    root.append(w("body", *_specimens(), page))
    return root


def _specimens() -> Iterator[Element]:
    """Set the name of each style in that style."""
    for style, look in LOOKS.items():
        if look.kind is Kind.PARAGRAPH:
            yield w("p", w("pPr", w("pStyle", val=style_id(style))), _words(style))
        elif look.kind is Kind.CHARACTER and look.based_on:
            yield w("p", _words(style, w("rPr", w("rStyle", val=style_id(style)))))
    cell = w("tc", w("tcPr", w("tcW", w_="8278", type="dxa")), w("p", _words(Style.TABLE)))
    properties = w(
        "tblPr",
        w("tblStyle", val=style_id(Style.TABLE)),
        w("tblW", w_="8278", type="dxa"),
        w("tblLook", val="0620", firstRow="1"),
    )
    yield w("tbl", properties, w("tblGrid", w("gridCol", w_="8278")), w("tr", cell))
    yield w("p")


def _words(style: Style, *properties: Element) -> Element:
    text = element("w:t", xml_space="preserve")
    text.text = style.value
    return w("r", *properties, text)


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(template())
