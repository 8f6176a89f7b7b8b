"""What a reader gives back, and how it collects what it found on the way."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import Enum
from types import MappingProxyType
from typing import TypeVar

from publisher.catalog.segment import segments
from publisher.diagnostics import Diagnostic, Level
from publisher.errors import PublishError
from publisher.model.article import Article
from publisher.model.inline import Prose

T = TypeVar("T")


class Syntax(Enum):
    """How a run is written in its source."""

    MARKDOWN = "markdown"
    PLAIN = "plain"
    YAML = "yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a run stands in its source.

    Attributes:
        line: The first line, 1-based.
        written: The run as written there, without what its container puts before each line.
        syntax: How it is written.
    """

    line: int
    written: str
    syntax: Syntax = Syntax.MARKDOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read from one source.

    Attributes:
        article: The article, or None where an error stopped it.
        diagnostics: What was found, in the order of the lines; `where` is `name:line`.
        lines: The first line of each run in the source, 1-based, by `Segment.key`.
        spots: Where each run of the article stands, in the order of reading; a footnote that is
            called twice stands twice.
    """

    article: Article | None
    diagnostics: tuple[Diagnostic, ...] = ()
    lines: Mapping[tuple[str, str], int] = field(default_factory=lambda: MappingProxyType({}))
    spots: tuple[Spot, ...] = ()


@dataclass(slots=True)
class Findings:
    """Collects the diagnostics of one source, so that all are told in one go.

    What is of the whole source, or of a place that has no line, is noted at line 0.
    """

    name: str
    _found: list[tuple[int, Diagnostic]] = field(default_factory=list)

    def error(self, line: int, code: str, message: str, hint: str = "") -> None:
        """Note what stops the article."""
        self._note(line, Level.ERROR, code, (message, hint))

    def warn(self, line: int, code: str, message: str, hint: str = "") -> None:
        """Note what the user should look at."""
        self._note(line, Level.WARNING, code, (message, hint))

    def _note(self, line: int, level: Level, code: str, words: tuple[str, str]) -> None:
        message, hint = words
        where = f"{self.name}:{line}" if line else self.name
        diagnostic = Diagnostic(level=level, code=code, message=message, where=where, hint=hint)
        self._found.append((line, diagnostic))

    def attempt(self, line: int, code: str, make: Callable[[], T]) -> T | None:
        """Give what `make` makes, or note its typed error at `line` and give None."""
        try:
            return make()
        except PublishError as error:
            self.error(line, code, error.message, error.hint)
            return None

    @property
    def stopped(self) -> bool:
        """Whether an error was noted."""
        return any(found.level is Level.ERROR for _, found in self._found)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """List what was noted, by line, each thing once."""
        ordered = sorted(self._found, key=lambda found: found[0])
        return tuple(dict.fromkeys(found for _, found in ordered))


@dataclass(slots=True)
class Lines:
    """Remembers where each run stands while an article is built."""

    _spots: dict[int, tuple[Prose, Spot]] = field(default_factory=dict)

    def mark(self, run: Prose, spot: Spot) -> Prose:
        """Remember where `run` stands, and give it back."""
        # Equal runs stand on several lines, so the object counts; it is held to keep its id.
        self._spots[id(run)] = (run, spot)
        return run

    def reading(self, article: Article, diagnostics: tuple[Diagnostic, ...]) -> Reading:
        """Give `article` with the places of its runs."""
        found = tuple((s.key, self._spots[id(s.run)][1]) for s in segments(article))
        first: dict[tuple[str, str], int] = {}
        for key, spot in found:
            first[key] = min(first.get(key, spot.line), spot.line)
        return Reading(
            article=article,
            diagnostics=diagnostics,
            lines=MappingProxyType(first),
            spots=tuple(spot for _, spot in found),
        )


def did_you_mean(word: str, known: Collection[str], otherwise: str) -> str:
    """Hint at the known word that is most like `word`, or say `otherwise`.

    >>> did_you_mean("credits", ("alt", "credit"), "")
    'did you mean `credit`?'
    """
    near = get_close_matches(word, sorted(known), n=1)
    return f"did you mean `{near[0]}`?" if near else otherwise
