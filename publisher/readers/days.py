"""Days as they are printed, in any language that CLDR has."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import cache

from publisher.errors import PublishError
from publisher.model.language import language as known

ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d/-])")
DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:de\s+|of\s+)?([^\W\d_]+)\.?,?\s+(\d{4})\b"
)
MONTH_FIRST = re.compile(r"\b([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
MONTH_FIRST_COUNTRIES = frozenset({"en", "en-US", "en-PH", "en-CA"})
HOUSE = ("en", "sr-Cyrl", "sr-Latn", "sq")  # read in any text, since pages mix them
EARLIEST = 3  # letters by which the names of months differ
CENTURY = 2000


def find_day(text: str, language: str) -> date | None:
    """Find the first day in a text.

    A day in figures that could be read in two ways is read as the language's country does: the
    month first in English with slashes (6/2/2023 is June 2), unless the tag names a country where
    the day is first (`en-GB`); the day first elsewhere. Where that is no day, the other way is
    tried. The time of day is not read.

    >>> find_day("Updated: 6/4/2023", "en"), find_day("6/4/2023", "sq")
    (datetime.date(2023, 6, 4), datetime.date(2023, 4, 6))
    >>> find_day("Објављено 2. јуна 2023. у 14:35", "sr-Cyrl")
    datetime.date(2023, 6, 2)
    """
    found = sorted(_days(text, language), key=lambda one: one[0])
    return found[0][1] if found else None


def _days(text: str, language: str) -> Iterator[tuple[int, date]]:
    for match in ISO.finditer(text):
        year, month, day = map(int, match.groups())
        yield from _at(match, (year, month, day))
    for match in NUMERIC.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        year += CENTURY if year < CENTURY // 20 else 0
        turned = match[2] == "/" and language in MONTH_FIRST_COUNTRIES
        ways = ((year, first, second), (year, second, first))
        yield from _at(match, *(ways if turned else ways[::-1]))
    for match in DAY_FIRST.finditer(text):
        yield from _named(match, match[1], match[2], language)
    for match in MONTH_FIRST.finditer(text):
        yield from _named(match, match[2], match[1], language)


def _at(match: re.Match[str], *ways: tuple[int, int, int]) -> Iterator[tuple[int, date]]:
    for way in ways:
        with suppress(ValueError):
            yield match.start(), date(*way)
            return


def _named(match: re.Match[str], day: str, name: str, language: str) -> Iterator[tuple[int, date]]:
    for tag in dict.fromkeys((language, *HOUSE)):
        month = _months(tag).get(name.casefold()[:EARLIEST]) if tag else None
        if month and len(name) >= EARLIEST:
            yield from _at(match, (int(match[3]), month, int(day)))
            return


@cache
def _months(tag: str) -> dict[str, int]:
    """Give the months of a language by the beginnings of their names, whatever their case."""
    try:
        dates = known(tag).dates
    except PublishError:
        return {}
    return {
        name.casefold()[:EARLIEST]: number
        for months in (dates.months, dates.months_alone)
        for number, name in enumerate(months, start=1)
    }
