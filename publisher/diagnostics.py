"""What was survived on the way: data for a report, never a line in a log."""

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """How much a diagnostic matters: an error stops its article, a warning does not."""

    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One thing to tell the user.

    Attributes:
        level: Whether the article can be used all the same.
        code: A stable name, such as `figure-without-alt`.
        message: What is the matter, in one sentence without a full stop.
        where: The place as `file:line`, as far as it is known.
        hint: What to do about it.
    """

    level: Level
    code: str
    message: str
    where: str = ""
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{place}{self.level.value}: {self.message} [{self.code}]{advice}"
