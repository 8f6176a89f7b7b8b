"""The head of a copied page: what stands before the text itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from publisher.readers.captions import split_caption
from publisher.readers.dateline import split_dateline
from publisher.readers.text.lines import Line
from publisher.readers.text.phrases import IMAGE
from publisher.readers.text.shapes import (
    HEADLINE,
    byline_of,
    is_address,
    is_credit_alone,
    is_dated,
    is_furniture,
    is_label,
    is_person,
    is_prose,
    is_section,
    is_sentence,
    pieces_of,
    same,
)

FURTHEST = 40  # lines, within which the text begins
NEAR = 4  # lines from one sign of a head to the next
COUNT = re.compile(r"\W*\d{1,4}\W*")  # of comments or shares
KICKER = re.compile(r"\s[|–—-]\s")
SHORT = 3  # words of a kicker or an item of a menu
LEAST = 4  # words of a headline that may follow a kicker


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where the parts of the head stand, as places in the lines; -1 where there is none.

    Attributes:
        title: The headline; -1 where the text begins at once.
        deck: What stands below it.
        names: The bylines that are bare names.
        body: The first line of the text.
    """

    title: int
    deck: int = -1
    names: tuple[int, ...] = ()
    body: int


def plan(lines: Sequence[Line], language: str) -> Plan:
    """Find the parts of the head."""
    signs = [_is_sign(line.text, language) for line in lines[:FURTHEST]]
    plain = [at for at, sign in enumerate(signs) if not sign]
    title = _title(lines, plain, _prose(lines, 0, language))
    prose = _prose(lines, title + 1, language)
    names = _names(lines, title, min(prose, len(signs)))
    signed = [
        at
        for at in range(title + 1, min(prose, len(signs)))
        if at in names or (signs[at] and not is_credit_alone(lines[at].text))
    ]
    body = _body(title, signed)
    return Plan(title=title, deck=_deck(lines, title, signed), names=names, body=body)


def _is_sign(text: str, language: str) -> bool:
    """Whether a line is surely no headline and no text."""
    return (
        is_furniture(text)
        or is_section(text)
        or is_dated(text, language)
        or is_label(text)
        or is_address(text)
        or byline_of(text) is not None
        or is_credit_alone(text)
        or is_meta(text, language)
        or COUNT.fullmatch(text) is not None
    )


def is_meta(text: str, language: str) -> bool:
    """Whether all parts of a line, between bars, are bylines, days and the like."""
    parts = pieces_of(text, language)
    return len(parts) > 1 and all(
        is_dated(part, language)
        or byline_of(part) is not None
        or is_person(part)
        or is_furniture(part)
        or is_section(part)
        for part in parts
    )


def _prose(lines: Sequence[Line], start: int, language: str) -> int:
    """Find the first line that is surely text, from `start` on."""
    for at in range(start, len(lines)):
        text = lines[at].text
        if split_dateline(text, language) or (is_prose(text) and not split_caption(text).credit):
            return at
    return len(lines)


def _title(lines: Sequence[Line], plain: Sequence[int], prose: int) -> int:
    """Find the headline: the line that stands twice, or the first that is no kicker."""
    first = [at for at in plain if at < prose and _is_headline(lines[at].text)]
    if not first:
        return -1
    for at in first:
        twins = [other for other in first if same(lines[other].text, lines[at].text)]
        if len(twins) > 1:
            return next((one for one in twins if not lines[one].text.isupper()), at)
    return _without_kickers(lines, first)


def _is_headline(text: str) -> bool:
    return len(text) <= HEADLINE and not split_caption(text.strip("[]")).credit


def _without_kickers(lines: Sequence[Line], first: Sequence[int]) -> int:
    """Pass over the items of a menu, which are several, and over a kicker among them."""
    texts = [lines[at].text for at in first]
    until = next((at for at, text in enumerate(texts) if not _is_short(text)), len(first))
    kickers = until > 1 or (until == 1 and _is_kicker(texts[0]))
    if kickers and until < len(first):
        text = texts[until]
        if len(text.split()) >= LEAST and not is_sentence(text):
            return first[until]
    return first[0]


def _is_short(text: str) -> bool:
    return len(text.split()) <= SHORT or _is_kicker(text)


def _is_kicker(text: str) -> bool:
    """Whether a line may stand above a headline: a word or two, or the name of a site."""
    return len(text.split()) < SHORT or (
        len(text.split()) <= SHORT + 2 and KICKER.search(text) is not None
    )


def _names(lines: Sequence[Line], title: int, prose: int) -> tuple[int, ...]:
    """Find a byline without a label: a name between the headline and the text."""
    places = range(title + 1, min(prose, title + 1 + NEAR * 2))
    people = tuple(at for at in places if is_person(lines[at].text))
    labelled = [lines[at].text for at in places if byline_of(lines[at].text)]
    if labelled:
        return tuple(at for at in people if any(lines[at].text in text for text in labelled))
    return people[:1] if prose < len(lines) else ()


def _body(title: int, signed: Sequence[int]) -> int:
    """Find where the text begins: after the last sign of a head that stands near the others."""
    last = title
    for at in signed:
        if at - last <= NEAR:
            last = at
    return last + 1


def _deck(lines: Sequence[Line], title: int, signed: Sequence[int]) -> int:
    """Find the line below the headline, which stands before the byline or the day."""
    for at in range(title + 1, max(signed, default=0)):
        text = lines[at].text
        if at in signed or same(text, lines[title].text) or len(text.split()) < LEAST:
            continue
        return at if _is_headline(text) and not _is_shown(lines, at) else -1
    return -1


def _is_shown(lines: Sequence[Line], at: int) -> bool:
    """Whether a line belongs to a picture: it stands twice, or before the label of a caption."""
    after = lines[at + 1].text if at + 1 < len(lines) else ""
    return same(lines[at].text, after) or IMAGE.fullmatch(after) is not None
