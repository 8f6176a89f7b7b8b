"""Days as a page tells them to programs, or prints them."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from publisher.readers.days import CHANGED, find_day, find_days

ISO = re.compile(r"\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?![\d])")
EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?\s*")
EARLIEST, LATEST = 1800, 2200  # years


def first_day(texts: Iterable[str], language: str) -> date | None:
    """Find the first day in texts written for programs or for readers."""
    return next((day for text in texts if (day := day_of(text, language))), None)


def settled(told: date | None, printed: Iterable[str], language: str) -> date | None:
    """Choose the day that the page prints where programs are told it in another time zone."""
    if told is None:
        return None
    days = [day for text in printed for day, changed in _days(text, language) if not changed]
    near = [day for day in days if abs((day - told).days) <= 1]
    return near[0] if near and told not in days else told


def day_changed(printed: Iterable[str], language: str) -> date | None:
    """Find the day on which an article was changed, as lines of the page say it."""
    days = (one for text in printed for one in _days(text, language))
    return next((day for day, changed in days if changed), None)


def _days(text: str, language: str) -> Iterator[tuple[date, bool]]:
    """List the days in a text, and whether each is one of a change."""
    start, days = 0, find_days(text, language)
    for one in days:
        yield one.day, CHANGED.search(text[start : one.start]) is not None
        start = one.end
    if not days and (day := day_of(text, language)):
        yield day, False


def day_of(text: str, language: str) -> date | None:
    """Find a day in a text.

    >>> day_of("2023-06-02T16:25:07+02:00", "en"), day_of("Fri, 02 Jun 2023 10:00:00 GMT", "en")
    (datetime.date(2023, 6, 2), datetime.date(2023, 6, 2))
    """
    found = ISO.match(text)
    try:
        if found:
            day = date(*map(int, found.groups()))
        elif epoch := EPOCH.fullmatch(text):
            day = datetime.fromtimestamp(int(epoch[1]), UTC).date()
        elif re.match(r"\s*[A-Z][a-z]{2}, \d", text):
            day = parsedate_to_datetime(text).date()
        else:
            return find_day(text, language)
    except (ValueError, OverflowError):
        return None
    return day if EARLIEST <= day.year <= LATEST else None
