"""The gate that every string of an article passes."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import ArticleError
from publisher.model.text import (
    FORBIDDEN,
    clean,
    find_forbidden,
    require_language,
    require_safe_link,
    require_text,
)
from tests.strategies import HREFS, LANGUAGES, texts


@given(st.text(st.characters()))
def test_clean_text_is_composed_without_returns_and_clean_for_good(text: str) -> None:
    cleaned = clean(text)

    assert unicodedata.is_normalized("NFC", cleaned)
    assert "\r" not in cleaned
    assert clean(cleaned) == cleaned


def test_each_way_to_end_a_line_is_one_line_feed() -> None:
    assert clean("a\r\nb\rc\nd\n\re") == "a\nb\nc\nd\n\ne"


@given(texts)
def test_letters_of_every_alphabet_are_text(text: str) -> None:
    require_text(text, "a text")


@pytest.mark.parametrize(
    "character",
    [
        *("\0", "\x08", "\x0b", "\x0c", "\r", "\x1b", "\x7f", "\x80", "\x9f"),
        *("\ud800", "\udfff", "\ufdd0", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff"),
    ],
    ids=ascii,
)
def test_what_no_file_may_hold_is_refused_by_name(character: str) -> None:
    with pytest.raises(
        ArticleError, match=f"^a credit holds the character U\\+{ord(character):04X}"
    ):
        require_text(f"a{character}b", "a credit")


@pytest.mark.parametrize(
    "character", ["\t", "\n", "\x85", "\u2028", "\ufeff", "\ufffd", "🏴"], ids=ascii
)
def test_what_xml_holds_is_let_through(character: str) -> None:
    require_text(character, "a text")


@pytest.mark.parametrize("href", [*HREFS, "HTTPS://EXAMPLE.ORG"])
def test_addresses_of_the_web_the_mail_and_the_page_are_safe(href: str) -> None:
    require_safe_link(href)


@pytest.mark.parametrize(
    "href",
    ["", "javascript:alert(1)", " https://x.org", "data:text/html,x", "file:///etc", "a.html"],
)
def test_other_addresses_are_refused_with_the_ones_that_are_not(href: str) -> None:
    with pytest.raises(ArticleError, match="is not allowed") as caught:
        require_safe_link(href)

    assert "https://" in caught.value.hint


def test_what_is_forbidden_is_found_among_all_characters() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))

    assert [one for one in every if find_forbidden(one)] == FORBIDDEN.findall(every)


@pytest.mark.parametrize("tag", [*LANGUAGES, "x-klingon", "sr-Latn-RS", "es-419"])
def test_language_tags_are_made_of_subtags(tag: str) -> None:
    require_language(tag)


@pytest.mark.parametrize(
    "tag", ["", "sr_Latn", "sr@latin", "en-", "-en", "en--US", "en US", "sq\n", "ср"]
)
def test_what_is_no_language_tag_is_refused(tag: str) -> None:
    with pytest.raises(ArticleError, match="is not a language tag"):
        require_language(tag)
