"""Text out of bytes whose encoding nobody told.

Unicode is known by its form. A code page is not: the same bytes are letters in each of them. The
right one is that in which the bytes beyond ASCII are letters of the language that the text is in.
"""

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from publisher.readers.alphabets import LETTERS, MARKS
from publisher.readers.tongue import likely

MARKED = (  # the longest first: UTF-32 begins like UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
PAGES = (  # the first of those that read a text alike is named
    "cp1252",
    "cp1250",
    "cp1251",
    "iso8859-2",
    "iso8859-5",
    "koi8-r",
    "koi8-u",
    "mac-cyrillic",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
)
LOOKED_AT = 4_000  # bytes around those beyond ASCII
GUESSED_FROM = 64_000  # bytes that the library is shown
GOOD = 0.75  # of 1: the worth of a decoding that is believed
MARK = 0.9  # of 1: the worth of a quotation mark, a dash or the like
TOO_RARE = 0.001  # of 1: the share of a language that does not count
POOR = 0.4  # below which the library is asked
AHEAD = 0.1  # by which it must be worth more than another, or by so many characters
CHARACTERS_AHEAD = 3
BROKEN = 0.02  # of the characters beyond ASCII in UTF-8: more are another encoding
BEYOND = re.compile(rb"[\x80-\xff]")
LINE_BEYOND = re.compile(rb"[^\n]*[\x80-\xff][^\n]*")
WORD = re.compile(r"[^\W\d_]+")
INSIDE = re.compile(r"(?<=[^\W\d_])[^\w\s\-–—'’.…,/@&­](?=[^\W\d_])")
SYMBOL = re.compile(
    r"[®™](?=[^\W\d_])|©(?=[a-zа-я])|(?<=[^\W\d_])€"
)  # it would be a letter of a word
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
GARBLED = re.compile(r"[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u2122]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text as it was read from bytes.

    Attributes:
        text: Without a byte order mark.
        encoding: Python's name of its encoding.
        sure: Whether there is no doubt; else the user is to be warned.
    """

    text: str
    encoding: str
    sure: bool


def decode(data: bytes) -> Decoded:
    r"""Read bytes as text; what cannot be read is U+FFFD.

    Found are UTF-8, UTF-16 and UTF-32 with and without a byte order mark, Windows-1250 to -1256,
    ISO 8859-2 and -5, KOI8 and Mac Cyrillic. Others are guessed by
    charset-normalizer, and never sure.

    >>> decode("Žene su rekle da će doći večeras u školu.".encode("cp1250"))
    Decoded(text='Žene su rekle da će doći večeras u školu.', encoding='cp1250', sure=True)
    """
    for mark, encoding in MARKED:
        if data.startswith(mark):
            return _told(data[len(mark) :], encoding)
    if b"\x00" in data and (wide := _wide(data)):
        return wide
    if not BEYOND.search(data):
        return Decoded(text=data.decode("ascii"), encoding="ascii", sure=b"\x00" not in data)
    return _utf8(data) or _page(data)


def _told(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text=text, encoding=encoding, sure="\ufffd" not in text)


def _wide(data: bytes) -> Decoded | None:
    """Read UTF-16 and UTF-32 without a mark: the order in which text is mostly Latin or Cyrillic.

    Text in other scripts is known by its spaces and line ends, which are there in most of them.
    """
    head = data[:LOOKED_AT]
    found = []
    for encoding, size in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        text = head[: len(head) // size * size].decode(encoding, "replace")
        near = sum(c in "\n\r\t" or " " <= c < "\u0530" or "\u2010" <= c < "\u20c0" for c in text)
        found.append((near / (len(text) or 1), encoding))
    share, encoding = max(found)
    if share < GOOD:
        return None
    told = _told(data, encoding)
    return (
        told
        if CONTROL.search(told.text) is None
        else Decoded(text=told.text, encoding=encoding, sure=False)
    )


def _utf8(data: bytes) -> Decoded | None:
    """Read UTF-8, also where a few characters of it are broken."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        told = _halves(data) or _broken(data)
        return Decoded(text=told, encoding="utf-8", sure=False) if told else None
    return Decoded(text=text, encoding="utf-8", sure=not _is_garbled(text))


def _halves(data: bytes) -> str:
    r"""Read UTF-8 in which characters stand as two halves; empty where it is something else.

    >>> _halves(b"\xed\xa0\xbd\xed\xb8\x80 and \xed\xa0\x80")
    '😀 and �'
    """
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return ""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _broken(data: bytes) -> str:
    """Read UTF-8 with few errors in it; empty where there are too many for that."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(c > "\x7f" for c in text) - broken
    cut = broken == 1 and text.endswith("\ufffd")
    return "" if good == 0 or broken > max(good * BROKEN, cut) else text


def _is_garbled(text: str) -> bool:
    """Whether a text was decoded wrongly before it was encoded, as in "Ä‡" for "ć"."""
    for found in GARBLED.finditer(text):
        for encoding in ("cp1252", "latin-1"):
            try:
                found.group().encode(encoding).decode("utf-8")
            except UnicodeError:
                continue
            return True
    return False


def _page(data: bytes) -> Decoded:
    """Read a code page, the one in which the text is most of all a text."""
    sample = _sample(data)
    found = _valued(data, sample, PAGES)
    if not found or found[0][0] < POOR:
        found = [*_valued(data, sample, _guess(data)), *found] or [(0.0, "latin-1", "")]
        found.sort(key=lambda one: -one[0])
    worth, encoding, text = found[0]
    ahead = worth - max((one[0] for one in found if one[2] != text), default=0.0)
    sure = (
        encoding in PAGES
        and worth >= GOOD
        and ahead >= min(AHEAD, CHARACTERS_AHEAD / len(BEYOND.findall(sample)))
    )
    return Decoded(text=data.decode(encoding), encoding=encoding, sure=sure)


def _valued(data: bytes, sample: bytes, encodings: tuple[str, ...]) -> list[tuple[float, str, str]]:
    """List worth, encoding and decoded sample of the encodings that fit, the best first."""
    found = []
    for encoding in encodings:
        try:
            data.decode(encoding)
        except UnicodeError:
            continue
        text = sample.decode(encoding, "replace")
        found.append((_worth(text), encoding, text))
    return sorted(found, key=lambda one: -one[0])


def _sample(data: bytes) -> bytes:
    """Give the first lines that hold bytes beyond ASCII."""
    lines, size = [], 0
    for line in LINE_BEYOND.finditer(data):
        lines.append(line.group()[:LOOKED_AT])
        size += len(lines[-1])
        if size > LOOKED_AT:
            break
    return b"\n".join(lines)[:LOOKED_AT]


def _guess(data: bytes) -> tuple[str, ...]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- only where nothing else helps

    best = from_bytes(data[:GUESSED_FROM]).best()
    return (best.encoding,) if best else ()


def _worth(text: str) -> float:
    """Value a decoding from 0 to 1: how many of its characters beyond ASCII are at home in it."""
    beyond = Counter(c for c in text.lower() if c > "\x7f")
    if not beyond:
        return 0.0
    spoilt = 3 * len(CONTROL.findall(text)) + 2 * len(INSIDE.findall(text))
    spoilt += (
        len(SYMBOL.findall(text))
        + 2 * sum(map(_turns, text, text[1:]))
        + sum(map(_is_mixed, WORD.findall(text)))
    )
    home = sum(
        share * _at_home(beyond, code) for code, share in likely(text).items() if share > TOO_RARE
    )
    return max(0.0, home - spoilt / beyond.total())


def _at_home(beyond: Counter[str], code: str) -> float:
    """Value characters by whether a language is written with them; letters tell more than marks."""
    letters = LETTERS.get(code, frozenset())
    values = (n * (1 if c in letters else MARK if c in MARKS else 0) for c, n in beyond.items())
    return sum(values) / beyond.total()


def _turns(one: str, next_: str) -> bool:
    """Whether a capital stands within a word, and one of the two letters is beyond ASCII."""
    return one.islower() and next_.isupper() and max(one, next_) > "\x7f"


@cache
def _is_mixed(word: str) -> bool:
    """Whether a word has letters of two scripts."""
    return len({"Cyrl" if "\u0400" <= c <= "\u04ff" else "Latn" for c in word}) > 1
