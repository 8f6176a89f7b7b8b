"""Days, spans of days and times of day as each language writes them."""

from collections.abc import Mapping
from datetime import date, time
from typing import Literal, TypeAlias

from babel import Locale
from babel.dates import parse_pattern, tokenize_pattern

from publisher.model.language import Language, Span
from publisher.render.typography import widen_spaces

Style: TypeAlias = Literal["standalone", "running", "short", "weekday"]
NOON = 12


def format_date(
    day: date, language: Language, style: Style = "standalone", *, followed_by: str = ""
) -> str:
    """Write a day.

    Args:
        day: The day.
        language: What to write it in.
        style: `standalone` for a heading or a table, `running` for a sentence, `short` in
            figures, `weekday` with the day of the week.
        followed_by: The text that stands directly after it. Where a year is an ordinal, as in
            Serbian, its full stop is dropped before a mark of punctuation.
    """
    pattern: str = getattr(language.dates, style)
    return _before(followed_by, _write_day(day, pattern, language), language)


def format_range(first: date, last: date, language: Language, *, followed_by: str = "") -> str:
    """Write the days from `first` to `last` for a sentence; see `format_date`."""
    dates = language.dates
    if first == last:
        return format_date(first, language, "running", followed_by=followed_by)
    if first.year != last.year:
        span = dates.range_years
    elif first.month != last.month:
        span = dates.range_months
    else:
        span = dates.range_days
    return _before(followed_by, _write_span(first, last, span, language), language)


def format_years(first: int, last: int, language: Language, *, followed_by: str = "") -> str:
    """Write the years from `first` to `last`; see `format_date`."""
    days = date(first, 1, 1), date(last, 1, 1)
    return _before(followed_by, _write_span(*days, language.dates.years, language), language)


def format_time(moment: time, language: Language) -> str:
    """Write a time of day in hours and minutes, as the clock shows it at the place."""
    period = language.periods[moment.hour >= NOON]
    return _write(moment, language.time, {"a": period}, language)


def _before(followed_by: str, text: str, language: Language) -> str:
    """Drop the last full stop of a date where the language does before what follows."""
    drops = followed_by[:1] in set(language.dates.drop_dot_before)
    return text.removesuffix(".") if drops else text


def _write_span(first: date, last: date, span: Span, language: Language) -> str:
    before, between, after = span
    parts = (_write_day(first, before, language), between, _write_day(last, after, language))
    return widen_spaces("".join(parts))


def _write_day(day: date, pattern: str, language: Language) -> str:
    dates = language.dates
    words = {  # abbreviations are written out
        **dict.fromkeys(("MMM", "MMMM"), dates.months[day.month - 1]),
        **dict.fromkeys(("LLL", "LLLL"), dates.months_alone[day.month - 1]),
        **dict.fromkeys(("E", "EEE", "EEEE"), dates.weekdays[day.weekday()]),
    }
    return _write(day, pattern, words, language)


def _write(moment: date | time, pattern: str, words: Mapping[str, str], language: Language) -> str:
    """Write a moment by a CLDR pattern, its words from `words`, its figures from Babel."""
    locale = Locale.parse(language.babel)
    parts = []
    for _, value in tokenize_pattern(pattern):
        if isinstance(value, str):
            parts.append(value)
        else:
            letter, count = value
            field = letter * count
            parts.append(words.get(field) or parse_pattern(field).apply(moment, locale))
    return widen_spaces("".join(parts))
