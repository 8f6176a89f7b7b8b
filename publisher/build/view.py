"""What a build is asked for beyond its files: views of Word files, and checks."""

from enum import Enum


class DocxView(Enum):
    """What a Word file shows; the value is that of `--docx-view`."""

    CLEAN = "clean"  # the edition as it is read
    REVIEW = "review"  # source and translation side by side, and what is wrong with them


class Verify(Enum):
    """How much finished editions are checked; the value is that of `--verify`."""

    FULL = "full"  # each with its article, and those of one article with one another
    FAST = "fast"  # each with its article
    OFF = "off"
