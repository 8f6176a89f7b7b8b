"""Tracked changes, looks and characters of edited files are read as Word means them."""

from collections.abc import Iterator

import pytest

from publisher.merge.word.read import read_word
from publisher.merge.word.returned import Bit, Returned, Tracked
from publisher.readers.word.elements import NAMESPACES
from tests.merge.desk import MAIN, NAME
from tests.merge.word.test_package import zipped

W = NAMESPACES["w"]
SAID = 'w:id="1" w:author="Ana  Kostić" w:date="2024-03-02T10:00:00Z"'
MARK = "s000000000001_00000000"
STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:styleId="a1"><w:name w:val="strong"/></w:style>
<w:style w:styleId="a2"><w:name w:val="Emphasis"/></w:style>
<w:style w:styleId="a3"><w:name w:val="Code"/></w:style>
<w:style w:styleId="b"><w:name w:val="Mine"/><w:rPr><w:b/><w:i w:val="0"/></w:rPr></w:style>
<w:style w:styleId="c"><w:name w:val="Child"/><w:basedOn w:val="b"/></w:style>
<w:style w:styleId="l"><w:name w:val="Loop"/><w:basedOn w:val="l"/></w:style>
</w:styles>"""


def read(inside: str, tracked: Tracked = Tracked.FINAL, **parts: str) -> Returned:
    body = f'<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'
    others = [(f"word/{name}.xml", text.encode()) for name, text in parts.items()]
    return read_word(zipped((MAIN, body.encode()), *others), NAME, tracked)


def lines(inside: str, tracked: Tracked = Tracked.FINAL) -> list[str]:
    return [line.text for line in read(inside, tracked).lines]


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def gone(words: str) -> str:
    return run(words).replace("w:t>", "w:delText>")


A, B, C = map(run, "abc")
MARKED = "<w:p><w:pPr><w:rPr>{}</w:rPr></w:pPr>{}</w:p><w:p>{}</w:p>"
WORDS = f"<w:p>{A}<w:del {SAID}>{gone('b')}</w:del><w:ins {SAID}>{C}</w:ins></w:p>"
MOVED = f"<w:p><w:moveFrom {SAID}>{A}</w:moveFrom></w:p><w:p>{B}</w:p>"
MOVES = f"{MOVED}<w:p><w:moveTo {SAID}>{A}</w:moveTo></w:p>"
ROW = f"<w:tr><w:trPr><w:del {SAID}/></w:trPr><w:tc><w:p>{A}</w:p></w:tc></w:tr>"
ROWS = f"<w:tbl>{ROW}<w:tr><w:tc><w:p>{B}</w:p></w:tc></w:tr></w:tbl>"
WITHIN = f"<w:ins {SAID}><w:p><w:del {SAID}>{gone('a')}</w:del>{B}</w:p></w:ins>"


@pytest.mark.parametrize(
    ("inside", "final", "original"),
    [
        (WORDS, ["ac"], ["ab"]),
        (MOVES, ["b", "a"], ["a", "b"]),
        (MARKED.format(f"<w:del {SAID}/>", A, B), ["ab"], ["a", "b"]),
        (MARKED.format(f"<w:ins {SAID}/>", A, B), ["a", "b"], ["ab"]),
        (ROWS, ["b"], ["a", "b"]),
        (WITHIN, ["b"], []),
    ],
    ids=["words", "moves", "joined", "split", "row", "within one another"],
)
def test_tracked_changes_are_read_as_accepted_or_as_they_were(
    inside: str, final: list[str], original: list[str]
) -> None:
    assert lines(inside) == final
    assert lines(inside, Tracked.ORIGINAL) == original


def test_who_changed_what_is_told() -> None:
    returned = read(f"<w:p><w:del {SAID}>{gone('b')}</w:del><w:ins {SAID}/></w:p>")

    (change,) = returned.changes
    assert (change.author, change.day, change.inserted, change.text) == (
        "Ana Kostić",
        "2024-03-02",
        False,
        "b",
    )


def test_a_bookmark_that_begins_or_ends_among_deleted_words_holds_what_follows() -> None:
    start = f'<w:bookmarkStart w:id="7" w:name="{MARK}"/>'
    end = '<w:bookmarkEnd w:id="7"/>'
    inside = (
        f"<w:p><w:del {SAID}>{start}{gone('old')}</w:del>{run('new')}"
        f"<w:del {SAID}>{gone('old')}{end}</w:del>{run('loose')}</w:p>"
    )

    (line,) = read(inside).lines
    assert [(part.anchor is None, part.bits[0].text) for part in line.parts] == [
        (False, "new"),
        (True, "loose"),
    ]


def bits(inside: str, tracked: Tracked = Tracked.FINAL) -> Iterator[Bit]:
    for line in read(f"<w:p>{inside}</w:p>", tracked, styles=STYLES).lines:
        for part in line.parts:
            yield from part.bits


def test_a_look_that_was_changed_with_tracking_is_read_both_ways() -> None:
    inside = run("a", f"<w:b/><w:rPrChange {SAID}><w:rPr><w:i/></w:rPr></w:rPrChange>")

    (final,) = bits(inside)
    (original,) = bits(inside, Tracked.ORIGINAL)
    assert (final.strong, final.emphasis) == (True, False)
    assert (original.strong, original.emphasis) == (False, True)


@pytest.mark.parametrize(
    ("properties", "look"),
    [
        ("<w:b/>", "strong"),
        ("<w:i/>", "emphasis"),
        ('<w:b w:val="0"/><w:i w:val="false"/>', ""),
        ('<w:rStyle w:val="a1"/>', "strong"),
        ('<w:rStyle w:val="a1"/><w:b w:val="off"/>', ""),
        ('<w:rStyle w:val="a2"/>', "emphasis"),
        ('<w:rStyle w:val="b"/>', "strong"),
        ('<w:rStyle w:val="c"/>', "strong"),
        ('<w:rStyle w:val="l"/>', ""),
        ('<w:rStyle w:val="unknown"/>', ""),
    ],
)
def test_bold_and_italics_are_read_from_properties_and_styles(properties: str, look: str) -> None:
    (bit,) = bits(run("a", properties))

    assert {name for name in ("strong", "emphasis") if getattr(bit, name)} == set(look.split())


def test_code_and_raised_words_are_read() -> None:
    code, raised = bits(
        run("a", '<w:rStyle w:val="a3"/>') + run("b", '<w:vertAlign w:val="superscript"/>')
    )

    assert code.style == "Code"
    assert raised.position == "superscript"


def test_a_file_without_styles_is_read() -> None:
    styled = run("a", '<w:rStyle w:val="x"/>')
    (line,) = read(f"<w:p>{styled}</w:p>").lines

    assert line.text == "a"


def test_characters_that_are_elements_are_read_as_such() -> None:
    inside = (
        '<w:p><w:r><w:t>a</w:t><w:tab/><w:br/><w:br w:type="page"/><w:cr/><w:softHyphen/>'
        "<w:noBreakHyphen/></w:r></w:p>"
    )

    assert lines(inside) == ["a \n\n\u00ad\u2011"]


def test_a_comment_at_a_point_stands_on_what_is_before_it() -> None:
    comments = (
        f'<w:comments xmlns:w="{W}"><w:comment {SAID}><w:p>{run("One.")}</w:p>'
        f"<w:p>{run('Two.')}</w:p></w:comment></w:comments>"
    )
    inside = (
        f'<w:p><w:bookmarkStart w:id="7" w:name="{MARK}"/>{run("a")}<w:bookmarkEnd w:id="7"/>'
        '<w:r><w:commentReference w:id="1"/></w:r></w:p>'
    )

    (remark,) = read(inside, comments=comments).remarks

    assert (remark.author, remark.day, remark.text) == ("Ana Kostić", "2024-03-02", "One. Two.")
    assert [anchor.name for anchor in remark.anchors] == [MARK]
