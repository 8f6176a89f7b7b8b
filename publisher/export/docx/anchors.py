"""Anchors: names of bookmarks by which an edited Word file is read back.

A name says what stands in its bookmark, and how that read when the file was made, so that a change
shows in the file itself. Word and LibreOffice keep the names; those that begin with `_` are hidden
from editors.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

DIGITS = 8
NAME = re.compile(
    r"(?P<key>s[0-9a-f]{12}|_words|_credit)_(?P<digest>[0-9a-f]{8})"
    r"(?:_(?P<count>[0-9]{1,6}))?(?:_Copy_[0-9]+)*"  # what LibreOffice adds in footnotes
)
CALL = "\ufffc"  # stands for the call of a footnote
BLANK = "\u00a0"  # stands where there is no text yet: LibreOffice drops empty bookmarks
NOTE_MARK = re.compile(r"\[[0-9]+\]")  # a call that leads to a row of a table


class Printed(Enum):
    """What stands in a file that is no segment; the value begins its anchor."""

    WORDS = "_words"  # of the layout: labels, dates, the masthead
    CREDIT = "_credit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Text that is printed alike.

    Attributes:
        text: As printed; a line break is a line feed, the call of a footnote `CALL`.
        marks: Of `b`, `i`, `sup` and `sub`, what the text has.
        leads: Where it leads, as `same_address` gives it, or nothing.
    """

    text: str
    marks: frozenset[str] = frozenset()
    leads: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What the name of a bookmark says.

    Attributes:
        key: A segment's id, or a value of `Printed`.
        digest: Of what stood in the bookmark when the file was made.
        count: 1 for the first run of its segment in the file, 2 for the next.
    """

    key: str
    digest: str
    count: int = 1

    @property
    def name(self) -> str:
        """The name of the bookmark.

        >>> Anchor(key="s034f9de27c53", digest="1a2b3c4d", count=2).name
        's034f9de27c53_1a2b3c4d_2'
        """
        again = f"_{self.count}" if self.count > 1 else ""
        return f"{self.key}_{self.digest}{again}"

    @property
    def is_segment(self) -> bool:
        """Whether a segment stands there."""
        return not self.key.startswith("_")


def read_anchor(name: str) -> Anchor | None:
    """Read the name of a bookmark; None where it is not one of ours.

    >>> read_anchor("s034f9de27c53_1a2b3c4d_2_Copy_1").count
    2
    """
    found = NAME.fullmatch(name)
    if found is None:
        return None
    return Anchor(key=found["key"], digest=found["digest"], count=int(found["count"] or 1))


def digest_of(stretches: Iterable[Stretch]) -> str:
    """Digest what is printed; how it is cut into stretches makes no difference.

    >>> halves = [Stretch(text="on"), Stretch(text="e")]
    >>> digest_of(halves) == digest_of([Stretch(text="one")])
    True
    """
    digest = hashlib.sha256()
    printed = (one for one in stretches if one.text)
    for (marks, leads), group in groupby(printed, key=lambda one: (one.marks, one.leads)):
        text = "".join(one.text for one in group)
        said = " ".join((*sorted(marks), *filter(None, (leads,))))
        digest.update(f"{said}\0{text}\0".encode())
    return digest.hexdigest()[:DIGITS]


def digest_of_text(text: str) -> str:
    """Digest plain text."""
    return digest_of((Stretch(text=text),))
