"""The word lists for Serbian Latin to Cyrillic, as they lie in `data/`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Name = tuple[str, ...]


@dataclass(
    frozen=True, slots=True, kw_only=True, eq=False
)  # one lexicon is like no other: hashable
class Lexicon:
    """What the conversion knows of words.

    Attributes:
        names: What stays in Latin, word by word, under its first word in small letters.
        doubtful_names: Single words that may be Serbian or a name; converted and reported.
        acronyms: `cyrillic`, `latin` or `doubtful` by acronym in capitals.
        units: `anywhere`, `number` and `doubtful`: signs of units.
        stems: Beginnings of Serbian words, by what they excuse; see `data/serbian.txt`.
        digraphs: (Latin stem, Cyrillic stem) by match: `prefix`, `infix`, `word`, `guard`,
            `ambiguous`.
    """

    names: Mapping[str, tuple[Name, ...]]
    doubtful_names: frozenset[str]
    acronyms: Mapping[str, str]
    units: Mapping[str, frozenset[str]]
    stems: Mapping[str, tuple[str, ...]]
    digraphs: Mapping[str, tuple[tuple[str, str], ...]]


@cache
def lexicon(foreign: tuple[str, ...] = ()) -> Lexicon:
    """Read the word lists.

    Args:
        foreign: Words and names that a publication keeps in Latin besides.
    """
    kept = tuple(line for line in _lines("kept.txt") if not line.startswith("?"))
    doubtful = frozenset(line[1:].strip() for line in _lines("kept.txt") if line.startswith("?"))
    own = {word for name in foreign for word in _words(name)}
    kinds = _grouped("acronyms.tsv")
    return Lexicon(
        names=_by_first_word((*kept, *foreign)),
        doubtful_names=doubtful - own,
        acronyms={word: kind for kind, words in kinds.items() for word in words},
        units={kind: frozenset(words) for kind, words in _grouped("units.txt").items()},
        stems=_grouped("serbian.txt"),
        digraphs=_digraphs(),
    )


def _lines(name: str) -> Iterator[str]:
    text = (files("publisher.localize") / "data" / name).read_text(encoding="utf-8")
    yield from (line for line in text.splitlines() if line and not line.startswith("#"))


def _grouped(name: str) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for line in _lines(name):
        kind, _, words = line.partition("\t")
        groups[kind] = (*groups.get(kind, ()), *words.split())
    return groups


def _words(name: str) -> Name:
    """Part a name where a text is parted: at everything that is no letter or digit."""
    return tuple("".join(one if one.isalnum() else " " for one in name).split())


def _by_first_word(names: Iterable[str]) -> Mapping[str, tuple[Name, ...]]:
    found: dict[str, list[Name]] = {}
    for words in filter(None, map(_words, names)):
        found.setdefault(words[0].lower(), []).append(words)
    return {first: tuple(sorted(some, key=len, reverse=True)) for first, some in found.items()}


def _digraphs() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for line in _lines("digraphs.tsv"):
        latin, cyrillic, match = line.split("\t")
        found.setdefault(match, []).append((latin, cyrillic))
    return {match: tuple(sorted(pairs, key=_longest)) for match, pairs in found.items()}


def _longest(pair: tuple[str, str]) -> int:
    return -len(pair[0])
