"""Covers: what stands on them fits, and looks as its language wants it."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from publisher.export.epub.breaking import NO_BREAK, bind, break_anywhere, break_evenly
from publisher.export.epub.cover import (
    ACCENT,
    HEIGHT,
    MARGIN,
    PAPER,
    WIDTH,
    CoverWords,
    draw_cover,
    words_of,
)
from publisher.export.epub.styles import read_style
from publisher.model.inline import prose
from publisher.model.walk import plain_text
from tests.export.editions import LANGUAGES, article_layout, edition_of, rich_article, rich_edition

LAYOUT = article_layout()
STYLE = read_style(LAYOUT)
OVERHANG = 12  # pixels by which a letter may stand out of its column, as "j" does
WORDS = words_of(rich_edition("sr-Cyrl"))
TITLES = st.text("абвгдњ јšëw.,–-0123456789", max_size=300).map(lambda text: f"А{text}")


def drawn(words: CoverWords) -> Image.Image:
    image = Image.open(BytesIO(draw_cover(words, LAYOUT, STYLE)))
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
    return image


def printed(image: Image.Image) -> tuple[int, int, int, int]:
    box = ImageChops.difference(image, Image.new("RGB", image.size, PAPER)).getbbox()
    assert box
    return box


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_cover_has_the_words_of_its_edition(tag: str) -> None:
    words = words_of(rich_edition(tag))

    title = plain_text(rich_article(tag).title.children)
    assert (words.headline, words.headline_language) == (title, tag)
    assert words.heading.text == f"{words.masthead}: {words.headline}"
    assert words.heading.language is None
    assert words.label
    assert not words.draft


def test_a_cover_of_several_articles_has_the_publication_s_title() -> None:
    one = rich_article("en")
    edition = edition_of(one, replace(one, slug="other", published=None))

    words = words_of(replace(edition, title="The Week", publisher="The House"))

    assert (words.masthead, words.headline) == ("The House", "The Week")


def test_an_undated_cover_names_the_publisher() -> None:
    article = replace(rich_article("en"), published=None, updated=None)

    assert words_of(edition_of(article)).label == edition_of(article).publisher


def test_a_headline_that_fell_back_says_so() -> None:
    title = replace(prose("A headline"), language="en")

    words = words_of(edition_of(replace(rich_article("sq"), title=title)))

    assert (words.headline_language, words.heading.language) == ("en", "en")


@given(headline=TITLES, masthead=TITLES)
@settings(max_examples=25, deadline=None)
def test_no_word_leaves_the_page(headline: str, masthead: str) -> None:
    words = replace(WORDS, headline=headline, masthead=masthead, label=masthead, draft=headline)

    left, top, right, bottom = printed(drawn(words))

    assert left >= MARGIN - OVERHANG
    assert right <= WIDTH - MARGIN + OVERHANG
    assert top == MARGIN
    assert bottom <= HEIGHT - MARGIN


def test_a_headline_does_not_touch_what_is_below_it() -> None:
    long = drawn(replace(WORDS, headline="редакција и слова " * 40))

    gap = long.crop((0, 2140, WIDTH, 2180))
    assert gap.getcolors(1) == [(WIDTH * 40, (255, 255, 255))]


@pytest.mark.external  # needs FriBiDi, which comes with Pango
def test_letters_have_the_shapes_of_their_language() -> None:
    serbian, russian = (
        drawn(replace(WORDS, headline="бббб", headline_language=tag)) for tag in ("sr-Cyrl", "ru")
    )

    assert ImageChops.difference(serbian, russian).getbbox()


def test_a_draft_is_marked_in_colour() -> None:
    plain, draft = (drawn(replace(WORDS, draft=word)) for word in ("", "Нацрт"))

    accent = tuple(bytes.fromhex(ACCENT.removeprefix("#")))
    assert accent not in {colour for _, colour in plain.getcolors(100_000) or ()}
    assert accent in {colour for _, colour in draft.getcolors(100_000) or ()}


# Breaking


def width(text: str) -> float:
    return float(len(text))


@given(st.text("ab "), st.integers(1, 30))
def test_breaking_loses_no_word_and_no_line_is_too_wide(text: str, column: int) -> None:
    words = text.split()
    lines = break_evenly(" ".join(words), column, width)

    if max(map(len, words), default=0) <= column:
        assert " ".join(lines).split() == words
        assert all(width(line) <= column for line in lines)
    else:
        assert lines == ()


@given(st.text("ab", max_size=60), st.integers(1, 10), st.integers(1, 5))
def test_a_text_broken_anywhere_is_whole_or_cut_with_a_mark(
    text: str, column: int, most: int
) -> None:
    lines = break_anywhere(text, column, width, most)

    assert len(lines) <= most
    assert all(width(line) <= column for line in lines)
    assert "".join(lines) == text or lines[-1].endswith("…")


def test_lines_are_few_and_even() -> None:
    assert break_evenly("aaaa aaaa aaaa aaaa b", 14, width) == ("aaaa aaaa", "aaaa aaaa b")


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Kongresi i Manastirit", "Kongresi i~Manastirit"),
        ("У Приштини и о њој", "У~Приштини и~о~њој"),
        ("још 700 војника", "још 700~војника"),
        ("2. јуна – први дан", "2.~јуна~– први дан"),
        ("рече „а онда”", "рече „а~онда”"),
        ("one-two three", "one-two three"),
    ],
)
def test_a_line_does_not_end_with_a_letter_a_number_or_before_a_dash(text: str, bound: str) -> None:
    assert bind(text) == bound.replace("~", NO_BREAK)
