"""Changing the figures of an article, wherever in it they stand."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

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


def map_figures(article: Article, change: Callable[[Figure], Figure]) -> Article:
    """Give the article in which each figure is what `change` makes of it."""
    return replace(article, body=change_figures(article.body, change))


def change_figures(
    blocks: tuple[Block, ...], change: Callable[[Figure], Figure]
) -> tuple[Block, ...]:
    """Give blocks in which each figure is what `change` makes of it."""
    return tuple(_with_figures(block, change) for block in blocks)


def _with_figures(block: Block, change: Callable[[Figure], Figure]) -> Block:
    match block:
        case Figure():
            return change(block)
        case Gallery(figures=figures):
            return replace(block, figures=tuple(map(change, figures)))
        case Quotation(body=body) | Aside(body=body):
            return replace(block, body=change_figures(body, change))
        case ItemList(items=items):
            changed = (replace(item, body=change_figures(item.body, change)) for item in items)
            return replace(block, items=tuple(changed))
        case Paragraph() | Heading() | Table() | Separator():
            return block
        case _:
            assert_never(block)
