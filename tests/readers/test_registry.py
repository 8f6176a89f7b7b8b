"""Which kind a file is: its content tells, and its name only where that leaves it open."""

import pytest

from publisher.readers.registry import kind_of

NAR = b'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">'
KINDS = {
    b'{"uri": "urn:a", "type": "text"}': "ninjs",
    b'\xef\xbb\xbf [\n {"uri": "urn:a"}]': "ninjs",
    NAR: "newsml",
    b'<?xml version="1.0"?>\n<!-- a -->\n<nar:newsItem xmlns:nar="x">': "newsml",
    b"<packageItem>": "newsml",
    b'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-3.dtd"><nitf>': "nitf",
    b'<!DOCTYPE nitf PUBLIC "a" "b" [<!ENTITY a "b">]><?a?><!--x--><NITF>': "nitf",
    b"<!DOCTYPE html><html>": "html",
    b"<svg>": "photo",
    b"{ a brace in a text": "text",
}


@pytest.mark.parametrize(("data", "kind"), KINDS.items())
def test_the_content_tells_the_kind(data: bytes, kind: str) -> None:
    assert kind_of(data, "file.txt") == kind


def test_the_name_tells_it_where_the_content_does_not() -> None:
    assert kind_of(b"[1]", "a.json") == "ninjs"
    assert kind_of("<нешто>".encode("utf-16"), "a.xml") == "newsml"
    assert kind_of(b"Title", "a.txt") == "text"


@pytest.mark.parametrize("part", [b"<!---->", b"<?a?>", b"<!-- -->\n", b"<!doctype a>", b" "])
def test_hundreds_of_comments_are_looked_at_only_once(part: bytes) -> None:
    assert kind_of(part * 2000 + b"<a>", "a.txt") == "text"


def test_a_page_of_a_site_may_begin_with_json_and_a_text_with_a_bracket() -> None:
    assert kind_of(b'{ "title": "A" }\n\nText.', "a.md") == "site"
    assert kind_of(b'{ "Yes," he said.', "a.txt") == "text"
    assert kind_of(b'{ "headline": "A" }\n', "a.txt") == "ninjs"
