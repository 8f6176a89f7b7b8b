"""Reading the head of a copied page into the article."""

from collections.abc import Sequence
from dataclasses import dataclass

from publisher.model.inline import prose
from publisher.model.text import SAFE_SCHEMES
from publisher.model.walk import plain_text
from publisher.readers.bylines import Byline, read_byline
from publisher.readers.captions import split_caption
from publisher.readers.days import CHANGED, Printed, find_days
from publisher.readers.draft import Draft
from publisher.readers.incoming import Reason
from publisher.readers.text.body import Body
from publisher.readers.text.head import COUNT, Plan, is_meta
from publisher.readers.text.lines import Line
from publisher.readers.text.phrases import ROLE
from publisher.readers.text.shapes import (
    byline_of,
    is_address,
    is_dated,
    is_furniture,
    is_heading_shape,
    is_label,
    is_section,
    is_sentence,
    pieces_of,
    same,
)

FEW = 5  # words that say what somebody is


@dataclass(slots=True)
class Front:
    """Goes through the lines of the head once."""

    draft: Draft
    lines: Sequence[Line]
    plan: Plan
    body: Body
    at: int = 0

    def read(self) -> None:
        """Read what stands before the text; what is neither, the body reads."""
        if self.plan.title >= 0:
            self.draft.title = prose(self.lines[self.plan.title].text)
        while self.at < self.plan.body:
            at, self.at = self.at, self.at + 1
            if at != self.plan.title:
                self._line(at)
        self.body.at = max(self.at, self.body.at)
        if self.draft.byline and self.body.at < len(self.lines):
            line = self.lines[self.body.at]
            place = "," in line.text and not line.apart and self._is_office(line.text)
            role = ROLE.fullmatch(line.text) and not is_sentence(line.text)
            if place or role:
                self._leave(line, Reason.UNPLACED)
                self.body.at += 1

    def _line(self, at: int) -> None:
        line = self.lines[at]
        if self.plan.title >= 0 and same(line.text, self.lines[self.plan.title].text):
            self._leave(line, Reason.REPEATED)
        elif at == self.plan.deck:
            self.draft.subtitle = prose(line.text)
        elif at in self.plan.names:
            self._byline(line.text, line)
        elif self._days(line) or self._address(line):
            return
        elif byline_of(line.text):
            self._byline(line.text, line)
        else:
            self._other(at)

    def _leave(self, line: Line, reason: Reason) -> None:
        self.draft.leave(line.text, reason, line.number)

    def _byline(self, text: str, line: Line) -> None:
        found = byline_of(text) or read_byline(text, sure=True)
        if found is None:
            self.draft.leave(text, Reason.UNPLACED, line.number)
            return
        known = {one.name for one in self.draft.byline}
        for one in found.contributors:
            if one.name in known:
                name = plain_text(one.name.children)
                self.draft.leave(name, Reason.REPEATED, line.number)
            else:
                self.draft.byline.append(one)
        self._rest(found, text, line)

    def _rest(self, found: Byline, text: str, line: Line) -> None:
        """Leave what of a byline is no name: its label, and the author's place or paper."""
        _, comma, place = text.partition(",")
        place = place if comma and place.strip() and place in text and place in found.rest else ""
        label = found.rest.removesuffix(place) if place else found.rest
        self.draft.leave(label, Reason.UNDERSTOOD, line.number)
        if byline_of(text) and not read_byline(text):
            self.draft.leave(text.partition(",")[2], Reason.UNPLACED, line.number)

    def _days(self, line: Line) -> bool:
        language = self.draft.language
        after = self.lines[self.at] if self.at < len(self.lines) else None
        if is_label(line.text):
            self._leave(line, Reason.UNDERSTOOD)
            if after and is_dated(after.text, language):
                self._note_days(line.text + " " + after.text)
                self._leave(after, Reason.UNDERSTOOD)
                self.at += 1
        elif is_meta(line.text, language):
            for part in pieces_of(line.text, language):
                self._part(part, line)
        elif is_dated(line.text, language):
            self._note_days(line.text)
            self._leave(line, Reason.UNDERSTOOD)
        else:
            return False
        return True

    def _part(self, part: str, line: Line) -> None:
        if is_dated(part, self.draft.language):
            self._note_days(part)
            self.draft.leave(part, Reason.UNDERSTOOD, line.number)
        elif is_furniture(part) or is_section(part):
            self.draft.leave(part, Reason.PAGE, line.number)
        else:
            self._byline(part, line)

    def _note_days(self, text: str) -> None:
        note_days(self.draft, text, find_days(text, self.draft.language))

    def _address(self, line: Line) -> bool:
        if not is_address(line.text) or not line.text.lower().startswith(SAFE_SCHEMES):
            return False
        self.draft.source = self.draft.source or line.text
        self._leave(line, Reason.UNDERSTOOD if self.draft.source == line.text else Reason.PAGE)
        return True

    def _other(self, at: int) -> None:
        line = self.lines[at]
        page = is_furniture(line.text) or is_section(line.text) or COUNT.fullmatch(line.text)
        if (at < self.plan.title and not split_caption(line.text).credit) or page:
            self._leave(line, Reason.PAGE)
        elif self._is_office(line.text):
            self._leave(line, Reason.UNPLACED)
        else:
            self.body.at = at
            self.body.line()
            self.at = max(self.at, self.body.at)

    def _is_office(self, text: str) -> bool:
        """Whether a line between headline and text names an office, a place or a paper."""
        short = is_heading_shape(text) and len(text.split()) <= FEW
        return short and not self.draft.body and not split_caption(text).credit


def note_days(draft: Draft, text: str, days: Sequence[Printed]) -> None:
    """Note the days of a line: each after the label that stands before it."""
    start = 0
    for printed in days:
        label = text[start : printed.start]
        start = printed.end
        if CHANGED.search(label):
            draft.updated = draft.updated or printed.day
        else:
            draft.published = draft.published or printed.day
