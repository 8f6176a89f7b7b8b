"""Numbers, percentages and money, as the gold data has them for every language."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from publisher.model.language import language, parse_tag
from publisher.render.numbers import MINUS, format_currency, format_number, format_percent

GOLD = json.loads(
    (Path(__file__).parents[1] / "data" / "locale_gold.json").read_text(encoding="utf-8")
)
EVERY_TAG = sorted(
    {parse_tag(name) for name in locale_identifiers() if not Locale.parse(name).territory}
)


def cases(part: str) -> list[tuple[str, str, str]]:
    return [(tag, key, wanted) for tag, gold in GOLD.items() for key, wanted in gold[part].items()]


@pytest.mark.parametrize(("tag", "number", "wanted"), cases("numbers"))
def test_a_number_has_its_language_s_marks(tag: str, number: str, wanted: str) -> None:
    assert format_number(Decimal(number), language(tag)) == wanted


@pytest.mark.parametrize(("tag", "share", "wanted"), cases("percent"))
def test_a_percentage_is_not_rounded_away(tag: str, share: str, wanted: str) -> None:
    assert format_percent(Decimal(share), language(tag)) == wanted


@pytest.mark.parametrize(("tag", "sum_", "wanted"), cases("currency"))
def test_money_has_its_sign_where_the_language_puts_it(tag: str, sum_: str, wanted: str) -> None:
    currency, amount = sum_.split()

    assert format_currency(Decimal(amount), currency, language(tag)) == wanted


@pytest.mark.parametrize(
    ("tag", "wanted"), [("de", "12,5\u00a0%"), ("tr", "%12,5"), ("hi", "12.5%"), ("ar", "12.5%")]
)
def test_the_sign_for_per_cent_stands_where_cldr_has_it(tag: str, wanted: str) -> None:
    assert format_percent(0.125, language(tag)) == wanted


@given(
    st.decimals(-(10**9), 10**9, allow_nan=False, places=3),
    st.sampled_from([*sorted(GOLD), "de", "fr", "pl"]),
)
def test_a_number_can_be_read_back_with_its_language_s_marks(number: Decimal, tag: str) -> None:
    record = language(tag)

    plain = format_number(number, record).replace(MINUS, "-").replace(record.group, "")
    assert Decimal(plain.replace(record.decimal, ".")) == number


@pytest.mark.parametrize("tag", EVERY_TAG)
def test_no_language_of_cldr_prints_a_hyphen_for_minus_or_spaces_that_fonts_lack(tag: str) -> None:
    record, number = language(tag), Decimal("-12345.67")

    printed = (
        format_number(number, record),
        format_percent(number, record),
        format_currency(number, "EUR", record),
    )
    assert not {"\u202f", "\u2009", "-"} & set("".join(printed))
    assert all(MINUS in text for text in printed)
