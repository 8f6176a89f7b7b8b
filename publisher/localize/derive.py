"""Deriving one script's text from the other's, run by run, with its markup."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from publisher.errors import UsageError
from publisher.localize.cyrillic import Conversion, Unsure, to_cyrillic
from publisher.localize.latin import LETTERS, to_latin
from publisher.localize.protected import Piece
from publisher.localize.repairs import CYRILLIC_LETTER
from publisher.localize.scripts import CYRILLIC, LATIN
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A run in the other script, and the words of which the conversion is not sure."""

    inlines: tuple[Inline, ...]
    unsure: tuple[Unsure, ...] = ()


def derive(inlines: tuple[Inline, ...], language: str, foreign: tuple[str, ...] = ()) -> Derived:
    """Convert a run of Serbian to its other script.

    The run is read as one visible text, so that a digraph and its case are seen across markup.
    Code, kept words and words in another language's own spelling stay as they are; a footnote is a
    run of its own. Markup around nothing but the second letter of a digraph goes with that letter.

    Args:
        inlines: In the one script.
        language: `sr-Cyrl` or `sr-Latn`: the script to convert to.
        foreign: Words and names that stay in Latin in Cyrillic text.
    """
    conversion = _convert(tuple(_pieces(inlines, language)), language, foreign)
    words = iter(conversion.texts)
    rebuilt = tuple(one for inline in inlines for one in _rebuild(inline, words, language))
    return Derived(inlines=rebuilt, unsure=conversion.unsure)


def derive_text(text: str, language: str, foreign: tuple[str, ...] = ()) -> str:
    """Convert plain text in NFC to the other script.

    >>> derive_text("Vesti sa KFOR-om", "sr-Cyrl"), derive_text("Вести", "sr-Latn")
    ('Вести са KFOR-ом', 'Vesti')
    """
    return _convert((Piece(text=text),), language, foreign).texts[0]


def _convert(pieces: tuple[Piece, ...], language: str, foreign: tuple[str, ...]) -> Conversion:
    if language == CYRILLIC:
        return to_cyrillic(pieces, foreign)
    return Conversion(texts=to_latin(pieces), unsure=())


def convertible(inlines: tuple[Inline, ...]) -> str:
    """Give the visible text of a run with a space for all that is not converted to Latin."""
    return "".join(" " if piece.protected else piece.text for piece in _pieces(inlines, LATIN))


def _pieces(inlines: tuple[Inline, ...], language: str) -> Iterator[Piece]:
    for inline in inlines:
        match inline:
            case Text(text=text):
                yield Piece(text=text)
            case Code() | Keep() | LineBreak():
                yield Piece(text=plain_text((inline,)), protected=True)
            case Span() if _is_foreign(inline, language):
                yield Piece(text=plain_text((inline,)), protected=True)
            case Footnote():
                pass
            case _:
                yield from _pieces(inline.children, language)


def _is_foreign(span: Span, language: str) -> bool:
    """Whether the words of a span are spelt as its own language spells them.

    They are not where they stand in Serbian letters and their language has others: a translator
    wrote them as Serbian Cyrillic spells them, Бундестаг in German. In Latin letters it cannot be
    seen, so that all are left alone on the way to Cyrillic.
    """
    if language == CYRILLIC:
        return True
    cyrillic = set(CYRILLIC_LETTER.findall(plain_text(span.children)))
    if not cyrillic or not cyrillic <= LETTERS.keys():
        return True
    try:
        return script_of(span.language) in {"", "Cyrl"}
    except UsageError:
        return True  # a tag that nobody knows


def _rebuild(inline: Inline, words: Iterator[str], language: str) -> tuple[Inline, ...]:
    match inline:
        case Text():
            text = next(words)
            return (Text(text=text),) if text else ()
        case Code() | Keep() | LineBreak():
            next(words)
            return (inline,)
        case Span() if _is_foreign(inline, language):
            next(words)
            return (inline,)
        case Footnote():
            return (inline,)
        case _:
            rebuilt = (_rebuild(child, words, language) for child in inline.children)
            children = tuple(chain.from_iterable(rebuilt))
            lost = inline.children and not children
            return () if lost else (replace(inline, children=children),)
