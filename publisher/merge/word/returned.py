"""What an edited Word file holds: lines of anchored text, remarks, and who changed what."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from publisher.export.docx.anchors import CALL, Anchor, Stretch
from publisher.export.docx.printed import same_address
from publisher.merge.word.unread import Unread


class Tracked(Enum):
    """How tracked changes are read."""

    FINAL = "final"  # as if all were accepted
    ORIGINAL = "original"  # as if all were rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class Bit:
    """Text of a run.

    Attributes:
        text: As printed; a line break is a line feed, the call of a footnote `CALL`.
        position: `superscript`, `subscript` or nothing.
        href: Where it leads, or nothing.
        style: `Code` or `Keep`, or nothing.
        spoken: Word's tag of its language, where the run has one.
        note: The id of the footnote that is called.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    position: str = ""
    href: str = ""
    style: str = ""
    spoken: str = ""
    note: str = ""

    @property
    def stretch(self) -> Stretch:
        """What is digested of it."""
        if self.text == CALL:
            return Stretch(text=CALL)
        said = {"b": self.strong, "i": self.emphasis}
        said |= {"sup": self.position == "superscript", "sub": self.position == "subscript"}
        return Stretch(
            text=self.text,
            marks=frozenset(one for one, is_so in said.items() if is_so),
            leads=same_address(self.href),
        )


Bits = tuple[Bit, ...]


def words_of(bits: Iterable[Bit]) -> str:
    """Give the text of bits; calls of footnotes are left out."""
    return "".join(bit.text for bit in bits).replace(CALL, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Text of one line that stands in the same bookmark, or in none."""

    bits: Bits
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph of the file, or of a footnote, whose id is `note`."""

    parts: tuple[Part, ...]
    note: str = ""

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(words_of(part.bits) for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """The text alternative of a picture."""

    anchor: Anchor
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A comment in the margin, and the anchors of the text that it was made on.

    Attributes:
        day: `YYYY-MM-DD`, or nothing.
    """

    author: str
    day: str
    text: str
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A tracked change.

    Attributes:
        inserted: Whether the text was put in; else it was taken out.
    """

    author: str
    day: str
    inserted: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """An edited file.

    Attributes:
        slug: The article that it says it is of; empty where it says nothing.
        language: The BCP 47 tag that it says it is in.
        lines: Paragraphs in the order of the file, those of footnotes last.
        made_from: The segments of the article when the file was made, in the order of reading;
            none in files of before it was said.
        alternatives: Of the pictures, in the order of the file.
        endless: Names of bookmarks that have lost their end, as when a paragraph was split.
        unread: What no article can take.
    """

    slug: str
    language: str
    lines: tuple[Line, ...]
    alternatives: tuple[Alternative, ...] = ()
    remarks: tuple[Remark, ...] = ()
    changes: tuple[Change, ...] = ()
    made_from: tuple[str, ...] = ()
    endless: frozenset[str] = frozenset()
    unread: tuple[Unread, ...] = ()
