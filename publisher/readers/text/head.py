"""The head of a copied page: what stands before the text itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from publisher.readers.captions import split_caption
from publisher.readers.dateline import split_dateline
from publisher.readers.text.lines import Line
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
SHORT = 3  # words of a kicker or an item of a menu
LEAST = 4  # words of a headline that may follow a kicker


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where the parts of the head stand, as places in the lines; -1 where there is none.

    Attributes:
        title: The headline.
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
    first = [at for at in plain if at < prose and len(lines[at].text) <= HEADLINE] or list(plain)
    if not first:
        return 0
    for at in first:
        twins = [other for other in first if same(lines[other].text, lines[at].text)]
        if len(twins) > 1 and not split_caption(lines[at].text).credit:
            return next((one for one in twins if not lines[one].text.isupper()), at)
    return _without_kickers(lines, first)


def _without_kickers(lines: Sequence[Line], first: Sequence[int]) -> int:
    """Pass over the items of a menu, which are several, and over a kicker among them."""
    short = [len(lines[at].text.split()) <= SHORT for at in first]
    until = next((at for at, one in enumerate(short) if not one), len(first))
    follows = first[until] if until < len(first) else None
    menu = until > 1 and follows is not None
    longer = follows is not None and len(lines[follows].text.split()) >= LEAST
    if menu and longer and follows is not None and not is_sentence(lines[follows].text):
        return follows
    return first[0]


def _names(lines: Sequence[Line], title: int, prose: int) -> tuple[int, ...]:
    """Find a byline without a label: a name between the headline and the text."""
    places = range(title + 1, min(prose, title + 1 + NEAR * 2))
    if prose == len(lines) or any(byline_of(lines[at].text) for at in places):
        return ()
    return tuple(at for at in places if is_person(lines[at].text))[:1]


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
        if at not in signed and not same(text, lines[title].text):
            return -1 if split_caption(text).credit or _stands_twice(lines, at) else at
    return -1


def _stands_twice(lines: Sequence[Line], at: int) -> bool:
    return at + 1 < len(lines) and lines[at].text == lines[at + 1].text
