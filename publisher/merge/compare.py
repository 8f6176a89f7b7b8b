"""An edited file against the edition as it is now: what was edited, and what has no place.

First the file is aligned with the article, then it is judged what became of each segment, then
words without a bookmark are placed; what is left is told.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from publisher.export.docx.anchors import Anchor
from publisher.merge.diff import word_diff
from publisher.merge.edition import IN_ORDER, Edition
from publisher.merge.findings import Comparison, Edit, Problem
from publisher.merge.fixed import edited_credits, edited_words
from publisher.merge.gather import Found, gather
from publisher.merge.places import Places, locate
from publisher.merge.spacing import same_words
from publisher.merge.strays import Placed, place
from publisher.merge.verdicts import Edited, Joined, Outdated, Split, Verdict, judge
from publisher.merge.word.returned import Bits, Returned
from publisher.model.walk import Role

MOVED = "paragraphs were moved; the article keeps its own order"
SHOWN = 60  # characters of a text in a note


def compare(edition: Edition, returned: Returned) -> Comparison:
    """Compare an edited file with an edition."""
    gathered = gather(returned)
    places = locate(edition, gathered, returned.made_from)
    verdicts = tuple(judge(edition, places, gathered.strays, returned.endless))
    told = {stray for one in verdicts if isinstance(one, Split) for stray in one.strays}
    absorbed = {one.absorbed for one in verdicts if isinstance(one, Joined)}
    strays = [stray for stray in gathered.strays if stray not in told]
    placed = place(edition, places, strays, places.gone - absorbed)
    gone = places.gone - absorbed - {one.number for one in placed}
    edits = (*_edits(edition, verdicts), *_edits_without_bookmark(edition, placed))
    problems = chain(
        chain.from_iterable(_told(edition, verdict) for verdict in verdicts),
        _joined_lines(edition, places.kept),
        (_homeless(one) for one in placed if one.number is None),
        (_gone(edition, number) for number in _pictures_last(edition, gone)),
        edited_credits(edition, gathered.printed),
        edited_words(gathered.printed),
    )
    return Comparison(
        edits=tuple(sorted(edits, key=lambda edit: edit.number)),
        problems=tuple(problems),
        notes=tuple(_notes(edition, places, placed)),
    )


def _edits(edition: Edition, verdicts: Iterable[Verdict]) -> Iterator[Edit]:
    for one in verdicts:
        if isinstance(one, Edited):
            yield _edit(edition, one.number, one.found.anchor, one.found.bits)


def _edits_without_bookmark(edition: Edition, placed: Iterable[Placed]) -> Iterator[Edit]:
    for one in placed:
        number = one.number
        if number is not None and not same_words(one.stray.text, edition.text(number)):
            key = edition.segments[number].id
            anchor = Anchor(key=key, digest=edition.digest(number))
            yield _edit(edition, number, anchor, one.stray.bits)


def _edit(edition: Edition, number: int, anchor: Anchor, bits: Bits) -> Edit:
    return Edit(
        number=number,
        segment=edition.segments[number],
        anchor=anchor,
        bits=bits,
        before=edition.text(number),
    )


def _told(edition: Edition, verdict: Verdict) -> Iterator[Problem]:
    """Tell what cannot be done."""
    match verdict:
        case Edited():
            return
        case Outdated(text=text):
            message = "the source has changed since the file was made"
            yield Problem(code="source-changed", message=message, text=text)
        case Split(number=number, text=text):
            message = "a paragraph was split; in the article it is one, and nothing was taken"
            changed = word_diff(edition.text(number), text)
            if not same_words(edition.text(number), text):
                text = f"{text} (edited as well: {changed})"
            yield Problem(code="split", message=message, text=text)
        case Joined(text=text, absorbed=absorbed):
            message = "two paragraphs were joined; in the article they are two"
            yield Problem(code="joined", message=message, text=text)
            message = "the paragraph that was joined to another stays as it was"
            yield Problem(code="joined", message=message, text=edition.text(absorbed))


def _joined_lines(edition: Edition, places: Mapping[int, Found]) -> Iterator[Problem]:
    """Report lines that hold the text of several segments that stand apart in the article."""
    by_line: dict[int, list[int]] = {}
    for number, found in sorted(places.items()):
        for line in found.lines[:1]:
            by_line.setdefault(line, []).append(number)
    for numbers in by_line.values():
        roles = (edition.role(number) for number in numbers)
        if sum(role not in {Role.DATELINE, Role.KEYWORD} for role in roles) > 1:
            text = " | ".join(places[number].text for number in numbers)
            message = "two paragraphs were joined; their words were taken, the joining was not"
            yield Problem(code="joined", message=message, text=text)


def _homeless(placed: Placed) -> Problem:
    stray = placed.stray
    return Problem(
        code="new",
        message="new words have no place in the article",
        text=stray.text,
        near=(stray.before, stray.after),
    )


def _pictures_last(edition: Edition, numbers: Iterable[int]) -> list[int]:
    return sorted(numbers, key=lambda number: (edition.role(number) is Role.ALT, number))


def _gone(edition: Edition, number: int) -> Problem:
    message = "a segment is not in the file, and stays as it was"
    if edition.role(number) is Role.ALT:
        message = "a picture is not in the file; its words stay"
    return Problem(code="gone", message=message, text=edition.text(number))


def _notes(edition: Edition, places: Places, placed: Iterable[Placed]) -> Iterator[str]:
    """Tell what was settled, or asks for nothing."""
    at = {number: found.lines[0] for number, found in places.kept.items() if found.lines}
    at |= {one.number: one.stray.line for one in placed if one.number is not None}
    lines = [line for number, line in sorted(at.items()) if edition.role(number) in IN_ORDER]
    if lines != sorted(lines):
        yield MOVED
    for one in placed:
        if one.number is not None:
            yield f"found by its words, its bookmark is gone: {one.stray.text[:SHOWN]}"
    if places.added:
        yield f"in the article only, added since the file was made: {len(places.added)}"
