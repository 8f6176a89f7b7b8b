"""The words that layouts print and no author wrote; every language must have every one."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TypeAlias

from publisher.model.block import FigureKind

TERM_CONTEXT = "layout"


class Term(Enum):
    """A word of the layout; the value is its English form and the msgid in `publisher.po`."""

    PHOTO = "Photo:"
    ILLUSTRATION = "Graphic:"
    BY = "By {name}"
    REPORTING = "Reporting: {name}"
    PHOTOGRAPHS = "Photographs: {name}"
    TRANSLATION = "Translated by {name}"
    EDITING = "Edited by {name}"
    ILLUSTRATIONS = "Illustrations: {name}"
    PUBLISHED = "Published: {date}"
    UPDATED = "Updated: {date}"
    SOURCE = "Source:"
    LICENCE = "Licence:"
    WITHHELD = "Picture not shown"
    FIGURE = "Figure {number}"
    NOTES = "Notes"
    NOTE = "Note {number}"
    BACK = "Back to the text"
    CONTENTS = "Contents"
    COVER = "Cover"
    START = "Beginning of the text"
    PAGE_OF = "Page {number} of {total}"
    KEYWORDS = "Keywords:"
    DRAFT = "Draft"
    ACCESSIBILITY = (
        "The publication has a structure of headings, a table of contents, "
        "and text alternatives for its pictures."
    )


CREDIT_LABELS: Mapping[FigureKind, Term] = MappingProxyType(
    {FigureKind.PHOTOGRAPH: Term.PHOTO, FigureKind.GRAPHIC: Term.ILLUSTRATION}
)

Terms: TypeAlias = Mapping[Term, str]

TERM_LANGUAGE = "en"  # that of the values, which a draft prints for want of a translation
