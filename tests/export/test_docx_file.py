"""Word files as packages: what the file says of itself, its pages, its pictures, its template."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image as Pixels

from publisher.errors import UsageError
from publisher.export.docx import export
from publisher.export.docx.metadata import read_segments
from publisher.export.docx.settings import ORDER
from publisher.export.docx.template import template
from publisher.model.block import Figure, Image, ItemList, ListItem, Paragraph
from publisher.model.inline import prose
from publisher.model.walk import Role, runs
from publisher.readers.word.elements import qualified
from publisher.render.edition import Edition, Layout, Picture, picture_key
from publisher.render.terms import Term
from tests.export.docx_reading import TYPES, WordFile, find, made, text_of
from tests.export.editions import (
    LANGUAGES,
    ROOT,
    SLUG,
    article_layout,
    edition_of,
    photograph,
    rich_article,
    rich_edition,
    words,
)

EMU_PER_TWIP = 635
HASH = """
import hashlib
from publisher.export.docx import export
from tests.export.editions import article_layout, rich_edition
print(hashlib.sha256(export(rich_edition(), article_layout()).data).hexdigest())
"""


def with_template(data: bytes) -> Layout:
    layout = article_layout()
    return replace(layout, files={**layout.files, "template.docx": data})


def word_s_own_template(change: Callable[[Document], None] | None = None) -> bytes:
    """Make a template that knows none of our styles."""
    document = docx.Document()
    if change:
        change(document)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def with_pictures(*sizes: tuple[int, int]) -> Edition:
    pictures, figures = {}, []
    for number, (width, height) in enumerate(sizes):
        name = f"{number}.jpg"
        data = photograph(width, height, (9, 9, number))
        key = picture_key(rich_article("en"), name)
        pictures[key] = Picture(
            name=name, media_type="image/jpeg", data=data, width=width, height=height
        )
        figures.append(Figure(image=Image(path=name), alt=prose("A bridge.")))
    edition = edition_of(replace(rich_article("en"), body=tuple(figures)))
    return replace(edition, pictures=pictures)


def core(file: WordFile) -> dict[str, str]:
    root = etree.fromstring(file.members["docProps/core.xml"])
    return {etree.QName(one).localname: str(one.text) for one in root}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_file_says_what_it_is(tag: str) -> None:
    w = words(tag)

    assert core(made(rich_edition(tag))) == {
        "title": w["title"],
        "subject": w["subtitle"],
        "creator": w["desk"],
        "keywords": ", ".join(w["keywords"]),
        "description": w["summary"],
        "lastModifiedBy": w["publication"],
        "revision": "1",
        "language": tag,
        "created": "2023-06-04T10:30:00Z",
        "modified": "2023-06-04T10:30:00Z",
    }


def test_times_are_those_of_the_edition_in_utc() -> None:
    when = datetime(2024, 2, 29, 1, 2, 3, tzinfo=timezone(timedelta(hours=2)))

    file = made(replace(rich_edition("en"), when=when))

    assert core(file)["modified"] == "2024-02-28T23:02:03Z"
    with ZipFile(BytesIO(file.data)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(2024, 2, 28, 23, 2, 2)}


def test_what_has_no_date_claims_none() -> None:
    file = made(replace(rich_edition("en"), when=None))

    assert {"created", "modified"}.isdisjoint(core(file))


def test_words_of_the_layout_that_are_borrowed_say_that_they_are_english() -> None:
    borrowed = frozenset({Term.PUBLISHED, Term.PHOTO, Term.BY, Term.WITHHELD, Term.PAGE_OF})

    file = made(replace(rich_edition("sq"), borrowed=borrowed))

    for word in ("Published: ", "Photo: ", "By ", "Picture not shown"):
        assert file.language_of(word) == "en-US"
    assert file.language_of("2 qershor 2023") == ""
    assert file.language_of("Page ", "footer1") == "en-US"
    assert file.language_of("Updated: ") == ""


def test_python_docx_opens_it() -> None:
    document = docx.Document(BytesIO(made(rich_edition("sq")).data))

    assert [one.text for one in document.paragraphs[:2]] == ["Tre alfabete", words("sq")["title"]]
    assert document.paragraphs[1].style
    assert document.paragraphs[1].style.name == "Title"


@pytest.mark.parametrize("layout", [article_layout(), with_template(word_s_own_template())])
def test_the_package_is_whole(layout: Layout) -> None:
    file = made(rich_edition("en"), layout)
    types = etree.fromstring(file.members["[Content_Types].xml"])
    suffixes = {one.get("Extension") for one in types.iter(f"{TYPES}Default")}
    parts = {one.get("PartName") for one in types.iter(f"{TYPES}Override")}

    for name in file.members.keys() - {"[Content_Types].xml"}:
        assert f"/{name}" in parts or name.rpartition(".")[2] in suffixes
    for part in ("document", "footnotes"):
        related = file.relationships(part)
        used = file.values("//@r:id | //@r:embed", part)
        assert set(used) <= set(related)
        for one in related.values():
            inside = one.get("TargetMode") != "External"
            assert not inside or f"word/{one.get('Target')}" in file.members


@pytest.mark.parametrize("layout", [article_layout(), with_template(word_s_own_template())])
def test_nothing_of_the_template_s_own_history_is_left(layout: Layout) -> None:
    file = made(rich_edition("en"), layout)

    everything = b"".join(file.members[name] for name in file.members if name.endswith(".xml"))
    for trace in (b"rsid", b"python-docx", b"2013-", b"stylesWithEffects", b"Macintosh"):
        assert trace not in everything.replace(b"word/2013", b"")
    assert not any("stylesWithEffects" in name or "thumbnail" in name for name in file.members)
    assert "docProps/app.xml" not in file.members
    assert file.values("//w:zoom/@w:percent", "settings") == ["100"]


def test_settings_stand_in_the_order_of_the_schema() -> None:
    for layout in (article_layout(), with_template(word_s_own_template())):
        children = [
            etree.QName(one).localname for one in made(rich_edition(), layout).root("settings")
        ]

        known = [ORDER.index(name) for name in children if name in ORDER]
        assert known == sorted(set(known))
        assert all(name in ORDER for name in children[: len(known)])


def test_every_page_has_its_number_and_all_but_the_first_the_publication_s_name() -> None:
    file = made(rich_edition("sq"))
    headers = {page: text_of(file.root(one)) for page, one in parts_of(file, "header").items()}

    assert headers == {"default": "Tre alfabete", "first": ""}
    for part in parts_of(file, "footer").values():
        assert text_of(file.root(part)) == "Page 1 of 1"
        assert file.values("//w:fldSimple/@w:instr", part) == [" PAGE ", " NUMPAGES "]
    assert file.find("//w:sectPr/w:titlePg")


def parts_of(file: WordFile, kind: str) -> dict[str, str]:
    """Give the names of header or footer parts by the pages they are for."""
    related = file.relationships()
    pages = file.values(f"//w:{kind}Reference/@w:type")
    ids = file.values(f"//w:{kind}Reference/@r:id")
    targets = (str(related[one].get("Target")).removesuffix(".xml") for one in ids)
    return dict(zip(pages, targets, strict=True))


def test_a_draft_says_so_on_every_page() -> None:
    draft, final = made(rich_edition("en", draft=True)), made(rich_edition("en"))

    assert all("Draft" in text_of(draft.root(one)) for one in parts_of(draft, "header").values())
    assert not any("Draft" in text_of(final.root(o)) for o in parts_of(final, "header").values())


@pytest.mark.parametrize(("paper", "size"), [("A4", (11906, 16838)), ("Letter", (12240, 15840))])
def test_the_paper_is_the_publication_s(paper: str, size: tuple[int, int]) -> None:
    file = made(with_pictures((1600, 900)), article_layout(paper))

    assert tuple(map(int, file.values("//w:pgSz/@w:w | //w:pgSz/@w:h"))) == size
    column = size[0] - 2 * 1814
    assert file.values("//wp:extent/@cx") == [str(column * EMU_PER_TWIP)]


def test_pictures_fit_column_and_page_and_small_ones_stay_small() -> None:
    file = made(with_pictures((4000, 2000), (1000, 2000), (96, 48)))
    column, page = (11906 - 2 * 1814) * EMU_PER_TWIP, 16838 * EMU_PER_TWIP

    widths = list(map(int, file.values("//wp:extent/@cx")))
    heights = list(map(int, file.values("//wp:extent/@cy")))
    sizes = [
        Pixels.open(BytesIO(data)).size
        for name, data in file.members.items()
        if name.startswith("word/media/")
    ]

    assert sizes == [(1600, 800), (800, 1600), (96, 48)]
    assert (widths[0], heights[0]) == (column, column // 2)
    assert heights[1] <= page * 0.6
    assert (widths[2], heights[2]) == (914400, 457200)
    assert all(round(w / h, 2) in {2.0, 0.5} for w, h in zip(widths, heights, strict=True))


def test_a_drawing_becomes_pixels_in_the_width_of_the_column() -> None:
    file = made(rich_edition("en"))

    drawn = [data for name, data in file.members.items() if name.endswith(".png")]

    assert [Pixels.open(BytesIO(data)).width for data in drawn] == [1600, 1600]
    column = str((11906 - 2 * 1814) * EMU_PER_TWIP)
    assert column in file.values("//wp:extent/@cx")


def test_a_picture_shown_twice_is_in_the_file_once() -> None:
    edition = with_pictures((100, 100))
    (figure,) = edition.articles[0].body
    article = replace(edition.articles[0], body=(figure, figure))

    file = made(replace(edition, articles=(article,)))

    assert len([name for name in file.members if "media" in name]) == 1
    assert len(file.find("//w:drawing")) == 2


def test_several_articles_stand_in_one_file_each_from_a_new_page() -> None:
    other = replace(rich_article("en"), slug=f"{SLUG}-again", body=())
    file = made(edition_of(rich_article("en"), other))

    assert len(file.styled("Title")) == 2
    assert len(file.styled("Masthead")) == 1
    assert len(file.find("//w:pageBreakBefore")) == 1
    assert core(file)["title"] == words("en")["publication"]
    names = [name for name, _ in file.bookmarks()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Adak", "PYTHONHASHSEED": "2"},
    ],
)
def test_the_same_edition_gives_the_same_bytes_in_any_process(environment: dict[str, str]) -> None:
    done = subprocess.run(  # noqa: S603 -- this interpreter
        [sys.executable, "-c", HASH],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        check=True,
        text=True,
    )

    assert done.stdout.strip() == hashlib.sha256(made(rich_edition()).data).hexdigest()


def test_the_shipped_template_is_the_one_that_its_script_makes() -> None:
    assert article_layout().files["template.docx"] == template()
    assert export(rich_edition("en"), article_layout()).diagnostics == ()


def test_a_layout_without_a_template_is_told_so() -> None:
    with pytest.raises(UsageError, match="the layout 'bare' has no template"):
        export(rich_edition("en"), Layout(name="bare", files={}))


def test_a_font_that_cannot_be_read_is_named_and_not_the_drawing() -> None:
    layout, name = article_layout(), "fonts/SourceSans3_400Regular.ttf"
    damaged = replace(layout, files={**layout.files, name: b"\x00\x01\x00\x00"})

    with pytest.raises(UsageError, match="the font cannot be read") as caught:
        made(rich_edition("en"), damaged)

    assert caught.value.where == f"layouts/article/{name}"


def archive(**members: str) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as made_of:
        for name, text in members.items():
            made_of.writestr(name.replace("__", "/"), text)
    return target.getvalue()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"{\\rtf1}", archive(a__b="c")])
def test_a_template_that_is_no_word_file_is_named(data: bytes) -> None:
    with pytest.raises(UsageError, match="the template is not a Word file") as caught:
        export(rich_edition("en"), with_template(data))

    assert caught.value.where == "layouts/article/template.docx"


def bare_template() -> bytes:
    """Make a Word file of nothing but a document, as a program may that is not Word."""
    office = "http://schemas.openxmlformats.org"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relationships = "application/vnd.openxmlformats-package.relationships+xml"
    return archive(
        **{
            "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types">'
            f'<Default Extension="rels" ContentType="{relationships}"/>'
            f'<Override PartName="/word/document.xml" ContentType="{word}"/></Types>',
            "_rels__.rels": f'<Relationships xmlns="{office}/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{office}/officeDocument/2006/relationships/'
            'officeDocument" Target="word/document.xml"/></Relationships>',
            "word__document.xml": f'<w:document xmlns:w="{office}/wordprocessingml/2006/main">'
            "<w:body/></w:document>",
        }
    )


def test_a_template_may_lack_everything() -> None:
    file = made(rich_edition("sr-Latn"), with_template(bare_template()))

    assert len(file.texts("Credit")) == 5
    assert file.values("//w:docDefaults//w:lang/@w:val", "styles") == ["sr-Latn-RS"]
    assert file.values("//w:sectPr/w:pgMar/@w:left")
    assert file.values("//w:abstractNum/@w:abstractNumId", "numbering")


def test_even_pages_of_their_own_are_filled_too() -> None:
    def divide(document: Document) -> None:
        document.settings.odd_and_even_pages_header_footer = True

    file = made(rich_edition("en"), with_template(word_s_own_template(divide)))

    pages = parts_of(file, "header")
    assert text_of(file.root(pages["even"])) == text_of(file.root(pages["default"])) != ""
    assert text_of(file.root(parts_of(file, "footer")["even"])) == "Page 1 of 1"


def test_a_name_that_a_style_of_another_kind_has_is_changed_as_word_does() -> None:
    def name(document: Document) -> None:
        document.styles.add_style("Code", WD_STYLE_TYPE.PARAGRAPH)

    file = made(rich_edition("en"), with_template(word_s_own_template(name)))

    (run,) = [one for one in file.find("//w:r") if text_of(one).startswith("publish --lang")]
    (style,) = find("w:rPr/w:rStyle", run)
    assert file.styles[str(style.get(qualified("w:val")))] == "Code Char"


def test_styles_that_a_template_lacks_are_added_and_named() -> None:
    artifact = export(rich_edition("en"), with_template(word_s_own_template()))

    (diagnostic,) = artifact.diagnostics
    assert diagnostic.code == "docx-style-missing"
    assert "'Credit'" in diagnostic.message
    assert "'Title'" not in diagnostic.message
    file = WordFile(artifact.data)
    assert {"Credit", "Withheld", "Title", "Caption"} <= set(file.styles)
    assert len(file.texts("Credit")) == 5


def test_a_style_is_known_by_its_name_whatever_its_id_and_case() -> None:
    def rename(document: Document) -> None:
        document.styles["Title"].element.set(qn("w:styleId"), "Naslov")

    file = made(rich_edition("en"), with_template(word_s_own_template(rename)))

    assert file.values("//w:pStyle[@w:val='Naslov']/@w:val") == ["Naslov"]


def test_a_template_of_flat_lists_gets_the_deeper_levels() -> None:
    inner = ItemList(items=(ListItem(body=(Paragraph(content=prose("b")),)),))
    outer = ItemList(items=(ListItem(body=(Paragraph(content=prose("a")), inner)),))
    edition = edition_of(replace(rich_article("en"), body=(outer,)))

    file = made(edition, with_template(word_s_own_template()))

    for level, list_ in enumerate(file.values("//w:numPr/w:numId/@w:val")):
        (model,) = file.values(f"//w:num[@w:numId={list_}]/w:abstractNumId/@w:val", "numbering")
        at = f"//w:abstractNum[@w:abstractNumId={model}]/w:lvl[@w:ilvl={level}]/w:numFmt/@w:val"
        assert file.values(at, "numbering") == ["bullet"]


def test_what_a_template_has_in_its_header_stays_and_its_text_goes() -> None:
    def fill(document: Document) -> None:
        document.sections[0].header.paragraphs[0].add_run("The newsroom’s own line")
        document.add_paragraph("Text of the template")

    file = made(rich_edition("en"), with_template(word_s_own_template(fill)))

    header = text_of(file.root(parts_of(file, "header")["default"]))
    assert header == f"The newsroom’s own line{words('en')['publication']}"
    assert "Text of the template" not in text_of(file.root())


def test_an_edition_can_be_restyled_and_serve_as_template() -> None:
    first = made(rich_edition("en", draft=True))
    again = made(rich_edition("sq"), with_template(first.data))

    assert text_of(again.root(parts_of(again, "header")["default"])) == "Tre alfabete"
    assert text_of(again.root(parts_of(again, "footer")["first"])) == "Page 1 of 1"
    assert again.texts("Title") == [words("sq")["title"]]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_file_says_which_edition_it_is(tag: str) -> None:
    edition = rich_edition(tag)
    properties = etree.fromstring(made(edition).members["docProps/custom.xml"])

    said = {str(one.get("name")): "".join(map(str, one.itertext())) for one in properties}
    (article,) = edition.articles
    segments = tuple(run.segment for place, run in runs(article) if place.role is not Role.SUMMARY)
    assert (said["Article"], said["Edition language"]) == (SLUG, tag)
    assert read_segments(said) == segments
    assert all(len(text) < 256 for text in said.values())
