"""Reading the numbers of a text by value, as its language writes them.

A number is read as text in one canonical form (`1234.5`, a time of day `16:30`), so that no length
of digits matters. What may be read in more ways than one has several values.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.catalog.lint.words import Words
from publisher.model.language import Language

SPACES = (
    "\u00a0\u202f\u2009"  # those that may stand between thousands without being told from words
)
DATE = (
    r"(?<![\d.,/-])(?P<first>\d{4}|\d{1,2})(?P<sep>[./-])(?P<gap>[ \u00a0]?)"
    r"(?P<second>\d{1,2})(?P=sep)(?P=gap)(?P<third>\d{4}|\d{2})(?!\d)"
)
NUMBER = rf"\d+(?:[.,:'’{SPACES}]\d+)*"
SPACED = rf"\d+(?:[.,:'’ {SPACES}]\d+)*"
PERIOD = r"[ \u00a0\u202f]?(?:(?P<am>a\.? ?m\.?)|(?P<pm>p\.? ?m\.?))(?!\w)"
CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
HOUR = re.compile(r"\d{1,2}")
NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]+)")
LAST_WORD = re.compile(r"[^\W\d_]+[ \u00a0-]$")
LONGEST_WORD = 20
ROMAN = re.compile(r"(?<!\w)[IVXLCDM]+(?!\w)")
ROMAN_FORM = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

# What each begins with is looked for first: elsewhere there is nothing to try.
TOKEN = re.compile(rf"(?=\d)(?:{DATE}|(?P<number>{NUMBER})(?:{PERIOD})?)")
SPACED_TOKEN = re.compile(rf"(?=\d)(?:{DATE}|(?P<number>{SPACED})(?:{PERIOD})?)")
MOST_HOURS, MOST_MINUTES, MOST_DAYS, MOST_MONTHS = 24, 59, 31, 12
HALF_DAY = 12
CENTURY = 2  # digits of a year without its century


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in a text.

    Attributes:
        text: As it stands there.
        values: What it may mean, the likeliest first.
    """

    text: str
    values: tuple[str, ...]


def read_numbers(
    text: str, language: Language, words: Words, *, spaced: bool = False
) -> tuple[Number, ...]:
    """Read the numbers of a text, in order.

    Args:
        text: The text.
        language: The language it is in.
        words: The words of that language; those for thousands and millions are reckoned in.
        spaced: Whether a plain space may stand between thousands.
    """
    pattern = SPACED_TOKEN if spaced else TOKEN
    found: list[Number] = []
    for token in pattern.finditer(text):
        if token["number"] is None:
            found += _date(token, language)
        else:
            found += _token(token, text, language, words)
    return tuple(found)


def number_words(words: tuple[str, ...], text: str, known: Words) -> Iterator[str]:
    """Give the values of what may be a number, though not in figures: its word, a Roman numeral."""
    for word in words:
        value = known.numbers.get(word.casefold())
        if value:
            yield value
    for numeral in ROMAN.findall(text):
        if ROMAN_FORM.fullmatch(numeral):
            yield str(_roman(numeral))


def _roman(numeral: str) -> int:
    values = [ROMAN_VALUES[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def _date(token: re.Match[str], language: Language) -> list[Number]:
    """Read a date in figures as its day and year; a month is a word as often as not."""
    first, second, third = token["first"], token["second"], token["third"]
    order = _order(first, token["sep"], language)
    parts = dict(zip(order, (first, second, third), strict=True))
    day, month, year = parts["d"], parts["M"], parts["y"]
    if int(day) > MOST_DAYS or int(month) > MOST_MONTHS:
        return [_number(part) for part in (first, second, third)]
    years = (_plain(year), f"20{year}", f"19{year}") if len(year) == CENTURY else (_plain(year),)
    return [_number(day), Number(text=year, values=years)]


def _order(first: str, separator: str, language: Language) -> str:
    if len(first) > CENTURY:
        return "yMd"
    letters = "".join(dict.fromkeys(re.findall("[dMy]", language.dates.short)))
    american = letters.startswith("M") and separator != "."
    return "Mdy" if american else "dMy"


def _token(token: re.Match[str], text: str, language: Language, words: Words) -> Iterator[Number]:
    raw = token["number"]
    moment = _moment(raw, token, language) if _may_be_a_time(raw, token) else ()
    if moment:
        yield Number(text=token.group(), values=moment)
        return
    whole = _value(raw, language)
    if whole is None:
        yield from _parts(raw, token, text, language)
        return
    after = NEXT_WORD.match(text, token.end())
    value = _scaled(whole, after[1] if after else "", words)
    yield Number(text=raw, values=(value, *_name(raw, token, text)))


def _name(raw: str, token: re.Match[str], text: str) -> tuple[str, ...]:
    """Give a number with the word before it, as in CC BY 4.0: a name is the same everywhere."""
    if raw.isdecimal():
        return ()
    start = token.start()
    word = LAST_WORD.search(text, max(0, start - LONGEST_WORD), start)
    return (f"{word.group()}{raw}",) if word else ()


def _may_be_a_time(raw: str, token: re.Match[str]) -> bool:
    return bool(not raw.isdecimal() or token["am"] or token["pm"])


def _moment(raw: str, token: re.Match[str], language: Language) -> tuple[str, ...]:
    """Read a time of day, if it is one; a full hour is also the number of the hour."""
    clock = CLOCK.fullmatch(raw)
    half = token["am"] or token["pm"]
    hour, minute = (clock[1], clock[2]) if clock else (raw, "00")
    if not HOUR.fullmatch(hour) or int(hour) > MOST_HOURS or int(minute) > MOST_MINUTES:
        return ()
    if half:
        shift = (int(hour) % HALF_DAY) + (HALF_DAY if token["pm"] else 0)
        return (*_times(shift, minute), *_times(int(hour), minute))
    if clock and (":" in raw or language.decimal != "."):
        later = int(hour) + HALF_DAY
        day = _plain(hour) if "." in raw else ""  # 29.05. is also a day and its month
        times = (*_times(int(hour), minute), *_times(later, minute), day)
        return tuple(filter(None, times))
    return ()


def _times(hour: int, minute: str) -> tuple[str, ...]:
    exact = f"{hour}:{_plain(minute).zfill(CENTURY)}"
    return (exact, str(hour)) if int(minute) == 0 else (exact,)


def _value(raw: str, language: Language) -> str | None:
    """Give the value of a number that is written as the language writes numbers."""
    if raw.isdecimal():
        return _plain(raw)
    before, point, fraction = raw.partition(language.decimal)
    groups = re.split(rf"[.,'’ {SPACES}]", before)
    grouped = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])  # noqa: PLR2004 -- thousands
    if not (grouped or len(groups) == 1) or (point and not fraction.isdecimal()):
        return None
    if ":" in before:
        return None
    digits = _plain("".join(groups))
    tail = _ascii(fraction).rstrip("0")
    return f"{digits}.{tail}" if tail else digits


def _parts(raw: str, token: re.Match[str], text: str, language: Language) -> Iterator[Number]:
    """Read what is no number of the language: several numbers, or the name of a version."""
    if re.search(rf"[,:'’ {SPACES}]", raw):
        for part in re.split(rf"[,:'’ {SPACES}]", raw):
            value = _value(part, language)
            yield _number(part) if value is None else Number(text=part, values=(value,))
        return
    days = (_plain(raw.partition(".")[0]),) if text[token.end() : token.end() + 1] == "." else ()
    yield Number(text=raw, values=(f"{raw}?", *days, *_name(raw, token, text)))


def _scaled(value: str, word: str, words: Words) -> str:
    """Reckon in a word such as million."""
    folded = word.casefold()
    if not folded.startswith(words.scale_beginnings):
        return value
    zeros = next(n for letters, n in words.scales.items() if folded.startswith(letters))
    whole, _, fraction = value.partition(".")
    moved = whole + fraction[:zeros].ljust(zeros, "0")
    rest = fraction[zeros:]
    return (moved.lstrip("0") or "0") + (f".{rest}" if rest else "")


def _number(digits: str) -> Number:
    return Number(text=digits, values=(_plain(digits),))


def _plain(digits: str) -> str:
    return _ascii(digits).lstrip("0") or "0"


def _ascii(digits: str) -> str:
    if digits.isascii():
        return digits
    return "".join(str(unicodedata.decimal(digit, digit)) for digit in digits)
