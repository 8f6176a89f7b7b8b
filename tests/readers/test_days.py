"""Days as pages print them, in many languages."""

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from publisher.localize.latin import to_latin_text
from publisher.readers.days import find_day, find_days

DAY = date(2023, 6, 2)
SECOND_OF_JUNE = [
    ("en", "2023-06-02"),
    ("en", "2023-06-02T14:35:00+02:00"),
    ("en", "20230602T143500Z"),
    ("", "2023/06/02"),
    ("en", "6/2/2023"),
    ("en-US", "06/02/2023, 4:10 PM"),
    ("en", "6/2/23"),
    ("en-GB", "2/6/2023"),
    ("sq", "02/06/2023 14:35"),
    ("sr-Latn", "02-06-2023"),
    ("fr", "2/6/2023"),
    ("de", "02.06.23"),
    ("en", "June 2, 2023"),
    ("en", "Published Friday, June 2nd, 2023 3:45 PM EDT"),
    ("en", "Jun. 2, 2023"),
    ("en-GB", "2 June 2023, 14:35 BST"),
    ("en", "Fri, 02 Jun 2023 16:25:07 +0000"),
    ("en", "JUNE 2, 2023"),
    ("en", "02-Jun-23"),
    ("en", "14:35 2 June 2023"),
    ("sr-Cyrl", "2. јун 2023."),
    ("sr-Cyrl", "2. јуна 2023. у 14:35"),
    ("sr-Cyrl", "петак, 2. јун 2023. године"),
    ("sr-Cyrl", "2. juna 2023."),
    ("sr-Latn", "2. јуна 2023."),
    ("sr-Latn", "Objavljeno: 2. jun 2023"),
    ("sr-Latn", "2. juni 2023."),
    ("sr-Latn", "petak, 02.06.2023. 14:35"),
    ("sr-Latn", "14:35 02.06.2023"),
    ("sr-Latn", "2. 6. 2023."),
    ("sr-Latn", "2.\u00a06.\u00a02023."),
    ("sr-Latn", "2. VI 2023."),
    ("sr-Latn", "2.VI.2023"),
    ("sr-Latn", "02.06.2023 u 10.15"),
    ("sr-Latn", "Ažurirano 2.jun.2023"),
    ("hr", "2. lipnja 2023."),
    ("sr-Latn", "2. lipnja 2023."),
    ("sq", "2 qershor 2023"),
    ("sq", "Publikuar më 2 Qershor, 2023 - 14:35"),
    ("sq", "2 qershorit 2023"),
    ("sq", "më 2 qershor të vitit 2023"),
    ("sq", "02.06.2023, ora 10.30"),
    ("sq", "2 June 2023"),
    ("en", "2 qershor 2023"),
    ("", "2. јуна 2023."),
    ("de", "2. juna 2023."),
    ("de", "Freitag, 2. Juni 2023"),
    ("fr", "vendredi 2 juin 2023"),
    ("es", "2 de junio de 2023"),
    ("pt", "2 de junho de 2023"),
    ("it", "2 giugno 2023"),
    ("ru", "2 июня 2023 г."),
    ("mk", "2 јуни 2023"),
    ("bg", "2 юни 2023"),
    ("el", "2 Ιουνίου 2023"),
    ("tr", "2 Haziran 2023"),
    ("pl", "2 czerwca 2023"),
    ("hu", "2023. június 2."),
    ("lt", "2023 m. birželio 2 d."),
    ("ja", "2023年6月2日"),
    ("ko", "2023년 6월 2일"),
    ("vi", "2 tháng 6, 2023"),
    ("ar", "٢ يونيو ٢٠٢٣"),
]
OTHERS = [
    ("sq", "5 nëntor 2022", date(2022, 11, 5)),
    ("sq", "5 nentor 2022", date(2022, 11, 5)),
    ("sq", "12 dhjetor 2022", date(2022, 12, 12)),
    ("en", "Sept. 9, 2018", date(2018, 9, 9)),
    ("en", "13/6/2023", date(2023, 6, 13)),
    ("en-GB", "6/13/2023", date(2023, 6, 13)),
    ("fr", "1er août 2023", date(2023, 8, 1)),
    ("sr-Cyrl", "31. децембра 1999.", date(1999, 12, 31)),
    ("sr-Latn", "1. avgusta 1998.", date(1998, 8, 1)),
    ("en", "1/2/70", date(1970, 1, 2)),
]


@pytest.mark.parametrize(("language", "text"), SECOND_OF_JUNE)
def test_the_second_of_june_is_found(language: str, text: str) -> None:
    assert find_day(text, language) == DAY


@pytest.mark.parametrize(("language", "text", "day"), OTHERS)
def test_other_days_are_found(language: str, text: str, day: date) -> None:
    assert find_day(text, language) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "June 2",
        "2 qershor",
        "14:35",
        "two hours ago",
        "2023",
        "30.02.2023",
        "2023-13-02",
        "02.06. 14:35",
        "10.30.45.12",
        "tel. 011/222-3333",
        "June 2-5",
        "1.234.567",
        "May 300, 2023",
    ],
)
def test_what_names_no_day_gives_none(text: str) -> None:
    assert find_day(text, "en-GB") is None
    assert find_day(text, "sr-Latn") is None


def test_the_first_of_two_days_is_given() -> None:
    line = "Published June 2, 2023 | Updated June 4, 2023"

    assert find_day(line, "en") == DAY
    assert [line[p.start : p.end] for p in find_days(line, "en")] == [
        "June 2, 2023",
        "June 4, 2023",
    ]


@given(
    st.dates(date(1970, 1, 1), date(2068, 12, 31)),
    st.sampled_from(
        ["en", "en_GB", "sr_Cyrl", "sr_Latn", "sq", "hr", "de", "fr", "ru", "pl", "cs"]
    ),
    st.sampled_from(["short", "medium", "long", "full"]),
)
def test_what_cldr_writes_is_read(day: date, locale: str, width: str) -> None:
    assert find_day(format_date(day, width, locale=locale), locale.replace("_", "-")) == day


@given(st.dates(date(1900, 1, 1)), st.sampled_from(["sr-Cyrl", "sr-Latn"]))
def test_both_scripts_of_serbian_are_read_in_both(day: date, language: str) -> None:
    if day.year < 2200:
        cyrillic = format_date(day, "d. MMMM y.", locale="sr_Cyrl")

        assert find_day(cyrillic, language) == find_day(to_latin_text(cyrillic), language) == day


@given(st.text(), st.sampled_from(["en", "sr-Latn", "vi", "zz", ""]))
def test_any_text_is_read(text: str, language: str) -> None:
    places = [(printed.start, printed.end) for printed in find_days(text, language)]

    assert all(0 <= start < end <= len(text) for start, end in places)


def test_a_long_row_of_gaps_is_read_at_once() -> None:
    assert find_day("2" + " " * 90_000 + "June 2 2023", "en") == DAY
    assert find_day("1.1." * 20_000, "sr-Latn") is None
