"""Words are the same however a file's lines were broken, and different if a letter is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.verify.record import LINE_END
from publisher.verify.same import holds_words, same_line, same_words

CREDIT = "Armend Nimani/AFP via Getty Images"
WORDS = st.text("abcšџ-‐é ", min_size=1, max_size=30).filter(str.strip)


@given(WORDS, st.data())
def test_a_text_broken_into_lines_anywhere_is_the_same(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    hyphen = data.draw(st.sampled_from(["-", "\u2010", ""]))

    assert same_words(f"{text[:at]}{hyphen}{LINE_END}{text[at:]}", text)


@pytest.mark.parametrize(
    "found",
    [
        CREDIT[:-1],
        CREDIT.replace("/", " / "),
        CREDIT.replace(" via ", "  via "),
        CREDIT.replace(" ", "\u00a0"),
        CREDIT.upper(),
        f"{CREDIT}.",
        CREDIT.replace("A", "А"),
        CREDIT.replace(" via", f"-{LINE_END}via").replace("Getty", "Gety"),
    ],
)
def test_a_credit_that_is_not_the_same_to_the_letter_is_another(found: str) -> None:
    assert not same_line(found, CREDIT)


def test_ligatures_combining_marks_and_soft_hyphens_are_undone() -> None:
    assert same_line("e\ufb03cient c\u0301ao o\u00adne", "efficient ćao one")


def test_spaces_join_in_words_and_stay_in_lines() -> None:
    assert same_words("12 \n June", "12\u00a0June")
    assert not same_line("AFP via Getty", "AFP  via Getty")


def test_words_are_found_among_others() -> None:
    assert holds_words("Reporting: Ana Anić and others", "Ana Anić")
    assert holds_words(f"Reporting: Ana A-{LINE_END}nić and others", "Ana Anić")
    assert not holds_words("Reporting: Ana Anic", "Ana Anić")


def test_what_looks_like_a_pattern_is_text() -> None:
    assert not same_words(f"a.c{LINE_END}(", "abc (")
    assert same_words(f"a.c{LINE_END}(", "a.c (")
