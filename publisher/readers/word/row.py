"""Running text of a Word file as a flat row of pieces, each with how it looks.

A row can be cut where words say so; `inlines_of` makes the nested inlines of the model of it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from publisher.model.inline import (
    Code,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from publisher.model.text import FORBIDDEN, clean
from publisher.readers.draft import OVERRIDES, SPACES

BREAK = "\n"  # a piece that is a new line; other pieces hold none
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a piece looks, from the outermost mark to the innermost.

    Attributes:
        href: Where it leads.
        language: As Word says it; later the BCP 47 tag, where it is not that of the article.
        position: `superscript` or `subscript`.
    """

    href: str = ""
    language: str = ""
    strong: bool = False
    emphasis: bool = False
    position: str = ""
    code: bool = False


PLAIN = Look()
MARKS: tuple[str, ...] = ("href", "language", "strong", "emphasis", "position", "code")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that look alike, or `BREAK`, or the call of a note, which has no text."""

    text: str
    look: Look = PLAIN
    note: str = ""


Row = tuple[Piece, ...]


def text_of(row: Iterable[Piece]) -> str:
    r"""Give the characters of a row; a new line is `\n`."""
    return "".join(piece.text for piece in row)


def tidy(row: Iterable[Piece]) -> Row:
    """Put like pieces together, and drop white space that nobody sees."""
    found: list[Piece] = []
    for piece in _together(row):
        if piece.text == BREAK:
            _strip_end(found)
            if found:
                found.append(Piece(BREAK))
        elif piece.note:
            found.append(piece)
        elif text := _seen(piece.text, found):
            found.append(Piece(text, piece.look))
    while found and found[-1].text == BREAK:
        found.pop()
        _strip_end(found)
    _strip_end(found)
    return tuple(found)


def _together(row: Iterable[Piece]) -> Iterator[Piece]:
    for (look, note, broken), group in groupby(
        row, lambda piece: (piece.look, piece.note, piece.text == BREAK)
    ):
        if note or broken:
            yield from group
        else:
            yield Piece("".join(piece.text for piece in group), look)


def _seen(text: str, before: Sequence[Piece]) -> str:
    plain = text if _is_plain(text) else OVERRIDES.sub("", FORBIDDEN.sub("", clean(text)))
    spaced = SPACES.sub(" ", plain.replace(SOFT_HYPHEN, ""))
    last = next((piece.text for piece in reversed(before) if not piece.note), BREAK)
    return spaced.lstrip(" ") if last.endswith((" ", BREAK)) else spaced


def _is_plain(text: str) -> bool:
    """Whether nothing in a text has to be brought to the form of the model; this is told fast."""
    return text.isascii() and text.isprintable()


def _strip_end(row: list[Piece]) -> None:
    while row and not row[-1].note and row[-1].text != BREAK:
        text = row[-1].text.rstrip(" ")
        if text:
            row[-1] = Piece(text, row[-1].look)
            return
        row.pop()


def cut(row: Iterable[Piece], start: int, end: int) -> Row:
    """Give what stands between two places of `text_of`; a note goes with what stands before it."""
    found: list[Piece] = []
    at = 0
    for piece in row:
        part = piece.text[max(start - at, 0) : max(end - at, 0)]
        at += len(piece.text)
        if part:
            found.append(Piece(part, piece.look))
        elif piece.note and start <= at <= end and (at > start or start == 0):
            found.append(piece)
    return tidy(found)


def lines_of(row: Iterable[Piece]) -> Iterator[Row]:
    """Part a row at its new lines."""
    for broken, group in groupby(row, lambda piece: piece.text == BREAK):
        if not broken and (line := tidy(group)):
            yield line


def paragraphs_of(row: Row) -> Iterator[Row]:
    """Part a row where an empty line stands in it."""
    part: list[Piece] = []
    for piece in row:
        if piece.text == BREAK and part and part[-1].text == BREAK:
            yield from filter(None, [tidy(part)])
            part = []
        else:
            part.append(piece)
    yield from filter(None, [tidy(part)])


def without(row: Row, *marks: str) -> Row:
    """Give a row without marks that all of its words have, as a heading that is set in bold."""
    common = [
        mark
        for mark in marks
        if all(getattr(p.look, mark) for p in row if p.text.strip())  # a space is never bold
    ]
    changes = {mark: getattr(PLAIN, mark) for mark in common}
    return tuple(replace(piece, look=replace(piece.look, **changes)) for piece in row)


def inlines_of(row: Row, note: Callable[[str], Inline | None]) -> tuple[Inline, ...]:
    """Nest a tidy row; `note` makes a footnote of its id."""
    if all(piece.look == PLAIN for piece in row):
        return tuple(_leaves(row, note))
    return tuple(_nest(tuple(_loosened(row)), MARKS, note))


def _loosened(row: Row) -> Iterator[Piece]:
    """Take the marks from the spaces at the ends of marked words: no space is bold."""
    for piece in row:
        text = piece.text.strip(" ")
        if not text or piece.look == PLAIN or piece.text == text:
            yield piece if text or piece.note else replace(piece, look=PLAIN)
            continue
        head, _, tail = piece.text.partition(text)
        around = replace(PLAIN, href=piece.look.href, language=piece.look.language)
        yield from filter(
            lambda one: one.text,
            (Piece(head, around), replace(piece, text=text), Piece(tail, around)),
        )


def _nest(
    row: Row, marks: tuple[str, ...], note: Callable[[str], Inline | None]
) -> Iterator[Inline]:
    if not marks:
        yield from _leaves(row, note)
        return
    mark, *inner = marks
    for value, group in groupby(row, lambda piece: getattr(piece.look, mark)):
        inside = tuple(group)
        if not value:
            yield from _nest(inside, tuple(inner), note)
        elif mark == "code":
            yield from _codes(inside, note)
        elif children := tuple(_nest(inside, tuple(inner), note)):
            yield _around(mark, value, children)


def _around(mark: str, value: str, children: tuple[Inline, ...]) -> Inline:
    match mark:
        case "href":
            return Link(children=children, href=value)
        case "language":
            return Span(children=children, language=value)
        case "strong":
            return Strong(children=children)
        case "emphasis":
            return Emphasis(children=children)
        case _:
            raised = value == "superscript"
            return Superscript(children=children) if raised else Subscript(children=children)


def _leaves(row: Row, note: Callable[[str], Inline | None]) -> Iterator[Inline]:
    for piece in _together(row):
        if piece.text == BREAK:
            yield LineBreak()
        elif piece.note:
            yield from filter(None, [note(piece.note)])
        else:
            yield Text(text=clean(piece.text))


def _codes(row: Row, note: Callable[[str], Inline | None]) -> Iterator[Inline]:
    for leaf in _leaves(row, note):
        yield Code(text=leaf.text) if isinstance(leaf, Text) else leaf
