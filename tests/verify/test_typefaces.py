"""What fonts call themselves."""

from dataclasses import replace

from publisher.verify.typefaces import fonts_of, name_and_glyphs
from tests.export.editions import article_layout


def test_a_layout_s_fonts_are_known_by_their_postscript_names() -> None:
    assert fonts_of(article_layout()) == {
        "SourceSans3-Italic",
        "SourceSans3-Regular",
        "SourceSans3-SemiBold",
        "SourceSans3-SemiBoldItalic",
        "SourceSerif4-Bold",
        "SourceSerif4-BoldItalic",
        "SourceSerif4-Italic",
        "SourceSerif4-Regular",
    }


def test_a_damaged_font_has_no_name() -> None:
    layout = replace(article_layout(), files={"fonts/broken.ttf": b"\0\1\0\0rest"})

    assert name_and_glyphs(b"no font") == ("", 0)
    assert fonts_of(layout) == frozenset()
