"""Lines are broken where their measure ends, and nothing is lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import ArticleError, SystemComponentError
from publisher.sample.draw import shipped_fonts
from publisher.sample.drawing.typesetting import Fonts, Type, break_lines

FONTS = shipped_fonts()
BODY = Type(size=20, fill="#000000")


@given(st.lists(st.text("abcčшЉ", min_size=1, max_size=9), min_size=1, max_size=9))
def test_breaking_lines_loses_no_word_and_keeps_the_measure(words: list[str]) -> None:
    lines = break_lines(" ".join(words), 240, BODY, FONTS)

    assert " ".join(line.text for line in lines).split(" ") == words
    assert all(line.width <= 240 for line in lines)
    assert not any(len(line.text.rpartition(" ")[2]) == 1 for line in lines[:-1])


def test_a_word_wider_than_its_place_is_refused() -> None:
    with pytest.raises(ArticleError, match="wider than 50 units"):
        break_lines("градоначелници", 50, BODY, FONTS)


def test_a_missing_font_is_named() -> None:
    with pytest.raises(SystemComponentError, match="font"):
        Fonts(regular=Path("absent.ttf"), semibold=FONTS.semibold)
