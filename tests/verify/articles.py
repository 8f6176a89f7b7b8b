"""Articles as newsrooms write them, long enough to fill pages, with everything in every place."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from publisher.model.article import Article
from publisher.model.block import (
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
    Emphasis,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Link,
    Prose,
    Span,
    Strong,
    Text,
    prose,
)
from tests.export.editions import LANGUAGES, rich_article

WORDS = {
    "en": "the bridge co-operation police said Friday 1,250 people NATO-led 12.5% “no comment” —",
    "sq": "ura bashkëpunimi policia tha të premten 1 250 veta NATO-ja 12,5% “pa koment” —",
    "sr-Cyrl": "мост сарадња полиција је рекла у петак 1.250 људи НАТО-а 12,5% „без коментара“ —",
    "sr-Latn": "most saradnja policija je rekla u petak 1.250 ljudi NATO-a 12,5% „bez komentara“ —",
}
CREDITS = (
    "Armend Nimani/AFP via Getty Images",
    "Agence Ibar/AFP  via Getty Images",
    "Photo: Visar Kryeziu / AP",
    "Фото Танјуг / Н. Петровић",
    "© 2023 „Ura“ & <Graphics>",
    "Franco-Serbian Picture Agency, " * 10,  # 310 characters
)
PATHS = ("images/bridge.jpg", "images/morning.jpg", "images/noon.jpg", "images/letters.svg")


def _sentence(tag: str, longest: int) -> SearchStrategy[str]:
    words = st.lists(st.sampled_from(WORDS[tag].split()), min_size=1, max_size=longest)
    return words.map(" ".join)


def _inline(tag: str) -> SearchStrategy[Inline]:
    text = st.builds(Text, text=_sentence(tag, 30))
    other = st.sampled_from([one for one in LANGUAGES if one != tag])
    spans = other.flatmap(
        lambda own: st.builds(
            Span,
            children=st.tuples(st.builds(Text, text=_sentence(own, 5))),
            language=st.just(own),
        )
    )
    note = st.builds(Footnote, content=_sentence(tag, 20).map(prose))
    return st.one_of(
        text,
        text,
        st.builds(Emphasis, children=st.tuples(text)),
        st.builds(Strong, children=st.tuples(text | spans)),
        st.builds(Link, children=st.tuples(text), href=st.just("https://example.org/a?b=1")),
        st.builds(Keep, text=st.just("Source Serif 4")),
        st.builds(LineBreak),
        spans,
        note,
    )


def _run(tag: str, most: int = 6) -> SearchStrategy[Prose]:
    """Runs of inlines with a space between, which begin and end with words."""
    first = st.builds(Text, text=_sentence(tag, 20))
    return st.tuples(first, st.lists(_inline(tag), max_size=most)).map(
        lambda made: Prose(children=_spaced(made[0], made[1]))
    )


def _spaced(first: Inline, others: list[Inline]) -> tuple[Inline, ...]:
    children = [first]
    for inline in others:
        glued = isinstance(inline, Footnote | LineBreak) or isinstance(children[-1], LineBreak)
        if not glued:
            children.append(Text(text=" "))
        children.append(inline)
    return (*children, Text(text="."))


def _figure(tag: str) -> SearchStrategy[Figure]:
    words = st.none() | _sentence(tag, 60).map(prose)
    path = st.none() | st.sampled_from(PATHS)
    return st.builds(
        _make_figure,
        path=path,
        kind=st.sampled_from(FigureKind),
        alt=_sentence(tag, 12).map(prose),
        caption=words,
        credit=st.none() | st.sampled_from(CREDITS).map(str.strip),
        licence=st.sampled_from(("", "CC BY-SA 4.0")),
        day=st.none() | st.just(date(2023, 6, 2)),
    )


def _make_figure(  # noqa: PLR0913 -- as many as a figure has
    *,
    path: str | None,
    kind: FigureKind,
    alt: Prose,
    caption: Prose | None,
    credit: str | None,
    licence: str,
    day: date | None,
) -> Figure:
    return Figure(
        image=Image(path=path) if path else None,
        withheld=None if path else replace(alt, children=(*alt.children, Text(text="!"))),
        kind=kind,
        alt=alt,
        caption=caption,
        credit=parse_credit(credit) if credit else None,
        licence=licence,
        taken=day,
    )


def _table(tag: str) -> SearchStrategy[Table]:
    cell = st.none() | _sentence(tag, 6).map(prose)
    rows = st.lists(st.tuples(cell, cell, cell), max_size=30).map(tuple)
    head = _sentence(tag, 2).map(prose)
    return st.builds(
        Table,
        header=st.tuples(head, head, head),
        rows=rows,
        alignments=st.just((Alignment.DEFAULT, Alignment.RIGHT, Alignment.LEFT)),
        caption=st.none() | head,
    )


def _block(tag: str) -> SearchStrategy[Block]:
    paragraph = st.builds(Paragraph, content=_run(tag))
    figure = _figure(tag)
    simple = st.one_of(paragraph, paragraph, figure)
    body = st.lists(simple, min_size=1, max_size=3).map(tuple)
    item = st.builds(ListItem, body=body)
    source = st.none() | _sentence(tag, 4).map(prose)
    return st.one_of(
        simple,
        st.builds(Heading, level=st.integers(1, 2), content=_sentence(tag, 6).map(prose)),
        st.builds(Separator),
        st.builds(
            Gallery, figures=st.lists(figure, min_size=1, max_size=4).map(tuple), caption=source
        ),
        _table(tag),
        st.builds(
            Quotation,
            body=st.lists(paragraph, min_size=1, max_size=2).map(tuple),
            source=source,
            pull=st.booleans(),
        ),
        st.builds(
            ItemList, items=st.lists(item, min_size=1, max_size=4).map(tuple), ordered=st.booleans()
        ),
        st.builds(Aside, title=source, body=body),
    )


def _article(tag: str) -> SearchStrategy[Article]:
    body = st.lists(_block(tag), min_size=4, max_size=16).map(tuple)
    return body.map(lambda blocks: replace(rich_article(tag), body=blocks))


articles: SearchStrategy[Article] = st.sampled_from(LANGUAGES).flatmap(_article)
"""Articles of the language that they are tagged with; their pictures are those of the rich one."""
