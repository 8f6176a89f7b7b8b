"""Whether a word is spelled as no Serbian word is: a foreign one, to be left in Latin."""

import re
from dataclasses import dataclass
from functools import lru_cache

from publisher.localize.letters import LATIN, plain
from publisher.localize.lexicon import Lexicon

UNSERBIAN = re.compile(f"[^{LATIN}\\d\u0300-\u036f\u0400-\u04ff'’]")
LOOKALIKE = re.compile("[ðʒ]")  # typed for đ and ž
STRESSED = re.compile("[àèìòùāēīōū]")  # printed by dictionaries of Serbian too
CLUSTER = re.compile(
    r"ch|c[st]|t?sch|tz(?!v\$)|sz|cz|ght|(?<!bas)tions?\$|ism\$|ous\$|ck(?:\$|s|er\$|ets?\$|ing)|ck[bdfhlnt]"
)
JOINTED = re.compile(r"[dgkpstz]h")
DOUBLE = re.compile(r"([bcdfghjklmnprstvz])\1")
TWINS = re.compile(r"aa|ee|ii|oo|uu")
COMPOUND = re.compile(r"[aeiou][bcčćdđfghjklmnprsštvzž]+([aeiou])\1.*[aeiou]")  # novootvoren
HIATUS = re.compile(r"i[aeu]")
KEYBOARD_DJ = re.compile("dj")

FOREIGN = "spelled as no Serbian word is"
PERHAPS = "perhaps a foreign word"
WRONG_LETTER = "a letter that looks like a Serbian one"
ASCII_DJ = "dj where đ may be meant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """What the spelling of a word tells.

    Attributes:
        foreign: Whether it is to stay in Latin.
        doubt: Why an editor should look; empty where the spelling leaves no doubt.
    """

    foreign: bool
    doubt: str = ""


@lru_cache(maxsize=65_536)
def spelling(word: str, lexicon: Lexicon) -> Spelling:
    """Judge a word by its letters alone.

    >>> from publisher.localize.lexicon import lexicon
    >>> spelling("Deutsche", lexicon()).foreign, spelling("prethodni", lexicon()).foreign
    (True, False)
    """
    key = plain(word)
    if LOOKALIKE.search(key):
        return Spelling(foreign=True, doubt=WRONG_LETTER)
    if UNSERBIAN.search(key):
        return Spelling(foreign=True, doubt=PERHAPS if _only_stressed(key) else "")
    if CLUSTER.search(key + "$") or _unexcused(DOUBLE, key, lexicon.stems["double"]):
        return Spelling(foreign=True)
    if _is_perhaps_foreign(key, lexicon):
        return Spelling(foreign=True, doubt=PERHAPS)
    if _unexcused(KEYBOARD_DJ, key, lexicon.stems["dj"]):
        return Spelling(foreign=False, doubt=ASCII_DJ)
    return Spelling(foreign=False)


def _is_perhaps_foreign(key: str, lexicon: Lexicon) -> bool:
    return (
        _unexcused(JOINTED, key, lexicon.stems["joint"])
        or (not COMPOUND.search(key) and _unexcused(TWINS, key, lexicon.stems["twins"]))
        or _unexcused(HIATUS, key, lexicon.stems["vowels"])
        or key.startswith("cl")
    )


def _only_stressed(key: str) -> bool:
    return all(STRESSED.fullmatch(letter) for letter in UNSERBIAN.findall(key))


def _unexcused(pattern: re.Pattern[str], key: str, stems: tuple[str, ...]) -> bool:
    """Whether a spelling stands in a word otherwise than in a Serbian stem that has it."""
    edged = f"^{key}$"  # a stem may name the edge of its word
    return any(
        not any(_covers(stem, edged, found) for stem in stems) for found in pattern.finditer(edged)
    )


def _covers(stem: str, edged: str, found: re.Match[str]) -> bool:
    """Whether a stem stands in a word so that it holds, or ends in, the spelling found."""
    first = max(found.start() - len(stem), 0)
    return any(
        edged.startswith(stem, at) and at + len(stem) > found.start()
        for at in range(first, found.start() + 1)
    )
