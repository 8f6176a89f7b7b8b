"""Slips of typing: what is reported, and what is not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.localize.latin import to_latin_text
from publisher.localize.repairs import repairs

GOLD = [
    tuple(line.split("\t")[:3])
    for line in (Path(__file__).parents[1] / "data" / "serbian_script.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in GOLD if row[0] == "repair"])
def test_a_slip_is_reported_and_its_repair_converts_as_the_gold_data_has_it(
    text: str, wanted: str
) -> None:
    (repair,) = repairs(text)

    assert to_latin_text(text.replace(repair.found, repair.wanted)) == wanted


@pytest.mark.parametrize("text", [row[1] for row in GOLD if row[0] != "repair"])
def test_nothing_is_reported_of_text_without_slips(text: str) -> None:
    assert not repairs(text)


@pytest.mark.parametrize(
    ("text", "found", "wanted", "reason"),
    [
        ("у XIХ веку", "XIХ", "XIX", "Roman"),
        ("Петар ІІ", "ІІ", "II", "Roman"),
        ("ХХ-ог века", "ХХ", "XX", "Roman"),
        ("25\u00a0°С.", "°С", "°C", "Celsius"),
        ("вода, H₂О", "H₂О", "H₂O", "formula"),
        ("СО2 у ваздуху", "СО2", "CO2", "formula"),
        ("корејa", "корејa", "кореја", "mixes"),
        ("СOVID-19", "СOVID", "COVID", "mixes"),
        ("СOА", "СOА", "СОА", "mixes"),
        ("EULEXов", "EULEXов", "EULEX-ов", "mixes"),
        ("Wикипедија", "Wикипедија", "", "mixes"),
    ],
)
def test_a_slip_is_named_with_what_was_meant(
    text: str, found: str, wanted: str, reason: str
) -> None:
    (repair,) = repairs(text)

    assert (repair.found, repair.wanted) == (found, wanted)
    assert reason in repair.reason


@pytest.mark.parametrize(
    "text",
    [
        "NATO-а и EULEX-ов",
        "XIX век",
        "Фото: AFP/Getty Images",
        "25 °C",
        "група Х",
        "СОС и ОСЦЕ",
        "https://sr.org/wiki/Kосово {Kосово} www.Kосово.rs",
        "пирсинг у 19°Сави",
    ],
)
def test_what_is_right_is_not_reported(text: str) -> None:
    assert not repairs(text)


def test_slips_are_reported_in_the_order_of_reading() -> None:
    assert [one.found for one in repairs("Kосово, ХХ век, 5 °С, СО₂, корејa")] == [
        "Kосово",
        "ХХ",
        "°С",
        "СО₂",
        "корејa",
    ]


@given(st.text(st.sampled_from("КкAaХIІVСO°₂2Ww-. Њњ"), max_size=20))
def test_a_repair_names_a_token_of_the_text_and_changes_it(text: str) -> None:
    for repair in repairs(text):
        assert repair.found in text
        assert repair.wanted != repair.found
        assert not [one for one in repairs(repair.wanted) if one.found == repair.wanted]
