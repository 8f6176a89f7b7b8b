"""Tables to XHTML."""

from markupsafe import Markup

from publisher.model.block import Alignment, Table
from publisher.model.inline import Prose
from publisher.render.inlines import set_run, set_words
from publisher.render.setting import Setting, attributes


def set_table(table: Table, setting: Setting) -> Markup:
    """Set a table; its header row heads the columns."""
    caption = Markup()
    if table.caption:
        caption = set_run("caption", table.caption, setting) + Markup("\n")
    header = _set_row(table.header, table.alignments, setting, heads=True)
    rows = Markup("\n").join(_set_row(row, table.alignments, setting) for row in table.rows)
    body = Markup("<tbody>\n{}\n</tbody>\n").format(rows) if rows else Markup()
    return Markup("<table>\n{}<thead>\n{}\n</thead>\n{}</table>").format(caption, header, body)


def _set_row(
    row: tuple[Prose | None, ...],
    alignments: tuple[Alignment, ...],
    setting: Setting,
    *,
    heads: bool = False,
) -> Markup:
    cells = (
        _set_cell(cell, alignment, setting, heads=heads)
        for cell, alignment in zip(row, alignments, strict=True)
    )
    return Markup("<tr>{}</tr>").format(Markup().join(cells))


def _set_cell(cell: Prose | None, alignment: Alignment, setting: Setting, *, heads: bool) -> Markup:
    kind = "" if alignment is Alignment.DEFAULT else f"align-{alignment.value}"
    style = attributes(**{"class": kind})
    if cell is None:
        return Markup("<td{}></td>").format(style)  # an empty th would head nothing
    return Markup("<{0}{1}{2}{3}>{4}</{0}>").format(
        "th" if heads else "td",
        attributes(scope="col" if heads else ""),
        style,
        setting.attributes_of(cell),
        set_words(cell, setting),
    )
