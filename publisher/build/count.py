"""Counting: how much of an article is translated, by role, in segments and in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from publisher.catalog.message import Catalog, Key, Message
from publisher.catalog.segment import Segment
from publisher.catalog.tags import TOKEN
from publisher.localize.outcome import Origin, Outcome
from publisher.model.walk import Role, plain_text
from publisher.model.words import count_words

ROLES = tuple(role.value for role in Role)
STATES: Mapping[Origin, str] = {
    Origin.SOURCE: "translated",
    Origin.TRANSLATED: "translated",
    Origin.DERIVED: "translated",
    Origin.PREVIOUS: "fuzzy",
    Origin.FUZZY: "fuzzy",
    Origin.MISSING: "missing",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount of text; the words are those of the source."""

    segments: int = 0
    words: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(segments=self.segments + other.segments, words=self.words + other.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How much of a text is in which state.

    Attributes:
        translated: May be printed.
        fuzzy: Has a translation that must be looked at, or that does not fit its source.
        stale: The part of the fuzzy whose source changed since it was translated.
        missing: Has no translation.
        obsolete: Stands in the catalog and no longer in the article.
    """

    translated: Amount = field(default_factory=Amount)
    fuzzy: Amount = field(default_factory=Amount)
    stale: Amount = field(default_factory=Amount)
    missing: Amount = field(default_factory=Amount)
    obsolete: Amount = field(default_factory=Amount)

    @property
    def total(self) -> Amount:
        """All of the article: what is translated, fuzzy or missing."""
        return self.translated + self.fuzzy + self.missing

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            translated=self.translated + other.translated,
            fuzzy=self.fuzzy + other.fuzzy,
            stale=self.stale + other.stale,
            missing=self.missing + other.missing,
            obsolete=self.obsolete + other.obsolete,
        )


def words_of(segment: Segment) -> int:
    """Count the words of a segment; tags are none, and a footnote is a segment of its own."""
    return count_words(plain_text(segment.run.children))


def tally(
    outcomes: Iterable[Outcome], words: Iterable[int], obsolete: Iterable[Message]
) -> dict[str, Tally]:
    """Count by role, in the order of the roles.

    Args:
        outcomes: What became of each segment of the article.
        words: How many words each of them has.
        obsolete: The messages that the article no longer holds. Those whose msgctxt is no role
            come last, under what it is.
    """
    found: dict[str, dict[str, list[int]]] = {}

    def count(role: str, state: str, number: int) -> None:
        amount = found.setdefault(role, {}).setdefault(state, [0, 0])
        amount[0] += 1
        amount[1] += number

    for outcome, number in zip(outcomes, words, strict=True):
        count(outcome.role.value, STATES[outcome.origin], number)
        if outcome.stale:
            count(outcome.role.value, "stale", number)
    for message in obsolete:
        count(message.context or "", "obsolete", count_words(TOKEN.sub("", message.source)))
    return {role: _tally(found[role]) for role in _ordered(found)}


def _ordered(found: Iterable[str]) -> Iterator[str]:
    known = set(found)
    yield from (role for role in ROLES if role in known)
    yield from sorted(known - set(ROLES))


def _tally(states: Mapping[str, list[int]]) -> Tally:
    amounts = {name: Amount(segments=of[0], words=of[1]) for name, of in states.items()}
    return Tally(**amounts)


def obsolete_in(catalog: Catalog | None, keys: frozenset[Key]) -> tuple[Message, ...]:
    """List the messages of a catalog that its article does not hold, marked so or not yet."""
    messages = catalog.messages if catalog else ()
    return tuple(one for one in messages if one.obsolete or one.key not in keys)
