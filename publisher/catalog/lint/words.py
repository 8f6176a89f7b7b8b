"""What lint knows of the words of a language: their endings, numbers and abbreviations."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

LEAST = 3  # letters of a word that must be alike
LONGEST_ENDING = 3  # letters, in a language of whose endings nothing is known


@dataclass(frozen=True, kw_only=True)
class Words:
    """The words of a language; see `words.toml`.

    Attributes:
        endings: What a word may end in; None where nothing is known.
        links: Words that join others and change with them.
        abbreviations: In lower case, without their full stop.
        numbers: The number that a word in lower case means.
        scales: How words begin that make a number greater, and by how many zeros.
    """

    endings: frozenset[str] | None = None
    links: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    numbers: Mapping[str, str] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def scale_beginnings(self) -> tuple[str, ...]:
        """How words begin that make a number greater."""
        return tuple(self.scales)

    def alike(self, one: str, other: str) -> bool:
        """Whether two words are forms of one word, in any case of letters.

        >>> words_of("sr-Latn").alike("Beograd", "Beogradu")
        True
        >>> words_of("sq").alike("Prishtinë", "Prishtinën"), words_of("sq").alike("mal", "male")
        (True, True)
        >>> words_of("en").alike("force", "for")
        False
        """
        one, other = one.casefold(), other.casefold()
        if one == other or {one, other} <= self.links:
            return True
        shared = _shared(one, other)
        least = max(LEAST, shared - 2) if shared >= LEAST else min(len(one), len(other))
        return any(
            self._ending(one[cut:]) and self._ending(other[cut:])
            for cut in range(shared, least - 1, -1)
        )

    def _ending(self, letters: str) -> bool:
        if self.endings is None:
            return len(letters) <= LONGEST_ENDING
        return not letters or letters in self.endings

    def same(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether two texts are the same words in other forms."""
        mine, theirs = tuple(one), tuple(other)
        return len(mine) == len(theirs) and all(map(self.alike, mine, theirs))


def _shared(one: str, other: str) -> int:
    for at, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return at
    return min(len(one), len(other))


@cache
def words_of(tag: str) -> Words:
    """Give what is known of the words of a language, by its tag or else by its code."""
    table = _tables()
    own = table.get(tag) or table.get(tag.partition("-")[0])
    if own is None:
        return Words()
    return Words(
        endings=frozenset(own["endings"]),
        links=frozenset(own.get("links", ())),
        abbreviations=frozenset(word.casefold() for word in own["abbreviations"]),
        numbers={word: number for number, words in own["numbers"].items() for word in words},
        scales=dict(own["scales"]),
    )


@cache
def _tables() -> dict[str, Any]:
    file = files("publisher.catalog.lint") / "words.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
