"""Running text as a flat row of pieces, each with the marks upon it.

A row can be searched, cut and split wherever words say so, however the page nests its elements;
`inlines_of` then makes the nested inlines of the model of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby

from publisher.model.inline import (
    Code,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Prose,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from publisher.model.text import FORBIDDEN, clean
from publisher.readers.draft import OVERRIDES, SPACES

APART = 2  # new lines, one after the other, that part paragraphs
BREAK = "\n"  # a piece that is a new line; white space of the page itself is never one


class Kind(Enum):
    """What a mark does to the words below it."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    LINK = "link"
    LANGUAGE = "language"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that holds for words; `value` is the address or the language tag."""

    kind: Kind
    value: str = ""


Marks = tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that carry the same marks, the outermost first; or `BREAK`."""

    text: str
    marks: Marks = ()


def marked(marks: Marks, mark: Mark) -> Marks:
    """Put a mark upon others; one kind holds only once, and no link stands in a link."""
    same = next((one for one in marks if one.kind is mark.kind), None)
    if same is None:
        return (*marks, mark)
    if mark.kind is Kind.LANGUAGE:
        return tuple(mark if one is same else one for one in marks)
    return marks


def tidy(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Collapse white space as a browser does, and leave none at the ends and around new lines."""
    row: list[Piece] = []
    for piece in pieces:
        if piece.text == BREAK:
            _strip_end(row)
            if row:
                row.append(Piece(BREAK))
            continue
        text = SPACES.sub(" ", OVERRIDES.sub("", FORBIDDEN.sub("", clean(piece.text))))
        if not row or row[-1].text[-1] in " \n":
            text = text.removeprefix(" ")
        if text:
            row.append(_with(piece, text))
    return tuple(_trimmed(row))


def _trimmed(row: list[Piece]) -> list[Piece]:
    while row and not row[-1].text.strip():
        row.pop()
    first = next((at for at, piece in enumerate(row) if piece.text.strip()), 0)
    row = row[first:]
    if row:
        row[-1] = _with(row[-1], row[-1].text.rstrip())
        row[0] = _with(row[0], row[0].text.lstrip())
    return row


def _with(piece: Piece, text: str) -> Piece:
    return piece if text == piece.text else Piece(text, piece.marks)


def _strip_end(row: list[Piece]) -> None:
    while row and row[-1].text != BREAK and not row[-1].text.strip():
        row.pop()
    if row and row[-1].text != BREAK:
        row[-1] = replace(row[-1], text=row[-1].text.rstrip(" "))


def split_paragraphs(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Part a row where two or more new lines follow one another."""
    tidied = tidy(pieces)
    if sum(piece.text == BREAK for piece in tidied) < APART:
        yield from filter(None, [tidied])
        return
    row: list[Piece] = []
    breaks = 0
    for piece in tidied:
        breaks = breaks + 1 if piece.text == BREAK else 0
        row.append(piece)
        if breaks == APART:
            yield from filter(None, [tidy(row)])
            row, breaks = [], 0
    yield from filter(None, [tidy(row)])


def plain(pieces: Iterable[Piece]) -> str:
    r"""Give the words of a row; a new line is `\n`."""
    return "".join(piece.text for piece in pieces)


def cut(pieces: Iterable[Piece], start: int, end: int) -> tuple[Piece, ...]:
    """Give what stands between two places of `plain`."""
    row: list[Piece] = []
    at = 0
    for piece in pieces:
        part = piece.text[max(start - at, 0) : max(end - at, 0)]
        at += len(piece.text)
        if part:
            row.append(replace(piece, text=part))
    return tidy(row)


def unstyled(row: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Take from a row the stress that lies on all of it, which is how its page sets headings.

    >>> bold = Mark(Kind.STRONG)
    >>> unstyled((Piece("A", (bold,)), Piece("b", (bold, Mark(Kind.EMPHASIS)))))[0].marks
    ()
    """
    styles = {Mark(Kind.STRONG), Mark(Kind.EMPHASIS)}
    for piece in row:
        if piece.text.strip():
            styles &= set(piece.marks)
    return tuple(
        replace(piece, marks=tuple(mark for mark in piece.marks if mark not in styles))
        for piece in row
    )


def prose_of(pieces: Iterable[Piece]) -> Prose | None:
    """Make a run of a row, or None where it has no words."""
    return tidy_prose(tidy(pieces))


def tidy_prose(row: tuple[Piece, ...]) -> Prose | None:
    """Make a run of a tidy row."""
    return Prose(children=inlines_of(row)) if row else None


def inlines_of(pieces: Iterable[Piece]) -> tuple[Inline, ...]:
    """Nest a tidy row; neighbours with the same mark are put under one."""
    return tuple(_nest(tuple(_loosened(tuple(pieces)))))


def _loosened(row: tuple[Piece, ...]) -> Iterator[Piece]:
    """Take the marks from the spaces at the ends of marked words: no space is bold."""
    for before, piece, after in zip((None, *row), row, (*row[1:], None), strict=False):
        head, text, tail = _parted(piece)
        if head:
            yield Piece(head, _common(before, piece))
        if text:
            yield _with(piece, text)
        if tail:
            yield Piece(tail, _common(piece, after))


def _parted(piece: Piece) -> tuple[str, str, str]:
    text = piece.text.strip(" ")
    if piece.text == BREAK or not text:
        return "", "" if not text else piece.text, "" if text else piece.text
    head, _, tail = piece.text.partition(text)
    return head, text, tail


def _common(one: Piece | None, other: Piece | None) -> Marks:
    if one is None or other is None:
        return ()
    shared: list[Mark] = []
    for mark, same in zip(one.marks, other.marks, strict=False):
        if mark != same:
            break
        shared.append(mark)
    return tuple(shared)


def _nest(row: tuple[Piece, ...], depth: int = 0) -> Iterator[Inline]:
    for mark, group in groupby(row, lambda piece: _at(piece, depth)):
        inside = tuple(group)
        if mark is None:
            yield from _leaves(inside)
        elif mark.kind is Kind.CODE:
            yield from _codes(inside)
        else:
            yield _around(mark, tuple(_nest(inside, depth + 1)))


def _at(piece: Piece, depth: int) -> Mark | None:
    return piece.marks[depth] if depth < len(piece.marks) else None


def _leaves(row: tuple[Piece, ...]) -> Iterator[Inline]:
    for is_break, group in groupby(row, lambda piece: piece.text == BREAK):
        if is_break:
            yield from (LineBreak() for _ in group)
        else:
            yield Text(text=clean(plain(group)))


def _codes(row: tuple[Piece, ...]) -> Iterator[Inline]:
    for is_break, group in groupby(row, lambda piece: piece.text == BREAK):
        if is_break:
            yield from (LineBreak() for _ in group)
        else:
            yield Code(text=clean(plain(group)))


def _around(mark: Mark, children: tuple[Inline, ...]) -> Inline:
    match mark.kind:
        case Kind.EMPHASIS:
            return Emphasis(children=children)
        case Kind.STRONG:
            return Strong(children=children)
        case Kind.SUPERSCRIPT:
            return Superscript(children=children)
        case Kind.SUBSCRIPT:
            return Subscript(children=children)
        case Kind.LINK:
            return Link(children=children, href=mark.value)
        case Kind.LANGUAGE:
            return Span(children=children, language=mark.value)
        case Kind.CODE:
            raise AssertionError(mark)
