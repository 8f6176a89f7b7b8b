"""The words of a Serbian Latin run, each with what stands around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from publisher.localize.letters import plain

WORD = re.compile("[^\\W_](?:[\u00ad\u200b-\u200d\u2060\u0300-\u036f]*[^\\W_])*[\u0300-\u036f]*")
SENTENCE = re.compile(r"(?:[.!?…:;]|\n)[\s„“”\"'’»«(\[–—-]*$|[„“»«(\[][\s]*$")
NUMBER = re.compile(r"[\d⅓½¼¾][ \u00a0\u2009\u202f]?$")
SHORT, LONG = (
    4,
    5,
)  # letters: the longest that is an acronym among capitals, the shortest that is not
MOSTLY = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a run: letters, digits and marks without a gap.

    Attributes:
        at: Where it begins in the run.
        text: As it stands.
        key: In small letters, without what is invisible in it.
        gap: What stands between the word before and this one.
        after: What stands between this one and the word after.
        following: The key of the word after.
        starts: Whether it can begin a sentence or a title.
        measured: Whether a number stands before it.
        shouted: Whether it is a word among words in capitals.
    """

    at: int
    text: str
    key: str
    gap: str
    after: str
    following: str
    starts: bool
    measured: bool
    shouted: bool

    @property
    def capitals(self) -> bool:
        """Whether all its letters are capitals, two at least."""
        letters = [letter for letter in self.text if letter.isalpha()]
        return len(letters) > 1 and all(letter.isupper() for letter in letters)

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def end(self) -> int:
        """Where it ends in the run."""
        return self.at + len(self.text)


def words_of(visible: str) -> tuple[Word, ...]:
    """Find the words of a run in which what is protected is masked."""
    found = list(WORD.finditer(visible))
    texts = [one.group() for one in found]
    gaps = [
        visible[before:after]
        for before, after in zip(
            [0, *(one.end() for one in found)],
            [*(one.start() for one in found), len(visible)],
            strict=True,
        )
    ]
    shouting = _is_shouting(texts)
    return tuple(
        Word(
            at=one.start(),
            text=texts[index],
            key=plain(texts[index]),
            gap=gaps[index],
            after=gaps[index + 1],
            following=plain(texts[index + 1]) if index + 1 < len(texts) else "",
            starts=index == 0 or bool(SENTENCE.search(gaps[index])),
            measured=bool(NUMBER.search(visible[max(one.start() - 2, 0) : one.start()])),
            shouted=shouting or _beside_shouting(index, texts, gaps),
        )
        for index, one in enumerate(found)
    )


def _is_shouting(texts: Sequence[str]) -> bool:
    """Whether a run is set in capitals."""
    cased = [text for text in texts if len(text) > 1 and text.isalpha()]
    loud = [text for text in cased if text.isupper()]
    return len(loud) > 1 and len(loud) > MOSTLY * len(cased) and max(map(len, loud)) >= LONG


def _beside_shouting(index: int, texts: Sequence[str], gaps: Sequence[str]) -> bool:
    """Whether the word before or after is a long one in capitals, as in a dateline."""
    neighbours = []
    if index > 0 and gaps[index].isspace():
        neighbours.append(texts[index - 1])
    if index + 1 < len(texts) and gaps[index + 1].isspace():
        neighbours.append(texts[index + 1])
    return any(len(one) >= LONG and one.isalpha() and one.isupper() for one in neighbours)
