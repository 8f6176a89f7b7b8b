"""Tables of a Word file: as tables of the model, or as the boxes and columns that they draw."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from publisher.model.block import Alignment, Table
from publisher.readers.word.looks import is_capitals
from publisher.readers.word.names import Named, Use
from publisher.readers.word.parts import (
    Box,
    Cell,
    Grid,
    Line,
    Part,
    Picture,
    Rule,
    TableRow,
    lines_in,
    pictures_in,
)
from publisher.readers.word.row import BREAK, Piece, Row, tidy
from publisher.readers.word.setting import Setting
from publisher.readers.word.source import Source

WIDEST = 63  # columns that Word allows a table
LONGEST_CELL = 1500  # characters; what is longer is a page in columns, not a table
MOST_PARAGRAPHS = 5  # of a cell
LONGEST_CAPTION = 500
DATA_ROWS = 3  # a table with pictures that has as many rows and a header holds data
ALIGNMENTS = {
    "center": Alignment.CENTER,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
}


def opened(parts: Iterable[Part], source: Source) -> Iterator[Part]:
    """Put in the place of tables and boxes that only arrange a page what they hold."""
    for part in parts:
        match part:
            case Grid():
                yield from _opened_grid(part, source)
            case Box() if _holds_little_but_pictures(part):
                yield from opened(part.parts, source)
            case Line() | Picture() | Box() | Rule():
                yield part


def _opened_grid(grid: Grid, source: Source) -> Iterator[Part]:
    cells = [cell for row in grid.rows for cell in row.cells]
    lines = list(lines_in((grid,)))
    if not lines and not any(pictures_in((grid,))):
        return
    if any(pictures_in((grid,))):
        yield from _with_pictures(grid, source)
    elif any(map(_is_page, cells)):
        source.tell(
            "table-unrolled", "a table that arranges a page is read cell by cell", "check the order"
        )
        yield from opened((part for cell in cells for part in cell.parts), source)
    elif max(len(row.cells) for row in grid.rows) == 1 and not any(row.header for row in grid.rows):
        yield Box(parts=tuple(part for cell in cells for part in cell.parts), number=grid.number)
    else:
        yield grid


def _is_page(cell: Cell) -> bool:
    """Whether a cell is a column of a page rather than one of a table."""
    lines = list(lines_in(cell.parts))
    plain = sum(line.mark is None for line in lines)
    headings = any(line.named.use in {Use.HEADING, Use.TITLE} for line in lines) and plain > 1
    return headings or plain > MOST_PARAGRAPHS or sum(len(one.text) for one in lines) > LONGEST_CELL


def _holds_little_but_pictures(box: Box) -> bool:
    lines = list(lines_in(box.parts))
    named = any(line.named.use in {Use.TITLE, Use.SUBTITLE, Use.BYLINE} for line in lines)
    pictures = any(pictures_in(box.parts))
    return named or (pictures and sum(len(line.text) for line in lines) <= LONGEST_CAPTION)


def _with_pictures(grid: Grid, source: Source) -> Iterator[Part]:
    """Give the pictures of a table with the words beside or below them, or after its data."""
    if len(grid.rows) >= DATA_ROWS and _is_headed(grid) and _holds_words_first(grid):
        yield grid
        yield from pictures_in((grid,))
        return
    rows = list(grid.rows)
    while rows:
        row = rows.pop(0)
        if rows and _is_of_pictures(row) and _is_of_words(rows[0]) and len(rows[0].cells) > 1:
            yield from _paired(row, rows.pop(0), source)
        else:
            yield from _across(row, source)


def _is_headed(grid: Grid) -> bool:
    first = grid.rows[0]
    return first.header or (len(first.cells) > 1 and not any(pictures_in(_parts(first))))


def _holds_words_first(grid: Grid) -> bool:
    worded = sum(any(lines_in(cell.parts)) for row in grid.rows for cell in row.cells)
    return worded > sum(any(pictures_in(cell.parts)) for row in grid.rows for cell in row.cells) * 2


def _parts(row: TableRow) -> tuple[Part, ...]:
    return tuple(part for cell in row.cells for part in cell.parts)


def _is_of_pictures(row: TableRow) -> bool:
    parts = _parts(row)
    return any(pictures_in(parts)) and not any(lines_in(parts))


def _is_of_words(row: TableRow) -> bool:
    parts = _parts(row)
    short = all(sum(len(o.text) for o in lines_in(c.parts)) <= LONGEST_CAPTION for c in row.cells)
    return short and any(lines_in(parts)) and not any(pictures_in(parts))


def _paired(pictures: TableRow, words: TableRow, source: Source) -> Iterator[Part]:
    """Give the pictures of a row each with the words below it."""
    for number in range(max(len(pictures.cells), len(words.cells))):
        for row in (pictures, words):
            for cell in row.cells[number : number + 1]:
                yield from _captioned(cell) if row is words else opened(cell.parts, source)


def _across(row: TableRow, source: Source) -> Iterator[Part]:
    beside = _beside(row)
    for cell in sorted(row.cells, key=lambda one: one is beside):
        yield from _captioned(cell) if cell is beside else opened(cell.parts, source)


def _beside(row: TableRow) -> Cell | None:
    """Choose the cell that holds the caption of a picture in the cell next to it."""
    worded = [one for one in row.cells if any(lines_in(one.parts))]
    pictured = [one for one in row.cells if any(pictures_in(one.parts))]
    if len(worded) != 1 or len(pictured) != 1 or worded[0] is pictured[0]:
        return None
    return (
        worded[0]
        if sum(len(o.text) for o in lines_in(worded[0].parts)) <= LONGEST_CAPTION
        else None
    )


def _captioned(cell: Cell) -> Iterator[Part]:
    for line in lines_in(cell.parts):
        body = line.named.use is Use.BODY
        yield replace(line, named=Named(use=Use.CAPTION), mark=None) if body else line


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place in a table, with the lines that stand there."""

    row: Row = ()
    alignment: str = ""
    bold: bool = False


EMPTY = _Slot()


def table_of(grid: Grid, caption: Row, setting: Setting) -> Table:
    """Make a table; text of merged cells stands in their first place, the others are empty."""
    source = setting.source
    if any(cell.width > 1 or cell.continued for row in grid.rows for cell in row.cells):
        source.tell(
            "cells-merged",
            "the text of merged cells stands in the first of them, the others are empty",
            "check the table",
        )
    filled = [(row, _slots(row, source)) for row in grid.rows]
    columns = sorted({column for _, slots in filled for column in slots}) or [0]
    kept = [
        (row, [slots.get(column, EMPTY) for column in columns]) for row, slots in filled if slots
    ]
    heads = _heads(grid, kept)
    header, body = [slot for _, slot in kept[:heads]], [slot for _, slot in kept[heads:]]
    return Table(
        header=tuple(setting.heading(_stacked(column)) for column in zip(*header, strict=True))
        if header
        else (None,) * len(columns),
        rows=tuple(tuple(setting.prose(one.row) for one in row) for row in body),
        alignments=tuple(_alignment([row[n] for row in body]) for n in range(len(columns))),
        caption=setting.heading(caption),
    )


def _slots(row: TableRow, source: Source) -> dict[int, _Slot]:
    """Give what stands in a row, by column; what is beyond the last one stands in that."""
    slots: dict[int, _Slot] = {}
    last: list[Piece] = []
    column = row.skipped
    for cell in row.cells:
        slot = _slot(cell, source)
        if column >= WIDEST - 1:
            last += [*slot.row, Piece(" ")]
        elif slot.row:
            slots[column] = slot
        column += cell.width
    return {**slots, WIDEST - 1: _Slot(row=tidy(last))} if tidy(last) else slots


def _slot(cell: Cell, source: Source) -> _Slot:
    lines = [part for part in cell.parts if isinstance(part, Line)]
    return _Slot(
        row=_row(cell.parts, source),
        alignment=lines[0].set.alignment if lines else "",
        bold=bool(lines) and all(line.set.bold or is_capitals(line) for line in lines),
    )


def _row(parts: Sequence[Part], source: Source) -> Row:
    """Put what a cell holds in one run, for a cell holds no blocks."""
    pieces: list[Piece] = []
    for part in parts:
        match part:
            case Line():
                pieces += [Piece(_sign(part)), *part.row, Piece(BREAK)]
            case Box(parts=inside):
                pieces += [*_row(inside, source), Piece(BREAK)]
            case Grid(rows=rows):
                source.tell(
                    "table-nested", "a table in a table is written in one cell", "check the table"
                )
                for row in rows:
                    for number, cell in enumerate(row.cells):
                        pieces += [Piece(" | " if number else ""), *_row(cell.parts, source)]
                    pieces.append(Piece(BREAK))
            case Picture() | Rule():
                pass
    return tidy(pieces)


def _sign(line: Line) -> str:
    if line.mark is None:
        return ""
    return f"{line.mark.number}. " if line.mark.ordered else "• "


def _heads(grid: Grid, rows: Sequence[tuple[TableRow, Sequence[_Slot]]]) -> int:
    """Count the rows that are the header; 0 where none looks like one."""
    said = 0
    while said < len(rows) and rows[said][0].header:
        said += 1
    if said:
        return said if said < len(rows) else 1
    if len(rows) < 2:  # noqa: PLR2004 -- a header stands above something
        return 0
    first = [slot for slot in rows[0][1] if slot.row]
    if all(slot.bold for slot in first):
        return 1
    below = [slot for _, row in rows[1:] for slot in row if slot.row]
    plain = grid.headed is False or all(slot.bold for slot in below)
    return 0 if plain and not _is_less_numeric(first, below) else 1


def _is_less_numeric(first: Sequence[_Slot], below: Sequence[_Slot]) -> bool:
    """Whether words stand above figures."""

    def share(slots: Sequence[_Slot]) -> float:
        figures = sum(any(c.isdigit() for piece in slot.row for c in piece.text) for slot in slots)
        return figures / max(len(slots), 1)

    return share(first) == 0 and share(below) > 1 / 4


def _stacked(column: Sequence[_Slot]) -> Row:
    pieces: list[Piece] = []
    for slot in column:
        pieces += [*slot.row, Piece(BREAK)]
    return tidy(pieces)


def _alignment(column: Sequence[_Slot]) -> Alignment:
    said = {slot.alignment for slot in column if slot.row}
    return ALIGNMENTS.get(said.pop(), Alignment.DEFAULT) if len(said) == 1 else Alignment.DEFAULT
