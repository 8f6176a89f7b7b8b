"""Strategies for the model: every kind of node, in the alphabets and punctuation of the house.

`inlines` are normalised, as readers make them: adjacent text nodes are one, and text is clean.
"""

from datetime import date
from typing import TypeAlias, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from publisher.model.article import Article, Contributor, ContributorRole
from publisher.model.block import (
    DEEPEST_HEADING,
    Alignment,
    Aside,
    Block,
    Figure,
    FigureKind,
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
    Emphasis,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Link,
    Prose,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
    prose,
)
from publisher.model.text import clean

Inlines: TypeAlias = tuple[Inline, ...]
T = TypeVar("T")

LANGUAGES = ("en", "sq", "sr-Cyrl", "sr-Latn", "de", "zh-Hant-TW")
LETTERS = "aeZ 0ЉубавЊегошЏђћ ëçËÇšćžđŽŠĆ"
MARKS = "&<>\"'/\\„“”‘’«»‹›–—…%{}[]#*_`|:;=\n\t\u00a0\u202f\u00ad\u200b\u2028\ufeff"
RARE = "\u0301\u0338\u030c𝒜🏴𐍈ﬁ中שﷺ\u202e"  # combining, astral, compatible, right to left
PHRASES = (
    "Protesters & police in Zvečan",
    "Мештани су рекли: „Нећемо одавде“.",
    "Trupat e KFOR-it u vendosën në Zveçan",
    "<em>a</em> &amp; <b> &lt;",
    "a < b > c",
)
CREDITS = (
    "Armend Nimani/AFP via Getty Images",
    "AP Photo/Visar Kryeziu",
    "Фото  Танјуг / Н. Петровић",
    "© 2023 „Ura“ & <Graphics>",
)
CREDIT_MARKS = (
    "Foto: ",
    "Photo by ",
    "©",
    " ",
    "/",
    " via ",
    " - ",
    "|",
    ", ",
    "; ",
    " for ",
    "(",
    ")",
)
CREDIT_NAMES = (
    "AFP",
    "Getty Images",
    "RFE/RL",
    "Jane Doe",
    "С. Лукин",
    "2023",
    "Pool",
    "CC BY 4.0",
)
HREFS = (
    "https://example.org/a?b=1&c=%3C",
    "http://example.org/вест",
    "mailto:desk@example.org",
    "tel:+38344000000",
    "#s034f9de27c53",
)
PATHS = ("images/protest.jpg", "map.svg", "слика 1.png", "a/b/c.d.jpg")
SEGMENT_IDS = ("", "s034f9de27c53")
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 1, 1)

_characters = (
    st.sampled_from(LETTERS)
    | st.sampled_from(MARKS + RARE)
    | st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])
)
texts: SearchStrategy[str] = st.sampled_from(PHRASES) | st.text(
    _characters, min_size=1, max_size=12
).map(clean)
_languages = st.sampled_from(LANGUAGES)
_days = st.dates(FIRST_DAY, LAST_DAY)


def merge(parts: list[Inline]) -> Inlines:
    """Normalise inlines: make one text node of adjacent ones."""
    merged: list[Inline] = []
    for part in parts:
        last = merged[-1] if merged else None
        if isinstance(part, Text) and isinstance(last, Text):
            merged[-1] = Text(text=clean(last.text + part.text))
        else:
            merged.append(part)
    return tuple(merged)


def _runs_of(inline: SearchStrategy[Inline], longest: int = 2) -> SearchStrategy[Inlines]:
    return st.lists(inline, min_size=1, max_size=longest).map(merge)


def _around(inline: SearchStrategy[Inline]) -> SearchStrategy[Inline]:
    inside = _runs_of(inline)
    return st.one_of(
        st.builds(Emphasis, children=inside),
        st.builds(Strong, children=inside),
        st.builds(Superscript, children=inside),
        st.builds(Subscript, children=inside),
        st.builds(Link, children=inside, href=st.sampled_from(HREFS)),
        st.builds(Span, children=inside, language=_languages),
    )


# Composite strategies, where `builds` would do, because they are shown by name and not in full.
@st.composite
def _prose(draw: st.DrawFn, inside: SearchStrategy[Inlines]) -> Prose:
    return Prose(
        children=draw(inside),
        language=draw(st.none() | _languages),
        segment=draw(st.sampled_from(SEGMENT_IDS)),
    )


_words: SearchStrategy[Inline] = st.builds(Text, text=texts)
_leaves: SearchStrategy[Inline] = st.one_of(
    _words, st.builds(Code, text=texts), st.builds(Keep, text=texts), st.builds(LineBreak)
)
_notes = st.builds(Footnote, content=_prose(_runs_of(_words | _around(_leaves))))
_shallow: SearchStrategy[Inline] = _leaves | _notes
_deep: SearchStrategy[Inline] = _around(_words | _around(_shallow))
_runs = _runs_of(st.one_of(_words, _words, _shallow, _around(_shallow), _deep), 3)


@st.composite
def _inlines(draw: st.DrawFn) -> Inlines:
    return draw(_runs)


@st.composite
def _proses(draw: st.DrawFn) -> Prose:
    return draw(_prose(_inlines()))


inlines: SearchStrategy[Inlines] = _inlines()
proses: SearchStrategy[Prose] = _proses()

_plain = texts.map(prose)
_maybe_plain = st.none() | _plain
_maybe_prose = _maybe_plain | proses

credit_lines: SearchStrategy[str] = st.sampled_from(CREDITS) | texts.filter(
    lambda line: bool(line.strip()) and "\n" not in line
)
credit_pieces: SearchStrategy[str] = (
    st.lists(st.sampled_from(CREDIT_MARKS + CREDIT_NAMES), min_size=1, max_size=9)
    .map("".join)
    .filter(lambda line: bool(line.strip()))
)
images: SearchStrategy[Image] = st.builds(
    Image,
    path=st.sampled_from(PATHS),
    versions=st.dictionaries(_languages, st.sampled_from(PATHS), max_size=2).map(
        lambda versions: tuple(versions.items())
    ),
)


@st.composite
def _figures(draw: st.DrawFn) -> Figure:
    image = draw(st.none() | images)
    return Figure(
        image=image,
        kind=draw(st.sampled_from(FigureKind)),
        withheld=None if image else draw(proses),
        alt=draw(_maybe_plain),
        caption=draw(_maybe_prose),
        credit=draw(st.none() | credit_lines.map(parse_credit)),
        licence=draw(st.just("") | texts),
        taken=draw(st.none() | _days),
        place=draw(_maybe_plain),
    )


figures: SearchStrategy[Figure] = _figures()


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 3))
    cells = st.tuples(*[_maybe_prose] * width)
    return Table(
        header=draw(cells),
        rows=draw(st.lists(cells, max_size=2).map(tuple)),
        alignments=draw(st.tuples(*[st.sampled_from(Alignment)] * width)),
        caption=draw(_maybe_prose),
    )


def _some(block: SearchStrategy[T]) -> SearchStrategy[tuple[T, ...]]:
    return st.lists(block, min_size=1, max_size=2).map(tuple)


def _holding(block: SearchStrategy[Block]) -> SearchStrategy[Block]:
    items = _some(st.builds(ListItem, body=_some(block)))
    return st.one_of(
        st.builds(Quotation, body=_some(block), source=_maybe_prose, pull=st.booleans()),
        st.builds(ItemList, items=items, ordered=st.booleans(), start=st.integers(0, 99)),
        st.builds(Aside, body=_some(block), title=_maybe_prose),
    )


_levels = st.integers(1, DEEPEST_HEADING)
_simple: SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, content=proses),
    st.builds(Heading, level=_levels, content=proses),
    st.builds(Separator),
    figures,
    st.builds(Gallery, figures=_some(figures), caption=_maybe_prose),
    _tables(),
)
_all_blocks: SearchStrategy[Block] = st.one_of(
    _simple, _holding(_simple), _holding(_simple | _holding(_simple))
)


@st.composite
def _blocks(draw: st.DrawFn) -> Block:
    return draw(_all_blocks)


blocks: SearchStrategy[Block] = _blocks()
contributors: SearchStrategy[Contributor] = st.builds(
    Contributor, name=proses, role=st.sampled_from(ContributorRole)
)
_slugs = st.lists(st.text("az09", min_size=1, max_size=3), min_size=1, max_size=2).map("-".join)


@st.composite
def _articles(draw: st.DrawFn) -> Article:
    published = draw(st.none() | _days)
    return Article(
        slug=draw(_slugs),
        language=draw(_languages),
        title=draw(proses),
        subtitle=draw(_maybe_prose),
        byline=tuple(draw(st.lists(contributors, max_size=1))),
        dateline=draw(_maybe_plain),
        published=published,
        updated=draw(st.none() | st.dates(published or FIRST_DAY, LAST_DAY)),
        keywords=tuple(draw(st.lists(_plain, max_size=2))),
        summary=draw(_maybe_prose),
        rights=draw(_maybe_plain),
        source=draw(st.just("") | st.sampled_from(HREFS)),
        note=draw(_maybe_prose),
        body=tuple(draw(st.lists(blocks, max_size=3))),
    )


articles: SearchStrategy[Article] = _articles()
