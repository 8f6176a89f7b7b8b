"""Credits: the line stays as printed, and what it names is read from it."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publisher.errors import ArticleError
from publisher.model.credit import Credit, parse_credit
from tests.strategies import CREDITS, credit_lines, credit_pieces

TABLE = Path(__file__).with_name("credits.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(row.split("\t")) for row in TABLE[1:]]
lines = credit_lines | credit_pieces


@given(lines)
@example("  Фото  Танјуг /\u00a0Н. Петровић  ")
@example("c\u0301")
def test_the_printed_line_is_never_changed(line: str) -> None:
    assert parse_credit(line).line == line


@given(lines)
def test_whatever_is_read_from_a_line_stands_in_it(line: str) -> None:
    credit = parse_credit(line)

    read = (credit.label, credit.creator, credit.agency, credit.distributor)
    assert all(part in line for part in read)


@given(st.sampled_from(ROWS), st.sampled_from(("", " ", "(", "[")), st.sampled_from(("", " ", ")")))
def test_what_stands_around_a_line_changes_nothing_that_is_read(
    row: tuple[str, ...], before: str, after: str
) -> None:
    line = before + row[0] + after
    credit = parse_credit(line)

    assert (credit.label, credit.creator, credit.agency, credit.distributor) == row[1:]


@pytest.mark.parametrize(("line", "label", "creator", "agency", "distributor"), ROWS)
def test_the_styles_of_agencies_are_read(
    line: str, label: str, creator: str, agency: str, distributor: str
) -> None:
    assert parse_credit(line) == Credit(
        line=line, label=label, creator=creator, agency=agency, distributor=distributor
    )


@pytest.mark.parametrize(
    ("line", "creator", "agency", "distributor"),
    [
        (CREDITS[0], "Armend Nimani", "AFP", "Getty Images"),
        ("Armend Nimani / AFP / Getty / Ura", "Armend Nimani", "AFP", "Getty / Ura"),
        ("A. Nimani/AFP VIA  Getty/Images", "A. Nimani", "AFP", "Getty/Images"),
        ("Maria via viale", "Maria", "", "viale"),
    ],
)
def test_odd_lines_are_read_as_well(line: str, creator: str, agency: str, distributor: str) -> None:
    credit = parse_credit(line)

    assert (credit.creator, credit.agency, credit.distributor) == (creator, agency, distributor)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "a credit is empty"),
        (" \u00a0", "a credit is empty"),
        ("AP\nPhoto", "a credit runs over two lines"),
        ("AP\0", r"a credit holds the character U\+0000"),
        ("AP\r", r"a credit holds the character U\+000D"),
    ],
)
def test_a_line_that_cannot_be_printed_is_refused(line: str, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        parse_credit(line)


@pytest.mark.parametrize("part", ["label", "creator", "agency", "distributor"])
def test_a_part_that_cannot_be_printed_is_refused(part: str) -> None:
    with pytest.raises(ArticleError, match="a credit holds the character"):
        Credit(line="AP", **{part: "\x1b"})
