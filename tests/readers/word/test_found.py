"""What files that were changed at random have shown: none of these words may be lost again."""

import pytest

from tests.readers.word.making import RUNNING, Related, article_of, p, r, root, style, word

STYLES = root("styles", style("T", "Title") + style("On", "List Continue") + style("By", "Byline"))
NOTES = root("footnotes", f'<w:footnote w:id="1">{p("A note.")}</w:footnote>')
RELATED: Related = {"s": ("styles", STYLES), "f": ("footnotes", NOTES)}
CALL = '<w:r><w:footnoteReference w:id="1"/></w:r>'
BEGIN, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
TITLED = p("A bridge", "T")

CASES = {
    "an item of a list goes on without its list": (
        TITLED + p("To the top", "On") + p(RUNNING),
        ["[en] A bridge", "To the top", RUNNING],
    ),
    "a title is nothing but the call of a note": (
        p(CALL, "T") + TITLED + p(RUNNING),
        ["[en] A bridge", RUNNING],
    ),
    "words stand in a field that has no result": (
        TITLED + p(BEGIN + r("Seen ") + END + r("as they stand.")),
        ["[en] A bridge", "Seen as they stand."],
    ),
    "an author is named twice": (
        TITLED + p("By Jane Doe") + p("Jane Doe", "By") + p(RUNNING),
        ["[en] A bridge", "by Jane Doe (text)", RUNNING],
    ),
    "two days are those of publication": (
        TITLED + p("By Jane Doe | 3 June 2023") + p("By Ana Kos | 2 June 2023") + p(RUNNING),
        [
            "[en] A bridge",
            "by Jane Doe (text)",
            "by Ana Kos (text)",
            "published 2023-06-03",
            RUNNING,
        ],
    ),
    "letters are turned round by a sign nobody sees": (
        TITLED + p(r("strong") + r("\u202etext\u202c") + r(" of steel")),
        ["[en] A bridge", "strongtext\u202c of steel"],
    ),
    "a formula stands right behind a word": (
        TITLED + p(r("CO") + "<m:oMath><m:r><m:t>2</m:t></m:r></m:oMath>" + r(" is a gas.")),
        ["[en] A bridge", "CO2 is a gas."],
    ),
    "a sign of sections begins a line": (
        TITLED + p("§5 of the law") + p(RUNNING),
        ["[en] A bridge", "§5 of the law", RUNNING],
    ),
    "a note is called twice": (
        TITLED + p(r("One") + CALL + r(" and two") + CALL),
        ["[en] A bridge", "One{note: A note.} and two"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_no_word_is_lost_where(name: str) -> None:
    body, expected = CASES[name]

    assert article_of(word(body, RELATED), "en").splitlines() == expected
