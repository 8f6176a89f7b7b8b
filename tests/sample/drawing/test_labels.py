"""The words of the graphics: complete, and each in its language's own form."""

from collections.abc import Iterator

import pytest

from publisher.errors import ArticleError
from publisher.sample.drawing import labels

WORDS = labels.read_labels()

CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш"
LATIN = "a|b|v|g|d|đ|e|ž|z|i|j|k|l|lj|m|n|nj|o|p|r|s|t|ć|u|f|h|c|č|dž|š"


def to_latin(text: str) -> str:
    small = dict(zip(CYRILLIC, LATIN.split("|"), strict=True))
    capitals = {letter.upper(): pair.capitalize() for letter, pair in small.items()}
    return "".join({**small, **capitals}.get(letter, letter) for letter in text)


def tables(node: object) -> Iterator[dict[str, str]]:
    if isinstance(node, list):
        for value in node:
            yield from tables(value)
    elif isinstance(node, dict) and "sr-Cyrl" in node:
        yield node
    elif isinstance(node, dict):
        yield from tables(list(node.values()))


@pytest.mark.parametrize(
    ("language", "before", "total"),
    [
        ("en", "about 4,000", "about 4,700"),
        ("sr-Cyrl", "око 4.000", "око 4.700"),
        ("sr-Latn", "oko 4.000", "oko 4.700"),
        ("sq", "rreth 4\u00a0000", "rreth 4\u00a0700"),
    ],
)
def test_the_chart_prints_its_numbers_as_the_language_does(
    language: str, before: str, total: str
) -> None:
    chart = labels.strength(WORDS, language)

    assert [bar.value for bar in chart.bars] == [before, "700", total]
    assert total in chart.title


def test_serbian_in_latin_letters_is_the_cyrillic_text_letter_by_letter() -> None:
    found = list(tables(dict(WORDS)))

    assert len(found) > 20
    for table in found:
        assert set(table) == set(labels.LANGUAGES)
        assert table["sr-Latn"] == to_latin(table["sr-Cyrl"])


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(ArticleError, match="no words in 'mk'"):
        labels.timeline(WORDS, "mk")
