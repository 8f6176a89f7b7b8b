"""What became of each segment that an edited file still has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile

from publisher.export.docx.anchors import BLANK, digest_of_text
from publisher.merge.edition import Edition
from publisher.merge.gather import Found, Stray
from publisher.merge.likeness import ALIKE, UNLIKE, likeness
from publisher.merge.places import Places
from publisher.model.walk import Role

MOST_PIECES = 3  # in which what is left of a split text is looked for on either side


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """It reads otherwise."""

    number: int
    found: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """It stands in several paragraphs now; `strays` are those that are outside its bookmark."""

    number: int
    text: str
    strays: tuple[Stray, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """It has taken in its neighbour, whose run is `absorbed`."""

    text: str
    absorbed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """It was edited, and its source has changed since the file was made."""

    text: str


Verdict = Edited | Split | Joined | Outdated


def judge(
    edition: Edition, places: Places, strays: Sequence[Stray], endless: frozenset[str]
) -> Iterator[Verdict]:
    """Say what became of each segment to which something happened.

    Args:
        edition: As it is now.
        places: Where the segments of the file stand in it.
        strays: The paragraphs of the file that belong to no segment.
        endless: The names of bookmarks that have lost their end.
    """
    yield from (Outdated(text=found.text) for found in places.lost)
    for number, found in places.altered.items():
        if found.changed and _looks(edition, number, found).reading != edition.reading(number):
            yield Outdated(text=found.text)
    by_line = {stray.line: stray for stray in strays}
    for number, as_found in places.kept.items():
        found = _looks(edition, number, as_found)
        if len(found.lines) > 1 or (found.changed and found.anchor.name in endless):
            yield Split(number=number, text=found.text)
        elif _is_edited(edition, number, found):
            yield (
                _halves(number, edition.text(number), found, by_line)
                or _joined(edition, number, found, places.gone)
                or Edited(number=number, found=found)
            )


def _looks(edition: Edition, number: int, found: Found) -> Found:
    is_cell = edition.role(number) is Role.CELL
    return found.unbolded if found.changed and is_cell else found


def _is_edited(edition: Edition, number: int, found: Found) -> bool:
    """Whether it reads otherwise; the words of the source may be a translation too."""
    if found.anchor.digest == digest_of_text(BLANK) and not found.text.strip():
        return False
    waits = edition.segments[number].id in edition.waiting
    return found.changed and (waits or found.reading != edition.reading(number))


def _halves(number: int, before: str, found: Found, strays: Mapping[int, Stray]) -> Split | None:
    """Tell whether the paragraphs next to a text are what it has lost."""
    best, most = None, likeness(_solid(found.text), _solid(before))
    for stray in filter(None, map(strays.get, found.lines)):  # typed where two were joined
        for text in (f"{stray.text} {found.text}", f"{found.text} {stray.text}"):
            ratio = likeness(_solid(text), _solid(before))
            if ratio > most and ratio >= ALIKE:
                best, most = Split(number=number, text=text, strays=(stray,)), ratio
    for pieces in _beside(found, strays):
        lines = sorted([(found.lines[0], found.text), *((one.line, one.text) for one in pieces)])
        text = " ".join(text for _, text in lines)
        ratio = likeness(_solid(text), _solid(before))
        if ratio > most and ratio >= ALIKE:
            best, most = Split(number=number, text=text, strays=pieces), ratio
    return best


def _beside(found: Found, strays: Mapping[int, Stray]) -> Iterator[tuple[Stray, ...]]:
    """Give the paragraphs right before a text and right after it, one, two and three of them."""
    for line in found.lines:
        for step in (1, -1):
            beside = (strays.get(line + step * far) for far in range(1, MOST_PIECES + 1))
            there = ((stray,) for stray in takewhile(bool, beside) if stray)
            yield from accumulate(there)


def _solid(text: str) -> str:
    return "".join(text.split())


def _joined(edition: Edition, number: int, found: Found, gone: frozenset[int]) -> Joined | None:
    """Tell whether a text has taken in a neighbour that is gone; cells cannot be joined."""
    if edition.role(number) is Role.CELL:
        return None
    for other in _neighbours(edition, number):
        is_there = other not in gone or edition.role(other) is Role.CELL
        if not is_there and _holds(edition, number, other, found.text):
            return Joined(text=found.text, absorbed=other)
    return None


def _neighbours(edition: Edition, number: int) -> Iterator[int]:
    """Give the runs before and after; a footnote stands among footnotes, and only there."""
    is_note = edition.role(number) is Role.FOOTNOTE
    for way in (range(number - 1, -1, -1), range(number + 1, len(edition.segments))):
        alike = (one for one in way if (edition.role(one) is Role.FOOTNOTE) == is_note)
        yield from (one for one in (next(alike, None),) if one is not None)


def _holds(edition: Edition, number: int, other: int, text: str) -> bool:
    """Whether a text is that of a run, edited perhaps, with another's before or after it."""
    text, own, theirs = (
        " ".join(one.split()) for one in (text, edition.text(number), edition.text(other))
    )
    first = other < number
    rest = text.removeprefix(theirs) if first else text.removesuffix(theirs)
    joint = (theirs[-1:] + rest[:1]) if first else (rest[-1:] + theirs[:1])
    is_apart = len(joint) < len("ab") or not joint.isalnum()
    if theirs and rest != text and likeness(rest.strip(), own) >= (UNLIKE if is_apart else ALIKE):
        return True
    whole = likeness(text, f"{theirs} {own}" if first else f"{own} {theirs}")
    return whole >= ALIKE and whole > likeness(text, own)
