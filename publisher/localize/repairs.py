"""Slips of typing in Serbian that conversion would carry on; they are reported, never changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.localize.protected import mask_protected

# Latin letters and the Cyrillic ones that look the same; the last four of these are not Serbian.
LATIN = "AaBEeKMHOoPpCcTXxyJjSsIi"
CYRILLIC = "АаВЕеКМНОоРрСсТХхуЈјЅѕІі"
TO_LATIN = str.maketrans(CYRILLIC, LATIN)
TO_CYRILLIC = str.maketrans(LATIN[:-4], CYRILLIC[:-4])
LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f]")
CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")

REASONS = {
    "roman": "a Roman numeral is typed with Cyrillic letters",
    "celsius": "the sign for Celsius is typed with a Cyrillic letter",
    "formula": "a chemical formula is typed with Cyrillic letters",
    "word": "a word mixes Latin and Cyrillic letters",
}
TOKEN = re.compile(
    r"(?P<roman>(?<!\w)(?=[IVX]*[ХІ])[ХІIVX]{2,}(?!\w))"
    r"|(?P<celsius>°\s?С(?!\w))"
    r"|(?P<formula>(?<!\w)(?=[A-Z₀-₉]*[СНО])(?:[A-ZСНО₀-₉]*[₀-₉][A-ZСНО₀-₉]*|[CС][OО]2)(?!\w))"
    r"|(?P<word>[^\W\d_]+)"
)
ENDING = re.compile("([A-Za-z]{2,})([\u0400-\u04ff]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A token that was probably typed with a letter of the wrong alphabet.

    Attributes:
        found: The token as it is.
        wanted: What it was probably meant to be; empty where that is anyone's guess.
        reason: What is wrong with it.
    """

    found: str
    wanted: str
    reason: str


def repairs(text: str) -> tuple[Repair, ...]:
    """List what an editor should retype, in the order of reading; protected spans are passed over.

    >>> repairs("ХХ век")[0].reason
    'a Roman numeral is typed with Cyrillic letters'
    """
    return tuple(_repairs(mask_protected(text)))


def _repairs(text: str) -> Iterator[Repair]:
    for token in TOKEN.finditer(text):
        kind, found = token.lastgroup or "", token.group()
        if kind != "word":
            yield Repair(found=found, wanted=found.translate(TO_LATIN), reason=REASONS[kind])
        elif LATIN_LETTER.search(found) and CYRILLIC_LETTER.search(found):
            yield Repair(found=found, wanted=_in_one_script(found), reason=REASONS[kind])


def _in_one_script(word: str) -> str:
    """Give the reading of a mixed word that makes sense: all Cyrillic, all Latin, or hyphenated."""
    cyrillic, latin = word.translate(TO_CYRILLIC), word.translate(TO_LATIN)
    readings = []
    if not LATIN_LETTER.search(cyrillic):
        readings.append((len(CYRILLIC_LETTER.findall(word)), cyrillic))
    if not CYRILLIC_LETTER.search(latin):
        readings.append((len(LATIN_LETTER.findall(word)), latin))
    if readings:
        return max(readings, key=lambda reading: reading[0])[1]
    stem = ENDING.fullmatch(word)  # a Latin name with a Serbian ending
    return f"{stem[1]}-{stem[2]}" if stem else ""
