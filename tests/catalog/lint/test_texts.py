"""Correct texts that other tools find fault with, and the choices that the rules make."""

import pytest

from tests.catalog.lint.tagged import found, ids

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("source", "translation", "lang", "original"),
    [
        ("It is 1,234.5 now", "Сада је 1.234,5", "sr-Cyrl", "en"),
        ("It is 1,234.5 now", f"Tani është 1{NBSP}234,5", "sq", "en"),
        ("It is 1,234.5 now", "Tani është 1.234,5", "sq", "en"),
        ("Es sind 1.234,5", "It is 1,234.5", "en", "de"),
        ("It is 1,234.5 now", f"Il y en a 1{NBSP}234,5", "fr", "en"),
        ("about 4,000 people", "rreth 4 000 veta", "sq", "en"),
        ("about 25% of people", "око 25% људи", "sr-Cyrl", "en"),
        ("at 4:30 p.m.", "у 16.30", "sr-Cyrl", "en"),
        ("at 4:30 p.m.", "në orën 16:30", "sq", "en"),
        ("at 4 p.m. today", "danas u 16 časova", "sr-Latn", "en"),
        ("at 4 p.m. today", "danas u 16.00", "sr-Latn", "en"),
        ("at noon, 12 p.m.", "u podne, u 12", "sr-Latn", "en"),
        (f"On June{NBSP}2, 2023", f"2.{NBSP}јуна 2023.", "sr-Cyrl", "en"),
        (f"On June{NBSP}2, 2023", "2. 6. 2023.", "sr-Cyrl", "en"),
        ("6/2/2023", "2.6.2023", "sq", "en"),
        ("2023-06-02", "2. 6. 2023.", "sr-Latn", "en"),
        ("from 1999 to 2008", "1999–2008.", "sr-Cyrl", "en"),
        ("in the 20th century", "у XX веку", "sr-Cyrl", "en"),
        ("the 2nd class", "klasa e 2-të", "sq", "en"),
        ("nine students and 2 teachers", "9 ученика и два наставника", "sr-Cyrl", "en"),
        ("$5,000,000 for roads", "5 милиона долара за путеве", "sr-Cyrl", "en"),
        ("Text: CC BY 4.0.", "Текст: CC BY 4.0.", "sr-Cyrl", "en"),
        ("the EU and KFOR", "ЕУ и Кфор", "sr-Cyrl", "en"),
        ("the EU and KFOR", "BE-ja dhe KFOR-i", "sq", "en"),
        ("“Yes,” she said.", "„Да”, рекла је.", "sr-Cyrl", "en"),
        ("vitamin C", "витамин C", "sr-Cyrl", "en"),
        ("There is a call", "Ka një thirrje", "sq", "en"),
        ("U.S. secretary", "државни секретар САД", "sr-Cyrl", "en"),
        ("He lives in the U.S.", "Živi u SAD", "sr-Latn", "en"),
        ("to give it", "për ta dhënë", "sq", "en"),
        ("Jens Stoltenberg", "Jens Stoltenberg", "sq", "en"),
        ("the score was 2:1", "rezultat je bio 2 : 1", "sr-Latn", "en"),
        ("on Dnevnik.rs, e.g.", "na Dnevnik.rs, npr.", "sr-Latn", "en"),
        ("The word “ura”", "Das Wort „ura“", "de", "en"),
        ("They said: yes!", f"Ils ont dit{NBSP}: oui{NBSP}!", "fr", "en"),
        ("A bridge.", "一座桥。", "zh", "en"),
        ("Is it a bridge?", "هل هو جسر؟", "ar", "en"),
    ],
)
def test_nothing_is_found_in_what_is_right(
    source: str, translation: str, lang: str, original: str
) -> None:
    role = "byline" if source.istitle() else "paragraph"

    assert found(source, translation, lang=lang, original=original, role=role) == ()


@pytest.mark.parametrize(
    ("source", "translation", "lang"),
    [
        ("It is 1,234 now", "Сада је 1,234", "sr-Cyrl"),
        ("It is 3.5 percent", "Сада је 3.5 одсто", "sr-Cyrl"),
        ("at 4:30 p.m.", "у 4.20", "sr-Cyrl"),
        ("about 5 million", "око 5 милијарди", "sr-Cyrl"),
        ("on 6/2/2023", "više 3. 6. 2023.", "sr-Latn"),
        ("7 and 7 make 14", "7 bëjnë 14", "sq"),
        ("ten people", "11 veta", "sq"),
    ],
)
def test_numbers_are_compared_by_value(source: str, translation: str, lang: str) -> None:
    assert "N1" in ids(found(source, translation, lang=lang))


def test_a_capital_that_may_be_a_latin_letter_is_only_a_warning() -> None:
    (finding,) = found("And he came.", "A он је дошао.", lang="sr-Cyrl")

    assert finding.level.value == "warning"


def test_kept_words_code_and_words_in_another_language_are_not_ours() -> None:
    source = 'See <span>Manastır "x"</span> and <code>a , b</code>: <keep>the and 4.5</keep>.'
    words = 'Видети <span>Manastır "x"</span> и <code>a , b</code>: <keep>the and 4.5</keep>.'

    assert found(source, words, lang="sr-Cyrl") == ()


def test_a_cyrillic_word_of_a_latin_source_may_stand_in_a_latin_translation() -> None:
    assert found("the daily Дневник", "e përditshmja Дневник", lang="sq") == ()
    assert "S3" in ids(found("лист Дневник", "gazeta Дневник", lang="sq", original="sr-Cyrl"))


def test_a_broken_tag_does_not_hide_what_else_is_wrong() -> None:
    broken = found("<em>700</em> men", "<em>70 burra", lang="sq")

    assert {"P2", "N1"} <= set(ids(broken))


def test_a_plain_text_may_hold_what_looks_like_a_tag() -> None:
    assert found("a < b & c > d", "ca < b & c > d", lang="sq") == ()
