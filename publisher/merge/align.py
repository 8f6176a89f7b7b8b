"""Which place of a file is which of an article, where their order and their neighbours settle it.

Both are taken as sequences. Of all ways to pair them in order, those count that pair the most
places, and among these the ones that pair the most by key. A place that has the same partner in all
of them is settled; one that could have another is not, and is given none.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

BY_WORDS = 1 << 32  # more than all keys that a sequence can have
BY_KEY = BY_WORDS + 1
MOST_CELLS = 2_000_000  # of a table of pairs; what is larger stays unsettled


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """By what a place is known.

    Attributes:
        key: Of its segment.
        words: What it says, or is to say; nothing where that tells nothing.
    """

    key: str
    words: str = ""


Pair = tuple[int, int]


def align(file: Sequence[Mark], article: Sequence[Mark]) -> Mapping[int, int]:
    """Give the place in an article of each place of a file, where that is settled.

    >>> a, b = Mark(key="a"), Mark(key="b")
    >>> align((a, b), (a, Mark(key="c"), b))
    {0: 0, 1: 2}
    >>> align((a, b), (a, a, b))
    {1: 2}
    """
    settled: dict[int, int] = {}
    row, column = 0, 0
    for at, there in (*_sure(file, article), (len(file), len(article))):
        block = _settled(file[row:at], article[column:there])
        settled |= {row + one: column + other for one, other in block}
        if at < len(file):
            settled[at] = there
        row, column = at + 1, there + 1
    return settled


def _sure(file: Sequence[Mark], article: Sequence[Mark]) -> Sequence[Pair]:
    """Pair what can be nothing else, by key and by words, as far as it stands in order."""
    keys = _numbered(one.key for one in article)
    words, said = (_numbered(one.words for one in side) for side in (article, file))
    pairs = (
        (numbers[0], keys[key][0])
        for key, numbers in _numbered(one.key for one in file).items()
        if len(numbers) == len(keys.get(key, ())) == 1
    )
    return _in_order(
        (at, there)
        for at, there in pairs
        if words.get(file[at].words, [there]) == [there]
        and said.get(article[there].words, [at]) == [at]
    )


def _numbered(labels: Iterable[str]) -> Mapping[str, list[int]]:
    """Number labels: where does each stand?"""
    found: dict[str, list[int]] = {}
    for number, label in enumerate(labels):
        if label:
            found.setdefault(label, []).append(number)
    return found


def _in_order(pairs: Iterable[Pair]) -> Sequence[Pair]:
    """Give the longest part of pairs, the first of which rise, whose second ones rise as well."""
    ends: list[Pair] = []  # of the parts of each length, the pair by which the lowest one ends
    before: dict[Pair, Pair] = {}
    for pair in pairs:
        at = bisect_left(ends, pair[1], key=lambda one: one[1])
        if at:
            before[pair] = ends[at - 1]
        ends[at : at + 1] = [pair]
    found = ends[-1:]
    while found and found[-1] in before:
        found.append(before[found[-1]])
    return found[::-1]


def _settled(file: Sequence[Mark], article: Sequence[Mark]) -> Iterator[Pair]:
    """Pair what has one partner in every best way of pairing."""
    if len(file) == len(article) and all(map(_weight, file, article)):
        yield from zip(range(len(file)), range(len(file)), strict=True)
        return
    if len(file) * len(article) > MOST_CELLS:
        return
    front, back = _best(file, article), _best(file[::-1], article[::-1])
    most = front[-1][-1]
    for at, mark in enumerate(file):
        before, after = front[at], back[-2 - at][::-1]
        free = any(one + other == most for one, other in zip(before, after, strict=True))
        weights = [_weight(mark, other) for other in article]
        partners = [
            there
            for there, weight in enumerate(weights)
            if weight and before[there] + weight + after[there + 1] == most
        ]
        if len(partners) == 1 and not free:
            yield at, partners[0]


def _best(file: Sequence[Mark], article: Sequence[Mark]) -> list[list[int]]:
    """Give the weight of the best pairing of each beginning of a file with each of an article."""
    rows = [[0] * (len(article) + 1)]
    for mark in file:
        before, row = rows[-1], [0]
        for at, other in enumerate(article):
            paired = before[at] + _weight(mark, other)
            row.append(max(paired, before[at + 1], row[at]))
        rows.append(row)
    return rows


def _weight(one: Mark, other: Mark) -> int:
    if one.key == other.key:
        return BY_KEY
    return BY_WORDS if one.words and one.words == other.words else 0
