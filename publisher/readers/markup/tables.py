"""Tables: those that hold data; a table that only lays a page out is none."""

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from publisher.model.block import Alignment, Block, Figure, Heading, Paragraph, Table
from publisher.model.inline import Inline, LineBreak, Prose
from publisher.model.walk import blocks_of
from publisher.readers.markup.kinds import BLOCKS, PICTURES, Element, kind
from publisher.readers.markup.seen import is_unseen, seen_text

Read: TypeAlias = Callable[[Element], tuple[Block, ...]]
WIDEST = 200  # columns
SPAN = re.compile("[1-9][0-9]{0,2}")
LONGEST_CELL = 400  # characters, in a table without headings
PARTS = frozenset(("thead", "tbody", "tfoot"))


def holds_data(table: Element) -> bool:
    """Whether a table that holds no other table shows data rather than lays out a page."""
    if (table.get("role") or "").lower() in {"presentation", "none"}:
        return False
    rows = list(rows_of(table))
    if any((text or "").strip() for text in _loose(table)):
        return False
    if not 2 <= max(map(len, rows), default=0) <= WIDEST:  # noqa: PLR2004 -- one column is a list
        return False
    if any(kind(cell) == "th" for row in rows for cell in row):
        return True
    return len(rows) > 1 and not any(_is_laid_out(cell) for row in rows for cell in row)


def _loose(table: Element) -> Iterator[str | None]:
    """Give the texts of a broken table that stand outside its cells."""
    for one in table.iter("table", *PARTS, "tr"):
        yield one.text
        yield from (child.tail for child in one)


def _is_laid_out(cell: Element) -> bool:
    blocks = 0
    for one in cell.iterdescendants():
        if kind(one) in PICTURES:
            return True
        blocks += kind(one) in BLOCKS and kind(one) != "div"
    return blocks > 2 or len(seen_text(cell)) > LONGEST_CELL  # noqa: PLR2004 -- a cell of two paragraphs


def rows_of(table: Element) -> Iterator[list[Element]]:
    """Give the rows of a table, without those of tables inside it; the foot stands last."""
    parts = [one for one in table if kind(one) in PARTS | {"tr"} and not is_unseen(one)]
    for part in sorted(parts, key=lambda one: kind(one) == "tfoot"):
        rows = [part] if kind(part) == "tr" else [one for one in part if kind(one) == "tr"]
        for row in rows:
            cells = [cell for cell in row if kind(cell) in {"td", "th"} and not is_unseen(cell)]
            if cells and not is_unseen(row):
                yield cells


def read_table(element: Element, read: Read) -> list[Block]:
    """Read a table; pictures in it, which a cell cannot hold, stand behind it."""
    behind: list[Block] = []
    head: list[Prose | None] = []
    rows: list[list[Prose | None]] = []
    for cells in rows_of(element):
        row = _row(cells, read, behind)
        if not rows and not head and _is_head(cells):
            head = row
        else:
            rows.append(row)
    caption = next((one for one in element if kind(one) == "caption"), None)
    run = None if caption is None else _joined(read(caption), behind)
    return [*_table(head, rows, run), *behind]


def _is_head(cells: list[Element]) -> bool:
    parent = cells[0].getparent()
    part = None if parent is None else parent.getparent()
    return all(kind(cell) == "th" for cell in cells) or (part is not None and kind(part) == "thead")


def _table(
    head: list[Prose | None], rows: list[list[Prose | None]], caption: Prose | None
) -> list[Block]:
    full = [row for row in rows if any(row)]
    width = max((len(row) for row in (head, *full)), default=0)
    if not width:
        return [] if caption is None else [Paragraph(content=caption)]
    return [
        Table(
            header=_widened(head, width),
            rows=tuple(_widened(row, width) for row in full),
            alignments=(Alignment.DEFAULT,) * width,
            caption=caption,
        )
    ]


def _widened(row: list[Prose | None], width: int) -> tuple[Prose | None, ...]:
    return (*row, *[None] * (width - len(row)))


def _row(cells: list[Element], read: Read, behind: list[Block]) -> list[Prose | None]:
    """Read a row; a cell that spans columns has empty ones after it."""
    row: list[Prose | None] = []
    for cell in cells:
        row.append(_joined(read(cell), behind))
        span = (cell.get("colspan") or "").strip()
        wide = int(span) if SPAN.fullmatch(span) else 1
        row.extend([None] * (min(wide, WIDEST - len(row)) - 1))
    return row


def _joined(blocks: tuple[Block, ...], behind: list[Block]) -> Prose | None:
    """Join what a cell holds, with a new line for each paragraph."""
    children: list[Inline] = []
    for block in blocks_of(blocks):
        if isinstance(block, Paragraph | Heading):
            run = block.content.children
            children.extend([LineBreak(), *run] if children else run)
        elif isinstance(block, Figure):
            behind.append(block)
    return Prose(children=tuple(children)) if children else None
