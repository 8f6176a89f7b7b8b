"""Days of the calendar as authors write them."""

import re
from datetime import date

from publisher.errors import ArticleError

ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
ISO_MOMENT = re.compile(rf"({ISO_DAY.pattern})[Tt ].*")


def parse_day(text: str) -> date:
    """Read a day written YYYY-MM-DD; nothing else is guessed at.

    >>> parse_day("2023-06-02")
    datetime.date(2023, 6, 2)

    Raises:
        ArticleError: The text is written otherwise, or no calendar has the day.
    """
    moment = ISO_MOMENT.fullmatch(text)
    if moment:
        raise ArticleError(
            f"{text!r} holds a time of day where a day is wanted", hint=f"write {moment[1]}"
        )
    if not ISO_DAY.fullmatch(text):
        raise ArticleError(
            f"{text!r} is not a day written YYYY-MM-DD", hint="write it like 2023-06-02"
        )
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArticleError(
            f"there is no day {text} in the calendar", hint="correct the month or the day"
        ) from None
