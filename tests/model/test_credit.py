"""Credits: the line stays as printed, and what it names is read from it."""

import pytest
from hypothesis import example, given

from publisher.errors import ArticleError
from publisher.model.credit import Credit, parse_credit
from tests.strategies import CREDITS, credit_lines


@given(credit_lines)
@example("  Фото  Танјуг /\u00a0Н. Петровић  ")
@example("c\u0301")
def test_the_printed_line_is_never_changed(line: str) -> None:
    assert parse_credit(line).line == line


@given(credit_lines)
def test_whatever_is_read_from_a_line_stands_in_it(line: str) -> None:
    credit = parse_credit(line)

    assert all(part in line for part in (credit.creator, credit.agency, credit.distributor))


@pytest.mark.parametrize(
    ("line", "creator", "agency", "distributor"),
    [
        ("Ardita", "Ardita", "", ""),
        (CREDITS[0], "Armend Nimani", "AFP", "Getty Images"),
        ("Armend Nimani / AFP / Getty Images", "Armend Nimani", "AFP", "Getty Images"),
        ("Armend Nimani / AFP / Getty / Ura", "Armend Nimani", "AFP", "Getty/Ura"),
        ("A. Nimani/AFP VIA  Getty/Images", "A. Nimani", "AFP", "Getty/Images"),
        (CREDITS[1], "Visar Kryeziu", "AP Photo", ""),
        ("Reuters", "", "Reuters", ""),
        ("Maria via viale", "Maria", "", "viale"),
    ],
)
def test_creator_agency_and_distributor_are_read(
    line: str, creator: str, agency: str, distributor: str
) -> None:
    assert parse_credit(line) == Credit(
        line=line, creator=creator, agency=agency, distributor=distributor
    )


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


@pytest.mark.parametrize("part", ["creator", "agency", "distributor"])
def test_a_part_that_cannot_be_printed_is_refused(part: str) -> None:
    with pytest.raises(ArticleError, match="a credit holds the character"):
        Credit(line="AP", **{part: "\x1b"})
