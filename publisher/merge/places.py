"""Which run of the article is what a file has: the file is taken as a whole.

A segment's id says what its text was when the file was made. Since then the article may have
changed, perhaps by this very file; and an id that is still there may be that of another run, which
has come to read so. So what the file was made from is aligned with the article, each place of it by
its segment, or by the words that the file has for it now.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from publisher.merge.align import Mark, align
from publisher.merge.edition import Edition
from publisher.merge.gather import Found, Gathered
from publisher.model.walk import Role

# What is printed after all else that is read after it, in this order.
PRINTED_LAST = (Role.NOTE, Role.KEYWORD, Role.RIGHTS, Role.FOOTNOTE, Role.ALT)
ELSEWHERE = ""  # the key of what the file was not made from


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A segment that a file was made from; `found` is None where the file has it no more."""

    key: str
    found: Found | None = None

    @property
    def changed(self) -> bool:
        """Whether the file has other words for it than when it was made."""
        return self.found is not None and self.found.changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """What a file has, by the number of the run that it belongs to.

    Attributes:
        kept: For each run that says what the file was made from.
        altered: For each run that said something else then, and says now what the file has.
        lost: Edited, but it belongs to no run, or not for certain to one.
        gone: The runs that the file was made from and has no more.
        unknown: The runs that the file knows nothing of.
        added: Those of them that stand where the file has nothing in their place.
    """

    kept: Mapping[int, Found]
    altered: Mapping[int, Found]
    lost: tuple[Found, ...]
    gone: frozenset[int]
    unknown: frozenset[int]
    added: frozenset[int]


def locate(edition: Edition, gathered: Gathered, made_from: Sequence[str]) -> Places:
    """Find the run of each segment that a file was made from.

    Args:
        edition: As it is now.
        gathered: What the file has.
        made_from: What it says that it was made from; nothing where it does not say so.
    """
    file = tuple(_asked(gathered, made_from)) if made_from else _as_it_stands(gathered)
    order = tuple(_order(edition, file, is_printed=not made_from))
    settled = align([_mark(one) for one in file], [_known(edition, number) for number in order])
    pairs = {at: order[there] for at, there in settled.items()}
    pairs |= dict(_left_over(file, edition, pairs, order))
    unknown = frozenset(order) - frozenset(pairs.values())
    added = frozenset(_surplus(len(file), order, settled, pairs))
    gone = {number for at, number in pairs.items() if file[at].found is None}
    if not made_from:
        gone |= added
    return Places(
        kept=_found(file, pairs, lambda key, number: key == edition.segments[number].id),
        altered=_found(file, pairs, lambda key, number: key != edition.segments[number].id),
        lost=tuple(
            one.found
            for at, one in enumerate(file)
            if one.found and one.changed and at not in pairs
        ),
        gone=frozenset(gone),
        unknown=unknown,
        added=added if made_from else frozenset(),
    )


def _found(
    file: Sequence[Asked], pairs: Mapping[int, int], is_one: Callable[[str, int], bool]
) -> Mapping[int, Found]:
    found = ((file[at], number) for at, number in sorted(pairs.items()))
    return {number: one.found for one, number in found if one.found and is_one(one.key, number)}


def _asked(gathered: Gathered, made_from: Sequence[str]) -> Iterator[Asked]:
    """Give what the file was made from, and then what came into it from elsewhere."""
    left = {(one.anchor.key, one.anchor.count): one for one in gathered.segments.values()}
    pictures = dict(_pictures(gathered.alternatives, Counter(made_from)))
    counts = Counter[str]()
    for key in made_from:
        counts[key] += 1
        at = key, counts[key]
        yield Asked(key=key, found=left.pop(at, None) or pictures.pop(at, None))
    for one in (*left.values(), *pictures.values()):
        yield Asked(key=ELSEWHERE, found=one)


def _pictures(
    alternatives: Sequence[Found], times: Mapping[str, int]
) -> Iterator[tuple[tuple[str, int], Found]]:
    """Number alternatives; which of several alike was edited shows only where all are there."""
    there = Counter(one.anchor.key for one in alternatives)
    counts = Counter[str]()
    for one in alternatives:
        key = one.anchor.key
        is_sure = there[key] == times[key] or not one.changed
        name = key if is_sure else ELSEWHERE
        counts[name] += 1
        yield (name, counts[name]), one


def _as_it_stands(gathered: Gathered) -> tuple[Asked, ...]:
    found = (*gathered.segments.values(), *gathered.alternatives)
    return tuple(Asked(key=one.anchor.key, found=one) for one in found)


def _order(edition: Edition, file: Sequence[Asked], *, is_printed: bool) -> Iterable[int]:
    """Give the runs that a file can have, as they are read or as they are printed."""
    keys = {asked.key for asked in file}
    unprinted = frozenset(_notes_of_summary(edition, keys))
    numbers = (
        number
        for number, segment in enumerate(edition.segments)
        if segment.role is Role.ALT or number in edition.expected or segment.id in keys
        if number not in unprinted
    )
    if not is_printed:
        return numbers
    last = {role: place for place, role in enumerate(PRINTED_LAST, start=1)}
    return sorted(numbers, key=lambda number: (last.get(edition.role(number), 0), number))


def _notes_of_summary(edition: Edition, keys: frozenset[str] | set[str]) -> Iterator[int]:
    """Give the notes that are called in a summary which the file does not have."""
    inside = False
    for number, segment in enumerate(edition.segments):
        if segment.role is Role.FOOTNOTE and inside:
            yield number
        elif segment.role is not Role.FOOTNOTE:
            inside = segment.role is Role.SUMMARY and segment.id not in keys


def _mark(asked: Asked) -> Mark:
    words = asked.found.text.split() if asked.found else ()
    return Mark(key=asked.key, words=" ".join(words))


def _known(edition: Edition, number: int) -> Mark:
    words = " ".join(edition.text(number).split())
    return Mark(key=edition.segments[number].id, words=words)


def _left_over(
    file: Sequence[Asked], edition: Edition, pairs: Mapping[int, int], order: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pair by the segment alone what does not stand in order.

    With words that nobody edited nothing can go wrong. Edited ones are given to a run that stands
    elsewhere now only where it is the only one, and where all that the file has is still there.
    """
    taken = frozenset(pairs.values())
    free: dict[str, list[int]] = {}
    for number in order:
        if number not in taken:
            free.setdefault(edition.segments[number].id, []).append(number)
    there = Counter(segment.id for segment in edition.segments)
    times = Counter(asked.key for asked in file if asked.key != ELSEWHERE)
    is_all_there = all(key in there for key in times)
    for at, asked in enumerate(file):
        is_one = is_all_there and times[asked.key] == there[asked.key] == 1
        if at not in pairs and free.get(asked.key) and (is_one or not asked.changed):
            yield at, free[asked.key].pop(0)


def _surplus(
    size: int, order: Sequence[int], settled: Mapping[int, int], pairs: Mapping[int, int]
) -> Iterator[int]:
    """Give the runs between two settled ones for which the file has nothing between the two.

    Args:
        size: Of the file.
        order: The runs.
        settled: The place in `order` of each place of the file that has one, in order.
        pairs: The run of each place of the file that has one.
    """
    taken = frozenset(pairs.values())
    at, there = 0, 0
    for until, beyond in (*settled.items(), (size, len(order))):
        unpaired = sum(one not in pairs for one in range(at, until))
        runs = [number for number in order[there:beyond] if number not in taken]
        yield from runs[unpaired:]
        at, there = until + 1, beyond + 1
