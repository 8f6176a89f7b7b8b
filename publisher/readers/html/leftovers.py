"""The words of a page that do not stand in the article, told with the reason."""

from publisher.readers.draft import Draft
from publisher.readers.html.layout import Layout
from publisher.readers.incoming import Reason
from publisher.readers.markup.kinds import Element, line_of

LONG = 100  # characters of what may be a paragraph that was not understood


def leave_rest(layout: Layout, draft: Draft) -> None:
    """Leave every run of the page that is not read with the body."""
    placed, reasons = _placed(layout)
    for run in layout.runs:
        if not placed[run.block]:
            unclear = len(run.text) >= LONG and run.linked * 2 < len(run.text)
            reason = reasons[run.block] or (Reason.UNPLACED if unclear else Reason.PAGE)
            draft.leave(run.text, reason, line_of(run.block))


def _placed(layout: Layout) -> tuple[dict[Element, bool], dict[Element, Reason | None]]:
    """Tell of each element whether it is in the body, and why it may stand apart from it."""
    whole = set(layout.nodes)
    for node in layout.nodes:
        if node in layout.plan.boxes:
            whole.update(layout.plan.boxes[node].words)
    placed: dict[Element, bool] = {}
    reasons: dict[Element, Reason | None] = {}
    for element in layout.root.iter():
        parent = element.getparent()
        placed[element] = element in whole or (parent is not None and placed.get(parent, False))
        above = reasons.get(parent) if parent is not None else None
        reasons[element] = layout.apart.get(element) or above
    return placed, reasons
