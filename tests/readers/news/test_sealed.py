"""Text that an item of NewsML-G2 holds in base64 is read as if it stood there itself."""

from base64 import b64encode

import pytest

from publisher.model.walk import plain_text, runs
from publisher.readers.incoming import Imported, Incoming, account
from publisher.readers.registry import load_reader

BASE64 = "http://www.w3.org/2000/09/xmldsig#base64"
TEXT = "The council met on Friday, and the čamac was on its list."
NITF = f"<nitf><body><body.content><p>{TEXT}</p></body.content></body></nitf>"


def item(data: str, encoding: str = BASE64, kind: str = "text/plain", more: str = "") -> Imported:
    inline = f"<inlineData contenttype='{kind}' encoding='{encoding}'>{data}</inlineData>"
    feed = (
        "<newsItem guid='a'><itemMeta><itemClass qcode='ninat:text'/></itemMeta>"
        "<contentMeta><headline>A title</headline><description>A summary.</description>"
        f"</contentMeta><contentSet>{more}{inline}</contentSet></newsItem>"
    )
    return load_reader("newsml")(Incoming(data=feed.encode(), name="feed", language="en"))


def sealed(text: str) -> str:
    written = b64encode(text.encode()).decode()
    return "\n".join(written[at : at + 76] for at in range(0, len(written), 76))


@pytest.mark.parametrize("text", [TEXT, f"<p>{TEXT}</p>", NITF], ids=["plain", "HTML", "NITF"])
def test_a_text_in_base64_is_read(text: str) -> None:
    imported = item(sealed(text))

    assert imported.article
    assert TEXT in [plain_text(run.children) for _, run in runs(imported.article)]
    assert TEXT in imported.visible
    assert account(imported) == imported.rest


@pytest.mark.parametrize(
    ("data", "encoding"), [("%%%", BASE64), ("abc", BASE64), (sealed(TEXT), "x:gzip")]
)
def test_a_text_that_cannot_be_read_is_an_error(data: str, encoding: str) -> None:
    imported = item(data, encoding)

    assert imported.article is None
    assert [one.code for one in imported.diagnostics] == ["feed-damaged"]


def test_a_text_that_cannot_be_read_is_told_where_another_is_read() -> None:
    imported = item("%%%", more=f"<inlineXML><p>{TEXT}</p></inlineXML>")

    assert imported.article
    assert "feed-encoding" in {one.code for one in imported.diagnostics}


def test_a_picture_in_base64_is_no_text() -> None:
    imported = item(
        sealed("no words"), kind="image/png", more=f"<inlineXML><p>{TEXT}</p></inlineXML>"
    )

    assert imported.article
    assert "no words" not in imported.visible
