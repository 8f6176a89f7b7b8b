"""Tables of a Word file, cell by cell, as they stand in it."""

from collections.abc import Callable
from typing import TypeAlias

from publisher.readers.word.elements import (
    CHOICES,
    OFF,
    Element,
    attribute_of,
    is_said,
    name_of,
    qualified,
    value_of,
)
from publisher.readers.word.fields import GONE
from publisher.readers.word.parts import Cell, Grid, Part, TableRow
from publisher.readers.word.properties import number

WIDEST = 63  # columns that Word allows a table
ENDS = GONE | {"p", "tbl", "tr", "tc"}
FIRST_ROW = 0x20  # the bit of `w:tblLook` that sets the first row apart

Apart: TypeAlias = Callable[[Element], tuple[Part, ...]]


def read_grid(table: Element, at: int, apart: Apart) -> Grid:
    """Read a table.

    Args:
        table: Its `w:tbl`.
        at: Number of its first paragraph.
        apart: Reads what stands in a cell.
    """
    rows = [_row(row, apart) for row in _within(table, "tr") if not is_gone(row, "trPr")]
    look = table.find(f"{qualified('w:tblPr')}/{qualified('w:tblLook')}")
    return Grid(
        rows=tuple(row for row in rows if row.cells),
        headed=None if look is None else _is_first_row_apart(look),
        number=at,
    )


def is_gone(element: Element, name: str) -> bool:
    """Whether a row or a cell was deleted; `name` is that of its properties."""
    properties = element.find(qualified(f"w:{name}"))
    return properties is not None and any(name_of(one) in {"del", "cellDel"} for one in properties)


def _row(row: Element, apart: Apart) -> TableRow:
    properties = row.find(qualified("w:trPr"))
    return TableRow(
        cells=tuple(_cell(one, apart) for one in _within(row, "tc") if not is_gone(one, "tcPr")),
        header=bool(is_said(properties, "tblHeader")),
        skipped=_columns(value_of(properties, "gridBefore"), 0),
    )


def _cell(cell: Element, apart: Apart) -> Cell:
    properties = cell.find(qualified("w:tcPr"))
    merged = [
        None if properties is None else properties.find(qualified(name))
        for name in ("w:vMerge", "w:hMerge")
    ]
    return Cell(
        parts=apart(cell),
        width=_columns(value_of(properties, "gridSpan"), 1),
        continued=any(one is not None and attribute_of(one, "val") != "restart" for one in merged),
    )


def _columns(text: str, least: int) -> int:
    return min(max(number(text), least), WIDEST)


def _is_first_row_apart(look: Element) -> bool | None:
    said, bits = attribute_of(look, "firstRow"), attribute_of(look, "val")
    if said:
        return said not in OFF
    try:
        return bool(int(bits[:8], 16) & FIRST_ROW)
    except ValueError:
        return None


def _within(parent: Element, name: str) -> list[Element]:
    """List the rows of a table, or the cells of a row, whatever wraps them."""
    found, ahead = [], list(reversed(parent))
    while ahead:
        element = ahead.pop()
        local = name_of(element)
        if local == name:
            found.append(element)
        elif local == CHOICES:
            ahead += list(element)[:1]
        elif local not in ENDS and not local.endswith("Pr"):
            ahead += reversed(element)
    return found
