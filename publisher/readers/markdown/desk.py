"""What the parts of the Markdown reader share while they read one article."""

from dataclasses import dataclass, field

from publisher.model.inline import Prose
from publisher.readers.base import Findings, Lines


@dataclass(slots=True)
class Note:
    """A footnote's definition: where it stands, what it says, whether it is called."""

    line: int
    content: Prose | None = None
    calls: int = 0


@dataclass(slots=True, kw_only=True)
class Desk:
    """Everything that is gathered in passing.

    Attributes:
        findings: What is to be told.
        lines: Where the runs begin.
        pictures: The files beside the article.
        serbian: What `sr` means.
        notes: The footnotes by label.
        used: The labels of link addresses that were used.
        in_note: Whether a footnote is being read.
    """

    findings: Findings
    lines: Lines
    pictures: frozenset[str] = frozenset()
    serbian: str = "sr-Cyrl"
    notes: dict[str, Note] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    in_note: bool = False
