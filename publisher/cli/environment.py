"""What is read from the machine: the clock and SOURCE_DATE_EPOCH."""

import os
from datetime import UTC, datetime

from publisher.errors import UsageError

VARIABLE = "SOURCE_DATE_EPOCH"


def source_date() -> datetime | None:
    """Give the time that SOURCE_DATE_EPOCH fixes, where it is set.

    Raises:
        UsageError: It is not a number of seconds.
    """
    text = os.environ.get(VARIABLE, "").strip()
    if not text:
        return None
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            f"{VARIABLE} is {text!r}", hint="it is a number of seconds since 1970"
        ) from error


def now() -> datetime:
    """Give the time: SOURCE_DATE_EPOCH where it is set, else the clock's."""
    return source_date() or datetime.now(UTC)  # noqa: TID251 -- the one place that may
