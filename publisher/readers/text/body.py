"""Reading the text itself: figures, headings, lists, quotations, paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from publisher.model.block import (
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    Separator,
)
from publisher.model.inline import prose
from publisher.model.walk import plain_text
from publisher.readers.captions import split_caption
from publisher.readers.closing import RESERVED, RIGHTS
from publisher.readers.dateline import Dated, split_dateline
from publisher.readers.draft import Draft
from publisher.readers.incoming import Reason
from publisher.readers.text.images import read_image
from publisher.readers.text.lines import Line, item_of
from publisher.readers.text.lists import DASHES, items_of
from publisher.readers.text.phrases import COMMENTS, IMAGE, NOTE, SOURCE, TAGS
from publisher.readers.text.shapes import (
    RULE,
    bare,
    is_credit_alone,
    is_furniture,
    is_heading_shape,
    is_prose,
    is_sentence,
    leads_away,
    same,
)

APART = 0.5  # of the lines: from here on, empty lines stand between paragraphs
SHORT_HEADING = 60  # characters of a heading without an empty line around it
FEW = 9  # words of such a heading
LEAST_AFTER = 50  # characters of the line after such a heading
LATE = 0.6  # of the lines: from here on, comments follow their heading
MOST_AWAY = 12  # lines that a line leads away with
HEADLINE = 120  # characters of a headline of another article
CAPTION = 400  # characters


@dataclass(slots=True)
class Body:
    """Goes through the lines of the text once."""

    draft: Draft
    lines: Sequence[Line]
    title: str
    at: int
    shown: set[str] = field(default_factory=set)  # the words of figures, bare
    begun: bool = False  # whether there is a paragraph
    gapped: bool = False  # whether empty lines stand between paragraphs
    last: int = 0  # the last line that is surely text

    def __post_init__(self) -> None:
        rest = self.lines[1:]
        self.gapped = sum(line.apart for line in rest) > APART * len(rest)
        sure = (at for at in reversed(range(len(self.lines))) if is_prose(self.lines[at].text))
        self.last = next(sure, -1)

    def read(self) -> None:
        """Read from `at` to the end."""
        while self.at < len(self.lines):
            self.line()

    def line(self) -> None:
        """Read what begins at `at`, and go behind it."""
        line = self.lines[self.at]
        self.at += 1
        if same(line.text, self.title):
            self._leave(line, Reason.REPEATED)
        elif self._tags(line) or self._rule(line) or self._author(line) or self._image(line):
            return
        elif leads_away(line.text) or is_furniture(line.text):
            self._page(line)
        elif not (self._figure(line) or self._list() or self._quotation()):
            self._words(line)

    def _leave(self, line: Line, reason: Reason) -> None:
        self.draft.leave(line.text, reason, line.number)

    def _after(self) -> Line | None:
        return self.lines[self.at] if self.at < len(self.lines) else None

    def _page(self, line: Line) -> None:
        """Leave what belongs to the page, with the headlines to which it leads."""
        self._leave(line, Reason.PAGE)
        if COMMENTS.fullmatch(line.text) and self.at > LATE * len(self.lines):
            for one in self.lines[self.at :]:
                self._leave(one, Reason.PAGE)
            self.at = len(self.lines)
        if not leads_away(line.text):
            return
        tail = self.last < self.at
        for one in self.lines[self.at : self.at + MOST_AWAY]:
            beside = not one.apart and (self.gapped or one is self._after())
            if not (tail or beside) or not self._is_headline(one):
                return
            self._leave(one, Reason.PAGE)
            self.at += 1
            if not (tail or self.gapped):
                return

    def _is_headline(self, line: Line) -> bool:
        words = item_of(line.text)
        text = words[1] if words else line.text
        closing = RIGHTS.match(text) or RESERVED.search(text) or NOTE.search(text)
        return len(text) <= HEADLINE and not is_sentence(text) and not closing

    def _tags(self, line: Line) -> bool:
        found = TAGS.match(line.text)
        words = [one.strip(" .#") for one in line.text[found.end() :].split(",")] if found else []
        if found is None or not all(words) or any(is_sentence(one) for one in words):
            return False
        self.draft.leave(found.group(), Reason.UNDERSTOOD, line.number)
        self.draft.keywords.extend(prose(word) for word in words)
        return True

    def _rule(self, line: Line) -> bool:
        """Read a change of scene: signs alone between two paragraphs."""
        after = self._after()
        before = self.draft.body and isinstance(self.draft.body[-1], Paragraph)
        if not RULE.fullmatch(line.text) or not before or after is None or not is_prose(after.text):
            return False
        self.draft.body.append(Separator())
        return True

    def _author(self, line: Line) -> bool:
        """Leave what says, below the text, who its author is."""
        names = [plain_text(one.name.children) for one in self.draft.byline]
        late = self.at > LATE * len(self.lines)
        if not late or not any(same(line.text, name) for name in names):
            return False
        self._leave(line, Reason.PAGE)
        if (after := self._after()) and len(after.text.split()) <= 2:  # noqa: PLR2004 -- "Staff writer"
            self._leave(after, Reason.PAGE)
            self.at += 1
        if (after := self._after()) and after.text.startswith(tuple(names)):
            self._leave(after, Reason.PAGE)
            self.at += 1
        return True

    def _image(self, line: Line) -> bool:
        """Read a picture whose words have labels of their own: "Image source", "Image caption"."""
        after = self._after()
        if IMAGE.fullmatch(line.text):
            shown = read_image(self.lines, self.at - 1)
        elif after and IMAGE.fullmatch(after.text):
            shown = read_image(self.lines, self.at, line.text)
        else:
            return False
        for label in shown.labels:
            self.draft.leave(label, Reason.UNDERSTOOD, line.number)
        self.at = shown.end
        self._make(line, shown.caption, shown.credit, shown.alt)
        return True

    def _figure(self, line: Line) -> bool:
        """Read a caption: one that stands twice, or that has a credit at its end or beside it."""
        if bare(line.text) in self.shown:
            self._leave(line, Reason.REPEATED)
            return True
        if RESERVED.search(line.text) or (SOURCE.match(line.text) and "/" not in line.text):
            return False
        after = self._after()
        twice = after is not None and same(after.text, line.text) and not self._is_said(line)
        split = split_caption(after.text if twice and after else line.text)
        if twice or self._has_credit(line.text, split.credit):
            caption, credit = split.caption, split.credit
            self._make(line, caption, credit, alt=caption if twice else "")
            return True
        return self._pair(line)

    def _is_said(self, line: Line) -> bool:
        """Whether a line that stands twice is no caption: a heading, or a line of a song."""
        return len(line.text.split()) < FEW // 2

    def _has_credit(self, text: str, credit: str) -> bool:
        if not credit or len(text) > CAPTION:
            return False
        bracketed = text.rstrip(". ").endswith((f"({credit})", f"[{credit}]"))
        return any(mark in credit for mark in ("/", " via ", ":", "©")) or (
            bracketed and not self.begun
        )

    def _pair(self, line: Line) -> bool:
        """Read a caption and a credit that stand together, apart from all else."""
        after = self._after()
        if after is None or not line.apart or after.apart or not after.followed:
            return is_credit_alone(line.text) and self._alone(line)
        one, two = line.text, after.text
        if is_credit_alone(two) and not is_credit_alone(one) and len(one) <= CAPTION:
            caption, credit = one, two
        elif is_credit_alone(one) and len(two) <= CAPTION:
            caption, credit = two, one
        else:
            return False
        self.at += 1
        self._make(line, caption, split_caption(credit).credit)
        return True

    def _alone(self, line: Line) -> bool:
        """Read a credit without a caption, where it says by a label or a slash that it is one."""
        credit = split_caption(line.text).credit
        if not any(mark in credit for mark in ("/", " via ", ":", "©")):
            return False
        self._make(line, "", credit)
        return True

    def _make(self, line: Line, caption: str, credit: str, alt: str = "") -> None:
        figure = self.draft.figure(
            alt=alt, caption=prose(caption) if caption else None, credit=credit, line=line.number
        )
        self.shown.add(bare(line.text))
        self.draft.body.append(figure)

    def _list(self) -> bool:
        """Read a list: two lines or more with marks of one kind, numbered in order."""
        first = self.lines[self.at - 1]
        items = items_of(self.lines[self.at - 1 :], self.draft.language)
        if not items:
            return False
        self.at += len(items) - 1
        number = items[0][0][:-1]
        if number.isdigit():
            marks = " ".join(mark for mark, _ in items)
            self.draft.leave(marks, Reason.UNDERSTOOD, first.number)
        self.draft.body.append(
            ItemList(
                items=tuple(ListItem(body=(Paragraph(content=prose(w)),)) for _, w in items),
                ordered=number.isdigit(),
                start=int(number) if number.isdigit() else 1,
            )
        )
        return True

    def _quotation(self) -> bool:
        first = self.lines[self.at - 1]
        if not first.quoted:
            return False
        self.at -= 1
        blocks = []
        while (line := self._after()) and line.quoted:
            blocks.append(Paragraph(content=prose(line.text)))
            self.at += 1
        self.draft.body.append(Quotation(body=tuple(blocks)))
        return True

    def _words(self, line: Line) -> None:
        dated = None if self.begun else split_dateline(line.text, self.draft.language)
        if dated and self.draft.dateline is None:
            self._dateline(dated, line)
        elif self._is_heading(line):
            level = min(len(line.text) - len(line.text.lstrip("#")), 5) or 1
            self.draft.body.append(Heading(level=level, content=prose(line.text.lstrip("# "))))
        else:
            self._paragraph(line.text)

    def _paragraph(self, text: str) -> None:
        self.draft.body.append(Paragraph(content=prose(text)))
        self.begun = True

    def _dateline(self, dated: Dated, line: Line) -> None:
        known = self.draft.published
        if dated.day and known not in {None, dated.day}:
            self.draft.dateline = prose(dated.printed)
        else:
            self.draft.dateline = prose(dated.dateline)
            self.draft.published = known or dated.day
            self.draft.leave(dated.rest, Reason.UNDERSTOOD, line.number)
        self._paragraph(dated.text)

    def _is_heading(self, line: Line) -> bool:
        """Whether a line is short, no sentence, and stands before text."""
        after = self._after()
        if after is None or not is_heading_shape(line.text) or NOTE.search(line.text):
            return False
        if line.text.startswith("#"):
            return True
        answered = line.text.endswith("?") and after.text[:1] in DASHES
        if not answered and len(after.text) <= len(line.text):
            return False
        if self.gapped:
            return line.apart
        short = len(line.text) <= SHORT_HEADING and len(line.text.split()) <= FEW
        long = max(LEAST_AFTER, len(line.text) * 1.2)
        before = self.lines[self.at - 2].text if self.at > 1 else ""
        text_after = is_sentence(after.text) and len(after.text) >= long
        return short and (answered or line.apart or (text_after and _ends(before)))


def _ends(text: str) -> bool:
    """Whether a heading may follow a line: it ends a sentence, or is no text at all."""
    return is_sentence(text) or text.endswith(")") or is_furniture(text)
