"""Feeds that are made to do harm, or are far too large, end in a clear error and at once."""

import json
from time import process_time

import pytest

from publisher.model.walk import figures_of, plain_text, runs
from publisher.readers.incoming import Imported, Incoming, account
from publisher.readers.registry import load_reader

LAUGHS = """<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;">]><nitf><body><body.content><p>&c;</p></body.content></body></nitf>"""
OUTSIDE = (
    """<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf><body>&a;</body></nitf>"""
)
PARAGRAPH = "<p>A sentence of a story that goes on and on.</p>"
STORY = {"uri": "urn:a", "type": "text", "headline": "A title", "language": "en"}
SECONDS = 10


def read(data: bytes | str, kind: str, beside: tuple[str, ...] = ()) -> Imported:
    encoded = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    start = process_time()
    imported = load_reader(kind)(Incoming(data=encoded, name="feed", beside=beside))
    assert process_time() - start < SECONDS
    return imported


def codes(imported: Imported) -> set[str]:
    return {one.code for one in imported.diagnostics}


def nested(tag: str, times: int) -> str:
    return f"<{tag}>" * times + "deep" + f"</{tag}>" * times


REFUSED = {
    "entities within entities": (LAUGHS, "nitf", "feed-damaged"),
    "an entity from outside": (OUTSIDE, "nitf", "feed-damaged"),
    "no element": ("no element", "newsml", "feed-damaged"),
    "nothing": ("", "newsml", "feed-damaged"),
    "elements too deep": (f"<nitf>{nested('block', 5000)}</nitf>", "nitf", "feed-damaged"),
    "another kind of XML": ("<rss/>", "newsml", "feed-unknown"),
    "too many elements": (f"<nitf>{'<p/>' * 300_000}</nitf>", "nitf", "feed-damaged"),
    "a very large XML file": (b"<nitf>" + b" " * 60_000_000, "nitf", "feed-too-large"),
    "arrays too deep": ("[" * 100_000, "ninjs", "feed-damaged"),
    "objects too deep": ('{"associations":' * 900 + "{}" + "}" * 900, "ninjs", "feed-damaged"),
    "no JSON": ('{"uri": ', "ninjs", "feed-damaged"),
    "nothing at all": ("", "ninjs", "feed-damaged"),
    "JSON of another kind": ('{"a": [1, 2, NaN]}', "ninjs", "feed-empty"),
    "too many values": (json.dumps([0] * 500_000), "ninjs", "feed-damaged"),
    "a very large JSON file": (b'"' + b"a" * 60_000_000, "ninjs", "feed-too-large"),
    "a text of too many elements": (
        json.dumps(STORY | {"body_html": PARAGRAPH * 90_000}),
        "ninjs",
        "feed-too-large",
    ),
    "a text of too many lines": (
        json.dumps(STORY | {"body_text": "A line of a story.\n" * 100_000}),
        "ninjs",
        "feed-too-large",
    ),
    "too many characters": (
        json.dumps(STORY | {"headline": "word " * 8_000_000}),
        "ninjs",
        "feed-damaged",
    ),
    "too many words": (f"<nitf><p>{'word ' * 1_000_000}</p></nitf>", "nitf", "feed-too-large"),
    "too many words in XML": (f"<nitf>{'word ' * 5_000_000}</nitf>", "nitf", "feed-too-large"),
    "too many pictures": (
        json.dumps(STORY | {"body_html": PARAGRAPH, "associations": [{"type": "picture"}] * 3000}),
        "ninjs",
        "feed-too-large",
    ),
}


@pytest.mark.parametrize(("data", "kind", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_what_no_feed_would_be_is_refused(data: bytes | str, kind: str, code: str) -> None:
    imported = read(data, kind)

    assert imported.article is None
    assert code in codes(imported)


def story(**fields: object) -> Imported:
    return read(json.dumps(STORY | fields), "ninjs", ("etc/passwd", "a.jpg"))


def test_a_text_of_many_paragraphs_is_read_in_time() -> None:
    assert len(story(body_html=PARAGRAPH * 10_000).visible) > 10_000
    assert story(body_text="A line of a story.\n" * 10_000).article


def test_a_text_too_deep_keeps_its_words() -> None:
    imported = story(body_html=nested("div", 40_000))

    assert imported.article
    assert "deep" in imported.visible
    assert account(imported) == imported.rest


def test_scripts_never_survive() -> None:
    html = "<p onclick='x()'>A <a href='javascript:x()'>link</a></p><script>x()</script>"

    imported = story(body_html=html)

    assert imported.article
    assert [plain_text(run.children) for _, run in runs(imported.article)][-1] == "A link"
    assert "javascript" not in repr(imported.article)


def test_a_picture_outside_the_folder_is_never_taken() -> None:
    hrefs = [
        "../../etc/passwd",
        "file:///etc/passwd",
        "/etc/passwd",
        "\\\\host\\a.jpg",
        "http://[a",
    ]
    found = [{"type": "picture", "renditions": [{"name": "a", "href": one}]} for one in hrefs]

    imported = story(body_html=PARAGRAPH, associations=found)

    assert imported.article
    assert all(figure.image is None for figure in figures_of(imported.article))
    assert imported.enclosures == ()


def test_pictures_of_one_name_are_told_apart_or_left_out() -> None:
    pictures = {
        name: {"type": "picture", "description_text": f"Picture {name}.", "byline": "Ana Kos",
               "renditions": {"original": {"href": f"https://a.example/{name}/original.jpg"}}}
        for name in ("one", "two")
    }  # fmt: skip
    data = json.dumps(STORY | {"body_html": PARAGRAPH, "associations": pictures})

    told = read(data, "ninjs", ("one/original.jpg", "two/original.jpg"))
    left = read(data, "ninjs", ("original.jpg",))

    assert [one.beside for one in told.enclosures] == ["one/original.jpg", "two/original.jpg"]
    assert left.enclosures == ()
    assert "picture-ambiguous" in codes(left)


@pytest.mark.parametrize(
    "text",
    ["\ud800 lone", "a\x00b", "right \u202e to left", "<b>half <i>open", "&#0; &bogus; & &amp;"],
)
def test_odd_characters_are_read_or_left_out(text: str) -> None:
    imported = story(headline=text, body_text=f"{text}\n\nA line.", byline=text, ednote=text)

    assert imported.article
    assert account(imported) == imported.rest


def test_names_and_addresses_of_any_characters_are_taken() -> None:
    name = "a\x01\ufffe"
    picture = {"type": "picture", "uri": name, "renditions": [{"name": "a", "href": f"{name}.jpg"}]}

    imported = story(
        body_html=f'<figure id="a"></figure><img src="{name}.jpg">{PARAGRAPH}',
        associations=[picture | {"name": name}, picture | {"name": "a"}],
    )

    assert imported.article
    assert figures_of(imported.article)


def test_a_field_that_stands_twice_is_not_lost() -> None:
    data = '{"uri": "urn:a", "headline": "One", "body_text": "Text.", "headline": "Two"}'

    imported = read(data, "ninjs")

    assert imported.article
    assert "Two" in {one.text for one in imported.rest}


def test_numbers_of_any_size_are_taken_for_what_they_are() -> None:
    renditions = [
        {"name": "a", "href": "b.jpg", "width": 10, "height": 10},
        {"name": "b", "href": "a.jpg", "width": int("9" * 4000), "height": -1},
        {"name": "c", "href": "c.jpg", "width": "wide", "height": None},
    ]

    imported = story(
        body_html=PARAGRAPH, associations=[{"type": "picture", "renditions": renditions}]
    )

    assert imported.article
    assert len(figures_of(imported.article)) == 1


def test_a_cut_file_is_read_as_far_as_it_goes_and_told() -> None:
    text = "<nitf><body><body.head><hedline><hl1>A title</hl1></hedline></body.head><body.content>"

    imported = read(f"{text}<p>One.</p><p>Two and", "nitf")

    assert imported.article
    assert codes(imported) >= {"feed-damaged"}
    assert account(imported) == imported.rest
