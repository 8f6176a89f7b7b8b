"""Whether a finished file says the same words as the article, however its lines were broken."""

import re
import unicodedata
from functools import lru_cache

from publisher.verify.record import LINE_END

SPACES = re.compile("[ \t\n\r\f\u00a0\u2009\u202f]+")
LIGATURES = {
    ord(letter): unicodedata.normalize("NFKC", letter) for letter in map(chr, range(0xFB00, 0xFB07))
}
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060"))
HYPHENS = r"\-\u2010"  # within a set of characters
LINE = re.compile(rf"([{HYPHENS}]?)[ \u00a0]*{LINE_END}[ \u00a0]*")
LOOSE = re.compile(rf"[{HYPHENS}\s]+")


def same_line(found: str, wanted: str) -> bool:
    r"""Whether a line stands as it was written, letter by letter and space by space.

    >>> same_line("Armend Nimani/A\u2010\u2028FP via Getty", "Armend Nimani/AFP via Getty")
    True
    >>> same_line("AFP via Getty", "AFP  via Getty")
    False
    """
    found, wanted = spelt(found), spelt(wanted)
    if LINE_END not in found:
        return found == wanted
    return re.fullmatch(_pattern(found), wanted) is not None


def same_words(found: str, wanted: str) -> bool:
    r"""Whether a text says the same; spaces join as formats join them, and are all one.

    >>> same_words("re-\u2028form of 12\u00a0June", "reform  of 12\u00a0June")
    True
    >>> same_words("re-\u2028form of 13 June", "reform of 12 June")
    False
    """
    return same_line(_single(spelt(found)), _single(spelt(wanted)))


def holds_words(found: str, wanted: str) -> bool:
    r"""Whether a text has another in it; hyphens and spaces do not count where lines are broken.

    >>> holds_words("By Ana\u2028Anić", "Ana Anić")
    True
    """
    found, wanted = _single(spelt(found)), _single(spelt(wanted))
    if LINE_END not in found:
        return wanted in found
    return LOOSE.sub("", wanted) in LOOSE.sub("", found)


@lru_cache(maxsize=1024)
def spelt(text: str) -> str:
    """Bring a text to NFC, its ligatures to letters, without what nobody sees."""
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    return plain.translate(LIGATURES).translate(INVISIBLE)


def whole(text: str) -> str:
    r"""Join lines: a hyphen at the end of one is taken for a divided word.

    >>> whole("re-\u2028form of\u202812 June")
    'reform of 12 June'
    """
    return LINE.sub(lambda end: "" if end[1] else " ", spelt(text))


def _single(text: str) -> str:
    """Join spaces and drop those at the ends.

    A break that the author forced is a space in the article, and may be one in the file.
    """
    return SPACES.sub(" ", text).strip(" ")


def _pattern(found: str) -> str:
    """Write what the lines of a text may have been before they were broken."""
    parts = LINE.split(found)
    lines, hyphens = parts[::2], parts[1::2]
    pattern = re.escape(lines[0])
    for hyphen, line in zip(hyphens, lines[1:], strict=True):
        pattern += (f"{hyphen and f'[{HYPHENS}]?'}\\s*") + re.escape(line)
    return pattern
