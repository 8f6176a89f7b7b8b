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


def newsml(items: str) -> str:
    return f"<newsMessage><itemSet>{items}</itemSet></newsMessage>"


def item(guid: str, kind: str, inside: str) -> str:
    told = f"<itemMeta><itemClass qcode='ninat:{kind}'/></itemMeta>"
    return f"<newsItem guid='{guid}'>{told}{inside}</newsItem>"


def document(body: str, head: str = "") -> str:
    text = f"<body.head>{head}</body.head><body.content>{body}</body.content>"
    return f"<nitf><body>{text}</body></nitf>"


TEXT = f"<contentSet><inlineXML>{PARAGRAPH}</inlineXML></contentSet>"
FILE = "<contentSet><remoteContent href='{}.jpg' contenttype='image/jpeg'/></contentSet>"
PICTURES = "".join(item(f"p{at}", "picture", FILE.format(at)) for at in range(5_000))
CALLS = "".join(f"<itemRef residref='p{at}'/>" for at in range(5_000))
GROUP = f"<group id='g'>{CALLS * 3}</group>"
AROUND = "<group><itemRef residref='t'/><groupRef idref='g'/></group>" * 12_000
WITHIN = "<newsItem>" * 150 + item("t", "text", TEXT) + "<p/>" * 100_000 + "</newsItem>" * 150
TITLES = "".join(f"<byttl>{at}</byttl>" for at in range(40_000))
BYLINES = "<byline>" * 200 + "<person>A</person>" * 15_000 + "</byline>" * 200
MANY = {
    "comments that never end": ("<nitf>" + "<!--" * 100_000, "nitf"),
    "texts that never end": ("<nitf>" + "<![CDATA[" * 50_000, "nitf"),
    "declarations that never end": ("<nitf>" + "<?xml " * 70_000, "nitf"),
    "document types that never end": ("<!DOCTYPE [" * 70_000 + document(PARAGRAPH), "nitf"),
    "spaces before nothing": ("<nitf>" + " " * 300_000 + "x", "nitf"),
    "spaces before everything": (" " * 300_000 + document(PARAGRAPH), "nitf"),
    "metadata within the text": (document("<docdata/>x" * 100_000), "nitf"),
    "elements in a line": (document(f"<p>{'<b/>x' * 10_000}</p>"), "nitf"),
    "titles in a byline": (document(PARAGRAPH, f"<byline>{TITLES}</byline>"), "nitf"),
    "bylines in bylines": (document(PARAGRAPH, BYLINES), "nitf"),
    "pictures of a message": (newsml(item("t", "text", TEXT) + PICTURES + CALLS), "newsml"),
    "items in items": (newsml(WITHIN), "newsml"),
    "groups of one group": (
        newsml(f"<packageItem>{GROUP}{AROUND}</packageItem>" + item("t", "text", TEXT) * 2),
        "newsml",
    ),
}


@pytest.mark.parametrize(("data", "kind"), MANY.values(), ids=MANY.keys())
def test_however_much_of_one_thing_there_is_it_is_read_in_time(data: str, kind: str) -> None:
    imported = read(data, kind)

    assert imported.article or imported.diagnostics


SIGNS = {
    "digits": "1" * 100_000 + "!",
    "dashes": "-" * 100_000 + "x",
    "spaces": "\u00a0" * 60_000 + "x",
    "addresses": "://" * 40_000 + " x",
    "tags that never end": "<p " * 40_000,
    "entities that never end": "&amp" * 30_000,
    "a number of no character": f"&amp; &#{'9' * 5_000};",
    "joined capitals": "AB-" * 2_000,
    "names": "By Ana Kos and " * 5_000,
    "words": " ".join(f"w{at}" for at in range(15_000)),
}
FIELDS = ("headline", "byline", "dateline", "located", "description_text", "body_text", "ednote")


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("signs", SIGNS.values(), ids=SIGNS.keys())
def test_whatever_a_field_holds_it_is_read_in_time(signs: str, field: str) -> None:
    imported = story(**({"body_html": PARAGRAPH} | {field: signs}), people=[{"name": signs}])

    assert imported.article
    assert account(imported) == imported.rest


@pytest.mark.parametrize("signs", SIGNS.values(), ids=SIGNS.keys())
def test_whatever_is_told_of_a_picture_it_is_read_in_time(signs: str) -> None:
    picture = {
        "type": "picture",
        "byline": signs,
        "creditline": signs,
        "usageterms": signs,
        "description_text": signs,
        "renditions": {"a": {"href": f"{signs}.jpg"}},
    }

    assert story(body_html=PARAGRAPH, associations=[picture]).article


def call(at: int) -> str:
    return f"<p>Word<sup><a href='#n{at}' role='doc-noteref'>{at}</a></sup>.</p>"


NOTES = {
    "calls of one note": call(1) * 3_000 + "<ol><li id='n1'>A note.</li></ol>",
    "notes": "".join(f"{call(at)}<p id='n{at}'>Note {at}.</p>" for at in range(3_000)),
    "notes in notes": "".join(map(call, range(1_000)))
    + "".join(f"<div id='n{at}'>" for at in range(1_000)) + "A note." + "</div>" * 1_000,
    "a note that calls itself": f"<div id='n1'>{call(1)}</div>",
    "a note that is its call": "<p><a id='n1' href='#n1' role='doc-noteref'>A note.</a></p>",
    "a note without words": call(1) + "<ol><li id='n1'></li></ol>",
    "signs of notes": "<p>\ue0010\ue001</p>" + call(1) + "<p id='n1'>A note.</p>",
}  # fmt: skip


@pytest.mark.parametrize("text", NOTES.values(), ids=NOTES.keys())
def test_notes_of_any_kind_lose_no_word(text: str) -> None:
    imported = story(body_html=f"{PARAGRAPH}{text}")

    assert imported.article
    assert account(imported) == imported.rest


LINES = {
    "lines of words of their own": ("word{} and{} more{}", "row{}"),
    "lines that are nearly in the text": ("ab" * 60 + " {}", "ab " * 10 + "ab" * 20 + " q{}"),
}


@pytest.mark.parametrize(("line", "name"), LINES.values(), ids=LINES.keys())
def test_many_lines_are_compared_in_time(line: str, name: str) -> None:
    text = "".join(f"<p>{line.format(*[at] * line.count('{}'))}</p>" for at in range(4_000))
    people = [{"name": f"Ana {name.format(at)}"} for at in range(14_000)]

    assert story(body_html=text, people=people).article


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
