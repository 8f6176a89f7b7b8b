"""Languages: every spelling leads to one tag, and each tag to a record that can be printed with."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import UsageError
from publisher.localize.latin import to_latin_text
from publisher.model.language import Language, Series, language, parse_tag, script_of

GOLD = json.loads(
    (Path(__file__).parents[1] / "data" / "locale_gold.json").read_text(encoding="utf-8")
)
EVERY_TAG = sorted(
    {parse_tag(name) for name in locale_identifiers() if not Locale.parse(name).territory}
)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("sr", "sr-Cyrl"),
        ("SR", "sr-Cyrl"),
        ("sr-Latn", "sr-Latn"),
        ("sr_Latn", "sr-Latn"),
        ("SR-latn", "sr-Latn"),
        ("sr@latin", "sr-Latn"),
        ("sr_RS@latin", "sr-Latn"),
        ("sr_RS.UTF-8@latin", "sr-Latn"),
        ("sr_Cyrl_RS", "sr-Cyrl"),
        ("sr_RS", "sr-Cyrl"),
        ("sr-XK", "sr-Cyrl"),
        ("sr-ME", "sr-Latn"),
        ("sr-ME@cyrillic", "sr-Cyrl"),
        ("srp", "sr-Cyrl"),
        ("sr-ekavsk", "sr-Cyrl-ekavsk"),
        ("sq", "sq"),
        ("sqi", "sq"),
        ("sq_AL", "sq-AL"),
        ("EN_gb", "en-GB"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("ca-ES-VALENCIA", "ca-ES-valencia"),
        ("sl-1994", "sl-1994"),
        ("cnr", "cnr"),
    ],
)
def test_every_spelling_leads_to_one_tag(text: str, tag: str) -> None:
    assert parse_tag(text) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("sr", "sr-Latn"),
        ("sr-ekavsk", "sr-Latn-ekavsk"),
        ("sr-RS", "sr-Cyrl"),
        ("sr-Cyrl", "sr-Cyrl"),
        ("mk", "mk"),
    ],
)
def test_serbian_without_script_and_region_is_in_the_script_of_the_publication(
    text: str, tag: str
) -> None:
    assert parse_tag(text, serbian="sr-Latn") == tag


@pytest.mark.parametrize(
    "text",
    ["", "e", "english", "C", "sr@arabic", "sr@", "en-", "-en", "../etc", "en-US-x", "en.md", "ſr"],
)
def test_what_has_not_the_form_of_a_tag_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_tag(text)

    assert "sr-Latn" in caught.value.hint


@given(st.text(max_size=12) | st.from_regex(r"[a-zA-Z]{2,3}([-_@.][a-zA-Z0-9]{2,8}){0,3}"))
def test_a_canonical_tag_stays_as_it_is(text: str) -> None:
    try:
        tag = parse_tag(text)
    except UsageError:
        return
    assert parse_tag(tag) == tag
    assert "@" not in tag
    assert "_" not in tag


@pytest.mark.parametrize(
    ("tag", "script"),
    [("en", "Latn"), ("sr-Latn", "Latn"), ("mk", "Cyrl"), ("zh-TW", "Hant"), ("tlh", "")],
)
def test_a_tag_has_a_script_where_it_is_known(tag: str, script: str) -> None:
    assert script_of(tag) == script


@pytest.mark.parametrize("tag", ["", "sr@latin"])
def test_what_is_no_tag_has_no_script(tag: str) -> None:
    with pytest.raises(UsageError, match="not a language tag"):
        script_of(tag)


@pytest.mark.parametrize("tag", sorted(GOLD))
def test_a_record_maps_the_tag_to_every_other_name(tag: str) -> None:
    record, gold = language(tag), GOLD[tag]

    assert record.tag == gold["tags"]["html_lang"]
    assert record.word == gold["tags"]["word_w_lang"]
    assert record.babel == gold["tags"]["babel_locale"]
    assert record.catalog == gold["tags"]["gettext_dir"]
    assert record.dash == gold["dash"]


@pytest.mark.parametrize(
    ("tag", "name", "hyphenation", "limits"),
    [
        ("en", "English", "en-US", (5, 2, 3)),
        ("sr-Cyrl", "српски (ћирилица)", "sr-Cyrl", (5, 2, 2)),
        ("sr-Latn", "srpski (latinica)", "sr-Latn", (5, 2, 3)),
        ("sq", "shqip", "sq", (6, 2, 3)),
        ("de", "Deutsch", "de", (5, 2, 2)),
    ],
)
def test_a_record_says_how_words_are_divided(
    tag: str, name: str, hyphenation: str, limits: tuple[int, int, int]
) -> None:
    record = language(tag)

    assert record.name == name
    assert record.hyphenation == hyphenation
    assert record.hyphenate_limits == limits


def latin(series: Series) -> Series:
    return Series(
        two=to_latin_text(series.two),
        start=to_latin_text(series.start),
        middle=to_latin_text(series.middle),
        end=to_latin_text(series.end),
    )


def words_in_latin(record: Language) -> Language:
    dates = replace(
        record.dates,
        months=tuple(map(to_latin_text, record.dates.months)),
        months_alone=tuple(map(to_latin_text, record.dates.months_alone)),
        weekdays=tuple(map(to_latin_text, record.dates.weekdays)),
    )
    return replace(
        record,
        dates=dates,
        conjunction=latin(record.conjunction),
        disjunction=latin(record.disjunction),
    )


def test_serbian_in_latin_letters_is_the_cyrillic_record_letter_by_letter() -> None:
    record = language("sr-Latn")

    assert record == replace(
        words_in_latin(language("sr-Cyrl")),
        tag="sr-Latn",
        name=record.name,
        babel="sr_Latn",
        catalog="sr_Latn",
        word="sr-Latn-RS",
        hyphenation="sr-Latn",
        hyphenate_limits=(5, 2, 3),
    )


@pytest.mark.parametrize(
    ("tag", "babel", "word", "direction", "script"),
    [
        ("de", "de", "de-DE", "ltr", "Latn"),
        ("mk", "mk", "mk-MK", "ltr", "Cyrl"),
        ("tr", "tr", "tr-TR", "ltr", "Latn"),
        ("ar", "ar", "ar-EG", "rtl", "Arab"),
        ("he", "he", "he-IL", "rtl", "Hebr"),
        ("pt-BR", "pt_BR", "pt-BR", "ltr", "Latn"),
        ("zh-Hant", "zh_Hant", "zh-TW", "ltr", "Hant"),
        ("uz-Cyrl", "uz_Cyrl", "uz-Cyrl-UZ", "ltr", "Cyrl"),
        ("en-GB", "en_GB", "en-GB", "ltr", "Latn"),
        ("en-XK", "en", "en-XK", "ltr", "Latn"),
        ("sr-Latn-ekavsk", "sr_Latn", "sr-Latn-RS", "ltr", "Latn"),
        ("sq-XK", "sq_XK", "sq-AL", "ltr", "Latn"),
    ],
)
def test_a_language_without_a_file_of_its_own_comes_from_cldr(
    tag: str, babel: str, word: str, direction: str, script: str
) -> None:
    record = language(tag)

    assert (record.babel, record.word, record.direction) == (babel, word, direction)
    assert record.catalog == tag.replace("-", "_")
    assert record.hyphenation == record.tag == tag
    assert script_of(tag) == script


def test_american_habits_stay_in_america() -> None:
    assert language("en-US").dates == language("en").dates
    assert language("en-GB").dates.standalone == "d MMMM y"
    assert language("en-GB").time == "HH:mm"


@pytest.mark.parametrize(
    ("tag", "outer"), [("de", "„“"), ("mk", "„“"), ("fr", "«»"), ("tr", "“”"), ("de-AT", "„“")]
)
def test_quotation_marks_are_the_language_s_own(tag: str, outer: str) -> None:
    marks = "".join(language(tag).quotes[0])

    assert marks.replace("\u00a0", "") == outer


@pytest.mark.parametrize("tag", EVERY_TAG)
def test_any_language_of_cldr_has_a_record(tag: str) -> None:
    record = language(tag)

    assert record.direction in {"ltr", "rtl"}
    assert len(record.dates.months) == len(record.dates.months_alone) == 12
    assert len(record.dates.weekdays) == 7
    assert parse_tag(record.word) == parse_tag(record.word.replace("-", "_"))
    assert record.decimal != record.group
    assert hash(record)


def test_no_language_takes_the_words_of_another_one_that_was_read_before() -> None:
    for identifier in ("he", "zh_Hant"):
        Locale.parse(identifier).months["stand-alone"]["wide"]

    assert language.__wrapped__("fr").dates.months_alone[0] == "janvier"


@pytest.mark.parametrize("tag", ["xx", "und", "cnr", "kk-Latn", "en-Cyrl", "tlh"])
def test_a_language_that_cldr_does_not_have_in_that_script_is_refused(tag: str) -> None:
    with pytest.raises(UsageError, match="CLDR has no language"):
        language(tag)


@pytest.mark.parametrize("tag", ["sr", "sr_Latn", "sr@latin", "SQ"])
def test_a_record_is_given_for_canonical_tags_only(tag: str) -> None:
    with pytest.raises(UsageError, match="not a canonical tag"):
        language(tag)
