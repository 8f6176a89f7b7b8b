"""The title of an article: by style, as the first heading, or by how a line looks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from publisher.readers.captions import split_caption
from publisher.readers.word.captions import Item, Shown
from publisher.readers.word.looks import Usual, is_capitals, is_larger, stands_out
from publisher.readers.word.names import Use
from publisher.readers.word.parts import Grid, Line
from publisher.readers.word.setting import bare

HEAD = 15  # items in which the head of an article ends
LONGEST = 250  # characters
LONGEST_PLAIN = 140  # of one that nothing tells but its place
LONGEST_KICKER = 30
MOST_LINES = 3
SENTENCE_END = re.compile(r"[.,;:]['\"”’»)]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """Looks for the title of an article.

    Attributes:
        items: Of the file.
        than: How running text is set.
        known: The title that the file says it has; empty where it says none.
        says_something_else: Whether a line is a byline or a day.
    """

    items: Sequence[Item]
    than: Usual
    known: str
    says_something_else: Callable[[Line], bool]

    def choose(self) -> tuple[int, int] | None:
        """Give the places of its first and its last line; None where none looks like one."""
        head = [
            (number, item)
            for number, item in enumerate(self.items[: HEAD * 2])
            if isinstance(item, Line) and bare(item.row)
        ]
        for use in (Use.TITLE, Use.HEADING):
            found = [number for number, line in head if line.named.use is use]
            if found and (use is Use.TITLE or self._is_head(found[0])):
                return found[0], self._last_alike(found[0])
        lines = [(number, line) for number, line in head if number < HEAD]
        same = [n for n, line in lines if bare(line.row).casefold() == self.known.casefold()]
        at = same[0] if same else self._by_look(lines)
        return None if at is None else (at, at)

    def _is_head(self, at: int) -> bool:
        """Whether nothing but short lines and pictures stand before a place."""
        return not any(
            (isinstance(item, Line) and len(item.text) > LONGEST / 2)
            or (isinstance(item, Shown) and isinstance(item.what, Grid))
            for item in self.items[:at]
        )

    def _last_alike(self, first: int) -> int:
        """Give the last line of a title that runs over several paragraphs."""
        last = first
        for number, item in enumerate(self.items[first : first + MOST_LINES], start=first):
            if not isinstance(item, Line) or item.named.use is not Use.TITLE:
                break
            last = number
        return last

    def _by_look(self, lines: Sequence[tuple[int, Line]]) -> int | None:
        able = [(number, line) for number, line in lines if self._is_able(number, line)]
        standing = [
            (number, line)
            for number, line in able
            if stands_out(line, self.than) or line.set.alignment == "center" != self.than.alignment
        ]
        if standing:
            number, line = max(standing[:3], key=lambda one: one[1].set.size)
            return number if is_larger(line, self.than) else self._past_kicker(standing)
        for number, line in able[:1]:
            short = len(line.text) <= LONGEST_PLAIN and not SENTENCE_END.search(line.text)
            if short and number + 1 < len(self.items):
                return number
        return None

    def _is_able(self, number: int, line: Line) -> bool:
        return (
            line.named.use is Use.BODY
            and not line.mark
            and len(line.text) <= LONGEST
            and self._is_head(number)
            and not self._is_under_picture(number, line)
            and not self.says_something_else(line)
        )

    def _past_kicker(self, lines: Sequence[tuple[int, Line]]) -> int:
        """Choose the second of two lines that stand out, where the first is a word in capitals."""
        (first, line), *rest = lines
        kicker = len(line.text) <= LONGEST_KICKER and is_capitals(line)
        return rest[0][0] if kicker and rest and rest[0][0] == first + 1 else first

    def _is_under_picture(self, at: int, line: Line) -> bool:
        before = self.items[at - 1] if at else None
        if not isinstance(before, Shown) or before.lines:
            return False
        return line.under or line.set.italic or bool(split_caption(line.text).credit)
