"""A book is read page by page in the order of its spine; what is broken is an error."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import CheckError
from publisher.verify.epub import read
from publisher.verify.record import Passage
from tests.verify.damage import packed

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/content.opf"/></rootfiles></container>'
)
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<metadata><dc:language>sq</dc:language><dc:title>T</dc:title>"
    '<meta property="dcterms:modified">2023-06-04T00:00:00Z</meta></metadata>'
    '<manifest><item id="c" href="cover.xhtml"/><item id="a" href="text/a%20a.xhtml"/>'
    '<item id="b" href="b.xhtml"/></manifest>'
    '<spine><itemref idref="c"/><itemref idref="b"/><itemref idref="a"/><itemref idref="none"/>'
    "</spine></package>"
)
PAGE = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
    'xml:lang="sq"><body epub:type="{}"><p>{}</p></body></html>'
)
MEMBERS = {
    "META-INF/container.xml": CONTAINER.encode(),
    "EPUB/content.opf": PACKAGE.encode(),
    "EPUB/cover.xhtml": PAGE.format("frontmatter", "Cover").encode(),
    "EPUB/text/a a.xhtml": PAGE.format("bodymatter", "A").encode(),
    "EPUB/b.xhtml": PAGE.format("bodymatter", "B").encode(),
}


def test_pages_are_read_in_the_order_of_the_spine_without_the_front() -> None:
    record = read(packed(MEMBERS), "x.epub")

    assert [one.text for one in record.content if isinstance(one, Passage)] == ["B", "A"]
    assert (record.language, record.metadata.title) == ("sq", "T")
    assert record.metadata.modified == "2023-06-04T00:00:00Z"


@pytest.mark.parametrize("name", MEMBERS)
def test_a_book_without_one_of_its_members_is_an_error(name: str) -> None:
    members = {other: data for other, data in MEMBERS.items() if other != name}

    with pytest.raises(CheckError, match="lacks"):
        read(packed(members), "x.epub")


@pytest.mark.parametrize("name", MEMBERS)
def test_a_member_that_is_not_well_formed_is_an_error(name: str) -> None:
    with pytest.raises(CheckError, match="not well-formed"):
        read(packed({**MEMBERS, name: b"<p>"}), "x.epub")


def test_entities_are_not_followed() -> None:
    page = (
        b'<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        + PAGE.format("bodymatter", "&x;").encode()
    )

    record = read(packed({**MEMBERS, "EPUB/b.xhtml": page}), "x.epub")

    assert [one.text for one in record.content if isinstance(one, Passage)] == ["A"]


@given(st.data())
def test_a_damaged_archive_is_read_or_refused(data: st.DataObject) -> None:
    whole = packed(MEMBERS)
    at = data.draw(st.integers(0, len(whole) - 1))
    broken = whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + 3 :]

    with suppress(CheckError):
        read(broken, "x.epub")
