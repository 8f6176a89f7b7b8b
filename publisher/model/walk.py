"""The one walker: every pass over an article is a function given to it.

Order is the order of reading: title, subtitle, byline, dateline, summary, keywords, the body from
top to bottom, the closing note, the rights line. A footnote follows the run that calls it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import assert_never

from publisher.model.article import Article
from publisher.model.block import (
    Aside,
    Block,
    Figure,
    Gallery,
    Heading,
    Image,
    ItemList,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from publisher.model.credit import Credit
from publisher.model.inline import (
    Code,
    Container,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Prose,
    Text,
    holds_footnote,
)


class Role(Enum):
    """What a run of text is in its article; part of the key under which it is translated."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATELINE = "dateline"
    SUMMARY = "summary"
    KEYWORD = "keyword"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    QUOTATION_SOURCE = "quotation-source"
    LIST_ITEM = "list-item"
    TABLE_CAPTION = "table-caption"
    CELL = "cell"
    ASIDE_TITLE = "aside-title"
    CAPTION = "caption"
    ALT = "alt"
    PLACE = "place"
    WITHHELD = "withheld"
    GALLERY_CAPTION = "gallery-caption"
    FOOTNOTE = "footnote"
    NOTE = "note"
    RIGHTS = "rights"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a run of text stands: its role, and the figure it belongs to with that one's number."""

    role: Role
    number: int = 0
    figure: Figure | None = None


Visit = Callable[[Place, Prose], Prose]
Choose = Callable[[Image], Image]
Print = Callable[[Credit], Credit]


class _Walker:
    """Rebuilds an article run by run; counts the figures as it passes them."""

    def __init__(self, visit: Visit, choose: Choose, acknowledge: Print) -> None:
        self._visit = visit
        self._choose = choose
        self._acknowledge = acknowledge
        self._figures = 0

    def run(self, role: Role, run: Prose, number: int = 0, figure: Figure | None = None) -> Prose:
        visited = self._visit(Place(role=role, number=number, figure=figure), run)
        if not holds_footnote(visited.children):
            return visited
        return replace(visited, children=self._footnotes(visited.children))

    def maybe(
        self, role: Role, run: Prose | None, number: int = 0, figure: Figure | None = None
    ) -> Prose | None:
        return None if run is None else self.run(role, run, number, figure)

    def _footnotes(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(self._footnote(inline) for inline in inlines)

    def _footnote(self, inline: Inline) -> Inline:
        if isinstance(inline, Footnote):
            return Footnote(content=self.run(Role.FOOTNOTE, inline.content))
        if isinstance(inline, Container):
            return replace(inline, children=self._footnotes(inline.children))
        return inline

    def blocks(self, blocks: tuple[Block, ...], role: Role) -> tuple[Block, ...]:
        return tuple(self.block(block, role) for block in blocks)

    def block(self, block: Block, role: Role) -> Block:
        match block:
            case Paragraph(content=content):
                return Paragraph(content=self.run(role, content))
            case Heading(content=content):
                return replace(block, content=self.run(Role.HEADING, content))
            case Quotation() | ItemList() | Aside():
                return self._nested(block, role)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Gallery(figures=figures, caption=caption):
                return Gallery(
                    figures=tuple(self._figure(figure) for figure in figures),
                    caption=self.maybe(Role.GALLERY_CAPTION, caption),
                )
            case Separator():
                return block
            case _:
                assert_never(block)

    def _nested(self, block: Quotation | ItemList | Aside, role: Role) -> Block:
        match block:
            case Quotation(body=body, source=source):
                return replace(
                    block,
                    body=self.blocks(body, Role.QUOTATION),
                    source=self.maybe(Role.QUOTATION_SOURCE, source),
                )
            case ItemList(items=items):
                return replace(
                    block,
                    items=tuple(
                        replace(item, body=self.blocks(item.body, Role.LIST_ITEM)) for item in items
                    ),
                )
            case Aside(body=body, title=title):
                title = self.maybe(Role.ASIDE_TITLE, title)
                return Aside(title=title, body=self.blocks(body, role))
            case _:
                assert_never(block)

    def _table(self, table: Table) -> Table:
        caption = self.maybe(Role.TABLE_CAPTION, table.caption)
        header = self._row(table.header)
        return replace(
            table, caption=caption, header=header, rows=tuple(map(self._row, table.rows))
        )

    def _row(self, row: tuple[Prose | None, ...]) -> tuple[Prose | None, ...]:
        return tuple(self.maybe(Role.CELL, cell) for cell in row)

    def _figure(self, figure: Figure) -> Figure:
        self._figures += 1
        at = (self._figures, figure)
        return replace(
            figure,
            image=self._choose(figure.image) if figure.image else None,
            withheld=self.maybe(Role.WITHHELD, figure.withheld, *at),
            alt=self.maybe(Role.ALT, figure.alt, *at),
            caption=self.maybe(Role.CAPTION, figure.caption, *at),
            credit=self._acknowledge(figure.credit) if figure.credit else None,
            place=self.maybe(Role.PLACE, figure.place, *at),
        )


def same(image: Image) -> Image:
    """Leave a picture as it is."""
    return image


def as_printed(credit: Credit) -> Credit:
    """Leave a credit as it is."""
    return credit


def map_prose(
    article: Article, visit: Visit, choose: Choose = same, acknowledge: Print = as_printed
) -> Article:
    """Give the article in which each run of text is what `visit` makes of it.

    Args:
        article: The article to read.
        visit: Need not look into footnotes: the notes of what it returns are visited after it.
        choose: What becomes of each picture.
        acknowledge: What becomes of each credit.
    """
    walker = _Walker(visit, choose, acknowledge)
    return replace(
        article,
        title=walker.run(Role.TITLE, article.title),
        subtitle=walker.maybe(Role.SUBTITLE, article.subtitle),
        byline=tuple(
            replace(one, name=walker.run(Role.BYLINE, one.name)) for one in article.byline
        ),
        dateline=walker.maybe(Role.DATELINE, article.dateline),
        summary=walker.maybe(Role.SUMMARY, article.summary),
        keywords=tuple(walker.run(Role.KEYWORD, keyword) for keyword in article.keywords),
        body=walker.blocks(article.body, Role.PARAGRAPH),
        note=walker.maybe(Role.NOTE, article.note),
        rights=walker.maybe(Role.RIGHTS, article.rights),
    )


def runs(article: Article) -> tuple[tuple[Place, Prose], ...]:
    """List the runs of text of an article with their places, in the order of reading."""
    found: list[tuple[Place, Prose]] = []

    def note(place: Place, run: Prose) -> Prose:
        found.append((place, run))
        return run

    map_prose(article, note)
    return tuple(found)


def blocks_of(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Go through blocks and all blocks inside them, from top to bottom."""
    for block in blocks:
        yield block
        match block:
            case Quotation(body=body) | Aside(body=body):
                yield from blocks_of(body)
            case ItemList(items=items):
                for item in items:
                    yield from blocks_of(item.body)
            case Gallery(figures=figures):
                yield from figures
            case Paragraph() | Heading() | Table() | Figure() | Separator():
                pass
            case _:
                assert_never(block)


def figures_of(article: Article) -> tuple[Figure, ...]:
    """List the figures of an article, in the order in which they are numbered."""
    return tuple(block for block in blocks_of(article.body) if isinstance(block, Figure))


def images_of(article: Article) -> tuple[Image, ...]:
    """List the pictures of an article that are not withheld."""
    return tuple(figure.image for figure in figures_of(article) if figure.image)


def plain_text(inlines: tuple[Inline, ...]) -> str:
    """Give the characters a reader sees, footnotes aside; a line break is a space.

    >>> plain_text((Text(text="H"), LineBreak(), Code(text="x")))
    'H x'
    """
    return "".join(map(_plain, inlines))


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text=text) | Code(text=text) | Keep(text=text):
            return text
        case LineBreak():
            return " "
        case Footnote():
            return ""
        case _:
            return plain_text(inline.children)
