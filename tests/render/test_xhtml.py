"""Articles to XHTML fragments."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import cast

import pytest
import tinyhtml5  # type: ignore[import-untyped]  # it has no types
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup

from publisher.model.article import Article
from publisher.model.block import (
    Block,
    Figure,
    Heading,
    Image,
    ItemList,
    ListItem,
    Paragraph,
    Table,
)
from publisher.model.credit import parse_credit
from publisher.model.inline import Footnote, Inline, Link, Prose, Span, Text, prose
from publisher.model.language import language
from publisher.model.text import FORBIDDEN
from publisher.model.walk import Role, figures_of, plain_text, runs
from publisher.render.edition import Picture, picture_key
from publisher.render.terms import Term
from publisher.render.xhtml import (
    Context,
    NoteStyle,
    Rendered,
    render_article,
    render_articles,
)
from tests.export.editions import (
    CREDITS,
    LANGUAGES,
    SLUG,
    english_terms,
    pictures,
    rich_article,
)

XML = "{http://www.w3.org/XML/1998/namespace}"
WORD = re.compile(r"\w+")
LINE = (
    st.text(min_size=1)
    .map(lambda text: FORBIDDEN.sub("", text).translate({10: None, 13: None}))
    .filter(str.strip)
)


def context(tag: str = "en", **changes: object) -> Context:
    usual = Context(
        language=language(tag),
        terms=english_terms(),
        pictures=pictures(),
        source=lambda picture: f"pictures/{picture.name}",
        mark="withheld.svg",
    )
    return replace(usual, **changes)  # type: ignore[arg-type]  # whatever a test changes


def article(*body: Block, **changes: object) -> Article:
    usual = Article(slug=SLUG, language="en", title=prose("Title"), body=body)
    return replace(usual, **changes)  # type: ignore[arg-type]  # whatever a test changes


def whole(rendered: Rendered) -> str:
    start = Markup('<div xmlns:epub="http://www.idpf.org/2007/ops">')
    parts = (rendered.header, rendered.body, rendered.notes, rendered.footer)
    return str(start + Markup().join(parts) + Markup("</div>"))


def tree(rendered: Rendered) -> etree._Element:
    return etree.fromstring(whole(rendered))


def body(*blocks: Block, **changes: object) -> etree._Element:
    return tree(render_article(article(*blocks), context(**changes)))  # type: ignore[arg-type]


def find(root: etree._Element, path: str) -> list[etree._Element]:
    return [found for found in cast("list[object]", root.xpath(path)) if etree.iselement(found)]


def values(root: etree._Element, path: str) -> list[str]:
    return list(map(str, cast("list[str]", root.xpath(path))))


def text_of(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def words(*inlines: Inline | str, language: str | None = None) -> Prose:
    children = tuple(Text(text=i) if isinstance(i, str) else i for i in inlines)
    return Prose(children=children, language=language)


def outline_of(element: etree._Element) -> list[object]:
    """Describe a tree so that its XML and its HTML reading can be compared."""
    attributes = {
        str(key).replace(XML, "xml:").replace("{http://www.idpf.org/2007/ops}", "epub:"): value
        for key, value in element.attrib.items()
    }
    kids = [(outline_of(child), child.tail or "") for child in element]
    return [element.tag, sorted(attributes.items()), element.text or "", kids]


@pytest.mark.parametrize("notes", NoteStyle)
@pytest.mark.parametrize("epub_types", [False, True])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_fragments_read_the_same_as_xml_and_as_html(
    tag: str, notes: NoteStyle, *, epub_types: bool
) -> None:
    rendered = render_article(rich_article(tag), context(tag, notes=notes, epub_types=epub_types))

    as_html = tinyhtml5.parse(whole(rendered), namespace_html_elements=False).find("body")[0]

    as_html.attrib.pop("xmlns:epub")
    assert outline_of(as_html) == outline_of(tree(rendered))


@pytest.mark.parametrize("notes", NoteStyle)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_run_that_is_printed_is_there_with_its_segment_as_id(
    tag: str, notes: NoteStyle
) -> None:
    source = rich_article(tag)
    root = tree(render_article(source, context(tag, notes=notes)))

    for place, run in runs(source):
        if place.role is not Role.SUMMARY:
            element = find(root, f"//*[@id='{run.segment}']")[0]
            found = element.get("alt") if place.role is Role.ALT else text_of(element)
            assert found is not None
            assert all(word in found for word in WORD.findall(plain_text(run.children)))


def test_ids_are_unique_and_a_second_occurrence_is_numbered() -> None:
    source = rich_article("en")
    one, two = render_articles((source, source), context())
    ids = [i for part in (one, two) for i in values(tree(part), "//@id")]

    assert len(ids) == len(set(ids))
    assert f"{source.title.segment}-2" in ids


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_credit_stands_alone_and_unchanged(tag: str) -> None:
    root = tree(render_article(rich_article(tag), context(tag)))
    lines = find(root, "//p[@class='credit']/span[@class='credit-line']")

    assert tuple(line.text for line in lines) == CREDITS
    assert all(len(line) == 0 for line in lines)
    assert [line.get("lang") for line in lines] == ["en", None, "en", "en", "en"]


def test_spaces_of_a_credit_are_kept_where_html_would_merge_them() -> None:
    root = tree(render_article(rich_article("en"), context()))

    styles = [line.get("style") for line in find(root, "//span[@class='credit-line']")]

    assert styles == ["white-space: pre-wrap", None, None, None, None]


def test_the_label_of_a_credit_says_whether_the_picture_was_drawn() -> None:
    root = tree(render_article(rich_article("en"), context()))
    photo, drawn = Term.PHOTO.value, Term.ILLUSTRATION.value

    labels = values(root, "//p[@class='credit']/span[@class='label']/text()")

    assert labels == [photo, photo, drawn, photo, photo]


def test_caption_place_credit_and_licence_are_elements_of_their_own() -> None:
    figure = tree(render_article(rich_article("en"), context())).find(".//figure")
    assert figure is not None

    kinds = [line.get("class") for line in figure.iterfind("figcaption/p")]

    assert kinds == ["caption", "taken", "credit", "licence"]


def test_a_withheld_picture_leaves_its_reason_and_its_words() -> None:
    figure = Figure(
        image=None,
        withheld=prose("No licence."),
        alt=prose("A bridge."),
        caption=prose("The bridge."),
        credit=parse_credit("AFP"),
    )

    root = body(figure)

    box = root.find(".//div[@class='withheld']")
    assert box is not None
    assert [text_of(line) for line in box.iterfind("p")] == ["Picture not shown", "No licence."]
    assert [mark.get("alt") for mark in box.iterfind("img")] == ["A bridge."]
    assert text_of(root).split()[-4:] == ["The", "bridge.", "Photo:", "AFP"]


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Ura/AFP", "Photo: Ura/AFP"),
        ("Foto: Ura/AFP", "Foto: Ura/AFP"),
        ("© 2023 Ura", "© 2023 Ura"),
        ("Courtesy of Ura", "Courtesy of Ura"),
        ("Handout", "Photo: Handout"),
    ],
)
def test_a_credit_that_has_a_label_of_its_own_is_given_no_other(line: str, printed: str) -> None:
    root = body(Figure(image=None, withheld=prose("No licence."), credit=parse_credit(line)))

    assert [text_of(credit) for credit in find(root, "//p[@class='credit']")] == [printed]
    assert values(root, "//span[@class='credit-line']/text()") == [line]


@pytest.mark.parametrize(
    ("alt", "caption", "found"),
    [
        (prose("A bridge."), prose("The bridge."), "A bridge."),
        (None, prose("The bridge."), "The bridge."),
        (None, None, "Figure 1"),
    ],
)
def test_no_picture_is_without_a_text_alternative(
    alt: Prose | None, caption: Prose | None, found: str
) -> None:
    figure = Figure(image=Image(path="images/bridge.jpg"), alt=alt, caption=caption)

    assert values(body(figure), "//img/@alt") == [found]


@pytest.mark.parametrize(
    ("width", "height", "shape"), [(4, 3, "wide"), (3, 3, "wide"), (3, 4, "upright")]
)
def test_a_figure_names_the_shape_of_its_picture(width: int, height: int, shape: str) -> None:
    picture = Picture(name="a.jpg", media_type="image/jpeg", data=b"", width=width, height=height)
    figure = Figure(image=Image(path="a.jpg"))

    root = body(figure, pictures={picture_key(article(), "a.jpg"): picture})

    assert values(root, "//figure/@class") == [f"figure {shape}"]


def test_text_that_fell_back_carries_its_language_in_both_attributes() -> None:
    source = rich_article("sr-Cyrl")
    root = tree(render_article(source, context("sr-Cyrl")))

    fallen = find(root, "//p[@lang='en']")

    assert len(fallen) == 1
    assert all(e.get(f"{XML}lang") == e.get("lang") for e in find(root, "//*[@lang]"))
    assert find(root, "//*[@xml:lang and not(@lang)]") == []


@pytest.mark.parametrize("notes", NoteStyle)
def test_a_note_called_from_foreign_text_is_in_its_own_language(notes: NoteStyle) -> None:
    call = Footnote(content=replace(prose("Our note."), segment="s1"))
    foreign = Paragraph(content=words("Strani tekst", call, language="sr-Latn"))

    note = find(body(foreign, notes=notes), "//*[@id='s1']")[0]

    assert values(note, "ancestor-or-self::*[@lang][1]/@lang") in (["en"], [])


def test_a_span_returns_to_the_language_around_it() -> None:
    note = Footnote(content=words("english again"))
    inside = Span(children=(Text(text="srpski"), note), language="sr-Latn")

    root = body(Paragraph(content=words("english ", inside)), notes=NoteStyle.PAGE)

    assert values(root, "//span[@class='footnote']/@lang") == ["en"]


@given(LINE)
def test_text_never_becomes_markup(text: str) -> None:
    hostile = f'<b onclick="x">&amp;{text}</b>\'"'
    figure = Figure(
        image=Image(path="images/bridge.jpg"),
        alt=prose(hostile),
        caption=prose(hostile),
        credit=parse_credit(hostile),
        licence=hostile,
    )
    source = article(Paragraph(content=prose(hostile)), figure, title=prose(hostile))

    root = tree(render_article(source, context()))

    assert find(root, "//b") == []
    for path in (
        "//h1",
        "//p[@class='caption']",
        "//span[@class='credit-line']",
        "//span[@class='licence-line']",
    ):
        assert [text_of(element) for element in find(root, path)] == [hostile]


@pytest.mark.parametrize("word", ["{0.__class__}", "{name.__class__} {name}", "%s"])
def test_a_translated_word_of_the_layout_is_text_and_its_placeholder_only_a_place(
    word: str,
) -> None:
    terms = {**english_terms(), Term.PUBLISHED: word, Term.BY: word, Term.NOTE: word}

    rendered = render_article(rich_article("en"), context(terms=terms))

    assert word.replace("{name}", "News desk") in text_of(tree(rendered))


@given(st.lists(st.integers(1, 5)))
def test_no_level_of_heading_is_skipped(levels: list[int]) -> None:
    headings = (Heading(level=level, content=prose("Heading")) for level in levels)

    rendered = render_article(article(*headings), context())

    found = [entry.level for entry in rendered.outline]
    assert found[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(found))
    assert len(found) == len(levels) + 1
    elements = tree(rendered).iter("h1", "h2", "h3", "h4", "h5", "h6")
    assert [element.tag for element in elements] == [f"h{level}" for level in found]


def test_the_outline_names_the_headings_and_their_ids() -> None:
    rendered = render_article(rich_article("sq"), context("sq", title_level=2))

    assert [(entry.level, entry.text) for entry in rendered.outline] == [
        (2, "Tre alfabete, një redaksi"),
        (3, "Shkronja që ndryshojnë trajtën"),
        (4, "Çfarë duhet të përmbajë diçitura"),
    ]
    assert all(find(tree(rendered), f"//*[@id='{entry.id}']") for entry in rendered.outline)


def test_notes_are_linked_there_and_back() -> None:
    root = tree(render_article(rich_article("en"), context()))
    call, back = find(root, "//a[@role='doc-noteref'] | //a[@role='doc-backlink']")

    assert call.text == "1"
    note = call.get("href", "").removeprefix("#")
    assert find(root, f"//li[@id='{note}']") == list(back.iterancestors("li"))
    assert back.get("href") == f"#{call.get('id')}"


def test_a_note_called_inside_a_link_is_called_after_it() -> None:
    link = Link(
        children=(Text(text="here"), Footnote(content=prose("A note."))),
        href="https://example.org/",
    )

    root = body(Paragraph(content=words("Look ", link, ".")))

    assert find(root, "//a//a") == []
    assert text_of(find(root, "//p")[0]) == "Look here1."


@pytest.mark.parametrize(("href", "linked"), [("#s1", True), ("#elsewhere", False)])
def test_a_link_into_the_page_leads_somewhere(href: str, *, linked: bool) -> None:
    target = Heading(level=1, content=replace(prose("There"), segment="s1"))
    link = Link(children=(Text(text="there"),), href=href)

    root = body(target, Paragraph(content=words(link)))

    assert bool(find(root, "//a")) is linked
    assert text_of(find(root, "//p")[0]) == "there"


def test_the_dateline_runs_into_the_first_paragraph() -> None:
    figure = Figure(image=Image(path="images/bridge.jpg"))
    source = article(figure, Paragraph(content=prose("Text.")), dateline=prose("PRISTINA"))

    root = tree(render_article(source, context()))

    assert [text_of(p) for p in root.iterfind(".//p")] == ["PRISTINA — Text."]


def test_a_dateline_without_a_paragraph_stands_alone() -> None:
    root = tree(render_article(article(dateline=prose("PRISTINA")), context()))

    assert [text_of(p) for p in root.iterfind(".//p")] == ["PRISTINA"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("U NATO-u i EULEX-ov.", ["NATO-u", "EULEX-ov"]),
        ("klasa e 2-të, OKB-së", ["2-të", "OKB-së"]),
        ("Херцег-Нови, 1999-2008, a-b-c, -a, kuća-", []),
    ],
)
def test_an_ending_after_a_hyphen_stays_with_its_word(text: str, kept: list[str]) -> None:
    root = body(Paragraph(content=prose(text)))

    assert values(root, "//span[@class='nowrap']/text()") == kept
    assert text_of(find(root, "//p")[0]) == text


def test_a_list_begins_at_its_number() -> None:
    item = ListItem(body=(Paragraph(content=prose("Item")),))

    root = body(
        ItemList(items=(item,), ordered=True, start=7),
        ItemList(items=(item,), ordered=True),
        ItemList(items=(item,), start=7),
    )

    assert [dict(e.attrib) for e in root.iterfind("ol")] == [
        {"start": "7", "style": "counter-reset: list-item 6"},
        {},
    ]
    assert [dict(e.attrib) for e in root.iterfind("ul")] == [{}]


def test_the_header_row_of_a_table_heads_its_columns() -> None:
    table = next(b for b in rich_article("en").body if isinstance(b, Table))

    root = body(replace(table, header=(None, *table.header[1:])))

    assert values(root, "//thead//th/@scope") == ["col"] * 3
    assert len(find(root, "//thead//td")) == 1
    assert values(root, "//tbody/tr[1]/td/@class") == ["align-right", "align-center", "align-left"]


def test_what_must_stay_as_it_is_is_not_for_translation() -> None:
    root = tree(render_article(rich_article("en"), context()))

    kept = [text_of(e) for e in find(root, "//code | //span[@class='keep']")]

    assert kept == ["publish --lang sr --format pdf", "Source Serif 4"]
    assert find(root, "//code[not(@translate)] | //span[@class='keep' and not(@translate)]") == []


def test_epub_types_are_written_only_where_they_are_wanted() -> None:
    plain = whole(render_article(rich_article("en"), context()))
    book = whole(render_article(rich_article("en"), context(epub_types=True)))

    assert "epub:type" not in plain
    assert 'epub:type="noteref"' in book
    assert 'epub:type="endnotes"' in book


def test_every_figure_has_its_picture_from_the_edition() -> None:
    source = rich_article("sq")
    root = tree(render_article(source, context("sq")))

    shown = [figure.image.path for figure in figures_of(source) if figure.image]

    assert "images/letters.sq.svg" in shown
    assert values(root, "//figure/img/@src") == [
        f"pictures/{path.removeprefix('images/')}" for path in shown
    ]
