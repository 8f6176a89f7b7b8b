"""What is more than a paragraph: lists, quotations, boxes, galleries, figures without a picture."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

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
    Table,
)
from publisher.model.credit import parse_credit
from publisher.model.inline import Code, Inline, LineBreak, Prose, Text, prose
from publisher.model.walk import plain_text
from publisher.readers.captions import split_caption
from publisher.readers.draft import paragraphs, presentable
from publisher.readers.markup.behind import MOST_ELEMENTS
from publisher.readers.markup.boxes import Box, Plan
from publisher.readers.markup.figures import make_figure
from publisher.readers.markup.kinds import HEADINGS, MOVING, PICTURES, Element, kind, names
from publisher.readers.markup.pieces import Marks
from publisher.readers.markup.seen import children_of, is_longer, seen_text, visible_texts
from publisher.readers.markup.setting import Setting
from publisher.readers.markup.tables import holds_data, read_table
from publisher.readers.markup.walk import Node

Inner: TypeAlias = Callable[[Iterable[Node], Marks], tuple[Block, ...]]
Maker: TypeAlias = Callable[[Element, Marks, Inner, Setting], Iterable[Block]]

PULLED = re.compile(r"pull-?_?quote|pulled")
DASH = re.compile(r"\s*(?:[—–―]|--?\s)\s*")
LONGEST_SOURCE = 160  # characters
STRUCTURED = PICTURES | HEADINGS.keys() | {"ul", "ol", "table", "blockquote", "aside", "hr"}


def maker_of(element: Element, plan: Plan) -> Maker | None:
    """Choose who reads an element as a whole, if it is more than a paragraph."""
    if element in plan.galleries:
        return _gallery
    if kind(element) == "table" and (element in plan.layouts or not holds_data(element)):
        return None
    return MAKERS.get(kind(element))


def _gallery(element: Element, marks: Marks, inner: Inner, setting: Setting) -> Iterable[Block]:
    del setting
    blocks = inner(children_of(element), marks)
    figures: list[Figure] = []
    for block in blocks:
        figures.extend(_figures(block))
    others = [block for block in blocks if not _figures(block)]
    captions = [block.content for block in others if isinstance(block, Paragraph)]
    if not figures or len(captions) != len(others) or len(captions) > 1:
        return blocks
    if len(figures) == 1 and not captions:
        return figures
    return [_credited(Gallery(figures=tuple(figures), caption=captions[0] if captions else None))]


def _credited(gallery: Gallery) -> Gallery:
    """Give the credit that ends a gallery's caption to the pictures that have none."""
    text = plain_text(gallery.caption.children) if gallery.caption else ""
    split = split_caption(text)
    if not split.credit or gallery.caption != prose(text):
        return gallery
    credit = parse_credit(split.credit)
    figures = (replace(one, credit=one.credit or credit) for one in gallery.figures)
    caption = prose(split.caption) if split.caption else None
    return Gallery(figures=tuple(figures), caption=caption)


def _figures(block: Block) -> tuple[Figure, ...]:
    """Give the figures that a block is made of; a list of figures is nothing else."""
    match block:
        case Figure():
            return (block,)
        case Gallery(figures=figures, caption=None):
            return figures
        case ItemList(items=items):
            inside = [one for item in items for one in item.body]
            return tuple(one for one in inside if isinstance(one, Figure)) * all(
                isinstance(one, Figure) for one in inside
            )
        case _:
            return ()


def _list(element: Element, marks: Marks, inner: Inner, setting: Setting) -> Iterable[Block]:
    del setting
    items: list[ListItem] = []
    loose: list[Node] = []
    for node in (*children_of(element), None):
        if node is not None and (isinstance(node, str) or kind(node) != "li"):
            loose.append(node)
            continue
        items.extend(_item(inner(loose, marks)))
        loose = []
        if node is not None:
            items.extend(_item(inner([node], marks)))
    if items and all(isinstance(one, Figure) for item in items for one in item.body):
        return [one for item in items for one in item.body]
    return _listed(tuple(items), element)


def _item(blocks: tuple[Block, ...]) -> list[ListItem]:
    return [ListItem(body=blocks)] if blocks else []


def _listed(items: tuple[ListItem, ...], element: Element) -> list[Block]:
    if not items:
        return []
    ordered = kind(element) == "ol"
    written = (element.get("start") or "").strip() if ordered else ""
    start = int(written) if re.fullmatch("[0-9]{1,5}", written) else 1
    return [ItemList(items=items, ordered=ordered, start=start)]


def _quotation(element: Element, marks: Marks, inner: Inner, setting: Setting) -> Iterable[Block]:
    del setting
    cite = _cited(element)
    around = [element] if cite is None else [one for one in children_of(element) if one is not cite]
    nodes = children_of(element) if cite is None else around
    body = inner(nodes, marks)
    source = None if cite is None else _first_run(inner([cite], ()))
    if source is None and len(body) > 1:
        source = _signed(body[-1])
        body = body[:-1] if source else body
    if not body:
        return [] if source is None else [Paragraph(content=source)]
    pull = bool(PULLED.search(names(element) + _names_around(element)))
    return [Quotation(body=body, source=source, pull=pull)]


def _names_around(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None or kind(parent) not in {"figure", "aside"} else names(parent)


def _cited(element: Element) -> Element | None:
    """Find the last thing in a quotation where it says who is quoted."""
    last = next((one for one in reversed(element) if kind(one)), None)
    if last is None or kind(last) not in {"cite", "footer", "figcaption"}:
        return None
    if is_longer(last, LONGEST_SOURCE) or any(kind(one) in STRUCTURED for one in last.iter()):
        return None
    return None if (last.tail or "").strip() else last


def _first_run(blocks: tuple[Block, ...]) -> Prose | None:
    """Join paragraphs to one run; the dash before a name is not part of it."""
    runs = [block.content for block in blocks if isinstance(block, Paragraph)]
    children: list[Inline] = []
    for run in runs:
        children.extend([Text(text=" "), *run.children] if children else _undashed(run))
    return Prose(children=tuple(children)) if children else None


def _signed(block: Block) -> Prose | None:
    if not isinstance(block, Paragraph):
        return None
    text = plain_text(block.content.children)
    if not DASH.match(text) or len(text) > LONGEST_SOURCE:
        return None
    rest = _undashed(block.content)
    return Prose(children=rest) if rest else None


def _undashed(run: Prose) -> tuple[Inline, ...]:
    first, *others = run.children
    if not isinstance(first, Text):
        return run.children
    text = DASH.sub("", first.text, count=1) if DASH.match(first.text) else first.text
    return (Text(text=text), *others) if text else tuple(others)


def _aside(element: Element, marks: Marks, inner: Inner, setting: Setting) -> Iterable[Block]:
    del setting
    body = inner(children_of(element), marks)
    if all(isinstance(block, Figure | Gallery | Quotation) for block in body):
        return body
    if PULLED.search(names(element)):
        return [Quotation(body=body, pull=True)]
    if isinstance(body[0], Heading) and len(body) > 1:
        return [Aside(title=body[0].content, body=body[1:])]
    return [Aside(body=body)]


def _figure(element: Element, marks: Marks, inner: Inner, setting: Setting) -> Iterable[Block]:
    """Read a figure that holds no picture of its own: a table, a quotation, a film."""
    caption = next((one for one in element if kind(one) == "figcaption"), None)
    blocks = inner([node for node in children_of(element) if node is not caption], marks)
    if caption is None or not seen_text(caption):
        return blocks
    if not blocks and _is_film(element):
        return [make_figure(Box(element, None), setting)]
    words = inner([caption], marks)
    run = _first_run(words)
    match blocks:
        case (Table(caption=None) as table,) if run:
            return [replace(table, caption=run)]
        case (Quotation(source=None) as quotation,) if run:
            return [replace(quotation, source=run)]
        case _:
            return (*blocks, *words)


def _is_film(element: Element) -> bool:
    """Whether a figure shows what moves, with a caption of a usual length."""
    inside = list(element.iter())
    return len(inside) <= MOST_ELEMENTS and any(kind(one) in MOVING for one in inside)


def _preformatted(
    element: Element, marks: Marks, inner: Inner, setting: Setting
) -> Iterable[Block]:
    del marks, inner, setting
    text = "".join("\n" if one is None else one for one in visible_texts(element))
    if not any(kind(one) in {"code", "samp", "kbd"} for one in element.iter()):
        return [Paragraph(content=run) for run in paragraphs(re.split(r"\n[ \t]*\n", text))]
    lines: list[Inline] = []
    for line in filter(str.strip, text.split("\n")):
        code = Code(text=presentable(line))
        lines.extend([LineBreak(), code] if lines else [code])
    return [Paragraph(content=Prose(children=tuple(lines)))] if lines else []


def _table(element: Element, marks: Marks, inner: Inner, setting: Setting) -> Iterable[Block]:
    del setting
    return read_table(element, lambda cell: inner(children_of(cell), marks))


MAKERS: dict[str, Maker] = {
    "ul": _list,
    "ol": _list,
    "menu": _list,
    "dir": _list,
    "blockquote": _quotation,
    "aside": _aside,
    "figure": _figure,
    "pre": _preformatted,
    "table": _table,
}
