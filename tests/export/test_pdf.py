"""PDF files, read back with another library than the one that wrote them."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from lxml import etree
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from publisher.errors import ArticleError, UsageError
from publisher.export import pdf
from publisher.model.block import Figure, Gallery, Image, ItemList, ListItem, Paragraph
from publisher.model.inline import Emphasis, Footnote, Link, Prose, Span, Text, prose
from publisher.model.walk import figures_of, plain_text
from publisher.render.edition import Edition, Layout, Picture, picture_key
from tests.export.editions import (
    CREDITS,
    LANGUAGES,
    ROOT,
    article_layout,
    edition_of,
    rich_article,
    rich_edition,
    words,
)

Node = dict[str, Any]
PDF_UA = "http://www.aiim.org/pdfua/ns/id/"
PDF_A = "http://www.aiim.org/pdfa/ns/id/"
MILLIMETRES = 25.4 / 72

HASH = """
import hashlib
from publisher.export.pdf import export
from tests.export.editions import article_layout, rich_edition
print(hashlib.sha256(export(rich_edition(), article_layout()).data).hexdigest())
"""

# A machine on which one library cannot be loaded, as its loader tells it.
WITHOUT_LIBRARY = """
import sys
import cffi

load = cffi.FFI.dlopen
def dlopen(self, name, *flags):
    if sys.argv[1] in str(name):
        raise OSError(f"cannot load library '{name}'")
    return load(self, name, *flags)

cffi.FFI.dlopen = dlopen
from publisher.errors import SystemComponentError
from publisher.export.pdf import export
from tests.export.editions import article_layout, rich_edition
try:
    export(rich_edition(), article_layout())
except SystemComponentError as error:
    print(error)
"""


@cache
def reader(language: str) -> PdfReader:
    return read(rich_edition(language))


def read(edition: Edition, layout: Layout | None = None) -> PdfReader:
    return PdfReader(BytesIO(pdf.export(edition, layout or article_layout()).data))


def run(script: str, *arguments: str, **environment: str) -> str:
    return subprocess.run(  # noqa: S603 -- this interpreter
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=True,
        text=True,
    ).stdout


def follow(value: Any) -> Any:  # noqa: ANN401 -- whatever a PDF holds
    return value.get_object() if isinstance(value, IndirectObject) else value


def nodes(node: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Node]]:  # noqa: ANN401 -- whatever a PDF holds
    """Go through a structure tree: each element with the kinds of those above it."""
    node = follow(node)
    if isinstance(node, list):
        for one in node:
            yield from nodes(one, above)
    elif isinstance(node, dict) and "/S" in node:
        yield above, node
        yield from nodes(node.get("/K", []), (*above, node["/S"]))


def catalog(document: PdfReader) -> Any:  # noqa: ANN401 -- whatever a PDF holds
    return document.root_object


def structure(document: PdfReader) -> list[tuple[tuple[str, ...], Node]]:
    return list(nodes(catalog(document)["/StructTreeRoot"]["/K"]))


def resources(page: Any) -> Any:  # noqa: ANN401 -- whatever a PDF holds
    return page["/Resources"]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\-]", "", text)


def text_of(document: PdfReader) -> str:
    return squeezed("".join(page.extract_text() for page in document.pages))


def with_files(**files: str) -> Layout:
    """The shipped layout with files of a publication's own; `__` stands for a dot in a name."""
    layout = article_layout()
    own = {name.replace("__", "."): text.encode() for name, text in files.items()}
    return replace(layout, files={**layout.files, **own})


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_caption_and_credit_stands_in_the_file(tag: str) -> None:
    found = text_of(reader(tag))

    for figure in figures_of(rich_article(tag)):
        assert figure.caption
        assert squeezed(plain_text(figure.caption.children)) in found
    assert all(squeezed(credit) in found for credit in CREDITS)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_nothing_is_left_unsaid(tag: str) -> None:
    assert pdf.export(rich_edition(tag), article_layout()).diagnostics == ()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_file_says_what_it_is(tag: str) -> None:
    document = reader(tag)
    info: Any = document.metadata

    assert catalog(document)["/Lang"] == tag
    assert catalog(document)["/ViewerPreferences"]["/DisplayDocTitle"]
    assert catalog(document)["/MarkInfo"]["/Marked"]
    assert info.title == words(tag)["title"]
    assert info.author == words(tag)["desk"]
    assert info.subject == words(tag)["summary"]
    assert info["/Keywords"] == ", ".join(words(tag)["keywords"])
    assert info["/CreationDate"] == info["/ModDate"] == "D:20230604103000Z"


def test_the_file_claims_both_standards_in_one_block_of_metadata() -> None:
    packet = catalog(reader("en"))["/Metadata"].get_data()
    blocks = etree.fromstring(packet).findall("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF")
    claims = {key: value for one in blocks[0] for key, value in one.attrib.items()}

    assert len(blocks) == 1
    assert claims[f"{{{PDF_UA}}}part"] == "1"
    assert (claims[f"{{{PDF_A}}}part"], claims[f"{{{PDF_A}}}conformance"]) == ("3", "A")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_bookmarks_are_the_headings(tag: str) -> None:
    outline: Any = reader(tag).outline
    title, (heading, (subheading,)) = outline

    assert [title["/Title"], heading["/Title"], subheading["/Title"]] == [
        words(tag)[key] for key in ("title", "heading", "subheading")
    ]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_pictures_carry_their_alternatives_also_where_they_are_withheld(tag: str) -> None:
    found = [node["/Alt"] for _, node in structure(reader(tag)) if node["/S"] == "/Figure"]

    assert found == [
        words(tag)[key] for key in ("alt", "withheld_alt", "chart_alt", "morning_alt", "noon_alt")
    ]


@pytest.mark.parametrize(
    ("tag", "found"),
    [("en", {"sr-Cyrl", "sr-Latn", "sq", "en"}), ("sq", {"sr-Cyrl", "sr-Latn", "en", "sq"})],
)
def test_parts_in_another_language_say_so(tag: str, found: set[str]) -> None:
    spans = [node for _, node in structure(reader(tag)) if "/Lang" in node]

    assert {str(node["/Lang"]) for node in spans} == found
    assert {node["/S"] for node in spans} == {"/Span"}


def test_nothing_is_left_of_the_links_that_carried_the_languages() -> None:
    document = reader("sr-Cyrl")
    links = [
        str(follow(annotation)["/A"]["/URI"])
        for page in document.pages
        for annotation in page.get("/Annots", [])
    ]

    assert links == [
        "https://www.rfc-editor.org/info/bcp47?a=1&b=2",
        "https://example.org/three-alphabets",
    ]
    assert b".invalid" not in pdf.export(rich_edition(), article_layout()).data


def test_every_link_belongs_to_a_link_element() -> None:
    words_in_link = (
        Emphasis(children=(Text(text="NATO-ja"),)),
        Span(children=(Text(text=" here"),), language="sq"),
        Text(text="."),
    )
    link = Link(children=words_in_link, href="https://example.org/")
    body = (Paragraph(content=Prose(children=(link,), language="sr-Latn")),)

    document = read(edition_of(replace(rich_article("en"), body=body, source="")))

    holders = [
        node["/S"]
        for _, node in structure(document)
        for kid in follow(node["/K"])
        if isinstance(follow(kid), dict) and follow(kid).get("/Type") == "/OBJR"
    ]
    assert holders == ["/Link"]
    assert [len(follow(page["/Annots"])) for page in document.pages] == [1]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_list_items_have_bodies_and_notes_have_names(tag: str) -> None:
    tree = structure(reader(tag))

    in_items = {node["/S"] for above, node in tree if above and above[-1] == "/LI"}
    notes = [node for _, node in tree if node["/S"] == "/Note"]

    assert in_items == {"/Lbl", "/LBody"}
    assert [str(note["/ID"]) for note in notes] == ["note-1"]


def holders(document: PdfReader, *kinds: str) -> list[str]:
    return [node["/S"] for _, node in structure(document) if node["/S"] in kinds]


def test_the_lines_beside_a_picture_say_what_they_are() -> None:
    document = reader("en")
    found = holders(document, "/CaptionText", "/Taken", "/Credit", "/Licence", "/Withheld")
    roles = catalog(document)["/StructTreeRoot"]["/RoleMap"]

    photo = ["/CaptionText", "/Taken", "/Credit", "/Licence"]
    withheld = ["/Withheld", "/Withheld", "/CaptionText", "/Credit"]
    assert found == photo + withheld + ["/CaptionText", "/Credit"] * 3
    assert {roles[kind] for kind in found} == {"/P"}


def test_calls_of_notes_are_references_and_their_numbers_labels() -> None:
    tree = structure(reader("en"))

    assert [above[-1] for above, node in tree if node["/S"] == "/Reference"] == ["/P"]
    assert next(node["/S"] for above, node in tree if above and above[-1] == "/Note") == "/Lbl"


def test_a_paragraph_that_goes_on_on_the_next_page_is_one() -> None:
    words_ = "One word after another fills the page. " * 30
    run = Prose(children=(Text(text=words_),))
    note = Paragraph(content=Prose(children=(Text(text="A note"), Footnote(content=run))))
    items = ItemList(items=(ListItem(body=(Paragraph(content=run),)),) * 3)
    article = replace(rich_article("en"), body=(*(Paragraph(content=run),) * 4, note, items))

    document = read(edition_of(article))
    short = read(edition_of(replace(article, body=(Paragraph(content=prose("Short.")),))))

    assert len(document.pages) > 3
    assert len(holders(document, "/P")) == len(holders(short, "/P")) - 1 + 4 + 1 + 3
    assert len(holders(document, "/Note")) == 1
    assert holders(document, "/LI", "/LBody") == ["/LI", "/LBody"] * 3


def test_no_place_of_the_file_is_there_only_for_mending() -> None:
    assert b"mended" not in b"".join(str(name).encode() for name in reader("en").named_destinations)


def test_an_alternative_in_another_language_says_so() -> None:
    alt = replace(prose("Мост."), language="sr-Cyrl")
    figure = Figure(image=Image(path="images/bridge.jpg"), alt=alt)

    tree = structure(read(edition_of(replace(rich_article("en"), body=(figure,)))))

    assert [node["/Lang"] for _, node in tree if node["/S"] == "/Figure"] == ["sr-Cyrl"]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_note_stands_on_the_page_of_its_call(tag: str) -> None:
    first = squeezed(reader(tag).pages[0].extract_text())

    assert squeezed(words(tag)["second"][0]) in first
    assert squeezed(words(tag)["footnote"][0]) in first


def test_a_list_begins_at_its_number() -> None:
    text = "".join(page.extract_text() for page in reader("en").pages)

    assert re.search(r"3\.\s+4\.\s+5\.", text)


@pytest.mark.parametrize(("paper", "width", "height"), [("A4", 210, 297), ("Letter", 216, 279)])
def test_a_page_has_the_publication_s_size(paper: str, width: int, height: int) -> None:
    box = read(rich_edition(), article_layout(paper)).pages[0].mediabox

    assert round(float(box.width) * MILLIMETRES) == width
    assert round(float(box.height) * MILLIMETRES) == height


def test_a_draft_says_so_on_every_page() -> None:
    pages = read(rich_edition("en", draft=True)).pages

    assert len(pages) > 2
    assert all("DRAFT" in page.extract_text() for page in pages)


def test_only_fonts_of_the_layout_are_used() -> None:
    fonts = {
        str(follow(font)["/BaseFont"])
        for page in reader("sr-Cyrl").pages
        for font in resources(page)["/Font"].values()
    }

    assert fonts
    assert all("Source" in font for font in fonts)


def test_a_gallery_of_many_pictures_fills_as_many_pages_as_it_needs() -> None:
    figure = Figure(image=Image(path="images/morning.jpg"), alt=prose("The bridge."))
    article = replace(rich_article("en"), body=(Gallery(figures=(figure,) * 9),))

    found = structure(read(edition_of(article)))

    assert len([node for _, node in found if node["/S"] == "/Figure"]) == 9


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/a.css",
        "https://example.org/a.css",
        "ftp://example.org/a.css",
        "file:///etc/passwd",
        "data:text/css,p{}",
        "missing.css",
        "https://pictures.invalid/../secret",
    ],
)
def test_a_style_sheet_gets_nothing_from_elsewhere(address: str) -> None:
    with pytest.raises(UsageError, match="was not opened"):
        pdf.export(rich_edition(), with_files(custom__css=f'@import "{address}";'))


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/a.png", "file:///etc/passwd", "data:image/png;base64,AAAA"]
)
def test_neither_a_template_nor_a_drawing_gets_anything_from_elsewhere(address: str) -> None:
    template = with_files(masthead__html__j2=f'<img src="{address}" alt="x" />')
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="9" height="9"><image width="9" height="9" xlink:href="{address}"/></svg>'
    )

    with pytest.raises(ArticleError, match="was not opened"):
        pdf.export(rich_edition(), template)
    with pytest.raises(ArticleError, match="was not opened"):
        pdf.export(with_drawing(drawing), article_layout())


def with_drawing(drawing: str) -> Edition:
    article = replace(
        rich_article("en"), body=(Figure(image=Image(path="a.svg"), alt=prose("A drawing.")),)
    )
    picture = Picture(
        name="a.svg", media_type="image/svg+xml", data=drawing.encode(), width=9, height=9
    )
    return replace(edition_of(article), pictures={picture_key(article, "a.svg"): picture})


def test_the_same_edition_gives_the_same_bytes_in_any_process() -> None:
    assert run(HASH, TZ="Pacific/Kiritimati", PYTHONHASHSEED="1") == run(
        HASH, TZ="America/Adak", PYTHONHASHSEED="2", LC_ALL="C"
    )


def test_an_edition_is_the_same_whatever_was_set_before_it() -> None:
    layout = article_layout()
    first = pdf.export(rich_edition("sq"), layout)

    pdf.export(rich_edition("en"), article_layout("Letter"))

    assert pdf.export(rich_edition("sq"), layout) == first


@pytest.mark.parametrize("library", ["pango-1.0", "harfbuzz-subset"])
def test_without_a_library_the_error_says_how_to_install_it(library: str) -> None:
    said = run(WITHOUT_LIBRARY, library)

    for command in ("apt-get install libpango-1.0-0", "dnf install pango", "brew install pango"):
        assert command in said
