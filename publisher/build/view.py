"""Views: what a Word file is for."""

from enum import Enum


class DocxView(Enum):
    """What a Word file shows; the value is that of `--docx-view`."""

    CLEAN = "clean"  # the edition as it is read
    REVIEW = "review"  # source and translation side by side, and what is wrong with them
