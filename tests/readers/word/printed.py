"""Articles as readable text, for comparing them with what a document should become."""

from collections.abc import Iterator
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
)


def printed(article: Article) -> str:
    """Print an article: its head, then a line for each run, deeper ones indented."""
    return "\n".join([*_head(article), *_blocks(article.body, ""), *_foot(article)])


def _foot(article: Article) -> Iterator[str]:
    yield from [f"note {said(article.note)}"] if article.note else []
    yield from [f"rights {said(article.rights)}"] if article.rights else []


def _head(article: Article) -> Iterator[str]:
    yield f"[{article.language}] {said(article.title)}"
    yield from (f"~ {said(one)}" for one in (article.subtitle, article.dateline) if one)
    for one in article.byline:
        yield f"by {said(one.name)} ({one.role.value})"
    for name, day in (("published", article.published), ("updated", article.updated)):
        if day:
            yield f"{name} {day}"
    if article.keywords:
        yield "keywords " + ", ".join(map(said, article.keywords))


def _blocks(blocks: tuple[Block, ...], indent: str) -> Iterator[str]:
    for block in blocks:
        for line in _block(block):
            yield indent + line


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(content=content):
            yield said(content)
        case Heading(level=level, content=content):
            yield f"{'#' * level} {said(content)}"
        case Quotation(body=body, source=source, pull=pull):
            yield "pull:" if pull else "quote:"
            yield from _blocks(body, "  ")
            yield from [f"  from {said(source)}"] if source else []
        case Separator():
            yield "***"
        case _:
            yield from _large(block)


def _large(block: ItemList | Table | Figure | Gallery | Aside) -> Iterator[str]:
    match block:
        case ItemList():
            yield from _list(block)
        case Table():
            yield from _table(block)
        case Figure():
            yield from _figure(block)
        case Gallery(figures=figures, caption=caption):
            yield "gallery:" + (f" {said(caption)}" if caption else "")
            yield from _blocks(figures, "  ")
        case Aside(body=body, title=title):
            yield "aside:" + (f" {said(title)}" if title else "")
            yield from _blocks(body, "  ")
        case _:
            assert_never(block)


def _list(block: ItemList) -> Iterator[str]:
    for number, item in enumerate(block.items, start=block.start):
        sign = f"{number}. " if block.ordered else "- "
        for at, line in enumerate(_blocks(item.body, "")):
            yield (" " * len(sign) if at else sign) + line


def _table(table: Table) -> Iterator[str]:
    yield "table:" + (f" {said(table.caption)}" if table.caption else "")
    for sign, row in (("=", table.header), *(("|", row) for row in table.rows)):
        yield f"  {sign} " + " | ".join(said(cell) if cell else "" for cell in row)


def _figure(figure: Figure) -> Iterator[str]:
    yield f"figure {figure.image.path if figure.image else 'withheld'}"
    yield from [f"  alt {said(figure.alt)}"] if figure.alt else []
    yield from [f"  caption {said(figure.caption)}"] if figure.caption else []
    yield from [f"  credit {figure.credit.line}"] if figure.credit else []


def said(run: Prose) -> str:
    """Print a run with its marks."""
    return "".join(map(_inline, run.children))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text=text):
            return text
        case Code(text=text) | Keep(text=text):
            return f"`{text}`"
        case LineBreak():
            return "⏎"
        case Footnote(content=content):
            return f"{{note: {said(content)}}}"
        case _:
            return _marked(inline, "".join(map(_inline, inline.children)))


def _marked(inline: Emphasis | Strong | Superscript | Subscript | Link | Span, inside: str) -> str:
    match inline:
        case Emphasis():
            return f"_{inside}_"
        case Strong():
            return f"*{inside}*"
        case Superscript():
            return f"^{inside}^"
        case Subscript():
            return f",{inside},"
        case Link(href=href):
            return f"[{inside}]({href})"
        case Span(language=language):
            return f"<{language}: {inside}>"
        case _:
            assert_never(inline)
