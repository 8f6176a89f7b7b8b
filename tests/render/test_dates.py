"""Days, spans and times of day, as the gold data and the orthographies have them."""

import json
from datetime import date, time, timedelta
from pathlib import Path
from typing import get_args

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from publisher.model.language import language, parse_tag
from publisher.render.dates import Style, format_date, format_range, format_time, format_years

GOLD = json.loads(
    (Path(__file__).parents[1] / "data" / "locale_gold.json").read_text(encoding="utf-8")
)
STYLES: dict[str, Style] = {
    "standalone": "standalone",
    "running_typeset": "running",
    "short": "short",
    "weekday_standalone": "weekday",
}
EVERY_TAG = sorted(
    {parse_tag(name) for name in locale_identifiers() if not Locale.parse(name).territory}
)
SERBIAN = ("sr-Cyrl", "sr-Latn")
days = st.dates(date(1, 1, 1), date(9990, 1, 1))


@pytest.mark.parametrize(
    ("tag", "day", "style", "wanted"),
    [
        (tag, day, style, forms[key])
        for tag, gold in GOLD.items()
        for day, forms in gold["dates"].items()
        for key, style in STYLES.items()
    ],
)
def test_a_day_is_written_as_the_press_writes_it(
    tag: str, day: str, style: Style, wanted: str
) -> None:
    assert format_date(date.fromisoformat(day), language(tag), style) == wanted


@pytest.mark.parametrize(
    ("tag", "span", "wanted"),
    [
        (tag, span, wanted)
        for tag, gold in GOLD.items()
        for span, wanted in gold["range_dates"].items()
    ],
)
def test_a_span_says_once_what_its_ends_share(tag: str, span: str, wanted: str) -> None:
    first, last = span.split("/")

    assert wanted == (
        format_years(int(first), int(last), language(tag))
        if first.isdigit()
        else format_range(date.fromisoformat(first), date.fromisoformat(last), language(tag))
    )


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("en", "December 31, 2022 – January 1, 2023"),
        ("sr-Cyrl", "31. децембра 2022. – 1. јануара 2023."),
        ("sr-Latn", "31. decembra 2022. – 1. januara 2023."),
        ("sq", "31 dhjetor 2022 – 1 janar 2023"),
        ("fr", "31 décembre 2022\u00a0–\u00a01 janvier 2023"),
        ("es", "31 de diciembre de 2022 – 1 de enero de 2023"),
    ],
)
def test_a_span_over_the_new_year_gives_both_days_in_full(tag: str, wanted: str) -> None:
    span = format_range(date(2022, 12, 31), date(2023, 1, 1), language(tag))

    assert span.replace("\u00a0", " ") == wanted.replace("\u00a0", " ")


@given(days, st.sampled_from(sorted(GOLD)))
def test_a_span_of_one_day_is_that_day(day: date, tag: str) -> None:
    assert format_range(day, day, language(tag)) == format_date(day, language(tag), "running")


@given(days, st.integers(1, 3000), st.sampled_from(sorted(GOLD)))
def test_a_span_ends_as_its_last_day_does(day: date, length: int, tag: str) -> None:
    last = day + timedelta(days=length)

    assert format_range(day, last, language(tag)).endswith(f"{last.year}" + "." * (tag in SERBIAN))


@pytest.mark.parametrize("tag", SERBIAN)
def test_the_dot_of_a_serbian_year_gives_way_as_the_gold_data_has_it(tag: str) -> None:
    record = language(tag)

    for day, forms in GOLD[tag]["dates"].items():
        before = {
            mark: format_date(date.fromisoformat(day), record, "running", followed_by=mark)
            for mark in (",", ")")
        }
        assert before[","].replace("\u00a0", " ") + "," == forms["before_comma"]
        assert "(" + before[")"].replace("\u00a0", " ") + ")" == forms["in_parens"]


@pytest.mark.parametrize("following", [*",;:)]–.!?", ".”", "–2008"])
@pytest.mark.parametrize("tag", SERBIAN)
def test_the_dot_of_a_serbian_year_is_dropped_before_punctuation(tag: str, following: str) -> None:
    record, first, last = language(tag), date(2023, 6, 2), date(2023, 6, 5)

    assert format_date(first, record, followed_by=following).endswith(" 2023")
    assert format_range(first, last, record, followed_by=following).endswith(" 2023")
    assert format_years(1999, 2008, record, followed_by=following) == "1999–2008"


@pytest.mark.parametrize("following", ["", " ", " – ", "”", "\u00a0г"])
@pytest.mark.parametrize("tag", SERBIAN)
def test_the_dot_of_a_serbian_year_stays_elsewhere(tag: str, following: str) -> None:
    assert format_date(date(2023, 6, 2), language(tag), followed_by=following).endswith(" 2023.")


@pytest.mark.parametrize(("tag", "wanted"), [("en", "June 2, 2023"), ("mk", "2 јуни 2023\u00a0г.")])
def test_no_other_language_loses_a_dot(tag: str, wanted: str) -> None:
    assert format_date(date(2023, 6, 2), language(tag), followed_by=",") == wanted


@pytest.mark.parametrize(
    ("tag", "moment", "wanted"),
    [
        *((tag, time(16, 25), gold["time"]["16:25"]) for tag, gold in GOLD.items()),
        ("en", time(0, 5), "12:05 a.m."),
        ("en", time(12), "12:00 p.m."),
        ("en-GB", time(16, 25), "16:25"),
        ("sq-AL", time(9, 5), "09:05"),
        ("de", time(16, 25), "16:25"),
    ],
)
def test_a_time_of_day_is_on_the_language_s_own_clock(tag: str, moment: time, wanted: str) -> None:
    assert format_time(moment, language(tag)) == wanted


@pytest.mark.parametrize(
    ("tag", "style", "wanted"),
    [
        ("de", "standalone", "2. Juni 2023"),
        ("de", "weekday", "Freitag, 2. Juni 2023"),
        ("hr", "running", "2. lipnja 2023."),
        ("tr", "weekday", "2 Haziran 2023 Cuma"),
        ("pt-BR", "standalone", "2 de junho de 2023"),
        ("ar", "standalone", "2 يونيو 2023"),
        ("fi", "weekday", "perjantai 2. kesäkuuta 2023"),
        ("yo", "standalone", "2 Oṣù Òkúdu 2023"),
    ],
)
def test_other_languages_write_days_as_cldr_has_them(tag: str, style: Style, wanted: str) -> None:
    for identifier in ("he", "zh_Hant", "vai"):  # whose words Babel might mix in
        Locale.parse(identifier).months["stand-alone"]["wide"]
        Locale.parse(identifier).months["format"]["abbreviated"]

    assert format_date(date(2023, 6, 2), language(tag), style) == wanted


@pytest.mark.parametrize("tag", EVERY_TAG)
def test_no_language_of_cldr_prints_spaces_that_fonts_lack(tag: str) -> None:
    record, first, last = language(tag), date(2023, 6, 2), date(2024, 7, 5)

    printed = [format_date(first, record, style) for style in get_args(Style)]
    printed += [format_range(first, last, record), format_years(2023, 2024, record)]
    printed += [format_time(time(16, 25), record)]
    assert all("2" in text for text in printed)
    assert not {"\u202f", "\u2009"} & set("".join(printed))
