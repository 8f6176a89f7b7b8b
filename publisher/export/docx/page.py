"""The page: its paper, and how much room there is for text."""

from dataclasses import dataclass

from docx.document import Document
from docx.shared import Length, Mm, Twips

PAPERS = {"A4": (Twips(11906), Twips(16838)), "Letter": (Twips(12240), Twips(15840))}
MARGIN = Mm(30)  # where a template says nothing
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


def page_of(document: Document, paper: str) -> Page:
    """Set the paper of a document, keep its template's margins, and measure what is left."""
    section = document.sections[0]
    section.page_width, section.page_height = PAPERS[paper]
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        if getattr(section, side) is None:
            setattr(section, side, MARGIN)
    width = PAPERS[paper][0] - _length(section.left_margin) - _length(section.right_margin)
    return Page(
        width=Length(width - _length(section.gutter)),
        tallest=Length(int(PAPERS[paper][1] * TALLEST)),
    )


def _length(measure: Length | None) -> int:
    return 0 if measure is None else int(measure)
