"""T1: terms of the glossary, by stem."""

import pytest

from tests.catalog.lint.tagged import found, ids

HEAD = "term,translation,note,forbidden\n"
GLOSSARY = {
    "sr-Cyrl": "KFOR,Кфор,,КФОР\nPristina,Приштина|приштинск*,,\n"
    "Security Council,Савет безбедности,,\n",
    "sr-Latn": "KFOR,Kfor,,KFOR\nPristina,Priština|prištinsk*,,\n"
    "Security Council,Savet bezbednosti,,\n",
    "sq": "KFOR,KFOR,,Kfor\nPristina,Prishtinë,,Pristinë\n"
    "Security Council,Këshilli i Sigurimit,,\n",
    "en": "Кфор|KFOR,KFOR,,Kfor\nПриштина,Pristina,,Prishtina\n"
    "Савет безбедности,Security Council,,\n",
}
ENGLISH = "KFOR came to Pristina, the Security Council said"
SERBIAN = "Кфор је дошао у Приштину, каже Савет безбедности"


@pytest.mark.parametrize(
    ("lang", "translation", "count"),
    [
        ("sr-Cyrl", "Кфор је дошао у Приштину, каже Савет безбедности", 0),
        ("sr-Cyrl", "Снаге Кфора су у приштинској општини, кажу у Савету безбедности", 0),
        ("sr-Cyrl", "КФОР је дошао у Приштину, каже Савет безбедности", 1),
        ("sr-Cyrl", "Војска је дошла у Митровицу, каже Безбедносни савет", 3),
        ("sr-Latn", "Kfor je došao u Prištinu, kaže Savet bezbednosti", 0),
        ("sr-Latn", "Vojska je došla u Mitrovicu, kažu u Savetu bezbednosti", 2),
        ("sr-Latn", "KFOR je došao u Prištinu, kaže Savet bezbednosti", 1),
        ("sq", "KFOR-i erdhi në Prishtinë, tha Këshilli i Sigurimit", 0),
        ("sq", "Trupat e KFOR-it në Prishtinën e sotme, sipas Këshillit të Sigurimit", 0),
        ("sq", "Kfor erdhi në Pristinë, tha Këshilli i Sigurimit", 4),
        ("en", "KFOR came to Pristina, the Security Council said", 0),
        ("en", "Kfor came to Prishtina, the Security Council said", 4),
    ],
)
def test_terms_are_found_in_any_form(lang: str, translation: str, count: int) -> None:
    source, original = (SERBIAN, "sr-Cyrl") if lang == "en" else (ENGLISH, "en")
    findings = found(
        source, translation, lang=lang, original=original, glossary=HEAD + GLOSSARY[lang]
    )

    assert ids(findings) == ["T1"] * count


def test_the_source_may_inflect_too() -> None:
    glossary = HEAD + "Rruga e Ibrit,the Ibar bridge,,\n"

    assert ids(found("te Rruga e Ibrit", "there", lang="en", original="sq", glossary=glossary))
    assert ids(found("Rrugës së Ibrit", "there", lang="en", original="sq", glossary=glossary))


def test_an_acronym_is_not_a_word_of_the_same_letters() -> None:
    glossary = HEAD + "US,SHBA,,\n"

    assert found("tell us all", "na trego", lang="sq", glossary=glossary) == ()
    assert ids(found("the US all", "na trego", lang="sq", glossary=glossary)) == ["T1"]


def test_a_headline_in_capitals_may_hold_any_term() -> None:
    glossary = HEAD + GLOSSARY["sr-Cyrl"]

    assert found("KFOR IN PRISTINA", "КФОР У ПРИШТИНИ", lang="sr-Cyrl", glossary=glossary) == ()


def test_a_term_that_stays_as_it_is_is_translated() -> None:
    glossary = HEAD + "local time,local time,,\n"

    assert "U1" in ids(found("local time", "local time", lang="sq"))
    assert found("local time", "local time", lang="sq", glossary=glossary) == ()


def test_the_hint_names_the_line_and_gives_the_note() -> None:
    glossary = HEAD + "Peja,Pejë,so in all articles,\n"

    (finding,) = found("in Peja", "atje", lang="sq", glossary=glossary)

    assert finding.hint == "glossary.csv:2 (so in all articles)"
