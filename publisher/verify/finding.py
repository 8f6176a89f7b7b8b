"""What a check finds: a value that reports print."""

from dataclasses import dataclass

from publisher.diagnostics import Diagnostic, Level

LONGEST = 90  # characters of a text that a message shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What a check says of one finished file.

    Attributes:
        check: The check's id.
        message: What is the matter, in one sentence without a full stop, on one line.
        figure: The number of the figure that is meant, 0 where none is.
    """

    check: str
    message: str
    figure: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fault in its file.

    Attributes:
        check: The check's id, such as `A2`.
        level: Whether the file may be delivered all the same.
        message: What is the matter, in one sentence without a full stop, on one line.
        hint: What to do about it.
        file: The file's path, as a user knows it.
        article: The article's slug; empty where it is not known.
        language: BCP 47 tag of the edition; empty where it is not known.
        figure: The number of the figure that is meant, 0 where none is.
    """

    check: str
    level: Level
    message: str
    hint: str
    file: str
    article: str = ""
    language: str = ""
    figure: int = 0

    def __str__(self) -> str:
        return str(self.as_diagnostic())

    def as_diagnostic(self) -> Diagnostic:
        """Give it as what a build tells."""
        place = f"{self.article}, figure {self.figure}: " if self.figure else ""
        return Diagnostic(
            level=self.level,
            code=self.check,
            message=f"{place}{self.message}",
            where=self.file,
            hint=self.hint,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A finished edition, and what was found in it.

    Attributes:
        file: Its path, as a user knows it.
        article: The article's slug.
        language: BCP 47 tag.
        format: Name of its exporter.
        compared: Whether it was read back and compared with its article.
    """

    file: str
    article: str
    language: str
    format: str
    compared: bool
    findings: tuple[Finding, ...]


def quoted(text: str) -> str:
    r"""Show a piece of text on one line; what is not printable is spelt out.

    >>> quoted("a\nb")
    "'a\\nb'"
    """
    return repr(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")
