"""What lint finds: values that a report prints and other commands attach to a segment."""

from collections.abc import Iterable
from dataclasses import dataclass

from publisher.catalog.message import Key
from publisher.diagnostics import Diagnostic, Level

LONGEST = 60  # characters of a translator's text that a message shows
MOST = 3  # fragments that a message shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What a rule says of one entry.

    Attributes:
        message: What is the matter, in one sentence without a full stop.
        hint: What to do about it.
        level: Where it is not the rule's own.
    """

    message: str
    hint: str = ""
    level: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A slip in its place.

    Attributes:
        rule: The rule's id, such as `P1`.
        level: Whether the translation is wrong or only probably so.
        message: What is the matter, in one sentence without a full stop, on one line.
        file: The catalog's name as a user knows it.
        line: Line of the entry's msgid, 0 where it is not known.
        hint: What to do about it.
        key: The entry's (msgctxt, msgid); empty where the file as a whole is meant.
        segment: The id of the segment with that key; empty where the file as a whole is meant.
    """

    rule: str
    level: Level
    message: str
    file: str
    line: int = 0
    hint: str = ""
    key: Key = ("", "")
    segment: str = ""

    @property
    def where(self) -> str:
        """The place as `file:line`."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def __str__(self) -> str:
        return str(
            Diagnostic(
                level=self.level,
                code=self.rule,
                message=self.message,
                where=self.where,
                hint=self.hint,
            )
        )


def quoted(text: str) -> str:
    r"""Show a piece of untrusted text on one line; what is not printable is spelt out.

    >>> quoted("a\nb")
    "'a\\nb'"
    """
    return repr(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")


def listed(fragments: Iterable[str]) -> str:
    """Show the first of several fragments, each once.

    >>> listed(["a", "b", "a", "c", "d"])
    "'a', 'b', 'c' …"
    """
    each = list(dict.fromkeys(fragments))
    more = " …" if len(each) > MOST else ""
    return ", ".join(map(quoted, each[:MOST])) + more
