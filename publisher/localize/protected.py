"""Runs of text with pieces that no conversion of script may touch."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Copied as they are: placeholders, printf codes, entities, addresses. What an alternative reads in
# vain is bounded, so that hostile text takes no longer than its length.
PROTECTED = re.compile(
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\$?\{[^{}]*\}|%\([^()]*\)[a-z]|%[ds]\b"
    r"|&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);"
    r"|(?<!\w)[a-zA-Z][a-zA-Z0-9+.-]{1,20}://[^\s<>]+"
    r"|(?<!\w)www\.[^\s<>]+"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of one visible run: text in NFC to convert, or protected text that stays as it is."""

    text: str
    protected: bool = False


def visible(pieces: Sequence[Piece]) -> str:
    """Join the pieces of a run; a protected piece counts as a space."""
    return "".join(" " if piece.protected else piece.text for piece in pieces)


def cut(pieces: Sequence[Piece], letters: Sequence[str]) -> tuple[str, ...]:
    """Give each piece what became of its letters, in NFC, and a protected piece its own text.

    Args:
        pieces: The pieces of a run.
        letters: What became of each letter of the visible run.
    """
    texts, at = [], 0
    for piece in pieces:
        end = at + (1 if piece.protected else len(piece.text))
        converted = unicodedata.normalize("NFC", "".join(letters[at:end]))
        texts.append(piece.text if piece.protected else converted)
        at = end
    return tuple(texts)


def mask_protected(text: str, protected: re.Pattern[str] = PROTECTED) -> str:
    """Put spaces in place of what is never converted, such as placeholders and addresses.

    >>> mask_protected("{име} Његош")
    '      Његош'
    """
    return protected.sub(lambda found: " " * len(found.group()), text)
