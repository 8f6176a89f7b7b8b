"""Inlines laid flat: what nests in the model is, in Word, a row of pieces with all their marks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from publisher.export.docx.styles import Style
from publisher.model.inline import (
    Code,
    Emphasis,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Link,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """All that is said of a piece of text.

    Attributes:
        language: BCP 47 tag.
        style: The character style of what it is; emphasis comes beside it.
        position: `superscript`, `subscript` or nothing.
        href: Where it leads, or nothing.
    """

    language: str
    style: Style | None = None
    strong: bool = False
    emphasis: bool = False
    position: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Text, a line break or the call of a footnote, with its marks."""

    content: str | LineBreak | Footnote
    marks: Marks


def lay_flat(inlines: Iterable[Inline], marks: Marks) -> Iterator[Piece]:
    """Give the pieces of inlines that all carry `marks`."""
    for inline in inlines:
        yield from _pieces(inline, marks)


def _pieces(inline: Inline, marks: Marks) -> Iterator[Piece]:
    match inline:
        case Text(text=text):
            yield Piece(content=text, marks=marks)
        case Code(text=text):
            yield Piece(content=text, marks=replace(marks, style=Style.CODE))
        case Keep(text=text):
            yield Piece(content=text, marks=replace(marks, style=Style.KEEP))
        case LineBreak() | Footnote():
            yield Piece(content=inline, marks=marks)
        case Emphasis() | Strong() | Superscript() | Subscript() | Link() | Span():
            yield from lay_flat(inline.children, _marked(inline, marks))
        case _:
            assert_never(inline)


def _marked(
    inline: Emphasis | Strong | Superscript | Subscript | Link | Span, marks: Marks
) -> Marks:
    match inline:
        case Emphasis():
            return replace(marks, emphasis=True)
        case Strong():
            return replace(marks, strong=True)
        case Superscript():
            return replace(marks, position="superscript")
        case Subscript():
            return replace(marks, position="subscript")
        case Link(href=href):
            return replace(marks, href=marks.href or href)
        case Span(language=tag):
            return replace(marks, language=tag)
        case _:
            assert_never(inline)
