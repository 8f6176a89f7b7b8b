"""Which lines are the captions of which pictures and tables."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from publisher.readers.word.names import Use
from publisher.readers.word.parts import Box, Grid, Line, Part, Picture, Rule

OF_TABLE = re.compile(r"\s*(?:tab|таб)", re.IGNORECASE)
WORDS_OF_PICTURE = frozenset({Use.CAPTION, Use.CREDIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Pictures that stand together, or a table, with the lines that belong to them."""

    what: tuple[Picture, ...] | Grid
    lines: tuple[Line, ...] = ()

    @property
    def floating(self) -> bool:
        """Whether text runs around it."""
        return not isinstance(self.what, Grid) and all(one.floating for one in self.what)


Item: TypeAlias = Line | Box | Rule | Shown


def items_of(parts: Iterable[Part]) -> tuple[Item, ...]:
    """Put pictures of one paragraph together, and give them and tables the captions by style."""
    items: list[Item] = []
    for together, group in groupby(_shown(parts), _belongs):
        run = tuple(group)
        items += _paired(run) if together else run
    return tuple(items)


def _shown(parts: Iterable[Part]) -> Iterator[Item]:
    for number, group in groupby(
        parts, lambda part: part.number if isinstance(part, Picture) else None
    ):
        if number is not None:
            yield Shown(what=tuple(part for part in group if isinstance(part, Picture)))
            continue
        for part in group:
            if isinstance(part, Grid):
                yield Shown(what=part)
            elif not isinstance(part, Picture):
                yield part


def _belongs(item: Item) -> bool:
    return isinstance(item, Shown) or is_caption(item)


def is_caption(item: Item) -> bool:
    """Whether a line says by its style that it belongs to a picture or a table."""
    return isinstance(item, Line) and item.named.use in WORDS_OF_PICTURE


def _paired(run: tuple[Item, ...]) -> Iterator[Item]:
    """Pair captions with what they belong to, in a run that holds nothing else.

    They stand below it, or all above it where the run begins with one and does not end with one.
    """
    above = not isinstance(run[0], Shown) and isinstance(run[-1], Shown)
    targets = [number for number, item in enumerate(run) if isinstance(item, Shown)]
    lines: dict[int, list[Line]] = {}
    for number, item in enumerate(run):
        if isinstance(item, Line):
            lines.setdefault(_target(item, number, run, targets, above=above), []).append(item)
    yield from lines.get(NOWHERE, [])
    for number, item in enumerate(run):
        if isinstance(item, Shown):
            yield replace(item, lines=tuple(lines.get(number, ())))


NOWHERE = -1


def _target(
    line: Line, number: int, run: tuple[Item, ...], targets: list[int], *, above: bool
) -> int:
    at = bisect(targets, number)
    before, after = targets[max(at - 1, 0) : at], targets[at : at + 1]
    nearest = [*after, *before] if above else [*before, *after]
    if OF_TABLE.match(line.label):
        tables = (one for one in (*before, *after) if _is_table(run[one]))
        return next(tables, next(iter(nearest), NOWHERE))
    return next(iter(nearest), NOWHERE)


def _is_table(item: Item) -> bool:
    return isinstance(item, Shown) and isinstance(item.what, Grid)
