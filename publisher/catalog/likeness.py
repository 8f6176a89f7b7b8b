"""Finding, among thousands of old texts, the one that a new text was made from.

Comparing every new text with every old one costs the product of both. Here each old text is
indexed by its words and their beginnings; a new one is compared only with the few that share its
rarest words, so that its cost has a bound however many there are and however alike they are.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from heapq import nlargest

ALIKE = 0.6  # the ratio of equal characters from which a translation helps the translator
NEAR = 0.85  # from here on there is no need to look for a better one
SHORT = 80  # up to this length texts are compared letter by letter, above it word by word
STEM = 5  # letters of a word that its inflected forms have in common
SEEN = 600  # entries of the index that one search reads at most
COMPARED = 6  # texts that one search compares at most
UNSPACED = "\u0e00"  # from here on, scripts that set no space between words
WORD = re.compile(r"\w+")
TOKEN = re.compile(rf"[{UNSPACED}-\U0010ffff]|[^\W{UNSPACED}-\U0010ffff]+|[^\w\s]")


def likeness(one: str, other: str) -> float:
    """Give the share of text that two texts have in common, in the same order: 0 to 1.

    >>> likeness("The bridge opens", "The bridge opened")
    0.9090909090909091
    """
    if 2 * min(len(one), len(other)) < ALIKE * (len(one) + len(other)):
        return 0.0
    if max(len(one), len(other)) <= SHORT:
        return SequenceMatcher(None, one, other, autojunk=False).ratio()
    left, right = TOKEN.findall(one), TOKEN.findall(other)
    blocks = SequenceMatcher(None, left, right).get_matching_blocks()
    common = sum(len(word) for block in blocks for word in left[block.a : block.a + block.size])
    return 2 * common / max(1, sum(map(len, left)) + sum(map(len, right)))


def features(text: str) -> frozenset[str]:
    """Give a text's words and their beginnings, by which it is found again.

    >>> sorted(features("Bridges, a bridge"))
    ['a', 'bridg', 'bridge', 'bridges']
    """
    found = frozenset(part for word in WORD.findall(text.lower()) for part in _parts(word))
    return found or frozenset(text)


def _parts(word: str) -> Iterator[str]:
    if word[0] < UNSPACED:
        yield word
        yield word[:STEM]
    else:
        yield from (word[at : at + 2] for at in range(len(word)))


class Index:
    """Texts by number; each can be found by likeness until it is taken out."""

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}
        self._holders: dict[str, dict[int, None]] = {}  # a dict, since a set has no fixed order

    def add(self, number: int, text: str) -> None:
        self._texts[number] = text
        for feature in features(text):
            self._holders.setdefault(feature, {})[number] = None

    def remove(self, number: int) -> None:
        for feature in features(self._texts.pop(number)):
            del self._holders[feature][number]

    def alike(self, text: str) -> Iterator[tuple[int, float]]:
        """Give texts that are enough like this one, and how much, the likeliest ones first."""
        for number in self._likeliest(text):
            ratio = likeness(text, self._texts[number])
            if ratio >= ALIKE:
                yield number, ratio
            if ratio >= NEAR:
                return

    def _likeliest(self, text: str) -> Iterable[int]:
        """Choose what to compare: the texts that share most, rare words counting more."""
        shared = (self._holders.get(feature, {}) for feature in sorted(features(text)))
        votes: dict[int, float] = {}
        room = SEEN
        for holders in sorted(filter(None, shared), key=len):
            for number, _ in zip(holders, range(room), strict=False):
                votes[number] = votes.get(number, 0.0) + 1 / len(holders)
            room -= len(holders)
            if room <= 0:
                break
        return nlargest(COMPARED, votes, key=votes.__getitem__)
