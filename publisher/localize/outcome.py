"""What came of localisation: the article in one language, and where each run's words are from."""

from dataclasses import dataclass
from enum import Enum

from publisher.diagnostics import Diagnostic
from publisher.model.article import Article
from publisher.model.walk import Role


class Origin(Enum):
    """Where the words of a run came from; code and kept words alone are always the source's."""

    SOURCE = "source"
    TRANSLATED = "translated"
    DERIVED = "derived"
    MISSING = "missing"
    FUZZY = "fuzzy"
    PREVIOUS = "previous"

    @property
    def fell_back(self) -> bool:
        """Whether the words are those of the source, for want of a translation."""
        return self in {Origin.MISSING, Origin.FUZZY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one run.

    Attributes:
        segment: The run's id.
        role: What it is in the article.
        source: Its source text.
        origin: Where its words came from.
        where: The catalog entry as `file:line`, or the catalog that lacks it; of words derived from
            the source, the place in the source.
        stale: Whether there is only a translation of what the source said before, printed or not.
        translatable: Whether there is anything to translate in it; if not, no catalog has an entry.
    """

    segment: str
    role: Role
    source: str
    origin: Origin
    where: str = ""
    stale: bool = False
    translatable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Localized:
    """An article in one language, and what became of each of its runs."""

    article: Article
    outcomes: tuple[Outcome, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def fallen_back(self) -> tuple[Outcome, ...]:
        """The runs that stand in the source language."""
        return tuple(outcome for outcome in self.outcomes if outcome.origin.fell_back)

    @property
    def previous(self) -> tuple[Outcome, ...]:
        """The runs that stand in a translation of what the source said before."""
        return tuple(one for one in self.outcomes if one.origin is Origin.PREVIOUS)
