"""Reading plain text: what each line is, by its shape and its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from publisher.model.block import (
    Figure,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
)
from publisher.model.inline import prose
from publisher.model.walk import plain_text
from publisher.readers.bylines import is_name, read_byline
from publisher.readers.captions import is_credit, split_caption
from publisher.readers.days import find_day
from publisher.readers.draft import Draft, presentable
from publisher.readers.encoding import decode
from publisher.readers.html.phrases import ABOUT_PAGE, ADVERT, LEADING_AWAY
from publisher.readers.incoming import Imported, Incoming, Reason
from publisher.readers.text.lines import Line, item_of, lines_of
from publisher.readers.tongue import detect

LONGEST = 2_000_000  # characters of a text
LONGEST_HEADING, MOST_WORDS = 90, 14
LONGEST_LABEL = 60  # characters of a line with a day
SHORTEST_BODY = 90  # characters of what is surely text
LONGEST_FURNITURE = 60
LONGEST_NOTE = 300  # characters
CHANGED = re.compile(
    r"(?i)\b(?:updated|last (?:modified|updated)|modified|ažurirano|ažuriran|izmenjeno|izmijenjeno"
    r"|ажурирано|измењено|përditësuar|azhurnuar|përditësimi)\b"
)
DATED = re.compile(
    r"(?i)^\W*(?:first )?(?:published|posted|updated|last (?:modified|updated)|date|objavljeno"
    r"|ažurirano|izmenjeno|izmijenjeno|datum|објављено|ажурирано|измењено|датум|publikuar"
    r"|përditësuar|azhurnuar|data)\b(?:\s+(?:on|at|më))?\s*:?"
)
NOTE = re.compile(
    r"(?i)\b(?:contributed to this (?:report|story|article)|contributed reporting"
    r"|(?:additional )?reporting by|editing by|this (?:article|story) (?:was|has been)\b"
    r"|doprine(?:o|la|li)|допринео|допринела|допринели"
    r"|kontribuo(?:i|u|uan)|ka(?:në)? kontribuar)\b"
)
RIGHTS = re.compile(r"(?i)^\W*(?:©|copyright\b|\(c\)\s)")
SENTENCE = re.compile(r"[.!?…][\"'”’“»)\]]*$")
OPENING = re.compile(r"^[\"'“„‘«(]*[^\W\d_a-z]|^[\"'“„‘«(]*\d")


def read_text(incoming: Incoming) -> Imported:
    """Read a text copied from a page or a mail; its first line is its title."""
    draft = Draft(incoming)
    decoded = decode(incoming.data)
    if not decoded.sure:
        draft.findings.warn(
            0,
            "encoding-unsure",
            f"the text was read as {decoded.encoding}, which is not certain",
            "look at letters such as č, ђ and ë; if they are wrong, save the file as UTF-8",
        )
    if len(decoded.text) > LONGEST:
        draft.findings.error(
            0,
            "file-too-long",
            f"the text has {len(decoded.text):,} characters, more than {LONGEST:,}",
            "is this one article? split it",
        )
        return draft.finish()
    lines = lines_of(decoded.text)
    draft.visible.extend(line.text for line in lines)
    if not draft.language:
        draft.language = _language(decoded.text, draft)
    if not lines:
        draft.findings.error(0, "no-text", "there is no text in the file", "is it the right one?")
        return draft.finish()
    _Text(draft, lines).read()
    return draft.finish()


def _language(text: str, draft: Draft) -> str:
    found = detect(text)
    if not found:
        draft.findings.warn(
            0, "language-unsure", "the language was not found out; English is taken", "say --lang"
        )
    return found or "en"


@dataclass(slots=True)
class _Text:
    """Goes through the lines of a text once."""

    draft: Draft
    lines: Sequence[Line]
    captions: dict[str, Figure] = field(default_factory=dict)
    at: int = 0
    begun: bool = False  # whether the text itself has begun

    def read(self) -> None:
        first = self.lines[0]
        self.draft.title = prose(first.text)
        self.at = 1
        while self.at < len(self.lines):
            self._line(self.lines[self.at])
        self._close()

    def _line(self, line: Line) -> None:
        self.at += 1
        if line.text == self.lines[0].text:
            self._leave(line, Reason.REPEATED)
        elif self._is_furniture(line):
            self._leave(line, Reason.PAGE)
        elif not (self._figure(line) or self._head(line) or self._list(line)):
            self._words(line)

    def _leave(self, line: Line, reason: Reason) -> None:
        self.draft.leave(line.text, reason, line.number)

    def _next(self) -> Line | None:
        return self.lines[self.at] if self.at < len(self.lines) else None

    def _is_furniture(self, line: Line) -> bool:
        if len(line.text) > LONGEST_FURNITURE:
            return False
        away = LEADING_AWAY.match(line.text) and not SENTENCE.search(line.text)
        return bool(ADVERT.fullmatch(line.text) or away)

    def _figure(self, line: Line) -> bool:
        """Read a caption: one that stands twice, or that ends with a credit in brackets."""
        if line.text in self.captions:
            self._leave(line, Reason.REPEATED)
            return True
        after = self._next()
        twice = after is not None and after.text == line.text
        split = split_caption(line.text)
        if not (twice or self._is_caption(line.text, split.credit)):
            return False
        caption, credit = split.caption, split.credit
        if not caption and is_credit(line.text):
            credit = line.text
        figure = self.draft.figure(
            alt=caption if twice else "",
            caption=prose(caption) if caption else None,
            credit=credit,
            line=line.number,
        )
        self.captions[line.text] = figure
        self.draft.body.append(figure)
        return True

    def _is_caption(self, text: str, credit: str) -> bool:
        if not credit:
            return is_credit(text) and not is_name(text)
        bracketed = text.rstrip(". ").endswith((f"({credit})", f"[{credit}]"))
        return (
            "/" in credit
            or " via " in credit
            or (":" in credit or "©" in credit)
            or (bracketed and not self.begun)
        )

    def _head(self, line: Line) -> bool:
        """Read what stands between the title and the text: byline, days, subtitle."""
        if self.begun and not DATED.match(line.text):
            return False
        if self._day(line) or self._byline(line):
            return True
        if self.begun or self.draft.subtitle or self.draft.byline or not self._is_deck(line):
            return False
        self.draft.subtitle = prose(line.text)
        return True

    def _day(self, line: Line) -> bool:
        text, after = line.text, self._next()
        if len(text) > LONGEST_LABEL:
            return False
        day = find_day(text, self.draft.language)
        label = DATED.match(text)
        if label and not day and label.end() == len(text) and after:
            day = find_day(after.text, self.draft.language)
            if day and len(after.text) <= LONGEST_LABEL:
                self._leave(after, Reason.UNDERSTOOD)
                self.at += 1
        if not day or (self.begun and not label):
            return False
        self._leave(line, Reason.UNDERSTOOD)
        if CHANGED.search(text):
            self.draft.updated = self.draft.updated or day
        else:
            self.draft.published = self.draft.published or day
        return True

    def _byline(self, line: Line) -> bool:
        if self.begun or (self.draft.byline and not read_byline(line.text)):
            return False
        found = read_byline(line.text) or (
            read_byline(line.text, sure=True) if is_name(line.text) and self._goes_on() else None
        )
        if found is None:
            return False
        self.draft.byline.extend(found.contributors)
        self.draft.leave(found.rest, Reason.UNDERSTOOD, line.number)
        return True

    def _goes_on(self) -> bool:
        """Whether more of the head, or the text, follows: a name alone may be a heading."""
        return any(len(line.text) >= SHORTEST_BODY for line in self.lines[self.at :])

    def _is_deck(self, line: Line) -> bool:
        """Whether a line between the title and the byline says what the article is about."""
        rest = self.lines[self.at : self.at + 3]
        headed = any(
            read_byline(one.text) or is_name(one.text) or DATED.match(one.text) for one in rest
        )
        return headed and not self._is_heading(line)

    def _list(self, line: Line) -> bool:
        """Read a list: two lines or more with a mark of one kind."""
        items = [line, *self._items(line)]
        if item_of(line.text) is None or len(items) < 2 or self._is_speech(line.text):  # noqa: PLR2004
            return False
        self.at += len(items) - 1
        self.begun = True
        marks = [item_of(item.text) or ("", "") for item in items]
        ordered = marks[0][0][0].isdigit()
        if ordered:
            self.draft.leave(" ".join(mark for mark, _ in marks), Reason.UNDERSTOOD, line.number)
        self.draft.body.append(
            ItemList(
                items=tuple(
                    ListItem(body=(Paragraph(content=prose(words)),)) for _, words in marks
                ),
                ordered=ordered,
                start=int(marks[0][0][:-1]) if ordered else 1,
            )
        )
        return True

    def _is_speech(self, text: str) -> bool:
        """Whether a dash begins speech, as it does in Serbian and Albanian, and not an item."""
        return text.startswith("–")

    def _items(self, line: Line) -> Iterator[Line]:
        first = item_of(line.text)
        for one in self.lines[self.at :]:
            found = item_of(one.text)
            if not first or not found or found[0][-1] != first[0][-1]:
                return
            yield one

    def _words(self, line: Line) -> None:
        if line.text.startswith(">") and presentable(line.text.lstrip("> ")):
            words = presentable(line.text.lstrip("> "))
            self.draft.body.append(Quotation(body=(Paragraph(content=prose(words)),)))
        elif self._is_heading(line):
            self.draft.body.append(Heading(level=1, content=prose(line.text.lstrip("# "))))
        else:
            self.draft.body.append(Paragraph(content=prose(line.text)))
        self.begun = True

    def _is_heading(self, line: Line) -> bool:
        """Whether a line is short, no sentence, and stands before text."""
        after = self._next()
        text = line.text
        short = len(text) <= LONGEST_HEADING and len(text.split()) <= MOST_WORDS
        if after is None or not short or not OPENING.match(text.lstrip("# ")):
            return False
        if SENTENCE.search(text) and not text.endswith("?"):
            return False
        if text.endswith((":", ",", ";", "–", "-")) or len(after.text) <= len(text):
            return False
        return text.startswith("#") or (line.apart and self.begun) or not self._has_gaps()

    def _has_gaps(self) -> bool:
        """Whether empty lines stand in the text at all."""
        return any(line.apart for line in self.lines[1:])

    def _close(self) -> None:
        """Take the closing lines off the text: rights, and a note on who else took part."""
        body = self.draft.body
        while body and isinstance(body[-1], Paragraph):
            content = body[-1].content
            text = plain_text(content.children)
            if RIGHTS.match(text) and self.draft.rights is None:
                self.draft.rights = content
            elif NOTE.search(text) and self.draft.note is None and len(text) <= LONGEST_NOTE:
                self.draft.note = content
            elif ABOUT_PAGE.search(text) and len(text) <= LONGEST_NOTE:
                self.draft.leave(text, Reason.PAGE)
            else:
                return
            body.pop()
