"""Days as pages print them.

A day that could be read in two ways is read by the custom of its language: 6/2/2023 is the second
of June in American English and the sixth of February elsewhere. A number above twelve is never a
month. Days without their year are none, for nobody knows it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import get_month_names

from publisher.errors import PublishError
from publisher.model.language import language as record

LONGEST = 100_000  # characters that are looked at
CENTURY = 69  # of two figures, the first that means 19..: POSIX, strptime
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
ROMAN |= {"vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12}

HOUSE = ("en", "sr-Cyrl", "sq")  # whose months are read in any text, since pages mix them
WIDTHS: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d|21\d\d)(?!\d(?!\d?:\d\d))"  # a time may stick to it
SHORT = r"(?P<year>1[5-9]\d\d|2[01]\d\d|\d\d)(?!\d|[:.]\d)"
DAY = r"(?P<day>\d{1,2})"
MONTH = r"(?P<month>\d{1,2})"
START = r"(?<![\d.,:/\-])"
GAP = r"[\s,.\-–/·|]{0,4}"
ORDINAL = r"(?:st|nd|rd|th|er|re|e|o|º|ª|ra|an|-?(?:[tr]e|ti|ta|s|i))?"
OF = r"(?:(?:de|del|di|do|da|of|the|e|y|m|d|ta|te|(?:(?:i|te) )?vitit?|godine|den|a)\b\.?\s{0,2})?"
CYRILLIC = str.maketrans("абвгдђежзијклљмнњопрстћуфхцчџш", "abvgddezzijkllmnnoprstcufhccds")
FIGURES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{START}{YEAR}-{MONTH}-{DAY}(?![\d-])",
        rf"{START}{YEAR}\s?([./])\s?{MONTH}\s?\2\s?{DAY}(?!\d)",
        rf"{START}{YEAR}\s?[年년]\s?{MONTH}\s?[月월]\s?{DAY}\s?[日일]",
        r"(?<!\d)(?P<year>19\d\d|20\d\d)(?P<month>0\d|1[0-2])(?P<day>[0-3]\d)(?=t\d|$)",
        rf"{START}(?P<one>\d\d?)\s?(?P<mark>[/.–-])\s?(?P<two>\d\d?)\s?(?P=mark)\s?{SHORT}",
        rf"{START}{DAY}\s?[./]\s?(?P<roman>[ivx]{{1,4}})\b\s?[./]?\s?{YEAR}",
    )
)
# The cases of month names that CLDR does not have, as endings of its stems.
CASES = {
    "sr": ("", "a", "u", "om", "em", "i"),
    "sq": ("", "i", "it", "in", "u", "ut", "un", "e", "es"),
}
MORE: dict[
    str, dict[int, tuple[str, ...]]
] = {  # what CLDR lacks: other spellings and abbreviations in print, by month
    "en": {9: ("sept",), 6: ("june",), 7: ("july",)},
    "sr": {
        1: ("januar", "jan", "sijecanj", "sijecnj"),
        2: ("februar", "feb", "veljac", "veljaca", "veljace", "veljaci"),
        3: ("mart", "mar", "ozujak", "ozujk"),
        4: ("april", "apr", "travanj", "travnj"),
        5: ("maj", "svibanj", "svibnj"),
        6: ("jun", "juni", "lipanj", "lipnj"),
        7: ("jul", "juli", "srpanj", "srpnj"),
        8: ("avgust", "august", "avg", "aug", "kolovoz"),
        9: ("septembar", "septembr", "sept", "sep", "rujan", "rujn"),
        10: ("oktobar", "oktobr", "okt", "listopad"),
        11: ("novembar", "novembr", "nov", "studeni", "studenog"),
        12: ("decembar", "decembr", "dec", "prosinac", "prosinc"),
    },
    "sq": {5: ("maj",), 9: ("sht", "shtat"), 11: ("nent", "nentor"), 12: ("dhjet", "dhj")},
}

# What stands before the day on which an article was changed.
CHANGED_WORDS = (
    r"(?:last )?(?:updated|modified|revised)|(?:zadnja |poslednj[ae] |posljednj[ae] )(?:izmena"
    r"|izmjena|promena|promjena|ažuriranje)|ažuriran[oa]?|azuriran[oa]?|izm[ij]*enjen[oa]?|dopunjeno"
    r"|(?:задња |последњ[ае] )(?:измена|промена|ажурирање)|ажуриран[оа]?|измењен[оа]?|допуњено"
    r"|p[ëe]rdit[ëe]suar|përditësimi(?: i fundit)?|azhurnuar|ndryshuar|ndryshimi i fundit"
    r"|aktualisiert|geändert|mis à jour|modifié|aggiornato|actualizado|atualizado|обновено"
)
CHANGED = re.compile(rf"\b(?:{CHANGED_WORDS})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A day, and where it is printed in a text: from `start` to before `end`."""

    day: date
    start: int
    end: int


def find_day(text: str, language: str) -> date | None:
    """Find the first day that is printed in a text.

    Args:
        text: Such as a line below a headline.
        language: BCP 47 tag; may be empty. Months in the languages of the house are always read.

    Returns:
        The day in the time zone of the text, or None.

    >>> find_day("Updated: 6/4/2023", "en"), find_day("6/4/2023 10:15", "en-GB")
    (datetime.date(2023, 6, 4), datetime.date(2023, 4, 6))
    >>> find_day("Објављено 2. јуна 2023. у 14:35", "sr-Cyrl")
    datetime.date(2023, 6, 2)
    """
    return next((printed.day for printed in find_days(text, language)), None)


def find_days(text: str, language: str) -> tuple[Printed, ...]:
    """List the days that are printed in a text, from its start to its end, none over another."""
    plain = "".join(map(_plain, text[:LONGEST]))
    found = sorted(_all(plain, language), key=lambda p: (p.start, -p.end))
    chosen: list[Printed] = []
    for one in found:
        if not chosen or one.start >= chosen[-1].end:
            chosen.append(one)
    return tuple(chosen)


@cache
def _plain(character: str) -> str:
    """Give a letter without its accents, small, and figures of any script as ASCII's."""
    digit = unicodedata.digit(character, None)
    if digit is not None and character.isdecimal():
        return str(digit)
    # Each letter gives one, so that what is found has the same place in the text itself; Serbian
    # has one spelling for both scripts so, and it does not matter what becomes of other letters.
    base, *accents = tuple(unicodedata.normalize("NFKD", character))
    letter = base if all(map(unicodedata.combining, accents)) else character
    return letter.casefold()[:1].translate(CYRILLIC)


def _all(plain: str, language: str) -> Iterator[Printed]:
    for pattern in FIGURES:
        for match in pattern.finditer(plain):
            yield from _printed(match, *_figures(match.groupdict(), language))
    months, patterns = _names(language)
    for pattern in patterns:
        for match in pattern.finditer(plain):
            name = match["name"]
            yield from _printed(match, match["year"], months[name], match["day"])


def _printed(
    match: re.Match[str], year: str, month: str | int, day: str | int
) -> Iterator[Printed]:
    full = int(year)
    if len(year) == len("23"):
        full += 1900 if full >= CENTURY else 2000
    try:
        found = date(full, int(month), int(day))
    except ValueError:
        return
    yield Printed(day=found, start=match.start(), end=match.end())


def _figures(parts: dict[str, str], language: str) -> tuple[str, int, int]:
    """Give year, month and day of a day in figures."""
    if "roman" in parts:
        return parts["year"], ROMAN.get(parts["roman"], 0), int(parts["day"])
    if "one" not in parts:
        return parts["year"], int(parts["month"]), int(parts["day"])
    one, two = int(parts["one"]), int(parts["two"])
    month_first = parts["mark"] != "." and _is_month_first(language)
    month, day = (one, two) if month_first else (two, one)
    if parts["mark"] != "." and month > len(ROMAN) >= day:
        month, day = day, month
    return parts["year"], month, day


@cache
def _is_month_first(language: str) -> bool:
    """Whether the short dates of a language begin with the month, as CLDR has it.

    >>> _is_month_first("en"), _is_month_first("en-GB"), _is_month_first("sq")
    (True, False, False)
    """
    pattern = str(_locale(language).date_formats["short"].pattern)
    return pattern.find("M") < pattern.find("d") and not pattern.startswith("y")


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(record(language).babel)
    except PublishError:
        return Locale("en", "001")


@cache
def _names(language: str) -> tuple[dict[str, int], tuple[re.Pattern[str], ...]]:
    """Give the names of months with their numbers, and the patterns of days that have them."""
    months: dict[str, int] = {}
    for locale in map(_locale, (language, *HOUSE)):
        for name, month in _forms(locale):
            months.setdefault(name, month)
    names = "|".join(map(re.escape, sorted(months, key=len, reverse=True)))
    name = rf"(?P<name>{names})(?![^\W\d_])"
    patterns = (
        rf"{START}{DAY}{ORDINAL}{GAP}{OF}{name}{GAP}{OF}{YEAR}",
        rf"{START}{DAY}-{name}-(?P<year>\d\d)(?!\d)",
        rf"(?<![^\W_]){name}{GAP}{DAY}{ORDINAL}(?!\d){GAP}{OF}{YEAR}",
        rf"{START}{YEAR}{GAP}{OF}{name}{GAP}{DAY}(?!\d)",
    )
    return months, tuple(map(re.compile, patterns))


def _forms(locale: Locale) -> Iterator[tuple[str, int]]:
    """List the names of months in all their forms, plain, with the number of each."""
    code = locale.language
    more = MORE.get(code, {})
    for width in WIDTHS:
        for context in ("format", "stand-alone"):
            names = get_month_names(width, context=context, locale=locale)
            for month in range(1, 13):
                yield from _cases(code, names[month], month)
    for month, others in more.items():
        for name in others:
            yield from _cases(code, name, month)


def _cases(code: str, name: str, month: int) -> Iterator[tuple[str, int]]:
    plain = "".join(map(_plain, name)).rstrip(".")
    for ending in CASES.get(code, ("",)):
        yield plain + ending, month
