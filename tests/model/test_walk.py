"""The walker: it sees everything once, in the order of reading, and changes nothing by itself."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import given, settings

from publisher.model.article import Article, Contributor
from publisher.model.block import (
    Alignment,
    Aside,
    Block,
    Figure,
    Gallery,
    Heading,
    Image,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from publisher.model.credit import parse_credit
from publisher.model.inline import (
    Code,
    Container,
    Emphasis,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Link,
    Prose,
    Text,
    prose,
)
from publisher.model.walk import (
    Place,
    Role,
    blocks_of,
    figures_of,
    images_of,
    map_prose,
    plain_text,
    runs,
)
from tests.strategies import articles, inlines

few = settings(max_examples=settings().max_examples // 3)


def parts(value: object) -> Iterator[object]:
    """Go through everything that a value of the model holds, by its fields alone."""
    yield value
    inside: Iterator[object] = iter(value) if isinstance(value, tuple) else iter(())
    if is_dataclass(value):
        inside = (getattr(value, field.name) for field in fields(value))
    for part in inside:
        yield from parts(part)


def footnotes(inlines: tuple[Inline, ...]) -> list[Prose]:
    return [part.content for part in parts(inlines) if isinstance(part, Footnote)]


def upper(run: Prose) -> Prose:
    return replace(run, children=tuple(map(_upper, run.children)))


def _upper(inline: Inline) -> Inline:
    if isinstance(inline, Text):
        return Text(text=inline.text.upper())
    if isinstance(inline, Container):
        return replace(inline, children=tuple(map(_upper, inline.children)))
    return inline


@few
@given(articles)
def test_a_visit_that_changes_nothing_gives_the_same_article(article: Article) -> None:
    assert map_prose(article, lambda _, run: run) == article


@few
@given(articles)
def test_every_run_is_seen_exactly_once(article: Article) -> None:
    held = Counter(part for part in parts(article) if isinstance(part, Prose))

    assert Counter(run for _, run in runs(article)) == held


@few
@given(articles)
def test_the_notes_of_a_run_follow_it(article: Article) -> None:
    seen = runs(article)

    for at, (place, run) in enumerate(seen):
        notes = footnotes(run.children)
        following = seen[at + 1 : at + 1 + len(notes)]
        if place.role is not Role.FOOTNOTE:
            assert [(after.role, note) for after, note in following] == [
                (Role.FOOTNOTE, note) for note in notes
            ]


@few
@given(articles)
def test_what_a_visit_makes_of_each_run_stands_in_the_article(article: Article) -> None:
    shouted = map_prose(article, lambda _, run: upper(run))

    texts = [part.text for part in parts(shouted) if isinstance(part, Text)]
    assert texts == [part.text.upper() for part in parts(article) if isinstance(part, Text)]


def test_the_notes_of_a_changed_run_are_those_that_are_visited() -> None:
    old, new = (Prose(children=(Footnote(content=prose(word)),)) for word in ("old", "new"))
    article = Article(slug="a", language="en", title=old)
    seen: list[str] = []

    def visit(place: Place, run: Prose) -> Prose:
        seen.append(plain_text(run.children))
        return new if place.role is Role.TITLE else run

    assert map_prose(article, visit).title == new
    assert seen == ["", "new"]


@few
@given(articles)
def test_figures_are_numbered_in_the_order_in_which_they_are_listed(article: Article) -> None:
    figures = figures_of(article)

    assert list(figures) == [part for part in parts(article) if isinstance(part, Figure)]
    assert all(
        place.figure == figures[place.number - 1] for place, _ in runs(article) if place.number
    )
    assert all(place.figure is None for place, _ in runs(article) if not place.number)


@few
@given(articles)
def test_the_runs_of_a_figure_know_it(article: Article) -> None:
    expected = [
        (number, run)
        for number, figure in enumerate(figures_of(article), start=1)
        for run in (figure.withheld, figure.alt, figure.caption, figure.place)
        if run is not None
    ]

    assert [(place.number, run) for place, run in runs(article) if place.number] == expected


@few
@given(articles)
def test_every_block_is_gone_through_once_from_top_to_bottom(article: Article) -> None:
    expected = [part for part in parts(article.body) if isinstance(part, Block)]

    assert list(blocks_of(article.body)) == expected


@few
@given(articles)
def test_each_picture_is_chosen_and_the_withheld_have_none(article: Article) -> None:
    chosen = map_prose(article, lambda _, run: run, lambda image: Image(path=f"x/{image.path}"))

    assert [image.path for image in images_of(chosen)] == [
        f"x/{part.path}" for part in parts(article) if isinstance(part, Image)
    ]


@few
@given(articles)
def test_each_credit_is_acknowledged_and_stays_where_it_is(article: Article) -> None:
    credited = map_prose(
        article,
        lambda _, run: run,
        acknowledge=lambda credit: parse_credit(f"© {credit.line}"),
    )

    assert [figure.credit and figure.credit.line for figure in figures_of(credited)] == [
        figure.credit and f"© {figure.credit.line}" for figure in figures_of(article)
    ]


def figure(*words: str) -> Figure:
    withheld, alt, caption, place = map(prose, words)
    return Figure(image=None, withheld=withheld, alt=alt, caption=caption, place=place)


EVERYTHING = Article(
    slug="everything",
    language="en",
    title=Prose(children=(Text(text="1"), Emphasis(children=(Footnote(content=prose("2")),)))),
    subtitle=prose("3"),
    byline=(Contributor(name=prose("4")), Contributor(name=prose("5"))),
    dateline=prose("6"),
    summary=prose("7"),
    keywords=(prose("8"), prose("9")),
    note=prose("34"),
    rights=prose("35"),
    body=(
        Heading(level=1, content=prose("10")),
        Separator(),
        Quotation(body=(Paragraph(content=prose("11")),), source=prose("12")),
        ItemList(
            items=(
                ListItem(body=(Paragraph(content=prose("13")),)),
                ListItem(body=(Aside(body=(Paragraph(content=prose("14")),)),)),
            )
        ),
        Table(
            header=(prose("16"), None),
            rows=((prose("17"), prose("18")), (None, prose("19"))),
            alignments=(Alignment.LEFT, Alignment.DEFAULT),
            caption=prose("15"),
        ),
        figure("20", "21", "22", "23"),
        Gallery(figures=(figure("24", "25", "26", "27"),), caption=prose("28")),
        Aside(
            title=prose("29"),
            body=(
                Paragraph(content=prose("30")),
                Quotation(body=(Separator(), Paragraph(content=prose("31"))), pull=True),
                Paragraph(content=prose("32")),
            ),
        ),
        Paragraph(content=prose("33")),
    ),
)
ROLES = (
    *(Role.TITLE, Role.FOOTNOTE, Role.SUBTITLE, Role.BYLINE, Role.BYLINE, Role.DATELINE),
    *(Role.SUMMARY, Role.KEYWORD, Role.KEYWORD, Role.HEADING),
    *(Role.QUOTATION, Role.QUOTATION_SOURCE, Role.LIST_ITEM, Role.LIST_ITEM),
    *(Role.TABLE_CAPTION, Role.CELL, Role.CELL, Role.CELL, Role.CELL),
    *(Role.WITHHELD, Role.ALT, Role.CAPTION, Role.PLACE) * 2,
    *(Role.GALLERY_CAPTION, Role.ASIDE_TITLE, Role.PARAGRAPH, Role.QUOTATION, Role.PARAGRAPH),
    *(Role.PARAGRAPH, Role.NOTE, Role.RIGHTS),
)


def test_runs_come_in_the_order_of_reading() -> None:
    words = [plain_text(run.children) for _, run in runs(EVERYTHING)]

    assert words == [str(number) for number in range(1, len(ROLES) + 1)]


def test_each_run_has_its_role() -> None:
    assert tuple(place.role for place, _ in runs(EVERYTHING)) == ROLES
    assert set(ROLES) == set(Role)


@pytest.mark.parametrize(
    ("inline", "text"),
    [
        (Text(text="a & b"), "a & b"),
        (Code(text="<x>"), "<x>"),
        (Keep(text="Њујорк"), "Њујорк"),
        (LineBreak(), " "),
        (Footnote(content=prose("note")), ""),
        (Link(children=(Text(text="a"), Emphasis(children=(Text(text="b"),))), href="#x"), "ab"),
    ],
)
def test_plain_text_is_what_a_reader_sees(inline: Inline, text: str) -> None:
    assert plain_text((inline,)) == text


@given(inlines)
def test_plain_text_of_a_run_is_that_of_its_parts(run: tuple[Inline, ...]) -> None:
    assert plain_text(run) == "".join(plain_text((inline,)) for inline in run)
