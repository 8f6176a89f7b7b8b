"""What a feed tells of the whole story: its rights, its author, its numbers."""

import json

import pytest

from publisher.model.article import Article
from publisher.model.walk import plain_text, runs
from publisher.readers.incoming import Incoming
from publisher.readers.registry import load_reader

STORY = {"uri": "urn:a", "type": "text", "language": "en", "headline": "A title"}
TEXT = "The council met on Friday, and the bridge was on its list."


def read(data: str, kind: str) -> Article:
    imported = load_reader(kind)(Incoming(data=data.encode(), name="feed", language="en"))
    assert imported.article, imported.diagnostics
    return imported.article


def ninjs(**fields: object) -> Article:
    return read(json.dumps(STORY | {"body_html": f"<p>{TEXT}</p>"} | fields), "ninjs")


def nitf(text: str, head: str = "") -> Article:
    inside = f"<body.head>{head}</body.head><body.content>{text}</body.content>"
    return read(f"<nitf><body>{inside}</body></nitf>", "nitf")


@pytest.mark.parametrize(
    ("holder", "notice"),
    [
        ("© 2023 The Bridge Post", "© 2023 The Bridge Post"),
        ("Copyright 2023 The Bridge Post", "Copyright 2023 The Bridge Post"),
        ("The Bridge Post", "© The Bridge Post"),
    ],
)
def test_a_notice_of_rights_has_its_sign_once(holder: str, notice: str) -> None:
    rights = f"<rightsInfo><copyrightHolder literal='{holder}'/></rightsInfo>"
    text = f"<contentSet><inlineXML><p>{TEXT}</p></inlineXML></contentSet>"

    for article in (
        ninjs(copyrightholder=holder),
        read(f"<newsItem guid='a'>{rights}{text}</newsItem>", "newsml"),
    ):
        assert article.rights
        assert plain_text(article.rights.children) == notice


@pytest.mark.parametrize(
    "line", ["Text Messages Reveal", "Author Dies Abroad", "Photos Of Bridges"]
)
def test_a_heading_that_begins_like_a_label_names_nobody(line: str) -> None:
    article = ninjs(body_html=f"<p>{line}</p><p>{TEXT}</p>")

    assert article.byline == ()
    assert line in [plain_text(run.children) for _, run in runs(article)]


@pytest.mark.parametrize("line", ["By Ana Kos", "Text: Ana Kos", "Text by Ana Kos"])
def test_a_line_that_names_the_author_is_the_byline(line: str) -> None:
    article = ninjs(body_html=f"<p>{line}</p><p>{TEXT}</p>")

    assert [plain_text(one.name.children) for one in article.byline] == ["Ana Kos"]


HALF = "<frac><frac-num>1</frac-num><frac-den>2</frac-den></frac>"
WITH_SIGN = "<frac>\n<frac-num>1</frac-num>\n<frac-sep>/</frac-sep>\n<frac-den>2</frac-den></frac>"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (f"It is {HALF} full.", "It is 1/2 full."),
        (f"It is {WITH_SIGN} full.", "It is 1/2 full."),
        (f"It is 1{HALF} full.", "It is 1 1/2 full."),
        (f"It is <num>1 {HALF}</num> full.", "It is 1 1/2 full."),
    ],
)
def test_a_fraction_is_no_whole_number(written: str, shown: str) -> None:
    article = nitf(f"<p>{written}</p><p>{TEXT}</p>", f"<hedline><hl1>{written}</hl1></hedline>")

    texts = [plain_text(run.children) for _, run in runs(article)]
    assert plain_text(article.title.children) == shown
    assert texts.count(shown) >= 1
    assert "12" not in "".join(texts)
