"""Paragraphs without a bookmark: the run whose text they are beyond doubt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from publisher.merge.edition import ALONE, IN_ORDER, Edition
from publisher.merge.gather import Found, Stray
from publisher.merge.likeness import ALIKE, UNLIKE, likeness
from publisher.merge.places import Places
from publisher.merge.spacing import same_words
from publisher.model.walk import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Words without a bookmark; `number` is the run that they belong to, if that is settled."""

    stray: Stray
    number: int | None


def place(
    edition: Edition, places: Places, strays: Sequence[Stray], gone: frozenset[int]
) -> tuple[Placed, ...]:
    """Place words, those first that read as a run does, word for word.

    Args:
        edition: As it is now.
        places: What the file has.
        strays: The words.
        gone: The runs whose text they can be; those that the file does not know can be theirs as
            well, but only as they stand: they were placed before.
    """
    search = _Search(edition, _in_order(edition, places.kept), strays)
    left, unknown = set(gone), set(places.unknown)
    placed: list[Placed] = []
    for stray in search.surest_first(left | unknown):
        number = search.owner(stray, left)
        if number is None:
            number = search.same(stray, unknown)
        left.discard(-1 if number is None else number)
        unknown.discard(-1 if number is None else number)
        placed.append(Placed(stray=stray, number=number))
    return tuple(placed)


def _in_order(edition: Edition, places: Mapping[int, Found]) -> Mapping[int, int]:
    """Give the lines of the runs that are printed in the order in which they are read."""
    in_order = {at: one for at, one in places.items() if edition.role(at) in IN_ORDER}
    return {number: found.lines[0] for number, found in in_order.items()}


@dataclass(frozen=True, slots=True)
class _Search:
    edition: Edition
    lines: Mapping[int, int]
    strays: Sequence[Stray]

    def surest_first(self, numbers: Iterable[int]) -> list[Stray]:
        texts = {" ".join(self.edition.text(number).split()) for number in numbers}
        return sorted(self.strays, key=lambda stray: " ".join(stray.text.split()) not in texts)

    def same(self, stray: Stray, numbers: Iterable[int]) -> int | None:
        """Give the only run that reads so word for word."""
        texts = (number for number in numbers if same_words(stray.text, self.edition.text(number)))
        found = tuple(texts) if stray.whole else ()
        return found[0] if len(found) == 1 else None

    def owner(self, stray: Stray, numbers: Iterable[int]) -> int | None:
        """Give the run whose text it is, edited perhaps: no other may be like it, nor it alone."""
        if not stray.whole:
            return None
        ratios = {n: likeness(stray.text, self.edition.text(n)) for n in sorted(numbers)}
        alike = [number for number, ratio in ratios.items() if ratio >= UNLIKE]
        if len(alike) != 1 or ratios[alike[0]] < ALIKE:
            return None
        number = alike[0]
        if same_words(stray.text, self.edition.text(number)):
            return number
        is_alone = self.edition.role(number) in ALONE and not self._has_dateline(stray, numbers)
        is_only = not any(self._rivals(stray, number))
        return number if is_alone and is_only and self._is_near(stray, number) else None

    def _rivals(self, stray: Stray, number: int) -> Iterator[bool]:
        text = self.edition.text(number)
        for other in self.strays:
            if other is not stray and other.whole:
                yield likeness(other.text, text) >= UNLIKE

    def _is_near(self, stray: Stray, number: int) -> bool:
        """Whether it stands between the runs that its run stands between."""
        before = [n for n, line in self.lines.items() if line < stray.line]
        after = [n for n, line in self.lines.items() if line > stray.line]
        end = len(self.edition.segments)
        return max(before, default=-1) < number < min(after, default=end)

    def _has_dateline(self, stray: Stray, numbers: Iterable[int]) -> bool:
        """Whether words begin with the dateline, which stands before a paragraph's own."""
        datelines = (n for n in numbers if self.edition.role(n) is Role.DATELINE)
        return any(stray.text.startswith(self.edition.text(number)) for number in datelines)
