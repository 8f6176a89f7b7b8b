"""Credits that follow the script: only those that are Serbian beyond doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.localize.credits import follow_script
from publisher.model.credit import parse_credit
from tests.strategies import LANGUAGES, credit_lines


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Foto: Nenad Petrović", "Фото: Ненад Петровић"),
        ("Tanjug/Jelena Đurić", "Танјуг/Јелена Ђурић"),
        ("Foto Tanjug", "Фото Танјуг"),
        ("Ljubaznošću porodice, snimio Lj. Savić", "Љубазношћу породице, снимио Љ. Савић"),
    ],
)
def test_a_serbian_credit_follows_the_script(latin: str, cyrillic: str) -> None:
    assert follow_script(parse_credit(latin), "sr-Cyrl") == parse_credit(cyrillic)
    assert follow_script(parse_credit(cyrillic), "sr-Latn") == parse_credit(latin)


@pytest.mark.parametrize(
    "line",
    [
        "Armend Nimani/AFP via Getty Images",
        "Nenad Petrović/AFP via Getty Images",
        "Marko Đurica/Reuters",
        "AP Photo/Darko Vojinović",
        "Foto: Visar Kryeziu",
        "Foto: Armend Nimani",
        "Ivan Kovačić/Hina",
        "Petar Petrović, CC BY 4.0",
        "Nenad Petrović/KoSSev",
        "Фото: Иван Иванов",
        "Фото: Юрий Кадобновић",
        "Фото: Ненад Петровић/AFP",
        "© 2023",
    ],
)
@pytest.mark.parametrize("language", ["sr-Cyrl", "sr-Latn"])
def test_any_other_credit_stays_byte_for_byte(line: str, language: str) -> None:
    assert follow_script(parse_credit(line), language) == parse_credit(line)


@given(credit_lines, st.sampled_from([tag for tag in LANGUAGES if not tag.startswith("sr")]))
def test_an_edition_in_another_language_prints_every_credit_as_it_is(
    line: str, language: str
) -> None:
    assert follow_script(parse_credit(line), language).line == line
