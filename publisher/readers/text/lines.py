"""The lines of a text: which of them are one paragraph, and what each looks like."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from publisher.readers.draft import presentable

WRAPPED = 85  # characters; no line of a text that was wrapped is longer
FULL = 45  # characters of a line that is broken because it is full
LEAST_WRAPPED = 3  # lines in a row, by which wrapping is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, or what looks like one.

    Attributes:
        text: On one line.
        number: Of its first line in the file, 1-based.
        apart: Whether an empty line stands before it.
        followed: Whether an empty line stands after it.
    """

    text: str
    number: int
    apart: bool = False
    followed: bool = False


def lines_of(text: str) -> tuple[Line, ...]:
    """Give the paragraphs of a text; lines that were broken at a margin are put together."""
    numbered = list(enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1))
    groups = [
        list(group)
        for filled, group in groupby(numbered, key=lambda one: bool(presentable(one[1])))
        if filled
    ]
    wrapped = _is_wrapped(groups)
    return tuple(line for group in groups for line in _group(group, wrapped=wrapped))


def _is_wrapped(groups: list[list[tuple[int, str]]]) -> bool:
    """Whether paragraphs are broken at a margin: lines in a row are full, and none is longer."""
    lines = [line for group in groups for _, line in group]
    inner = [line for group in groups for _, line in group[:-1]]
    full = sum(len(line) >= FULL for line in inner)
    return (
        len(inner) >= LEAST_WRAPPED
        and max(map(len, lines)) <= WRAPPED
        and full > len(inner) * 2 // 3
    )


def _group(group: list[tuple[int, str]], *, wrapped: bool) -> Iterator[Line]:
    """Give the paragraphs between two empty lines."""
    parts: list[list[tuple[int, str]]] = []
    for number, line in group:
        goes_on = wrapped and parts and len(parts[-1][-1][1]) >= FULL and not MARK.match(line)
        if goes_on:
            parts[-1].append((number, line))
        else:
            parts.append([(number, line)])
    for at, part in enumerate(parts):
        yield Line(
            text=presentable(" ".join(line for _, line in part)),
            number=part[0][0],
            apart=at == 0,
            followed=at == len(parts) - 1,
        )


MARK = re.compile(r"\s*(?:[-*•‣▪●–]|\d{1,2}[.)])\s+(?=\S)")


def item_of(line: str) -> tuple[str, str] | None:
    """Part a line that begins with the mark of a list into mark and words.

    >>> item_of("• Tents"), item_of("2. June"), item_of("– Ne, rekla je.")
    (('•', 'Tents'), ('2.', 'June'), ('–', 'Ne, rekla je.'))
    """
    found = MARK.match(line)
    return (found.group().strip(), line[found.end() :]) if found else None
