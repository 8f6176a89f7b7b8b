"""What can go wrong, as types: each error says where, what, and what to do.

The class of an error fixes the exit status of the command: 1 is a bug, 2 a usage error.
"""

from collections.abc import Iterable


class PublishError(Exception):
    """Something a user can mend.

    Args:
        message: What is wrong, in one sentence without a full stop.
        where: The place as `file:line`, as far as it is known.
        hint: What to do about it.
    """

    exit_status = 1

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{place}{self.message}{advice}"


class UsageError(PublishError):
    """The command was asked for something that does not exist."""

    exit_status = 2


class ArticleError(PublishError):
    """An article or one of its pictures is wrong."""

    exit_status = 3


class WordFileError(PublishError):
    """A Word file cannot be read, or one that comes home is not an edition of this publication."""

    exit_status = 3


class CatalogError(PublishError):
    """A message catalog cannot be read, or contradicts its article."""

    exit_status = 4


class IncompleteError(PublishError):
    """An edition is not translated as far as the publication demands."""

    exit_status = 5


class CheckError(PublishError):
    """A finished edition does not hold what it must."""

    exit_status = 6


class SystemComponentError(PublishError):
    """A component of the system, such as Pango, is missing."""

    exit_status = 7


def exit_status_of(errors: Iterable[Exception]) -> int:
    """Give the lowest status of what went wrong, or 0; what is no PublishError is a bug: 1."""
    statuses = (error.exit_status if isinstance(error, PublishError) else 1 for error in errors)
    return min(statuses, default=0)
