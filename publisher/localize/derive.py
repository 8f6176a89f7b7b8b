"""Deriving one script's text from the other's, run by run, with its markup."""

from collections.abc import Iterator
from dataclasses import replace

from publisher.errors import UsageError
from publisher.localize.latin import LETTERS, to_latin
from publisher.localize.protected import Piece
from publisher.localize.repairs import CYRILLIC_LETTER
from publisher.model.inline import (
    Code,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Span,
    Text,
)
from publisher.model.language import script_of
from publisher.model.walk import plain_text

DERIVED = {"sr-Latn": "sr-Cyrl"}  # language: the language that it is derived from


def derive(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Convert a run of Serbian Cyrillic to Latin.

    The run is read as one visible text, so that a digraph's case sees across markup. Code, kept
    words and words in another language's own spelling stay as they are; a footnote is a run of its
    own.
    """
    words = iter(to_latin(tuple(_pieces(inlines))))
    return tuple(_rebuild(inline, words) for inline in inlines)


def convertible(inlines: tuple[Inline, ...]) -> str:
    """Give the visible text of a run with a space for everything that is not converted."""
    return "".join(" " if piece.protected else piece.text for piece in _pieces(inlines))


def _pieces(inlines: tuple[Inline, ...]) -> Iterator[Piece]:
    for inline in inlines:
        match inline:
            case Text(text=text):
                yield Piece(text=text)
            case Code() | Keep() | LineBreak():
                yield Piece(text=plain_text((inline,)), protected=True)
            case Span() if _is_foreign(inline):
                yield Piece(text=plain_text((inline,)), protected=True)
            case Footnote():
                pass
            case _:
                yield from _pieces(inline.children)


def _is_foreign(span: Span) -> bool:
    """Whether the words of a span are spelt as its own language spells them.

    They are not where they stand in Serbian letters and their language has others: a translator
    wrote them as Serbian Cyrillic spells them, Бундестаг in German.
    """
    cyrillic = set(CYRILLIC_LETTER.findall(plain_text(span.children)))
    if not cyrillic or not cyrillic <= LETTERS.keys():
        return True
    try:
        return script_of(span.language) in {"", "Cyrl"}
    except UsageError:
        return True  # a tag that nobody knows


def _rebuild(inline: Inline, words: Iterator[str]) -> Inline:
    match inline:
        case Text():
            return Text(text=next(words))
        case Code() | Keep() | LineBreak():
            next(words)
            return inline
        case Span() if _is_foreign(inline):
            next(words)
            return inline
        case Footnote():
            return inline
        case _:
            children = tuple(_rebuild(child, words) for child in inline.children)
            return replace(inline, children=children)
