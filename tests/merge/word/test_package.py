"""Broken and hostile files: a typed error that names the file, and nothing opened or fetched."""

import zlib
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from struct import pack_into
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import WordFileError
from publisher.merge.word.read import read_word
from publisher.merge.word.returned import words_of
from publisher.readers.word.elements import NAMESPACES
from publisher.readers.word.package import LARGEST, LARGEST_PART, MOST_ELEMENTS, MOST_MEMBERS
from tests.export.editions import rich_article
from tests.merge.desk import MAIN, NAME, Desk, exported

FILE = exported(rich_article("en"))
W = NAMESPACES["w"]
PARTS = (MAIN, "word/styles.xml", "word/_rels/document.xml.rels", "word/comments.xml")
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
DECLARED = "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(LETTERS))
BOMB = f'<!DOCTYPE x [<!ENTITY a "ha">{DECLARED}]><x>&z;</x>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY z SYSTEM "file:///etc/passwd">]><x>&z;</x>'
ELSEWHERE = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>'


def with_member(name: str, data: bytes | str) -> bytes:
    desk = Desk.of(FILE)
    desk.members[name] = data if isinstance(data, bytes) else data.encode()
    return desk.data


def document(inside: str) -> bytes:
    return with_member(MAIN, f'<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>')


def zipped(*members: tuple[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return target.getvalue()


def relationship(kind: str, target: str = "http://127.0.0.1:9/x") -> bytes:
    return with_member(
        "word/_rels/document.xml.rels",
        f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1" Type="http://schemas.'
        f'openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}" '
        'TargetMode="External"/></Relationships>',
    )


def lying(size: int) -> bytes:
    """Make a file whose central directory says that its document unpacks to `size` bytes."""
    data = bytearray(zipped((MAIN, b"<x>" + b" " * (LARGEST_PART + 9) + b"</x>")))
    at = data.rindex(b"PK\x01\x02")
    pack_into("<L", data, at + 24, size)
    return bytes(data)


def refused(data: bytes) -> str:
    with pytest.raises(WordFileError) as caught:
        read_word(data, NAME)
    assert caught.value.where == NAME
    assert caught.value.hint
    return caught.value.message


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "damaged or no Word file"),
        (b"\xd0\xcf\x11\xe0 an old Word file", "damaged or no Word file"),
        (FILE[: len(FILE) // 2], "damaged or no Word file"),
        (FILE[:-30], "damaged or no Word file"),
        (zipped(), "holds no document"),
        (zipped(("word/styles.xml", b"<x/>")), "holds no document"),
        (zipped((MAIN, b"")), "damaged"),
        (zipped((MAIN, b"<w:document")), "damaged"),
        (zipped((MAIN, b'<?xml version="1.0" encoding="no-such"?><x/>')), "damaged"),
        (zipped((MAIN, b"<x>\x01</x>")), "damaged"),
        (zipped((MAIN, b"<x>&#1;</x>")), "damaged"),
        (zipped((MAIN, b"<x>\xff</x>")), "damaged"),
    ],
)
def test_what_is_no_word_file_is_refused(data: bytes, reason: str) -> None:
    assert reason in refused(data)


def test_too_many_members_are_refused() -> None:
    members = [(f"{number}", b"") for number in range(MOST_MEMBERS)]

    assert "parts" in refused(zipped((MAIN, b"<x/>"), *members))


def test_a_bomb_that_says_its_size_is_refused() -> None:
    data = bytearray(zipped((MAIN, b"<x/>")))
    pack_into("<L", data, data.rindex(b"PK\x01\x02") + 24, LARGEST + 1)

    assert "unpacks to more than" in refused(bytes(data))


def test_a_part_that_is_too_large_is_refused() -> None:
    assert "unpacks to more than" in refused(zipped((MAIN, b" " * (LARGEST_PART + 1) + b"<x/>")))


@pytest.mark.parametrize("size", [0, 7, LARGEST_PART])
def test_a_bomb_that_lies_about_its_size_is_refused(size: int) -> None:
    assert refused(lying(size))


def test_a_part_whose_checksum_is_wrong_is_refused() -> None:
    data = bytearray(zipped((MAIN, b"<x/>")))
    at = data.rindex(b"PK\x01\x02")
    pack_into("<L", data, at + 16, zlib.crc32(b"other"))

    assert "damaged" in refused(bytes(data))


def test_a_locked_part_is_refused() -> None:
    data = bytearray(zipped((MAIN, b"<x/>")))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1

    assert "damaged or no Word file" in refused(bytes(data))


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("text", [BOMB, OUTSIDE, ELSEWHERE], ids=["bomb", "file", "network"])
def test_entities_and_document_types_are_refused(part: str, text: str) -> None:
    assert refused(with_member(part, text))


@pytest.mark.parametrize("kind", ["image", "attachedTemplate", "oleObject", "frame", "subDocument"])
def test_what_lies_outside_the_file_is_refused(kind: str) -> None:
    assert kind in refused(relationship(kind))


def test_a_link_is_not_refused() -> None:
    assert read_word(relationship("hyperlink"), NAME).slug


@pytest.mark.parametrize("depth", [240, 10_000])
@pytest.mark.parametrize("name", ["p", "ins", "hyperlink", "sdt", "tbl", "AlternateContent"])
def test_deep_nesting_is_read_or_refused(name: str, depth: int) -> None:
    words = "<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
    data = document(f"<w:{name}>" * depth + words + f"</w:{name}>" * depth)

    if depth > 1000:
        assert "damaged" in refused(data)
    else:
        assert "deep" in "".join(line.text for line in read_word(data, NAME).lines)


def test_many_runs_and_bookmarks_are_read_in_seconds() -> None:
    marks = "".join(
        f'<w:bookmarkStart w:id="{n}" w:name="s{n:012x}_00000000"/><w:bookmarkEnd w:id="{n}"/>'
        for n in range(100_000)
    )
    data = document(f"<w:p>{marks}{'<w:r><w:t>a</w:t></w:r>' * 100_000}</w:p>")

    line = read_word(data, NAME).lines[0]

    assert len(line.text) == 100_000


def test_many_open_bookmarks_and_comments_are_refused_in_seconds() -> None:
    opened = "".join(
        f'<w:bookmarkStart w:id="{n}" w:name="s{n:012x}_00000000"/>'
        f'<w:commentRangeStart w:id="{n}"/>'
        for n in range(20_000)
    )
    runs = "<w:r><w:t>a</w:t></w:r>" * 20_000

    assert "comments" in refused(document(f"<w:p>{opened}</w:p><w:p>{runs}</w:p>"))


def test_boxes_in_boxes_are_read_once_each() -> None:
    box = "<w:p><w:r><w:pict><w:txbxContent>"
    end = "</w:txbxContent></w:pict></w:r></w:p>"
    words = "<w:p><w:r><w:t>boxed</w:t></w:r></w:p>"
    data = document(box * 40 + words + end * 40)

    assert [line.text for line in read_word(data, NAME).lines].count("boxed") == 1


def test_of_a_box_that_stands_in_two_forms_one_is_read() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>"
    choices = f"<w:AlternateContent><w:a>{box}</w:a><w:b>{box}</w:b></w:AlternateContent>"
    data = document(f"<w:p><w:r>{choices}</w:r></w:p>")

    assert [line.text for line in read_word(data, NAME).lines].count("boxed") == 1


def test_too_many_elements_are_refused() -> None:
    data = document("<w:p/>" * (MOST_ELEMENTS + 1))

    assert "elements" in refused(data)


def test_many_open_bookmarks_over_many_paragraphs_are_read_in_seconds() -> None:
    opened = "".join(
        f'<w:bookmarkStart w:id="{n}" w:name="s{n:012x}_00000000"/>' for n in range(20_000)
    )
    ended = "".join(f'<w:bookmarkEnd w:id="{n}"/>' for n in range(20_000))
    paragraphs = "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 20_000

    assert read_word(document(f"<w:p>{opened}</w:p>{paragraphs}{ended}"), NAME).lines


def test_a_huge_attribute_is_read_or_refused() -> None:
    data = document(f'<w:p w:rsidR="{"a" * 20_000_000}"><w:r><w:t>a</w:t></w:r></w:p>')

    assert "damaged" in refused(data)


EMPTY = '<w:p><w:r><mc:AlternateContent xmlns:mc="x"/></w:r></w:p>'


@pytest.mark.parametrize(
    "inside",
    [
        '<mc:AlternateContent xmlns:mc="x"/>',
        EMPTY,
        "<w:bookmarkStart/><w:bookmarkEnd/><w:commentRangeStart/>",
        "<w:p><w:r><w:commentReference/></w:r></w:p>",
        "<w:p><w:hyperlink/><w:hyperlink w:anchor=''/></w:p>",
        "<w:p><w:r><w:footnoteReference/></w:r></w:p>",
        "<!-- c --><?p i?><w:p><!-- c --><w:r><?p i?><w:t>a<!-- c -->b</w:t></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:rPrChange/></w:rPr><w:t/></w:r></w:p>",
        "<w:ins/><w:del/><w:tr/><w:p><w:pPr/></w:p>",
    ],
)
def test_elements_that_lack_what_they_need_are_read(inside: str) -> None:
    assert read_word(document(inside), NAME) is not None


def test_no_words_are_lost_to_a_comment_in_the_xml() -> None:
    inside = "<w:p><w:r><w:t>a<!-- c -->b<?p i?>c</w:t></w:r></w:p>"

    line = read_word(document(inside), NAME).lines[0]

    assert words_of(line.parts[0].bits) == "abc"


def flip(data: bytes, at: int, byte: int) -> bytes:
    at %= len(data)
    return data[:at] + bytes([byte]) + data[at + 1 :]


def cut(data: bytes, at: int, length: int) -> bytes:
    at %= len(data)
    return data[:at] + data[at + length :]


def double(data: bytes, at: int, length: int) -> bytes:
    at %= len(data)
    return data[:at] + data[at : at + length] * 2 + data[at + length :]


changes: st.SearchStrategy[tuple[Callable[[bytes, int, int], bytes], int, int]] = st.tuples(
    st.sampled_from([flip, cut, double]), st.integers(0, 10_000_000), st.integers(0, 255)
)


@given(st.lists(changes, min_size=1, max_size=4))
def test_a_damaged_file_is_read_or_refused(
    damage: list[tuple[Callable[[bytes, int, int], bytes], int, int]],
) -> None:
    data = FILE
    for change, at, amount in damage:
        data = change(data, at, amount)

    read_or_refused(data)


SMALL = Desk.of(FILE)


@given(st.sampled_from(sorted(SMALL.members)), st.lists(changes, min_size=1, max_size=4))
def test_a_damaged_part_is_read_or_refused(
    member: str, damage: list[tuple[Callable[[bytes, int, int], bytes], int, int]]
) -> None:
    data = SMALL.members[member]
    for change, at, amount in damage:
        data = change(data, at, amount)

    read_or_refused(with_member(member, data))


def read_or_refused(data: bytes) -> None:
    try:
        read_word(data, NAME)
    except WordFileError as error:
        assert error.where == NAME  # noqa: PT017 -- it may also be read
