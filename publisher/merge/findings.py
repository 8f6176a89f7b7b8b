"""What comparing an edited file with an edition gives: edits, and what has no place."""

from dataclasses import dataclass

from publisher.catalog.segment import Segment
from publisher.export.docx.anchors import Anchor
from publisher.merge.word.returned import Bits


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in an edited file that has no place of its own in the article.

    Attributes:
        code: A stable name.
        text: The words in question.
        near: What stands before and after them.
    """

    code: str
    message: str
    text: str = ""
    near: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A segment that was edited.

    Attributes:
        number: Of its run in the article, in the order of reading, from 0.
        segment: Of the source article.
        anchor: By which it was found.
        bits: As it reads now.
        before: As it would be printed now, without markup.
    """

    number: int
    segment: Segment
    anchor: Anchor
    bits: Bits
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What came of comparing; `notes` are what was settled and is told all the same."""

    edits: tuple[Edit, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
