"""A credit line taken apart: its pieces are the line, and say what they are."""

import pytest
from hypothesis import example, given

from publisher.model.credit_line import Part, split_line
from tests.strategies import credit_lines, credit_pieces


@given(credit_lines | credit_pieces)
@example("(c) Jane Doe")
@example("x" * 1000 + "/AFP")
def test_the_pieces_of_a_line_are_the_line(line: str) -> None:
    pieces = split_line(line)

    assert "".join(piece.text for piece in pieces) == line
    assert all(piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Foto: Tanjug / S. Lukin", "label gap body slash name"),
        ("© 2023 Jane Doe, file", "label gap note gap name comma note"),
        ("Jane Doe, RFE/RL", "name comma body"),
        ("Anne-Marie Doe", "name"),
        ("Reuters-Jane Doe", "body slash name"),
        ("Jane Doe for Reuters via AFP", "name for body via body"),
        ("Center for Progress", "body"),
        ("Jane Doe from Pexels", "name via body"),
        ("(Screenshot YouTube)", "gap note body gap"),
        ("Jane Doe, Jr.", "name gap"),
        ("x" * 1000 + "/AFP", "name"),
    ],
)
def test_each_piece_says_what_it_is(line: str, parts: str) -> None:
    assert [piece.part for piece in split_line(line)] == list(map(Part, parts.split()))
