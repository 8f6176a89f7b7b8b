"""How often the conversion to Cyrillic errs, measured on Serbian news of our own writing."""

import re
from collections import Counter
from pathlib import Path

import pytest

from publisher.localize.cyrillic import to_cyrillic
from publisher.localize.latin import to_latin_text
from publisher.localize.protected import Piece

NEWS = Path(__file__).parents[1] / "data" / "serbian_news"
TEXTS = ("1", "2", "3", "4", "5", "6")


def lines(text: str, language: str) -> list[str]:
    return (NEWS / f"{text}.{language}.txt").read_text(encoding="utf-8").splitlines()


def judged(text: str) -> Counter[str]:
    """Count words by what became of them; a word is what stands between spaces."""
    counts: Counter[str] = Counter()
    for latin, truth in zip(lines(text, "sr-Latn"), lines(text, "sr-Cyrl"), strict=True):
        conversion = to_cyrillic((Piece(text=latin),))
        got = conversion.texts[0].split()
        for word, right, printed in zip(
            re.finditer(r"\S+", latin), truth.split(), got, strict=True
        ):
            reported = any(word.start() <= one.at < word.end() for one in conversion.unsure)
            counts[
                ("right" if printed == right else "wrong") + (" reported" if reported else "")
            ] += 1
    return counts


@pytest.mark.parametrize("text", TEXTS)
def test_the_latin_is_that_of_the_truth(text: str) -> None:
    assert list(map(to_latin_text, lines(text, "sr-Cyrl"))) == lines(text, "sr-Latn")


def test_no_error_is_silent_and_few_reports_are_needless() -> None:
    counts = sum(map(judged, TEXTS), Counter[str]())

    assert counts.total() >= 4_900
    assert counts["wrong"] == 0
    assert counts["wrong reported"] <= 0.011 * counts.total()
    assert counts["right reported"] <= 0.02 * counts.total()
