"""Bringing an article to what Markdown can say, before it is written.

Words are never dropped; what goes is markup that has no Markdown: emphasis within emphasis, a
heading within a list, a line break within a heading.
"""

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
    ListItem,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from publisher.model.inline import (
    Prose,
    Strong,
    prose,
)
from publisher.model.walk import plain_text
from publisher.readers.markdown.settle_runs import BLANK, settle_inlines, settle_run

WEB = ("https://", "http://")
HIGHEST_START = 999_999_999  # nine digits, the most that CommonMark reads


def settle(article: Article) -> Article:
    """Give the article as Markdown can say it; an article read from Markdown stays as it is."""
    return replace(
        article,
        title=_plain(article.title) or prose("—"),
        subtitle=_plain(article.subtitle),
        byline=tuple(
            replace(one, name=name) for one in article.byline if (name := _plain(one.name))
        ),
        dateline=_plain(article.dateline),
        keywords=tuple(filter(None, map(_plain, article.keywords))),
        summary=_plain(article.summary),
        rights=_plain(article.rights),
        source=article.source if article.source.lower().startswith(WEB) else "",
        note=_plain(article.note),
        body=_headed(_blocks(article.body)),
    )


def _plain(run: Prose | None) -> Prose | None:
    """Give a run as the front matter holds it: one line without markup."""
    text = BLANK.sub(" ", plain_text(run.children)).strip() if run else ""
    return prose(text) if text else None


def _blocks(blocks: tuple[Block, ...], *, inside: bool = False) -> tuple[Block, ...]:
    made = (_block(block, inside=inside) for block in blocks)
    return tuple(block for block in made if block is not None)


def _block(block: Block, *, inside: bool) -> Block | None:  # noqa: C901, PLR0912 -- one case a kind
    match block:
        case Paragraph(content=content):
            return _of(settle_run(content, broken=True), lambda run: Paragraph(content=run))
        case Heading(content=content):
            run = settle_run(content)
            if run is None or not inside:
                return replace(block, content=run) if run else None
            return Paragraph(content=_bold(run))
        case Quotation(body=body, source=source):
            return _quotation(block, _blocks(body, inside=True), settle_run(source))
        case ItemList():
            return _list(block)
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
        case Gallery(figures=figures, caption=caption):
            return Gallery(figures=tuple(map(_figure, figures)), caption=settle_run(caption))
        case Aside(body=body, title=title):
            inner = _blocks(body, inside=True)
            heading = settle_run(title)
            if inner:
                return Aside(body=inner, title=heading)
            return _of(heading, lambda run: Paragraph(content=_bold(run)))
        case Separator():
            return block
        case _:
            assert_never(block)


def _of(run: Prose | None, make: Callable[[Prose], Block]) -> Block | None:
    return make(run) if run else None


def _bold(run: Prose) -> Prose:
    return Prose(children=settle_inlines((Strong(children=run.children),)))


def _quotation(block: Quotation, body: tuple[Block, ...], source: Prose | None) -> Block | None:
    if body:
        return replace(block, body=body, source=source)
    return _of(source, lambda run: Paragraph(content=run))


def _list(block: ItemList) -> Block | None:
    bodies = (_blocks(item.body, inside=True) for item in block.items)
    items = tuple(ListItem(body=body) for body in bodies if body)
    start = min(max(block.start, 0), HIGHEST_START) if block.ordered else 1
    return replace(block, items=items, start=start) if items else None


def _table(table: Table) -> Table:
    rows = tuple(tuple(map(settle_run, row)) for row in table.rows)
    return replace(
        table,
        caption=settle_run(table.caption),
        header=tuple(map(settle_run, table.header)),
        rows=rows,
    )


def _figure(figure: Figure) -> Figure:
    return replace(
        figure,
        withheld=_plain(figure.withheld) or (prose("—") if figure.withheld else None),
        alt=_plain(figure.alt) or (prose("—") if figure.alt else None),
        caption=settle_run(figure.caption, broken=True),
        licence=BLANK.sub(" ", figure.licence).strip(),
        place=_plain(figure.place),
    )


def _headed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Close the gaps between the levels of headings: a section begins one below what holds it."""
    levels: list[int] = []
    settled: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            while levels and levels[-1] >= block.level:
                levels.pop()
            levels.append(block.level)
            settled.append(replace(block, level=len(levels)))
        else:
            settled.append(block)
    return tuple(settled)
