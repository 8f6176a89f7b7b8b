"""The head of an article: title, subtitle, byline and days, and what else stands there."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from publisher.model.walk import plain_text
from publisher.readers.bylines import Byline, is_name, read_byline
from publisher.readers.closing import LONGEST_NOTE, NOTE, RIGHTS
from publisher.readers.days import CHANGED, find_day
from publisher.readers.incoming import Reason
from publisher.readers.word.captions import Item
from publisher.readers.word.core import Core
from publisher.readers.word.looks import Usual, stands_out, usual
from publisher.readers.word.names import Use
from publisher.readers.word.parts import Line
from publisher.readers.word.row import BREAK, Piece, Row, tidy
from publisher.readers.word.setting import Setting, bare
from publisher.readers.word.titles import HEAD, Titles

BELOW = 7  # lines below the title, among which its makers and days may be
TAIL = 4  # items at the end, among which its makers may be named
LONGEST = 125  # characters of a line of the head
LONGEST_KICKER = 60
LONGEST_DAY = 60
BARS = re.compile(r"\s*(?:[|•·]|\s[–—-]\s|\t|\n)\s*")
WORDS_OF_DAYS = re.compile(
    r"\d|[.,:/()–—-]"
    r"|\b(?:st|nd|rd|th|at|am|pm|u|h|у|ч|më|ora|orë|god(?:ine?)?|год(?:ине?)?|časova|часова)\b"
)
MOST_WORDS_OF_DAY = 4  # the day of the week, the month, a label, a place
OF_HEAD = frozenset({Use.BODY, Use.BYLINE, Use.DATE})


@dataclass(slots=True)
class Front:
    """Takes the head of an article out of its items.

    Attributes:
        setting: Makes the runs.
        core: What the file says of itself.
        items: What is left for the body.
        than: How running text is set.
        dated: Whether the line before said when.
    """

    setting: Setting
    core: Core
    items: list[Item]
    than: Usual = field(default_factory=Usual)
    dated: bool = False

    def take(self) -> tuple[Item, ...]:
        """Give the draft its head; return what is left for the body."""
        self._below(self._title())
        self._tail()
        return tuple(self.items)

    def _title(self) -> int:
        """Take the title; return the place after it."""
        draft = self.setting.source.draft
        self.than = usual(self.items)
        titles = Titles(
            items=self.items,
            than=self.than,
            known=self.core.title,
            says_something_else=self._says_something_else,
        )
        chosen = titles.choose()
        if chosen is None:
            draft.title = self.setting.prose(tidy([Piece(self.core.title)]))
            return 0
        first, last = chosen
        row = _joined(item for item in self.items[first : last + 1] if isinstance(item, Line))
        draft.title = self.setting.heading(row)
        before = self._before(self.items[:first])
        self.items[: last + 1] = before
        self._leave_repeats(bare(row))
        return len(before)

    def _says_something_else(self, line: Line) -> bool:
        text = bare(line.row)
        return bool(read_byline(text)) or self._day(text) is not None

    def _before(self, items: Sequence[Item]) -> list[Item]:
        """Choose what of the items before a title belongs to the body."""
        kept: list[Item] = []
        for item in items:
            if not isinstance(item, Line):
                kept.append(item)
            elif not self._understood(item):
                if len(item.text) <= LONGEST_KICKER:
                    self.setting.source.draft.leave(bare(item.row), Reason.UNPLACED, item.number)
                else:
                    kept.append(item)
        return kept

    def _leave_repeats(self, title: str) -> None:
        """Leave lines of the head that say the title again."""
        for number, item in list(enumerate(self.items[:HEAD]))[::-1]:
            if isinstance(item, Line) and bare(item.row).casefold() == title.casefold():
                self.setting.source.draft.leave(title, Reason.REPEATED, item.number)
                del self.items[number]

    def _below(self, at: int) -> None:
        """Take what of the lines below the title says who, when, or more of what."""
        kept: list[Item] = []
        lines = self.items[at : at + BELOW]
        for number, item in enumerate(lines, start=at):
            after = next(iter(self.items[number + 1 : number + 2]), None)
            if not isinstance(item, Line) or not self._understood(item, after, first=number == at):
                kept.append(item)
                self.dated = False
        self.items[at : at + BELOW] = kept

    def _understood(self, line: Line, after: Item | None = None, *, first: bool = False) -> bool:
        """Take a line, if it belongs to the head."""
        draft, text = self.setting.source.draft, bare(line.row)
        if line.named.use is Use.SUBTITLE or (first and self._is_subtitle(line, after)):
            if draft.subtitle is not None:
                return False
            draft.subtitle = self.setting.heading(line.row)
            return True
        if line.named.use not in OF_HEAD or line.mark or len(text) > LONGEST:
            return False
        return self._named(line, text, after) or self._dated(line, text)

    def _is_subtitle(self, line: Line, after: Item | None) -> bool:
        """Whether a line right below the title looks like a second one, above who and when."""
        if line.mark or len(line.text) > LONGEST * 2 or not isinstance(after, Line):
            return False
        if line.named.use is Use.BODY:
            than = self.than
            centred = line.set.alignment == "center" != than.alignment
            if not (centred or line.set.italic or stands_out(line, than)) or is_name(line.text):
                return False
            if self._says_something_else(line):
                return False
        elif line.named.use is not Use.HEADING:
            return False
        is_name_only = is_name(bare(after.row)) and not stands_out(after, self.than)
        return (
            is_name_only
            or self._says_something_else(after)
            or after.named.use in {Use.BYLINE, Use.DATE}
        )

    def _named(self, line: Line, text: str, after: Item | None) -> bool:
        """Take a byline, and a day that stands on the same line."""
        found = read_byline(text, sure=line.named.use is Use.BYLINE)
        parts = [part for part in BARS.split(line.text) if part.strip()]
        if found is None and len(parts) > 1 and all(map(self._is_of_head, parts)):
            for part in parts:
                self._part(part, line)
            return True
        if found is None and self._is_bare_name(text, after):
            found = read_byline(text, sure=True)
        if found is None:
            return False
        self._credit(found, line)
        return True

    def _is_of_head(self, part: str) -> bool:
        return bool(read_byline(part)) or is_name(part.strip()) or self._day(part) is not None

    def _part(self, part: str, line: Line) -> None:
        if self._dated(line, part):
            return
        found = read_byline(part, sure=True)
        if found is not None:
            self._credit(found, line)
        else:
            self.setting.source.draft.leave(part, Reason.UNPLACED, line.number)

    def _credit(self, found: Byline, line: Line) -> None:
        draft = self.setting.source.draft
        for one in found.contributors:
            if one in draft.byline:
                draft.leave(plain_text(one.name.children), Reason.REPEATED, line.number)
            else:
                draft.byline.append(one)
        draft.leave(found.rest, Reason.UNDERSTOOD, line.number)

    def _is_bare_name(self, text: str, after: Item | None) -> bool:
        """Whether a line is a name alone, which the file or a day below it makes an author's."""
        if not is_name(text):
            return False
        dated = isinstance(after, Line) and self._day(bare(after.row)) is not None
        return dated or self.dated or text.casefold() == self.core.creator.casefold()

    def _dated(self, line: Line, text: str) -> bool:
        draft, day = self.setting.source.draft, self._day(text)
        if day is None:
            return False
        if CHANGED.search(text):
            draft.updated = draft.updated or day
        elif draft.published in {None, day}:
            draft.published = day
        else:
            return False
        draft.leave(text, Reason.UNDERSTOOD, line.number)
        self.dated = True
        return True

    def _day(self, text: str) -> date | None:
        """Find the day in a line that says little else."""
        if len(text) > LONGEST_DAY or not any(c.isdigit() for c in text):
            return None
        words = WORDS_OF_DAYS.sub(" ", text).split()
        if len(words) > MOST_WORDS_OF_DAY:
            return None
        return find_day(text, self.setting.speech.language)

    def _tail(self) -> None:
        """Take the makers who are named below the article, the note, and the rights line."""
        for number in range(len(self.items) - 1, max(len(self.items) - TAIL, 0) - 1, -1):
            item = self.items[number]
            if isinstance(item, Line) and self._closes(item):
                del self.items[number]

    def _closes(self, line: Line) -> bool:
        """Take a line, if it belongs below the article."""
        draft, text = self.setting.source.draft, bare(line.row)
        if line.named.use not in OF_HEAD or line.mark or len(text) > LONGEST_NOTE:
            return False
        if self._is_closing_byline(line):
            return self._named(line, text, None)
        if NOTE.search(text) and draft.note is None:
            draft.note = self.setting.heading(line.row)
            return True
        if RIGHTS.search(text) and draft.rights is None:
            draft.rights = self.setting.heading(line.row)
            return True
        return False

    def _is_closing_byline(self, line: Line) -> bool:
        text, sure = bare(line.row), line.named.use is Use.BYLINE
        return (
            len(text) <= LONGEST
            and (sure or ":" in text)
            and read_byline(text, sure=sure) is not None
        )


def _joined(lines: Iterable[Line]) -> Row:
    pieces: list[Piece] = []
    for line in lines:
        pieces += [*line.row, Piece(" ")]
    return tidy(Piece(" ", piece.look) if piece.text == BREAK else piece for piece in pieces)
