"""Serbian Latin to Serbian Cyrillic.

A Latin text does not say which of its words are foreign. What a list or the letters settle is
settled; of everything else the likelier reading is printed, and listed for an editor to look at.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from publisher.localize.letters import to_letters
from publisher.localize.lexicon import Lexicon, lexicon
from publisher.localize.names import listed, with_endings
from publisher.localize.protected import PROTECTED, Piece, cut, mask_protected, visible
from publisher.localize.surroundings import with_capitals, with_neighbours, with_quotations
from publisher.localize.verdict import Verdict, judge
from publisher.localize.words import Word, words_of

ADDRESSES = re.compile(
    PROTECTED.pattern
    + r"|(?<![\w@])[@#]\w+"
    + r"|(?<![\w.-])\w[\w-]*(?:\.[\w-]{1,63})*\.(?:com|org|net|info|edu|gov|eu|rs|ba|me|hr|mk|al|si"
    r"|de|uk|fr|it|at|ch|io|tv|co|pdf|jpg|docx?|xlsx?)(?:/[^\s<>]*)?(?!\w)"
)
DIACRITICS = re.compile("[čćđšžČĆĐŠŽ]")
BARE = 200  # letters: a Serbian text of this length without a diacritic was typed without them
TYPED_BARE = "no letter with a diacritic in the whole text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """A word for an editor to look at.

    Attributes:
        word: As it stands in Latin.
        at: Where it begins in the visible text of its run, in characters from 0.
        reason: Why the conversion is not sure of it.
        printed: What was printed for it.
    """

    word: str
    at: int
    reason: str
    printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """A run in Cyrillic: one text for each piece, and the words to look at in the order read."""

    texts: tuple[str, ...]
    unsure: tuple[Unsure, ...]


def to_cyrillic_text(text: str, foreign: tuple[str, ...] = ()) -> str:
    """Convert plain text in NFC.

    >>> to_cyrillic_text("Ljubav u doba Facebook-a, 5 km od Beograda")
    'Љубав у доба Facebook-а, 5 km од Београда'
    """
    return to_cyrillic((Piece(text=text),), foreign).texts[0]


def review(text: str, foreign: tuple[str, ...] = ()) -> tuple[Unsure, ...]:
    """List the words of a plain text that an editor should look at.

    >>> review("Saopštenje NKVD-a")[0].printed
    'НКВД'
    """
    return to_cyrillic((Piece(text=text),), foreign).unsure


def to_cyrillic(pieces: Sequence[Piece], foreign: tuple[str, ...] = ()) -> Conversion:
    """Convert the pieces of one visible run.

    The run is read as a whole: how it is cut into pieces makes no difference to its letters. A
    digraph parted by markup stands with its first letter, so a piece can become empty.

    Args:
        pieces: Texts in NFC.
        foreign: Words and names that stay in Latin besides those that are known.
    """
    run = visible(pieces)
    known = lexicon(foreign)
    letters = list(run)
    unsure: list[Unsure] = []
    for word, verdict in _verdicts(mask_protected(run, ADDRESSES), known):
        if not verdict.keep:
            letters[word.at : word.end] = to_letters(word.text, known)
        if verdict.doubt:
            printed = "".join(letters[word.at : word.end])
            unsure.append(Unsure(word=word.text, at=word.at, reason=verdict.doubt, printed=printed))
    return Conversion(texts=cut(pieces, letters), unsure=(*unsure, *_typed_bare(run)))


def _verdicts(masked: str, known: Lexicon) -> tuple[tuple[Word, Verdict], ...]:
    words = words_of(masked)
    names = listed(words, known)
    verdicts = [
        names.get(index) or judge(word, words[index - 1] if index else None, known)
        for index, word in enumerate(words)
    ]
    verdicts = with_neighbours(words, verdicts, known)
    verdicts = with_quotations(words, verdicts, known)
    verdicts = with_capitals(words, verdicts, known)
    return tuple(zip(words, with_endings(words, verdicts), strict=True))


def _typed_bare(run: str) -> tuple[Unsure, ...]:
    letters = sum(letter.isascii() and letter.isalpha() for letter in run)
    if letters < BARE or DIACRITICS.search(run):
        return ()
    return (Unsure(word="", at=0, reason=TYPED_BARE, printed=""),)
