"""The page: its paper, and how much room there is for text."""

from dataclasses import dataclass

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Length, Mm, Twips

PAPERS = {"A4": (Twips(11906), Twips(16838)), "Letter": (Twips(12240), Twips(15840))}
MARGIN = Mm(30)  # where a template says nothing
NARROW, LOW = Mm(18), Mm(22)  # around a table as wide as the page: beside it, above and below
TALLEST = 0.5  # of the page's height, for a picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The room on a page.

    Attributes:
        width: Of the column of text.
        tallest: The height that a picture may have.
    """

    width: Length
    tallest: Length


def page_of(document: Document, paper: str, *, across: bool = False) -> Page:
    """Set the paper of a document, keep its template's margins, and measure what is left.

    Paper that lies across has narrow margins of its own.
    """
    section = document.sections[0]
    section.page_width, section.page_height = PAPERS[paper][::-1] if across else PAPERS[paper]
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    if across:
        section.left_margin = section.right_margin = NARROW
        section.top_margin = section.bottom_margin = LOW
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        if getattr(section, side) is None:
            setattr(section, side, MARGIN)
    width = (
        _length(section.page_width) - _length(section.left_margin) - _length(section.right_margin)
    )
    return Page(
        width=Length(width - _length(section.gutter)),
        tallest=Length(int(_length(section.page_height) * TALLEST)),
    )


def _length(measure: Length | None) -> int:
    return 0 if measure is None else int(measure)
