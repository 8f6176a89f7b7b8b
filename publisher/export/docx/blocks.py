"""Blocks to paragraphs and tables, one below the other: in Word, nothing nests."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from publisher.export.docx.elements import w
from publisher.export.docx.figures import set_figure, set_gallery
from publisher.export.docx.inlines import set_run, set_words
from publisher.export.docx.numbering import DEEPEST_LEVEL
from publisher.export.docx.paragraphs import keep_together, paragraph
from publisher.export.docx.setting import Setting
from publisher.export.docx.styles import Style
from publisher.export.docx.tables import set_table
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
from publisher.readers.word.elements import Element

HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.HEADING_4, Style.HEADING_5)
CONTINUED = (
    Style.CONTINUE_1,
    Style.CONTINUE_2,
    Style.CONTINUE_3,
    Style.CONTINUE_4,
    Style.CONTINUE_5,
)
SCENE = "* * *"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What surrounds blocks.

    Attributes:
        first: Style of a paragraph that does not follow another.
        next: Style of one that does.
        level: How many lists are open.
    """

    first: Style
    next: Style
    level: int = 0


BODY = Flow(first=Style.BODY_FIRST, next=Style.BODY)
QUOTATION = Flow(first=Style.QUOTE, next=Style.QUOTE)
PULL_QUOTATION = Flow(first=Style.PULL_QUOTE, next=Style.PULL_QUOTE)
ASIDE = Flow(first=Style.ASIDE, next=Style.ASIDE)


def set_blocks(
    blocks: Sequence[Block], flow: Flow, setting: Setting, opening: Sequence[Element] = ()
) -> Iterator[Element]:
    """Set blocks; what is `opening` runs into the first paragraph, or stands before them all."""
    if opening and not any(isinstance(block, Paragraph) for block in blocks):
        yield paragraph(flow.first, opening, setting)
    after: Block | None = None
    for block in blocks:
        if isinstance(block, Paragraph):
            style = flow.next if isinstance(after, Paragraph) else flow.first
            yield paragraph(style, [*opening, *set_run(block.content, setting)], setting)
            opening = ()
        else:
            yield from _set(block, flow, setting)
        after = block


def _set(  # noqa: C901, PLR0912 -- one case for each kind of block
    block: Heading | Quotation | ItemList | Table | Figure | Gallery | Aside | Separator,
    flow: Flow,
    setting: Setting,
) -> Iterator[Element]:
    match block:
        case Heading(level=level, content=content):
            style = HEADINGS[setting.descend(level) - 1]
            yield paragraph(style, set_run(content, setting), setting)
        case Quotation():
            yield from _set_quotation(block, setting)
        case ItemList():
            yield from _set_list(block, flow.level, setting)
        case Table():
            yield from set_table(block, setting)
        case Figure():
            yield from set_figure(block, setting)
        case Gallery():
            yield from set_gallery(block, setting)
        case Aside():
            yield from _set_aside(block, setting)
        case Separator():
            yield paragraph(Style.SEPARATOR, set_words(SCENE, setting), setting)
        case _:
            assert_never(block)


def _set_quotation(quotation: Quotation, setting: Setting) -> Iterator[Element]:
    flow = PULL_QUOTATION if quotation.pull else QUOTATION
    *others, last = set_blocks(quotation.body, flow, setting)
    yield from others
    closing = [last]
    if quotation.source:
        words = set_run(quotation.source, setting)
        closing.append(paragraph(Style.QUOTE_SOURCE, words, setting))
    yield from keep_together(closing)


def _set_list(items: ItemList, level: int, setting: Setting) -> Iterator[Element]:
    style = Style.NUMBERS if items.ordered else Style.BULLETS
    deep = min(level, DEEPEST_LEVEL)
    numbering = setting.numbering
    number = numbering.numbers(deep, items.start) if items.ordered else numbering.bullets(deep)
    for item in items.items:
        place = w("numPr", w("ilvl", val=str(deep)), w("numId", val=number))
        yield from _set_item(item, level, paragraph(style, (), setting, place), setting)


def _set_item(item: ListItem, level: int, marked: Element, setting: Setting) -> Iterator[Element]:
    """Set an item; its first paragraph is what carries the mark, empty where it has none."""
    rest = item.body
    if rest and isinstance(rest[0], Paragraph):
        marked.extend(set_run(rest[0].content, setting))
        rest = rest[1:]
    yield marked
    style = CONTINUED[min(level, len(CONTINUED) - 1)]
    yield from set_blocks(rest, Flow(first=style, next=style, level=level + 1), setting)


def _set_aside(aside: Aside, setting: Setting) -> Iterator[Element]:
    if aside.title:
        yield paragraph(Style.ASIDE_TITLE, set_run(aside.title, setting), setting)
    yield from set_blocks(aside.body, ASIDE, setting)
