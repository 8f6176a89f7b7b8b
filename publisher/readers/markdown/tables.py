"""Pipe tables."""

from publisher.model.block import Alignment, Table
from publisher.model.inline import Prose
from publisher.readers.markdown.desk import Desk
from publisher.readers.markdown.inlines import read_run
from publisher.readers.markdown.parser import CELLS
from publisher.readers.markdown.tree import Node, walk

ALIGN = "text-align:"


def read_table(node: Node, caption: Prose | None, desk: Desk) -> Table | None:
    """Make a table; a row that has not the header's number of cells is reported."""
    header, *rows = [one for one in walk((node,)) if one.kind == "tr"]
    for row in rows:
        _check_width(row, len(header.children), desk)
    alignments = tuple(_alignment(cell) for cell in header.children)
    cells = _row(header, desk)
    return desk.findings.attempt(
        node.line,
        "table",
        lambda: Table(
            header=cells,
            rows=tuple(_row(row, desk) for row in rows),
            alignments=alignments,
            caption=caption,
        ),
    )


def _check_width(row: Node, width: int, desk: Desk) -> None:
    cells = row.token.meta[CELLS]
    message = f"a row has {cells} cells, the header {width}"
    if cells > width:
        hint = r"a | within a cell is written \|"
        desk.findings.error(row.line, "table-cells", message, hint)
    elif cells < width:
        desk.findings.warn(row.line, "table-cells", message, "mark empty cells with | |")


def _row(row: Node, desk: Desk) -> tuple[Prose | None, ...]:
    return tuple(read_run(cell.children[0], desk) for cell in row.children)


def _alignment(cell: Node) -> Alignment:
    style = str(cell.token.attrs.get("style", ""))
    return Alignment(style.removeprefix(ALIGN)) if style else Alignment.DEFAULT
