"""Serbian Cyrillic to Serbian Latin.

Only the second letter of a capital Љ, Њ or Џ is in doubt (LJ or Lj); it is settled by looking at
the visible text around it, across markup. The pairs in `tests/data/serbian_script.tsv` are what
the rule was tried on.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

from publisher.localize.protected import Piece, cut, mask_protected, visible

# The last four are vowels with accents; NFC has no single characters for the others.
CYRILLIC = "абвгдђежзијклмнопрстћуфхцчшѐѝӣӯ"
LATIN = "abvgdđežzijklmnoprstćufhcčšèìīū"
DIGRAPHS = {"љ": "lj", "њ": "nj", "џ": "dž"}
CAPITALS = {letter.upper(): pair for letter, pair in DIGRAPHS.items()}
LIGATURES = {  # Latin digraphs typed as one character, which fonts and search rarely know
    letter: unicodedata.normalize("NFKC", letter) for letter in map(chr, range(0x01C4, 0x01CD))
}
LETTERS = (
    dict(zip(CYRILLIC + CYRILLIC.upper(), LATIN + LATIN.upper(), strict=True))
    | DIGRAPHS
    | LIGATURES
)

WORD = re.compile(r"\S{2,}")
SOFT_HYPHEN = "\u00ad"


def to_latin_text(text: str) -> str:
    """Convert plain text in NFC.

    >>> to_latin_text("Његош и ЊЕГОШ")
    'Njegoš i NJEGOŠ'
    """
    return to_latin((Piece(text=text),))[0]


def to_latin(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Convert the pieces of one visible run.

    The run is read as a whole: how it is cut into pieces makes no difference to its letters.

    Returns:
        One text for each piece, in NFC.
    """
    run = visible(pieces)
    masked = mask_protected(run)
    convert = _Converter(masked)
    letters = [
        convert.letter(at) if masked[at] == letter else letter for at, letter in enumerate(run)
    ]
    return cut(pieces, letters)


class _Converter:
    """Converts one letter of a visible text, in the light of the letters and words around it."""

    def __init__(self, visible: str) -> None:
        self._visible = visible
        letters = "".join(letter if letter.isalpha() else " " for letter in visible)
        self._words = list(WORD.finditer(letters))
        self._starts = [word.start() for word in self._words]

    def letter(self, at: int) -> str:
        letter = self._visible[at]
        if letter in CAPITALS:
            pair = CAPITALS[letter]
            return pair.upper() if self._is_among_capitals(at) else pair.capitalize()
        return LETTERS.get(letter, letter)

    def _is_among_capitals(self, at: int) -> bool:
        """Whether a capital digraph is written with two capitals."""
        for step in (1, -1):
            neighbour = self._neighbour(at, step)
            if neighbour.isalpha():
                return neighbour.isupper()
        # An initial or the name of a letter; no word found here holds it.
        after = bisect_left(self._starts, at)
        around = [word.group() for word in self._words[max(after - 1, 0) : after + 1]]
        return bool(around) and all(word.isupper() for word in around)

    def _neighbour(self, at: int, step: int) -> str:
        """Give the next visible character, combining marks and soft hyphens passed over."""
        at += step
        while 0 <= at < len(self._visible):
            letter = self._visible[at]
            if letter != SOFT_HYPHEN and not unicodedata.combining(letter):
                return letter
            at += step
        return ""
