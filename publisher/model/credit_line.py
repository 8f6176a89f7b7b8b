"""A credit line taken apart; joined again, its pieces are the line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from publisher.model.agencies import find_supplier
from publisher.model.credit_words import (
    LABEL,
    NOTE_AFTER,
    NOTE_BEFORE,
    YEAR,
    is_body,
    is_note,
    is_person,
)


class Part(Enum):
    """What a piece of a credit line is."""

    LABEL = "label"  # Photo by, Foto:, ©
    NAME = "name"  # of one who made the picture, or several
    BODY = "body"  # an agency, a paper, a library
    NOTE = "note"  # file, handout, a year, a licence
    VIA = "via"  # what stands before who passed the picture on
    FOR = "for"  # what stands before whom it was made for, or before another credit
    COMMA = "comma"
    SLASH = "slash"  # whatever separates one who made the picture from who supplied it
    GAP = "gap"  # spaces, brackets, a last full stop


NAMED = frozenset({Part.NAME, Part.BODY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a credit line, as it stands there."""

    part: Part
    text: str


LONGEST = 400  # characters of a line that is read at all
URL = r"(?P<url>https?://[^\s,|]+|\bw/)"
MARK = re.compile(
    rf"{URL}"
    r"|(?P<via>(?:[\s,/|(–—-]+|^)via\s+)"
    r"|(?P<weak_via>[\s,/|–—-]+(?:from|on|through|preko|преко|përmes)\s+)"
    r"|(?P<courtesy>[\s,/|–—-]+courtesy\s+(?:of\s+)?)"
    r"|(?P<special>[\s,/|–—-]+special\s+(?:to|for)\s+)"
    r"|(?P<next>\s*;\s*)|(?P<for>\s+(?:for|za|за|për)\s+)"
    r"|(?P<by>\s+(?:by|nga)\s+)"
    r"|(?P<comma>\s*,\s*|,?\s+(?:is\s+)?licen[cs]ed\s+under\s+|(?<=\w\w\w\w)(?<!\bProf)(?<!\bCapt)(?<!\bDipl)\.\s+)"
    r"|(?P<slash>\s*(?:[/|•·\\∙(\[]|—)\s*|\s+[-–―]+\s*(?=\S)|\s*[)\]]\s*(?=\S)|\s+©\s*|-)",
    re.IGNORECASE,
)
MEANING = {
    "via": Part.VIA,
    "weak_via": Part.VIA,
    "courtesy": Part.VIA,
    "special": Part.FOR,
    "for": Part.FOR,
    "next": Part.FOR,
    "by": Part.SLASH,
    "comma": Part.COMMA,
    "slash": Part.SLASH,
}
OPEN = re.compile(r"(?:[\s\"“„«\[]|\((?!c\)))*", re.IGNORECASE)
CLOSED = re.compile(r"[\s)\]]+$|(?<=\w\w)\.?[\s)\]]*$")
GAP = re.compile(r"[\s,:]*")
SUFFIXES = re.compile(r"(?:inc|ltd|llc|jr|sr|co|s\.r\.l)\b", re.IGNORECASE)


def split_line(line: str) -> tuple[Piece, ...]:
    """Take a credit line apart.

    >>> [piece.text for piece in split_line("Foto: Tanjug / S. Lukin")]
    ['Foto:', ' ', 'Tanjug', ' / ', 'S. Lukin']
    """
    if len(line) > LONGEST:
        return (Piece(part=Part.NAME, text=line),)
    start = _end_of(OPEN.match(line))
    end = CLOSED.search(line, start)
    last = end.start() if end else len(line)
    pieces = [Piece(part=Part.GAP, text=line[:start])]
    while not is_note(line[start:last]) and (label := LABEL.match(line, start, last)):
        pieces.append(Piece(part=Part.LABEL, text=label.group()))
        start = _gap(pieces, line, label.end(), last)
        if year := YEAR.match(line, start, last):
            pieces.append(Piece(part=Part.NOTE, text=year.group()))
            start = _gap(pieces, line, year.end(), last)
    pieces += _named(line[start:last])
    pieces.append(Piece(part=Part.GAP, text=line[last:]))
    return tuple(piece for piece in pieces if piece.text)


def _end_of(found: re.Match[str] | None) -> int:
    return found.end() if found else 0


def _gap(pieces: list[Piece], line: str, start: int, last: int) -> int:
    end = _end_of(GAP.match(line, start, last))
    pieces.append(Piece(part=Part.GAP, text=line[start:end]))
    return end


def _named(text: str) -> Iterator[Piece]:
    """Take apart what follows the label."""
    start, left, between = 0, "", Piece(part=Part.GAP, text="")
    for mark in (*filter(_means, MARK.finditer(text)), None):
        right = text[start : mark.start() if mark else len(text)]
        if between.text and not _separates(between, left, right):
            left += between.text + right
        else:
            yield from _classified(left)
            yield between
            left = right
        if mark:
            start, between = mark.end(), Piece(part=MEANING[str(mark.lastgroup)], text=mark.group())
    yield from _classified(left)


def _means(mark: re.Match[str]) -> bool:
    return mark.lastgroup in MEANING


def _separates(mark: Piece, left: str, right: str) -> bool:
    """Tell whether a mark stands between two names, and not inside one ("RFE/RL")."""
    if find_supplier(left + mark.text + right):
        return False
    match mark.text.casefold().split(maxsplit=1)[:1]:
        case ["from" | "on" | "through" | "preko" | "преко" | "përmes"]:
            return is_body(right) or (right[:1].isupper() and is_person(left))
        case ["for" | "za" | "за" | "për"]:
            named = right.removeprefix("the ")
            return named[:1].isupper() and bool(is_person(left) or find_supplier(left))
        case ["-"] if mark.text == "-":
            sides = ((left, right), (right, left))
            return any(find_supplier(one) and is_person(other) for one, other in sides)
        case ["by" | "nga"]:
            return is_body(left) and not is_note(left)
        case _:
            return not (mark.part is Part.COMMA and SUFFIXES.match(right))


def _classified(text: str) -> Iterator[Piece]:
    """Say what a text without separators is; a note may follow a name without any."""
    plain = is_note(text) or find_supplier(text)
    note = None if plain else (NOTE_AFTER.search(text) or NOTE_BEFORE.match(text))
    if note:
        yield from _classified(text[: note.start()])
        yield Piece(part=Part.NOTE, text=note.group())
        yield from _classified(text[note.end() :])
    elif text:
        part = Part.NOTE if is_note(text) else Part.BODY if is_body(text) else Part.NAME
        yield Piece(part=part, text=text)
