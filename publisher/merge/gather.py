"""From the lines of an edited file to the text of each anchor, and to what belongs to none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from publisher.export.docx.anchors import Anchor, Printed, digest_of, digest_of_text
from publisher.export.docx.printed import SPACE
from publisher.merge.spacing import evenly
from publisher.merge.word.returned import Bit, Bits, Line, Part, Returned, words_of

SHOWN = 60  # characters of a neighbour


@dataclass(frozen=True, kw_only=True)
class Found:
    """What an edited file has for an anchor.

    Attributes:
        lines: The numbers of the lines that it stands in; several where a paragraph was split,
            none for a picture's alternative.
    """

    anchor: Anchor
    bits: Bits
    lines: tuple[int, ...]

    @cached_property
    def digest(self) -> str:
        """How it reads now."""
        return digest_of(bit.stretch for bit in self.bits)

    @cached_property
    def reading(self) -> str:
        """How it reads now, however it is spaced."""
        return digest_of(evenly(bit.stretch for bit in self.bits))

    @cached_property
    def changed(self) -> bool:
        """Whether it reads otherwise than when the file was made."""
        return self.anchor.digest not in {self.digest, self.reading}

    @property
    def text(self) -> str:
        """Its words."""
        return words_of(self.bits)

    @property
    def reads_as_printed(self) -> bool:
        """Whether what is no segment has its words still, however they look: as a link, perhaps."""
        words = digest_of_text(SPACE.sub(" ", words_of(self.bits)))
        return not self.changed or words == self.anchor.digest

    @property
    def unbolded(self) -> "Found":
        """The same, not bold where all is: so LibreOffice writes what a table's style says."""
        if not all(bit.strong for bit in self.bits):
            return self
        return replace(self, bits=tuple(replace(bit, strong=False) for bit in self.bits))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """Words that belong to no segment, and what stands before and after them."""

    bits: Bits
    before: str
    after: str
    line: int
    whole: bool  # whether they are all that their paragraph holds

    @property
    def text(self) -> str:
        """The words."""
        return words_of(self.bits).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """An edited file by its anchors.

    Attributes:
        segments: By the anchor's name, in the order of the file.
        alternatives: Of the pictures, in the order of the file.
        printed: What is no segment: words of the layout, and credits.
    """

    segments: dict[str, Found]
    alternatives: tuple[Found, ...]
    printed: tuple[Found, ...]
    strays: tuple[Stray, ...]


def gather(returned: Returned) -> Gathered:
    """Gather the text of each anchor.

    Words that an editor typed right before or after a segment belong to it where no other segment
    touches them: programs leave them outside its bookmark.
    """
    lines = [replace(line, parts=tuple(_settled(line.parts))) for line in returned.lines]
    pieces = [
        (part.anchor, part.bits, number)
        for number, line in enumerate(lines)
        for part in line.parts
        if part.anchor
    ]
    by_name: dict[str, list[tuple[Anchor, Bits, int]]] = {}
    for piece in pieces:
        by_name.setdefault(piece[0].name, []).append(piece)
    found = {
        name: Found(
            anchor=same[0][0],
            bits=tuple(bit for _, bits, _ in same for bit in bits),
            lines=tuple(dict.fromkeys(number for _, _, number in same)),
        )
        for name, same in by_name.items()
    }
    return Gathered(
        segments={name: one for name, one in found.items() if one.anchor.is_segment},
        alternatives=tuple(
            Found(anchor=one.anchor, bits=(Bit(text=one.text),), lines=())
            for one in returned.alternatives
        ),
        printed=tuple(one for one in found.values() if not one.anchor.is_segment),
        strays=tuple(_strays(lines)),
    )


def _settled(parts: Sequence[Part]) -> Iterator[Part]:
    """Give the parts of a line, with what is loose joined to the one segment that it touches."""
    owned = [(_owner(parts, at), part) for at, part in enumerate(parts)]
    for anchor, group in groupby(owned, key=lambda pair: pair[0]):
        bits = tuple(bit for _, part in group for bit in part.bits if bit.text)
        yield Part(anchor=anchor, bits=bits)


def _owner(parts: Sequence[Part], at: int) -> Anchor | None:
    part = parts[at]
    calls = any(bit.note for bit in part.bits)  # LibreOffice may end a bookmark before the call
    if part.anchor or not (calls or words_of(part.bits).strip()):
        return part.anchor
    beside = [parts[other].anchor for other in (at - 1, at + 1) if 0 <= other < len(parts)]
    segments = [anchor for anchor in beside if anchor and anchor.is_segment]
    if len(segments) == 1:
        return segments[0]
    credits_ = [one for one in beside if one and one.key == Printed.CREDIT.value]
    return credits_[0] if credits_ and not segments else None


def _strays(lines: Sequence[Line]) -> Iterator[Stray]:
    for number, line in enumerate(lines):
        for part in line.parts:
            if part.anchor is None and words_of(part.bits).strip():
                yield Stray(
                    bits=part.bits,
                    before=_shown(lines[number - 1].text if number else "", end=True),
                    after=_shown(lines[number + 1].text if number + 1 < len(lines) else ""),
                    line=number,
                    whole=all(other.anchor is None for other in line.parts),
                )


def _shown(text: str, *, end: bool = False) -> str:
    text = " ".join(text.split())
    if len(text) <= SHOWN:
        return text
    return f"…{text[-SHOWN:]}" if end else f"{text[:SHOWN]}…"
