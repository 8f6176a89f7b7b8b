"""An edited file against the edition as it is now: what was edited, and what has no place."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from publisher.export.docx.anchors import BLANK, Anchor, Printed, digest_of_text
from publisher.export.docx.printed import SPACE
from publisher.merge.edition import ALONE, IN_ORDER, Edition
from publisher.merge.findings import Comparison, Edit, Problem
from publisher.merge.gather import Found, Gathered, Stray, gather
from publisher.merge.word.returned import Bit, Bits, Returned, words_of
from publisher.model.walk import Role, figures_of

ALIKE, UNLIKE = 0.8, 0.5  # ratios of equal characters: the same text edited, and another text


def compare(edition: Edition, returned: Returned) -> Comparison:
    """Compare an edited file with an edition."""
    comparer = _Comparer(edition, gather(returned), returned)
    comparer.compare()
    return Comparison(
        edits=tuple(sorted(comparer.edits, key=lambda edit: edit.number)),
        problems=tuple(comparer.problems),
        notes=tuple(comparer.notes),
    )


@dataclass(slots=True)
class _Comparer:
    edition: Edition
    gathered: Gathered
    returned: Returned
    edits: list[Edit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def compare(self) -> None:
        places, unknown = self._places()
        missing = sorted(self.edition.expected - places.keys())
        self._report_unknown(unknown, missing)
        for number, found in places.items():
            if self._is_split(found):
                continue
            if self._is_edited(number, found) and not self._is_joined(number, found, missing):
                self._edit(number, found.anchor, found.bits)
        self._report_order(places)
        self._report_joined(places)
        for stray in self._surest_first(missing):
            self._place(stray, missing, places)
        for number in missing:
            self._report("gone", "a segment is not in the file, and stays as it was", number)
        self._credits()
        self._words()
        self._alternatives(places)

    def _places(self) -> tuple[dict[int, Found], list[Found]]:
        """Give what was found for each run, and what is for a source that is no more."""
        places: dict[int, Found] = {}
        unknown: list[Found] = []
        counts = self._counts()
        for found in self.gathered.segments.values():
            anchor = found.anchor
            number = self.edition.numbers.get((anchor.key, counts.get(anchor.name, anchor.count)))
            if number is None:
                unknown.append(found)
            elif found.changed and self.edition.segments[number].role is Role.CELL:
                places[number] = found.unbolded
            else:
                places[number] = found
        return places, unknown

    def _counts(self) -> dict[str, int]:
        """Count anew the texts that stood several times and do so less often now.

        One of them was changed since, perhaps by this very file: those that the file has as they
        were are those that are left, and the count of the others is that of none.
        """
        by_key: dict[str, list[Found]] = {}
        for found in self.gathered.segments.values():
            by_key.setdefault(found.anchor.key, []).append(found)
        counts: dict[str, int] = {}
        for key, same in by_key.items():
            if (key, max(found.anchor.count for found in same)) not in self.edition.numbers:
                counts |= {found.anchor.name: 0 for found in same}
                kept = sorted(one.anchor.count for one in same if not one.changed)
                names = {found.anchor.count: found.anchor.name for found in same}
                counts |= {names[count]: at for at, count in enumerate(kept, start=1)}
        return counts

    def _report_unknown(self, unknown: list[Found], missing: list[int]) -> None:
        """Report what was edited in texts whose source has changed since the file was made.

        Where the article already reads so, the file was merged before.
        """
        for found in unknown:
            text = words_of(found.bits)
            ratios = {number: _likeness(text, self.edition.text(number)) for number in missing}
            best = max(ratios, key=lambda number: ratios[number], default=-1)
            merged = best >= 0 and same_words(text, self.edition.text(best))
            if best >= 0 and ratios[best] >= UNLIKE:
                missing.remove(best)
            if found.changed and not merged:
                message = "the source has changed since the file was made"
                self.problems.append(Problem(code="source-changed", message=message, text=text))

    def _is_edited(self, number: int, found: Found) -> bool:
        """Whether it reads otherwise; the words of the source may be a translation too."""
        if found.anchor.digest == digest_of_text(BLANK) and not words_of(found.bits).strip():
            return False
        waits = self.edition.segments[number].id in self.edition.waiting
        return found.changed and (waits or found.digest != self.edition.digest(number))

    def _edit(self, number: int, anchor: Anchor, bits: Bits) -> None:
        self.edits.append(
            Edit(
                number=number,
                segment=self.edition.segments[number],
                anchor=anchor,
                bits=bits,
                before=self.edition.text(number),
            )
        )

    def _is_split(self, found: Found) -> bool:
        """Report a text that stands in several paragraphs."""
        endless = found.changed and found.anchor.name in self.returned.endless
        if len(found.lines) == 1 and not endless:
            return False
        message = "a paragraph was split; in the article it is one"
        text = words_of(found.bits)
        self.problems.append(Problem(code="split", message=message, text=text))
        return True

    def _is_joined(self, number: int, found: Found, missing: list[int]) -> bool:
        """Report a text that has taken in its neighbour's."""
        text = words_of(found.bits)
        own = self.edition.text(number)
        for other in {number - 1, number + 1} & set(missing):
            theirs = self.edition.text(other)
            pair = theirs + own if other < number else own + theirs
            if theirs in text or _likeness(text, pair) > _likeness(text, own):
                message = "two paragraphs were joined; in the article they are two"
                self.problems.append(Problem(code="joined", message=message, text=text))
                missing.remove(other)
                return True
        return False

    def _report_order(self, places: Mapping[int, Found]) -> None:
        body = self._in_order(places)
        order = sorted(body, key=lambda number: body[number].lines[0])
        if order != sorted(order):
            self.notes.append("paragraphs were moved; the article keeps its own order")

    def _in_order(self, places: Mapping[int, Found]) -> Mapping[int, Found]:
        segments = self.edition.segments
        return {at: found for at, found in places.items() if segments[at].role in IN_ORDER}

    def _report_joined(self, places: Mapping[int, Found]) -> None:
        """Report lines that hold the text of several segments that stand apart in the article."""
        by_line: dict[int, list[int]] = {}
        for number, found in places.items():
            by_line.setdefault(found.lines[0], []).append(number)
        for numbers in by_line.values():
            roles = [self.edition.segments[number].role for number in sorted(numbers)]
            kept = [role for role in roles if role not in {Role.DATELINE, Role.KEYWORD}]
            if len(kept) > 1:
                texts = " | ".join(words_of(places[number].bits) for number in sorted(numbers))
                message = "two paragraphs were joined; their words were taken, the joining was not"
                self.problems.append(Problem(code="joined", message=message, text=texts))

    def _surest_first(self, missing: list[int]) -> list[Stray]:
        """Give the loose words, those first that read as a missing segment does, word for word."""
        texts = {" ".join(self.edition.text(number).split()) for number in missing}
        strays = self.gathered.strays
        return sorted(strays, key=lambda stray: " ".join(stray.text.split()) not in texts)

    def _place(self, stray: Stray, missing: list[int], places: Mapping[int, Found]) -> None:
        """Give a paragraph without a bookmark to the segment whose text it is beyond doubt."""
        number = self._owner(stray, missing, places) if stray.whole else None
        if number is None:
            message = "new words have no place in the article"
            near = (stray.before, stray.after)
            self.problems.append(Problem(code="new", message=message, text=stray.text, near=near))
            return
        missing.remove(number)
        self.notes.append(f"found by its words, its bookmark is gone: {stray.text[:60]}")
        if not same_words(stray.text, self.edition.text(number)):
            key = self.edition.segments[number].id
            anchor = Anchor(key=key, digest=self.edition.digest(number))
            self._edit(number, anchor, stray.bits)

    def _owner(self, stray: Stray, missing: list[int], places: Mapping[int, Found]) -> int | None:
        ratios = {n: _likeness(stray.text, self.edition.text(n)) for n in missing}
        alike = [number for number, ratio in ratios.items() if ratio >= UNLIKE]
        if len(alike) != 1 or ratios[alike[0]] < ALIKE:
            return None
        if same_words(stray.text, self.edition.text(alike[0])):
            return alike[0]
        if self.edition.segments[alike[0]].role not in ALONE or self._has_dateline(stray, missing):
            return None
        if any(
            _likeness(other.text, self.edition.text(alike[0])) >= UNLIKE
            for other in self.gathered.strays
            if other is not stray and other.whole
        ):
            return None
        body = self._in_order(places)
        before = [n for n, found in body.items() if found.lines[0] < stray.line]
        after = [n for n, found in body.items() if found.lines[0] > stray.line]
        near = max(before, default=-1) < alike[0] < min(after, default=len(self.edition.segments))
        return alike[0] if near else None

    def _has_dateline(self, stray: Stray, missing: list[int]) -> bool:
        """Whether words begin with the dateline, which stands before a paragraph's own."""
        datelines = [n for n in missing if self.edition.segments[n].role is Role.DATELINE]
        return any(stray.text.startswith(self.edition.text(number)) for number in datelines)

    def _report(self, code: str, message: str, number: int) -> None:
        self.problems.append(Problem(code=code, message=message, text=self.edition.text(number)))

    def _credits(self) -> None:
        """Refuse credits that were edited or deleted: they are nobody's to change."""
        lines = [one.credit.line for one in figures_of(self.edition.localized) if one.credit]
        by_digest = {digest_of_text(SPACE.sub(" ", line)): line for line in lines}
        left = Counter(digest_of_text(SPACE.sub(" ", line)) for line in lines)
        for found in self.gathered.printed:
            if found.anchor.key != Printed.CREDIT.value:
                continue
            digest, text = found.anchor.digest, words_of(found.bits)
            left[digest] -= 1
            if not found.reads_as_printed:
                line = by_digest.get(digest, "")
                message = f"a credit was edited, and stays as it was: {line}"
                self.problems.append(Problem(code="credit", message=message, text=text))
        for digest in left.elements():
            message = "a credit is not in the file, and stays as it was"
            self.problems.append(Problem(code="credit", message=message, text=by_digest[digest]))

    def _words(self) -> None:
        for found in self.gathered.printed:
            if found.anchor.key == Printed.WORDS.value and not found.reads_as_printed:
                message = "words that the layout prints were edited, and stay as they were"
                text = words_of(found.bits)
                self.problems.append(Problem(code="words", message=message, text=text))

    def _alternatives(self, places: Mapping[int, Found]) -> None:
        there = {self.edition.segments[number].id for number in places}
        for one in self.returned.alternatives:
            there.add(one.anchor.key)
            number = self.edition.alternatives.get(one.anchor.key)
            if digest_of_text(one.text) == one.anchor.digest:
                continue
            if number is None:
                message = "the source has changed since the file was made"
                self.problems.append(Problem(code="source-changed", message=message, text=one.text))
            else:
                self._edit(number, one.anchor, (Bit(text=one.text),))
        for key, number in self.edition.alternatives.items():
            if key not in there:
                self._report("gone", "a picture is not in the file; its words stay", number)


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ by no more than white space."""
    return one.split() == other.split()


def _likeness(one: str, other: str) -> float:
    """Give the ratio of equal characters; 0 for texts that are plainly unlike, which is quick."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < UNLIKE or matcher.quick_ratio() < UNLIKE:
        return 0.0
    return matcher.ratio()
