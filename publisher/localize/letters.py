"""Serbian Latin letters to Cyrillic ones, digraphs included, word by word."""

import re
import unicodedata
from functools import lru_cache

from publisher.localize.lexicon import Lexicon

LATIN = "abcčćdđefghijklmnoprsštuvzž"
CYRILLIC = "абцчћдђефгхијклмнопрсштувзж"
LETTERS = dict(zip(LATIN + LATIN.upper(), CYRILLIC + CYRILLIC.upper(), strict=True))
DIGRAPHS = {"lj": "љ", "nj": "њ", "dž": "џ"}
LIGATURES = {  # Latin digraphs typed as one character
    "Ǆ": "Џ", "ǅ": "Џ", "ǆ": "џ", "Ǉ": "Љ", "ǈ": "Љ", "ǉ": "љ", "Ǌ": "Њ", "ǋ": "Њ", "ǌ": "њ",
}  # fmt: skip
JOINERS = "\u00ad\u200b\u200c\u200d\u2060"  # invisible inside a word
STRESS = "\u030f\u0311"  # double grave and inverted breve: only Serbian dictionaries print them
JOINT = re.compile(r"^(?:ne|naj|najne)?(?:od|pod|nad|pred)ž")

SPLIT = "nj or dž at the joint of a word, which no list knows"
EITHER = "nj can be one letter or two"


def bare(word: str) -> str:
    """Give a word as it is looked up: without stress marks and what is invisible inside it."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFD", word)
        if letter not in JOINERS and letter not in STRESS
    )


@lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """Give a word in NFC and small letters, without stress marks; ligatures become two letters."""
    parted = "".join(
        unicodedata.normalize("NFKC", one) if one in LIGATURES else one for one in word
    )
    return unicodedata.normalize("NFC", bare(parted)).lower()


@lru_cache(maxsize=65_536)
def to_letters(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Convert a word letter by letter.

    Returns:
        One text for each character of `word`; the second letter of a digraph gives an empty one.
    """
    spelled = [at for at, letter in enumerate(word) if letter not in JOINERS + STRESS]
    key = "".join(_base(word[at]) for at in spelled)
    parted = _parted(key.lower(), lexicon)
    letters = [_letter(letter) for letter in word]
    for index in range(len(key) - 1):
        first, second = word[spelled[index]], word[spelled[index + 1]]
        pair = (first + second).lower()
        if pair in DIGRAPHS and index not in parted and not (first.islower() and second.isupper()):
            one = DIGRAPHS[pair]
            letters[spelled[index]] = one.upper() if first.isupper() else one
            letters[spelled[index + 1]] = ""
    return tuple(letters)


@lru_cache(maxsize=65_536)
def digraph_doubt(word: str, lexicon: Lexicon) -> str:
    """Say why the digraphs of a word are in doubt; nothing where they are not."""
    key = plain(word)
    if any(key.startswith(stem) for stem, _ in lexicon.digraphs["ambiguous"]):
        return EITHER
    known = (*lexicon.digraphs["prefix"], *lexicon.digraphs["guard"])
    if JOINT.match(key) and not any(stem in key for stem, _ in known):
        return SPLIT
    return ""


def _base(letter: str) -> str:
    """Give a letter without the stress marks that are part of it."""
    return unicodedata.normalize("NFC", bare(letter)) or letter


def _letter(letter: str) -> str:
    base = _base(letter)
    found = LIGATURES.get(letter) or LETTERS.get(base)
    if found is None:
        return letter
    marks = [mark for mark in unicodedata.normalize("NFD", letter) if mark in STRESS]
    return unicodedata.normalize("NFC", found + "".join(marks))


def _parted(key: str, lexicon: Lexicon) -> frozenset[int]:
    """Say where in a word n and j, or d and ž, are two letters: the places of the first one."""
    if "nj" not in key and "dž" not in key:
        return frozenset()
    found: set[int] = set()
    for match in ("infix", "prefix", "word", "ambiguous"):
        for stem, cyrillic in lexicon.digraphs[match]:
            for at in _places(key, stem, match, lexicon):
                found |= {at + offset for offset in _split_in(stem, cyrillic)}
    return frozenset(found)


def _places(key: str, stem: str, match: str, lexicon: Lexicon) -> tuple[int, ...]:
    if match == "word":
        return (0,) if key == stem else ()
    if match == "infix":
        return tuple(found.start() for found in re.finditer(re.escape(stem), key))
    starts = (at for at in _word_starts(key) if key.startswith(stem, at))
    return tuple(at for at in starts if not _guarded(key[at:], stem, lexicon))


def _word_starts(key: str) -> tuple[int, ...]:
    return tuple(len(one) for one in ("", "ne", "naj", "najne") if key.startswith(one))


def _guarded(rest: str, stem: str, lexicon: Lexicon) -> bool:
    """Whether a longer stem with a true digraph begins the word."""
    return any(
        len(guard) > len(stem) and rest.startswith(guard) for guard, _ in lexicon.digraphs["guard"]
    )


def _split_in(stem: str, cyrillic: str) -> tuple[int, ...]:
    """Say where in a stem the Cyrillic has two letters for a pair."""
    found, at = [], 0
    for letter in cyrillic:
        pair = stem[at : at + 2]
        if DIGRAPHS.get(pair) == letter:
            at += 2
            continue
        if pair in DIGRAPHS:
            found.append(at)
        at += 1
    return tuple(found)
