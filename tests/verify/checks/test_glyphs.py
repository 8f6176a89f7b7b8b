"""Findings about fonts and the characters that they print."""

from dataclasses import replace

from publisher.verify.checks import glyphs
from publisher.verify.record import Font, Metadata, Record
from publisher.verify.typefaces import fonts_of
from tests.export.editions import article_layout

CHOSEN = fonts_of(article_layout())
SERIF = Font(name="SourceSerif4-Regular", embedded=True)


def checks_of(*fonts: Font, chosen: frozenset[str] = CHOSEN) -> list[str]:
    record = Record(
        name="a.pdf", format="pdf", language="en", metadata=Metadata(), content=(), fonts=fonts
    )
    return [fault.check for fault in glyphs.check(record, chosen)]


def test_the_layout_s_own_fonts_are_in_order() -> None:
    assert checks_of(SERIF) == []


def test_empty_boxes_are_found() -> None:
    assert checks_of(replace(SERIF, blanks=2)) == ["G1"]


def test_another_font_is_found_unless_the_layout_ships_none() -> None:
    other = replace(SERIF, name="DejaVuSerif")

    assert checks_of(other) == ["G2"]
    assert checks_of(other, chosen=frozenset()) == []


def test_a_font_that_is_not_in_the_file_is_found() -> None:
    assert checks_of(replace(SERIF, embedded=False)) == ["G3"]
