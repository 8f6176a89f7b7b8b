"""The words below a picture: the credit is taken out, and nothing is lost or taken for one."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publisher.readers.captions import Caption, is_credit, split_caption
from publisher.readers.judgement import Sure, judge
from tests.strategies import credit_lines, credit_pieces


def table(path: Path) -> list[tuple[str, ...]]:
    rows = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    return [tuple(row.split("\t")) for row in rows[1:]]


HERE = Path(__file__)
CAPTIONS = table(HERE.with_name("captions.tsv"))
CREDITS = [row[0] for row in table(HERE.parent.with_name("model") / "credits.tsv")]
# A name with its agency in brackets may be that of a person who is shown: Jane Doe (AFP).
CLEAR = [line for line in CREDITS if judge(line) is Sure.CLEAR and "(" not in line[1:]]
SENTENCE = "A convoy reached the border on Jan. 8, 2023"
words_below = st.lists(
    st.sampled_from(("The bridge", "(left)", "(", ")", "[", ". ", " ", ", ", "\n", "Foto: ", "© "))
    | credit_pieces
    | credit_lines
    | st.text(max_size=5),
    max_size=8,
).map("".join)


def words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()


@pytest.mark.parametrize(("text", "caption", "credit"), CAPTIONS)
def test_a_credit_is_told_from_a_caption(text: str, caption: str, credit: str) -> None:
    assert split_caption(text) == Caption(caption=caption, credit=credit)


@given(words_below)
@example("The bridge (AFP).")
@example("© Jane Doe. © Jane Doe.")
def test_no_word_is_lost(text: str) -> None:
    found = split_caption(text)

    assert Counter(words(f"{found.caption} {found.credit}")) == Counter(words(text))
    assert found.credit in text


@given(words_below)
def test_what_is_a_credit_alone_leaves_no_caption(text: str) -> None:
    assert not is_credit(text) or split_caption(text).caption == ""


@pytest.mark.parametrize("line", CLEAR)
@pytest.mark.parametrize(
    ("before", "after"),
    [(". (", ")"), (" [", "]"), (". ", ""), (".\n", ""), (". | ", ""), (" – ", "")],
)
def test_a_credit_that_is_clear_is_found_wherever_it_stands(
    line: str, before: str, after: str
) -> None:
    found = split_caption(f"{SENTENCE}{before}{line}{after}")

    assert words(found.caption) == words(SENTENCE)
    assert found.credit == line.removesuffix(".")


def test_the_styles_of_agencies_are_known_as_credits() -> None:
    known = [line for line in CREDITS if is_credit(line)]

    assert len(known) / len(CREDITS) > 0.95


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "Nga Arben Hoxha",
        "Piše: Sava Lukin",
        "Аутор: Сава Лукин",
        "Adam Morrow",
        "6/2/2023",
        "Updated: 6/4/2023",
        "Reuters contributed to this report.",
        "Reporting by Jane Doe; editing by John Roe",
        "News | Kosovo",
        "Home/News/Kosovo",
        "Vesti / Politika",
        "Facebook",
        "Share on Facebook",
        "Twitter | Facebook",
        "Read more: Reuters",
        "Belgrade (Reuters) – The bridge was opened",
        "Tags: NATO, KFOR",
        "FOTO: Protest u Beogradu",
        "Foto galerija",
        "Video: Protest u Zvečanu",
        "Photo of the year",
        "Sva prava zadržana © 2023.",
        "Ilustracija",
        "",
    ],
)
def test_other_lines_of_a_page_are_no_credits(line: str) -> None:
    assert not is_credit(line)


@pytest.mark.parametrize("piece", ["(", "(a", "x. ", "a/", "Foto: ", "© ", ".'", "( ", " ", "\n"])
def test_a_text_of_any_length_is_split_at_once(piece: str) -> None:
    assert split_caption(piece * 300_000).credit in {"", "©", "Foto:"}
