"""What lines are by how they look and where they stand, for writers who never saw a style."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from publisher.readers.captions import split_caption
from publisher.readers.word.captions import Item, Shown, is_caption
from publisher.readers.word.names import Named, Use
from publisher.readers.word.parts import Box, Grid, Line

LONGEST_HEADING = 100  # characters
LONGEST_CAPTION = 500
LONGEST_PLAIN_CAPTION = 160  # of one that nothing tells but its place
LONGEST_CREDIT = 120
RUNNING = 80  # characters, from which a line is running text
FEWEST_CAPITALS = 4
MOST_LINES = 2  # of one caption, and its credit
ENDS_SENTENCE = re.compile(r"[.,;:…]['\"”’»)\]]*$")
SENTENCE = re.compile(r"[.!?…]['\"”’»)]*\s+(?=[^\W\d_a-zа-ш])")
BY_LOOK = 7  # the level of headings that no style tells, below all that a style does


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """How running text of a file is set.

    Attributes:
        size: In half points; 0 where it is not said.
        alignment: As Word says it.
        length: Of a paragraph, in characters.
        captioned: Whether captions have a style of their own.
    """

    size: int = 0
    alignment: str = ""
    length: float = 0
    captioned: bool = False


def usual(items: Sequence[Item]) -> Usual:
    """Measure running text."""
    running = [item for item in items if isinstance(item, Line) and len(item.text) >= RUNNING]
    if not running:
        return Usual()
    sizes, alignments = Counter[int](), Counter[str]()
    for line in running:
        sizes[line.set.size] += len(line.text)
        alignments[line.set.alignment] += len(line.text)
    return Usual(
        size=sizes.most_common(1)[0][0],
        alignment=alignments.most_common(1)[0][0],
        length=median(len(line.text) for line in running),
        captioned=any(
            isinstance(item, Shown) and any(map(is_caption, item.lines)) for item in items
        ),
    )


def is_larger(line: Line, than: Usual) -> bool:
    """Whether a line is set larger than running text."""
    return bool(than.size) and line.set.size > than.size


def is_capitals(line: Line) -> bool:
    """Whether a line is in capitals, as it is typed or as it is set."""
    letters = [letter for letter in line.text if letter.isalpha()]
    return len(letters) >= FEWEST_CAPITALS and (
        line.set.capitals or all(letter.isupper() for letter in letters)
    )


def stands_out(line: Line, than: Usual) -> bool:
    """Whether a line looks like a heading, whatever it says."""
    return (
        line.set.bold or line.set.underlined or is_larger(line, than) or is_capitals(line)
    ) and any(c.isalpha() for c in line.text)


def with_headings(items: Sequence[Item]) -> tuple[Item, ...]:
    """Make headings of short lines that stand out, alone, above running text."""
    than = usual(items)
    return tuple(
        replace(item, named=Named(use=Use.HEADING, level=_level(item, than)))
        if isinstance(item, Line) and _is_heading(item, items[number + 1 :][:1], than)
        else item
        for number, item in enumerate(items)
    )


def _level(line: Line, than: Usual) -> int:
    return BY_LOOK if is_larger(line, than) else BY_LOOK + 1


def _is_heading(line: Line, after: Sequence[Item], than: Usual) -> bool:
    text = line.text
    if line.named.use is not Use.BODY or line.mark or line.under or "\n" in text:
        return False
    if len(text) > LONGEST_HEADING or ENDS_SENTENCE.search(text) or not stands_out(line, than):
        return False
    return any(not isinstance(one, Line) or _is_running(one, than) for one in after)


def _is_running(line: Line, than: Usual) -> bool:
    """Whether a line is what a heading stands above: text that does not stand out itself."""
    return line.mark is not None or line.named.use is not Use.BODY or not stands_out(line, than)


def with_captions(items: Sequence[Item]) -> tuple[Item, ...]:
    """Give each picture that has no caption the lines below it that look like one."""
    return tuple(_with_captions(items, usual(items)))


def _with_captions(items: Sequence[Item], than: Usual) -> Iterator[Item]:
    at = 0
    while at < len(items):
        item = items[at]
        at += 1
        if isinstance(item, Shown) and not isinstance(item.what, Grid):
            taken = _lines_below(item, items[at : at + MOST_LINES + 1], than)
            at += len(taken)
            lines = [line for one in taken for line in _lines(one)]
            item = replace(item, lines=(*item.lines, *lines))
        yield item


def _lines(item: Item) -> Iterable[Line]:
    if isinstance(item, Box):
        return (part for part in item.parts if isinstance(part, Line))
    return (item,) if isinstance(item, Line) else ()


def _lines_below(shown: Shown, below: Sequence[Item], than: Usual) -> Sequence[Item]:
    """Choose how many of the lines below a picture belong to it."""
    taken: list[Item] = []
    for number, item in enumerate(below[:MOST_LINES]):
        follows = below[number + 1 : number + 2]
        if shown.lines or taken:
            if not (isinstance(item, Line) and _is_credit(item)):
                break
        elif not _is_caption_of(shown, item, follows, than):
            break
        taken.append(item)
    return taken


def _is_caption_of(shown: Shown, item: Item, follows: Sequence[Item], than: Usual) -> bool:
    if isinstance(item, Box):
        return all(isinstance(part, Line) for part in item.parts) and (
            sum(len(line.text) for line in _lines(item)) <= LONGEST_CAPTION
        )
    if not isinstance(item, Line) or item.named.use is not Use.BODY or item.mark:
        return False
    if shown.floating or len(item.text) > LONGEST_CAPTION:
        return _is_credit(item)
    return _is_told(item, than) or (not than.captioned and _is_placed(item, follows, than))


def _is_told(line: Line, than: Usual) -> bool:
    """Whether its look or its words tell a line to be a caption."""
    if split_caption(line.text).credit and not ENDS_SENTENCE.search(line.text[-2:-1]):
        return True
    if line.set.bold or is_larger(line, than):
        return False
    smaller = bool(than.size) and 0 < line.set.size < than.size
    centred = line.set.alignment == "center" != than.alignment
    return line.set.italic or smaller or centred


def _is_placed(line: Line, follows: Sequence[Item], than: Usual) -> bool:
    """Whether nothing but its place tells a line to be a caption: it is short, and text follows."""
    text = line.text
    if line.under:
        return len(text) <= LONGEST_CAPTION / 2
    if line.set.bold or is_larger(line, than) or text.endswith((":", "?")):
        return False
    short = len(text) <= LONGEST_PLAIN_CAPTION and len(text) <= than.length * 0.8
    return short and len(SENTENCE.findall(text)) <= 1 and bool(follows)


def _is_credit(line: Line) -> bool:
    if line.named.use is Use.CREDIT:
        return True
    if len(line.text) > LONGEST_CREDIT or line.named.use is not Use.BODY or line.mark:
        return False
    split = split_caption(line.text)
    return bool(split.credit) and not split.caption
