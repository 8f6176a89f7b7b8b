"""Tables: a header row that is repeated on each page, and columns as wide as their words."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from publisher.export.docx.elements import w
from publisher.export.docx.inlines import set_run
from publisher.export.docx.paragraphs import paragraph
from publisher.export.docx.setting import Setting
from publisher.export.docx.styles import Style
from publisher.model.block import Alignment, Table
from publisher.model.inline import Prose
from publisher.model.walk import plain_text
from publisher.readers.word.elements import Element, qualified

STYLES = {
    Alignment.DEFAULT: Style.TABLE_TEXT,
    Alignment.LEFT: Style.TABLE_TEXT,
    Alignment.CENTER: Style.TABLE_TEXT_CENTER,
    Alignment.RIGHT: Style.TABLE_TEXT_RIGHT,
}
KEPT_ROWS = 12  # a table of no more stands whole on a page
NARROWEST, WIDEST = 6, 40  # letters that a column's share of the width is reckoned by


def set_table(table: Table, setting: Setting) -> Iterator[Element]:
    """Set a table below its caption."""
    if table.caption:
        yield paragraph(Style.TABLE_CAPTION, set_run(table.caption, setting), setting)
    widths = share_width(_weights(table), setting.page.width.twips)
    look = w("tblLook", val="0620", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0")
    properties = w(
        "tblPr",
        w("tblStyle", val=setting.style(Style.TABLE)),
        w("tblW", w_=str(sum(widths)), type="dxa"),
        w("tblLayout", type="fixed"),
        look,
    )
    grid = w("tblGrid", *(w("gridCol", w_=str(width)) for width in widths))
    header = _row(table.header, table, widths, setting)
    header[0].append(w("tblHeader"))
    rows = [header, *(_row(row, table, widths, setting) for row in table.rows)]
    _keep_together(rows if len(rows) <= KEPT_ROWS else rows[:2])
    yield w("tbl", properties, grid, *rows)


def _keep_together(rows: Sequence[Element]) -> None:
    """Hold rows on one page: the paragraphs of each but the last stay with the next."""
    for row in rows[:-1]:
        for properties in row.iter(qualified("w:pPr")):
            properties.insert(1, w("keepNext"))


def share_width(weights: Sequence[int], width: int) -> tuple[int, ...]:
    """Share a width among columns in whole twips that add up to it.

    >>> share_width((1, 1, 1), 100)
    (33, 34, 33)
    """
    total = sum(weights)
    ends = (round(width * weight / total) for weight in accumulate(weights, initial=0))
    return tuple(end - start for start, end in pairwise(ends))


def _weights(table: Table) -> list[int]:
    """Reckon each column by its longest cell."""
    columns = zip(table.header, *table.rows, strict=True)
    return [max(_letters(cell) for cell in column) for column in columns]


def _letters(cell: Prose | None) -> int:
    return min(WIDEST, max(NARROWEST, len(plain_text(cell.children)) if cell else 0))


def _row(
    cells: tuple[Prose | None, ...], table: Table, widths: Sequence[int], setting: Setting
) -> Element:
    made = w("tr", w("trPr", w("cantSplit")))
    for cell, alignment, width in zip(cells, table.alignments, widths, strict=True):
        words = set_run(cell, setting) if cell else []
        text = paragraph(STYLES[alignment], words, setting)
        made.append(w("tc", w("tcPr", w("tcW", w_=str(width), type="dxa")), text))
    return made
