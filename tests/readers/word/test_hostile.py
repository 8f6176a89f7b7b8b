"""Broken and hostile files: a clear error or a clean article, soon, and nothing fetched."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.readers.incoming import Incoming, account
from publisher.readers.word.read import MOST_PARAGRAPHS, read_word
from tests.readers.word.making import (
    MORE,
    RUNNING,
    Related,
    article_of,
    box,
    cell,
    codes,
    field,
    imported,
    item,
    members_of,
    p,
    picture,
    png,
    r,
    root,
    table,
    word,
    zipped,
)
from tests.readers.word.test_documents import CASES, RELATED

LETTERS = "abcdefghijklmnopqrstuvwxyz"
DECLARED = "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(LETTERS))
BOMB = f'<!DOCTYPE x [<!ENTITY a "ha">{DECLARED}]><x>&z;</x>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY z SYSTEM "file:///etc/passwd">]><x>&z;</x>'
RICH = word("".join(body for body, _ in CASES.values()), RELATED)
DAMAGED = (
    b"",
    b"\xd0\xcf\x11\xe0 an old file",
    b"{\\rtf1 text}",
    b"%PDF-1.7",
    RICH[: len(RICH) // 2],
    zipped({"word/other.xml": "<x/>"}),
    zipped({"word/document.xml": "<w:document"}),
    zipped({"word/document.xml": BOMB}),
    zipped({"word/document.xml": OUTSIDE}),
    word(p("word") * (MOST_PARAGRAPHS + 1)),
    word("<w:tbl><w:tr><w:tc>" * 10_000),
)


@pytest.mark.parametrize("data", DAMAGED, ids=range(len(DAMAGED)))
def test_what_cannot_be_read_is_told_in_one_error(data: bytes) -> None:
    found = read_word(Incoming(data=data, name="story.docx"))

    assert found.article is None
    assert codes(found) == ["word-file"]
    assert found.diagnostics[0].hint


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (DAMAGED[1], "older .doc"),
        (DAMAGED[2], "Rich Text"),
        (DAMAGED[3], "PDF"),
    ],
)
def test_files_of_other_formats_are_named(data: bytes, kind: str) -> None:
    assert kind in read_word(Incoming(data=data, name="a")).diagnostics[0].message


def test_a_file_without_words_is_an_error() -> None:
    assert codes(read_word(Incoming(data=word("<w:p/>"), name="a.docx"))) == ["no-text"]


@pytest.mark.parametrize("kind", ["styles", "numbering", "footnotes", "header", "comments"])
def test_a_damaged_part_is_told_and_left_out(kind: str) -> None:
    data = word(p("A bridge") + p(RUNNING), {"x": (kind, BOMB)})

    found = imported(data, "en")

    assert found.article
    assert "part-damaged" in codes(found)


def test_what_lies_outside_the_file_is_not_asked_for() -> None:
    related = {
        "t": ("attachedTemplate", "http://127.0.0.1:9/x.dotm"),
        "o": ("oleObject", "http://127.0.0.1:9/x"),
    }

    assert article_of(word(p("A bridge") + p(RUNNING), related), "en")


def test_the_name_of_a_part_is_no_path() -> None:
    members = members_of(
        word(p("A bridge") + p(picture()) + p(RUNNING), {"rId1": ("image", png())})
    )
    members["evil/../../x.png"] = png()
    rels = members["word/_rels/document.xml.rels"]
    members["word/_rels/document.xml.rels"] = rels.replace(b"image/rId1.png", b"../../x.png")

    found = imported(zipped(members), "en")

    assert all(one.path.startswith("images/") for one in found.enclosures)
    assert ".." not in article_of(zipped(members), "en")


WHAT = {
    "runs": p(r("a ") * 20_000),
    "bold runs": p((r("a ", "<w:b/>") + r("b ")) * 10_000),
    "paragraphs": p("word " * 5) * 4_000,
    "items": item("x", 1) * 4_000,
    "typed items": p("- x") * 4_000,
    "lines": p("<w:r>" + "<w:t>- a</w:t><w:br/>" * 20_000 + "</w:r>"),
    "cells": table(*[["a", "b", "c"]] * 1_500),
    "wide cells": table([cell("a", '<w:gridSpan w:val="60000"/>')] * 2_000, *[["b"]] * 2_000),
    "pictures": (p(picture()) + p("Cap.", "Caption")) * 2_000,
    "boxes": p(box(p(MORE)) + r(RUNNING)) * 800,
    "fields": p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + r("a")),
    "links": p(field('HYPERLINK "https://a.example/"', r("x")) * 3_000),
    "lost ends": p("a", properties="<w:rPr><w:del/></w:rPr>") * 4_000,
    "notes": p(r("a") + '<w:r><w:footnoteReference w:id="1"/></w:r>' * 20_000),
    "languages": p("".join(r(MORE, f'<w:lang w:val="{x}"/>') for x in ("fr", "de") * 5_000)),
    "digits": p("1" * 1_000_000 + ". x") + p("By " + "A" * 100) + p("By " + "Aa " * 40) * 99,
}


@pytest.mark.parametrize("name", WHAT)
def test_a_great_many_of_anything_are_read_in_seconds(name: str) -> None:
    notes = root("footnotes", f'<w:footnote w:id="1">{p(MORE * 999)}</w:footnote>')
    related: Related = {"rId1": ("image", png()), "f": ("footnotes", notes), "n": RELATED["n"]}

    assert imported(word(WHAT[name], related), "en").article


DEEP = {
    "tables": ("<w:tbl><w:tr><w:tc>" * 75, "</w:tc></w:tr></w:tbl>" * 75),
    "boxes": (
        "<w:p><w:r><w:pict><w:txbxContent>" * 60,
        "</w:txbxContent></w:pict></w:r></w:p>" * 60,
    ),
    "controls": ("<w:sdt><w:sdtContent>" * 115, "</w:sdtContent></w:sdt>" * 115),
    "changes": ("<w:ins>" * 235, "</w:ins>" * 235),
    "formulas": (
        "<w:p><m:oMath>" + "<m:f><m:num>" * 110,
        "</m:num></m:f>" * 110 + "</m:oMath></w:p>",
    ),
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_nested_deep_is_read(name: str) -> None:
    before, after = DEEP[name]
    inside = "<m:r><m:t>deep</m:t></m:r>" if name == "formulas" else p("deep")

    assert "deep" in article_of(word(p("A bridge") + p(RUNNING) + before + inside + after), "en")


def flip(data: bytes, at: int, byte: int) -> bytes:
    at %= len(data) + 1
    return data[:at] + bytes([byte]) + data[at + 1 :]


def cut(data: bytes, at: int, length: int) -> bytes:
    at %= len(data) + 1
    return data[:at] + data[at + length :]


Damage = tuple[Callable[[bytes, int, int], bytes], int, int]
damages: st.SearchStrategy[list[Damage]] = st.lists(
    st.tuples(st.sampled_from([flip, cut]), st.integers(0, 10_000_000), st.integers(0, 255)),
    min_size=1,
    max_size=4,
)
MEMBERS = members_of(RICH)


@given(damages)
def test_a_damaged_file_is_read_or_refused(damage: list[Damage]) -> None:
    data = RICH
    for change, at, amount in damage:
        data = change(data, at, amount)

    read_or_refused(data)


@given(st.sampled_from(sorted(MEMBERS)), damages)
def test_a_damaged_part_is_read_or_left_out(name: str, damage: list[Damage]) -> None:
    data = MEMBERS[name]
    for change, at, amount in damage:
        data = change(data, at, amount)

    read_or_refused(zipped({**MEMBERS, name: data}))


def read_or_refused(data: bytes) -> None:
    found = read_word(Incoming(data=data, name="story.docx", language="en"))

    assert found.article or found.diagnostics
    account(found)


bodies = st.lists(st.sampled_from([body for body, _ in CASES.values()]), min_size=1, max_size=4)


@given(bodies)
def test_no_word_is_lost_whatever_stands_together(parts: list[str]) -> None:
    found = read_word(Incoming(data=word("".join(parts), RELATED), name="a.docx", language="en"))

    assert account(found) == found.rest
