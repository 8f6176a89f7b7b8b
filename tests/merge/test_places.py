"""A segment is found by its place in the file as a whole, not by what its text once was."""

import pytest

from publisher.merge.compare import compare
from publisher.merge.findings import Comparison
from publisher.model.article import Article
from publisher.readers.word.elements import qualified
from tests.merge.bringing import bring_source, read
from tests.merge.desk import (
    Change,
    Desk,
    edition,
    new_paragraph,
    new_run,
    opened,
    remove,
    replace_words,
    said,
)

HEAD = "---\ntitle: Numbers\nlang: en\n---\n\n"
TABLE = f"""{HEAD}:::{{table}} Troops
| Year | Troops |
|---|---|
| 2021 | 3,700 |
| 2022 | 3,800 |
| 2023 | 4,500 |
:::

The end.
"""
ONE = "The bridge was opened yesterday by the mayor of the town."
TWO = "The bridge was opened on Monday by the mayor of the town."
BRIDGE = f"{HEAD}## Before\n\n{ONE}\n\n{TWO}\n\n## After\n\nThe end.\n"
SAME = f"{HEAD}Same.\n\n## Between\n\nSame.\n\n## After\n\nThe end.\n"


def article(source: str) -> Article:
    found = read(source.encode()).article
    assert found
    return found


def desk(source: str, *changes: Change) -> Desk:
    made = opened(edition(article(source), "en", {}))
    for change in changes:
        change(made)
    return made


def older(made: Desk) -> Desk:
    """Make the file one that does not say what it was made from."""
    root = made.part("docProps/custom.xml")
    for one in list(root)[2:]:
        remove(one)
    return made


def compared(made: Desk, source: str) -> Comparison:
    return compare(edition(article(source), "en", {}), made.read())


def merged(made: Desk, source: str) -> tuple[str, list[str]]:
    """Merge a file; give the article, and the codes of what had no place."""
    written, problems = bring_source(made, source.encode())
    return written.data.decode(), [problem.code for problem in problems]


def type_in(number: int, words: str, instead: str) -> Change:
    """Type other words where the same ones stand for the time of that number."""

    def change(made: Desk) -> None:
        same = [one for one in made.find("//w:r[w:t]") if said(one) == words]
        (text, *_) = same[number].iter(qualified("w:t"))
        text.text = instead

    return change


def exchange(made: Desk) -> None:
    one, two = (next(made.run(word).iter(qualified("w:t"))) for word in ("yesterday", "Monday"))
    one.text, two.text = two.text, one.text


CHAIN = (replace_words("4,500", "5,000"), replace_words("3,800", "4,500"))
ROUND = (replace_words("3,700", "X"), *CHAIN, replace_words("X", "3,800"))


@pytest.mark.parametrize("old", [False, True], ids=["", "older file"])
@pytest.mark.parametrize(
    ("source", "changes", "after"),
    [
        (
            TABLE,
            CHAIN,
            TABLE.replace("4,500", "5,000").replace("3,800", "4,500"),
        ),
        (
            TABLE,
            ROUND,
            TABLE.replace("4,500", "5,000").replace("3,800", "4,500").replace("3,700", "3,800"),
        ),
        (BRIDGE, (exchange,), BRIDGE.replace(ONE, "?").replace(TWO, ONE).replace("?", TWO)),
        (BRIDGE, (replace_words("on Monday", "yesterday"),), BRIDGE.replace(TWO, ONE)),
        (BRIDGE, (replace_words("yesterday", "on Monday"),), BRIDGE.replace(ONE, TWO)),
        (SAME, (type_in(0, "Same.", "The end."),), SAME.replace("Same.", "The end.", 1)),
    ],
    ids=["chain", "round", "exchange", "like the one before", "like the one after", "repeated"],
)
def test_a_text_that_takes_that_of_another_is_merged_once(
    source: str, changes: tuple[Change, ...], after: str, *, old: bool
) -> None:
    made = older(desk(source, *changes)) if old else desk(source, *changes)

    assert merged(made, source) == (after, [])
    assert merged(made, after) == (after, [])


def test_an_edit_of_a_repeated_text_goes_where_its_neighbours_are() -> None:
    now = SAME.replace("Same.", "Same.\n\n## New\n\nSame.", 1)
    made = desk(SAME, type_in(1, "Same.", "Edited."))

    assert merged(made, now) == (
        f"{HEAD}Same.\n\n## New\n\nSame.\n\n## Between\n\nEdited.\n\n## After\n\nThe end.\n",
        [],
    )


@pytest.mark.parametrize("old", [False, True], ids=["", "older file"])
def test_an_edit_of_a_repeated_text_that_could_be_either_is_reported(*, old: bool) -> None:
    now = SAME.replace("Same.", "Same.\n\nSame.", 1)
    made = desk(SAME, type_in(0, "Same.", "Edited."))

    after, codes = merged(older(made) if old else made, now)

    assert after == now
    assert codes == ["source-changed", "gone"][: 1 + old]  # an older file cannot tell what is new


def test_an_edit_of_a_text_that_stands_elsewhere_now_is_placed_while_all_texts_are_there() -> None:
    now = f"{HEAD}{TWO}\n\n## Before\n\n## After\n\nThe end.\n\n{ONE}\n"
    made = desk(BRIDGE, replace_words("yesterday", "today"))

    assert merged(made, now) == (now.replace("yesterday", "today"), [])
    other = now.replace("## After", "## Afterwards")
    assert merged(made, other) == (other, ["source-changed"])


def test_a_text_that_came_into_the_article_since_is_not_gone_but_noted() -> None:
    now = BRIDGE.replace("## After", "A wholly new text.\n\n## After")

    comparison = compared(desk(BRIDGE), now)

    assert (comparison.edits, comparison.problems) == ((), ())
    assert comparison.notes == ("in the article only, added since the file was made: 1",)


def test_a_text_that_was_deleted_in_the_file_is_gone_though_others_came_into_the_article() -> None:
    now = BRIDGE.replace("## After", "A wholly new text.\n\n## After")
    made = desk(BRIDGE, lambda one: remove(one.paragraph("on Monday")))

    assert [(one.code, one.text) for one in compared(made, now).problems] == [("gone", TWO)]


def test_a_file_of_before_reports_what_it_does_not_have() -> None:
    now = BRIDGE.replace("## After", "A wholly new text.\n\n## After")

    problems = compared(older(desk(BRIDGE)), now).problems

    assert [(one.code, one.text) for one in problems] == [("gone", "A wholly new text.")]


def test_a_file_says_what_it_was_made_from() -> None:
    returned = desk(SAME).read()
    segments = edition(article(SAME), "en", {}).segments

    assert returned.made_from == tuple(segment.id for segment in segments)
    assert older(desk(SAME)).read().made_from == ()


@pytest.mark.parametrize(
    ("old", "new"), [("Numbers", " Numbers"), ("town.", "town. "), (" on Monday", "  on  Monday")]
)
def test_spaces_are_no_edit(old: str, new: str) -> None:
    made = desk(BRIDGE, replace_words(old, new))

    assert (compared(made, BRIDGE).edits, merged(made, BRIDGE)) == ((), (BRIDGE, []))


def test_a_half_that_stands_outside_its_bookmark_is_never_the_whole() -> None:
    def split(made: Desk) -> None:
        (text,) = made.run("on Monday").iter(qualified("w:t"))
        made.paragraph("on Monday").addnext(new_paragraph(new_run(TWO[26:])))
        text.text = TWO[:26]

    made = desk(BRIDGE, split)

    assert merged(made, BRIDGE) == (BRIDGE, ["split"])


def test_words_typed_where_two_paragraphs_were_joined_are_never_cut_off() -> None:
    def join(made: Desk) -> None:
        one, two = made.paragraph("yesterday"), made.paragraph("on Monday")
        (text,) = made.run("on Monday").iter(qualified("w:t"))
        text.text = TWO[10:]
        one.append(new_run("That bridge"))
        for child in list(two):
            if child.tag != qualified("w:pPr"):
                one.append(child)
        remove(two)

    assert merged(desk(BRIDGE, join), BRIDGE) == (BRIDGE, ["split", "joined"])


def test_a_new_paragraph_after_an_edited_one_is_no_half_of_it() -> None:
    def add(made: Desk) -> None:
        made.paragraph("on Sunday").addnext(new_paragraph(new_run("Nobody was late.")))

    made = desk(BRIDGE, replace_words("on Monday", "on Sunday"), add)

    assert merged(made, BRIDGE) == (BRIDGE.replace("Monday", "Sunday"), ["new"])


def test_a_cell_that_names_an_emptied_one_is_not_joined_to_it() -> None:
    made = desk(TABLE, replace_words("3,700", ""), replace_words("2022", "2022 (3,700)"))

    after, codes = merged(made, TABLE)

    assert after == TABLE.replace("2022", "2022 (3,700)")
    assert codes == ["gone"]


def test_a_word_of_a_deleted_paragraph_within_another_is_not_the_joining_of_both() -> None:
    source = f"{HEAD}End.\n\n{ONE}\n"
    made = desk(source, lambda one: remove(one.paragraph("End.")))
    replace_words("yesterday", "at the week-End. Yesterday")(made)

    after, codes = merged(made, source)

    assert "week-End." in after
    assert codes == ["gone"]


def test_two_paragraphs_that_were_joined_are_both_reported() -> None:
    source = f"{HEAD}{ONE}\n\nNobody was late.\n"

    def join(made: Desk) -> None:
        remove(made.paragraph("late"))
        replace_words(ONE, f"{ONE}Nobody was late.")(made)

    written, problems = bring_source(desk(source, join), source.encode())

    assert written.data.decode() == source
    assert [(one.code, one.text) for one in problems] == [
        ("joined", f"{ONE}Nobody was late."),
        ("joined", "Nobody was late."),
    ]
