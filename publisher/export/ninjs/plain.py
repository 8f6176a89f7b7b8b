"""The story as plain text, without its figures: these are news objects of their own."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from publisher.export.ninjs.words import plain
from publisher.model.article import Article
from publisher.model.block import (
    Aside,
    Block,
    Figure,
    Gallery,
    Heading,
    ItemList,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from publisher.model.inline import Prose
from publisher.model.language import language

CELLS = " | "
SCENE = "* * *"
INDENT = "  "


def story(article: Article) -> str:
    """Write the body and the closing note, paragraphs apart by empty lines.

    The dateline runs into the first paragraph.
    """
    parts = []
    place = plain(article.dateline) if article.dateline else ""
    for block in article.body:
        text = _block(block)
        if place and isinstance(block, Paragraph):
            text, place = f"{place}{language(article.language).dash}{text}", ""
        parts.append(text)
    return _apart([place, *parts, _maybe(article.note)])


def _apart(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def _maybe(run: Prose | None) -> str:
    return plain(run) if run else ""


def _blocks(blocks: tuple[Block, ...]) -> str:
    return _apart(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Paragraph(content=content) | Heading(content=content):
            return plain(content)
        case Quotation(body=body, source=source):
            return _apart([_blocks(body), _maybe(source)])
        case ItemList():
            return "\n".join(_items(block))
        case Table():
            return "\n".join(filter(None, [_maybe(block.caption), *_rows(block)]))
        case Aside(title=title, body=body):
            return _apart([_maybe(title), _blocks(body)])
        case Separator():
            return SCENE
        case Figure() | Gallery():
            return ""
        case _:
            assert_never(block)


def _items(block: ItemList) -> Iterator[str]:
    for number, item in enumerate(block.items, start=block.start):
        mark = f"{number}. " if block.ordered else "- "
        lines = filter(None, map(_block, item.body))
        yield mark + "\n".join(lines).replace("\n", "\n" + INDENT)


def _rows(table: Table) -> Iterator[str]:
    for row in (table.header, *table.rows):
        yield CELLS.join(map(_maybe, row))
