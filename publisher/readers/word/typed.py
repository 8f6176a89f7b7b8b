"""Lists whose marks were typed: "- " or "1." before each line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from publisher.readers.word.captions import Item
from publisher.readers.word.names import Use
from publisher.readers.word.numbering import Mark
from publisher.readers.word.parts import Line
from publisher.readers.word.row import cut, lines_of

SURE = re.compile(r"[•●○▪■□◦‣▶►➢✓·∙\uf0b7\uf0a7]\s*|o\t\s*")
DASHED = re.compile(r"(?:[-*+]|[–—](?=\t))\s+")
NUMBERED = re.compile(r"\(?([0-9]{1,3})[.)]\s+(?=\S)")
LETTERED = re.compile(r"\(?([a-zа-ш])\)\s+(?=\S)")
SPOKEN = re.compile(
    r"\s[-–—]\s|[,!?]\s*[-–—]\s"
)  # speech begins with a dash, and goes on after one
LONGEST_DASHED = 300  # characters
FEWEST = 2  # items
MOST_LINES = 500  # of one paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A mark that was typed: its length, what it is, and its number."""

    length: int
    kind: str
    number: int = 1
    sure: bool = False


def with_typed_lists(items: Sequence[Item]) -> Iterator[Item]:
    """Make items of lists of lines that begin with a mark that was typed."""
    opened = [part for item in items for part in _parted(item)]
    marks = [_typed(item) for item in opened]
    at = 0
    while at < len(opened):
        length = _run(marks, at)
        for number in range(at, at + max(length, 1)):
            item, typed = opened[number], marks[number]
            if length and isinstance(item, Line) and typed:
                yield _marked(item, typed)
            else:
                yield item
        at += max(length, 1)


def _parted(item: Item) -> tuple[Item, ...]:
    """Part a paragraph whose lines are each an item."""
    if not isinstance(item, Line) or item.mark or "\n" not in item.text:
        return (item,)
    parts = tuple(replace(item, row=row) for row in lines_of(item.row))
    marks = [_typed(part) for part in parts[:MOST_LINES]]
    if len(parts) > MOST_LINES or not all(marks) or _run(marks, 0) < len(parts):
        return (item,)
    return parts


def _typed(item: Item) -> Typed | None:
    if not isinstance(item, Line) or item.named.use is not Use.BODY or item.mark:
        return None
    start = "".join(piece.text for piece in item.row[:4])[:20]
    if found := SURE.match(start):
        return Typed(length=found.end(), kind="•", sure=True)
    if found := DASHED.match(start):
        plain = len(item.text) <= LONGEST_DASHED and not SPOKEN.search(item.text[found.end() :])
        return Typed(length=found.end(), kind=found.group()[0]) if plain else None
    if found := NUMBERED.match(start):
        return Typed(length=found.end(), kind="1", number=int(found[1]))
    if found := LETTERED.match(start):
        number = ord(found[1]) - ord("a" if found[1].isascii() else "а") + 1
        return Typed(length=found.end(), kind="a", number=number)
    return None


def _run(marks: Sequence[Typed | None], at: int) -> int:
    """Count the items of the list that begins here; 0 where none does."""
    first = marks[at]
    if first is None:
        return 0
    end = at + 1
    while end < len(marks) and _follows(marks[end], marks[end - 1]):
        end += 1
    return end - at if first.sure or end - at >= FEWEST else 0


def _follows(one: Typed | None, before: Typed | None) -> bool:
    if one is None or before is None or one.kind != before.kind:
        return False
    return one.kind not in {"1", "a"} or one.number == before.number + 1


def _marked(line: Line, typed: Typed) -> Line:
    ordered = typed.kind in {"1", "a"}
    mark = Mark(level=0, ordered=ordered, number=typed.number, series=f"typed {typed.kind}")
    row = cut(line.row, typed.length, len(line.text))
    return replace(line, row=row, mark=mark, label=line.text[: typed.length]) if row else line
