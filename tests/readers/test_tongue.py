"""The language of a text, on sentences in ten languages and on articles in Serbian."""

from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.localize.latin import to_latin_text
from publisher.model.language import language
from publisher.readers.tongue import detect

DATA = Path(__file__).parents[1] / "data"
SENTENCES = [
    tuple(line.split("\t"))
    for line in (DATA / "tongues.tsv").read_text(encoding="utf-8").splitlines()
]
NEWS = sorted((DATA / "serbian_news").glob("*.txt"))


@pytest.mark.parametrize(("tag", "sentence"), SENTENCES)
def test_the_language_of_a_sentence_is_found(tag: str, sentence: str) -> None:
    assert detect(sentence) == tag


@pytest.mark.parametrize("tag", sorted({tag for tag, _ in SENTENCES}))
def test_the_language_of_a_short_article_is_found(tag: str) -> None:
    texts = defaultdict(list)
    for found, sentence in SENTENCES:
        texts[found].append(sentence)

    assert detect("\n".join(texts[tag])) == tag


@pytest.mark.parametrize("path", NEWS, ids=lambda path: path.stem)
def test_serbian_news_has_its_script(path: Path) -> None:
    assert detect(path.read_text(encoding="utf-8")) == path.name.split(".")[1]


def test_capitals_do_not_hide_a_language() -> None:
    assert detect("КМЕТЪТ ОБЕЩА, ЧЕ УЧИЛИЩЕТО ЩЕ БЪДЕ РЕМОНТИРАНО") == "bg"
    assert detect("ZYRTARËT NUK MUNDËN TË THONË SE KUR DO TË HAPET RRUGA") == "sq"


@pytest.mark.parametrize("text", ["", "2023", "KFOR", "https://example.org/the-road-is-closed"])
def test_what_has_too_few_words_is_unsure(text: str) -> None:
    assert detect(text) == ""


def test_serbian_in_cyrillic_is_serbian_once_it_is_in_latin() -> None:
    for tag, sentence in SENTENCES:
        if tag == "sr-Cyrl":
            assert detect(to_latin_text(sentence)) == "sr-Latn"


@given(st.text())
def test_any_text_has_a_language_that_can_be_printed_or_none(text: str) -> None:
    tag = detect(text)

    assert tag == "" or language(tag).tag == tag
