"""Words are counted the same way in every language."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model.words import count_words
from tests.strategies import texts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("– … ! „“", 0),
        ("It won't rain", 3),
        ("KFOR-it në Zveçan", 3),
        ("Trupat e KFOR‑it, t’i shtojë", 5),
        ("Мештани: „Нећемо одавде“.", 3),
        ("NATO-а и EULEX-ов", 3),
        ("4,000 troops; 1.234,5 km", 4),
        ("4, 5", 2),
        ("first.second", 2),
        ("Friday—Monday / Sunday", 3),
        ("co\u00adop\u00aderate", 1),
        ("snake_case", 2),
        ("2\u00a0јуна 2023.", 3),
        ("हिन्दी में", 2),
        ("می\u200cخواهم", 1),
        ("数百人", 3),
        ("カタカナ", 4),
        ("NATO派兵700人", 5),
        ("한국어 문장", 2),
        ("สวัสดีครับ ผม", 2),
    ],
)
def test_what_a_word_is(text: str, words: int) -> None:
    assert count_words(text) == words


@given(texts)
def test_how_accents_are_encoded_makes_no_difference(text: str) -> None:
    assert count_words(unicodedata.normalize("NFD", text)) == count_words(text)


@given(texts, texts)
def test_two_texts_have_as_many_words_as_both(one: str, other: str) -> None:
    assert count_words(f"{one} | {other}") == count_words(one) + count_words(other)


@given(st.text())
def test_any_text_can_be_counted(text: str) -> None:
    assert 0 <= count_words(text) <= len(text)
