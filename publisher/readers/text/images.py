"""Pictures whose words have labels of their own, as some sites print them."""

from collections.abc import Sequence
from dataclasses import dataclass

from publisher.readers.captions import is_credit
from publisher.readers.text.lines import Line
from publisher.readers.text.phrases import IMAGE

MOST_WORDS = 6  # of a credit before the words that stand for the picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The words of one picture.

    Attributes:
        labels: What says which words are which.
        end: The place of the first line after it.
    """

    caption: str
    credit: str
    alt: str
    labels: tuple[str, ...]
    end: int


def read_image(lines: Sequence[Line], at: int, before: str = "") -> Shown:
    """Read the labelled words from `at` on.

    Args:
        lines: All lines.
        at: The first line with a label.
        before: The line before it, where it says what the picture shows: perhaps after a credit.
    """
    words: dict[str, str] = {}
    labels = []
    while at < len(lines) and (found := IMAGE.fullmatch(lines[at].text)):
        key = found["what"].lower()
        if key in words:
            break
        alone = not found["words"] and at + 1 < len(lines)
        words[key] = lines[at + 1].text if alone else found["words"]
        labels.append(lines[at].text[: found.start("words")])
        at += 1 + alone
    credit = _credit(before)
    return Shown(
        caption=words.get("caption", ""),
        credit=" ".join(filter(None, (credit, words.get("source", "")))),
        alt=before[len(credit) :].strip(),
        labels=tuple(labels),
        end=at,
    )


def _credit(text: str) -> str:
    """Give the longest credit with which a line begins."""
    parts = text.split()
    for count in range(min(MOST_WORDS, len(parts)), 0, -1):
        credit = " ".join(parts[:count])
        if is_credit(credit):
            return credit
    return ""
