"""Days as photographs have them: whole, or not at all."""

import re
from datetime import date

DAY = re.compile(r"\s*(\d{4})[-:]?(\d{2})[-:]?(\d{2})(?!\d)")


def read_day(text: str) -> date | None:
    """Read the day of XMP, IPTC or EXIF; None where only a year or a month is known.

    >>> read_day("2023-05-29T18:04:11+02:00"), read_day("20230529"), read_day("2023:05:29 18:04:11")
    (datetime.date(2023, 5, 29), datetime.date(2023, 5, 29), datetime.date(2023, 5, 29))
    >>> read_day("20230500")
    """
    found = DAY.match(text)
    if not found:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None
