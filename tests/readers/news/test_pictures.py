"""The pictures of a feed: each is one figure, however its sender keeps the files."""

import json
from typing import Any

import pytest

from publisher.model.block import Figure
from publisher.model.walk import figures_of, plain_text
from publisher.readers.incoming import Imported, Incoming
from publisher.readers.registry import load_reader

STORY = {
    "uri": "urn:a",
    "type": "text",
    "language": "en",
    "headline": "A title",
    "body_html": "<p>The council met on Friday, and the bridge was on its list.</p>",
}


def read(data: str, kind: str = "ninjs", beside: tuple[str, ...] = ()) -> Imported:
    imported = load_reader(kind)(Incoming(data=data.encode(), name="feed", beside=beside))
    assert imported.article, imported.diagnostics
    return imported


def story(pictures: dict[str, Any], **fields: object) -> tuple[Figure, ...]:
    imported = read(json.dumps(STORY | {"associations": pictures} | fields))
    assert imported.article
    return tuple(figures_of(imported.article))


def picture(caption: str, *addresses: str, **fields: object) -> dict[str, Any]:
    renditions = {
        f"r{at}": {"href": one, "mimetype": "image/jpeg"} for at, one in enumerate(addresses)
    }
    return {"type": "picture", "description_text": caption, "renditions": renditions} | fields


def captions(figures: tuple[Figure, ...]) -> list[str]:
    return [plain_text(one.caption.children) if one.caption else "" for one in figures]


SERVED = ("https://a.example/render?id=1", "https://a.example/render?id=2")


def test_pictures_that_one_address_serves_are_told_apart_by_what_it_is_asked() -> None:
    one, two = (picture(f"Picture {at}.", address) for at, address in enumerate(SERVED))

    found = story({"a": one | {"byline": "Ana Kos"}, "b": two | {"byline": "Eva Lee"}})

    assert captions(found) == ["Picture 0.", "Picture 1."]
    assert [one.credit and one.credit.line for one in found] == ["Ana Kos", "Eva Lee"]


def test_pictures_of_one_address_are_told_apart_in_newsml_too() -> None:
    items = "".join(
        f"<newsItem guid='p{at}'><itemMeta><itemClass qcode='ninat:picture'/></itemMeta>"
        f"<contentMeta><description role='drol:caption'>Picture {at}.</description></contentMeta>"
        f"<contentSet><remoteContent href='{address}' contenttype='image/jpeg'/></contentSet>"
        "</newsItem>"
        for at, address in enumerate(SERVED)
    )
    text = (
        f"<newsItem guid='t'><contentSet><inlineXML>{STORY['body_html']}</inlineXML></contentSet>"
    )

    article = read(
        f"<newsMessage><itemSet>{text}</newsItem>{items}</itemSet></newsMessage>", "newsml"
    ).article

    assert article
    assert captions(tuple(figures_of(article))) == ["Picture 0.", "Picture 1."]


def test_a_picture_in_the_text_is_that_of_its_address() -> None:
    text = f"{STORY['body_html']}<img src='{SERVED[1]}'>{STORY['body_html']}"

    found = story({"a": picture("Another.", SERVED[0])}, body_html=text)

    assert captions(found) == ["Another.", ""]


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("https://a.example/b.jpg?w=1200&id=3", "https://a.example/b.jpg?id=3&w=300"),
        ("https://a.example/b.jpg", "https://b.example/x/b.jpg?width=300"),
        ("https://a.example/b.jpg", "https://a.example/b.jpg?day=3"),
        ("https://a.example/b.jpg?day=3", "https://a.example/b.jpg"),
    ],
)
def test_sizes_and_stamps_make_no_other_picture(told: str, shown: str) -> None:
    text = f"{STORY['body_html']}<img src='{shown}'>"

    assert captions(story({"a": picture("One.", told)}, body_html=text)) == ["One."]


def test_a_file_that_may_be_that_of_two_pictures_is_left_to_the_editor() -> None:
    pictures = {str(at): picture("A.", address) for at, address in enumerate(SERVED)}

    imported = read(json.dumps(STORY | {"associations": pictures}), beside=("render.jpg",))

    assert imported.enclosures == ()
    assert "picture-ambiguous" in {one.code for one in imported.diagnostics}


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"byline": "Ana Kos", "source": "AFP"}, "Ana Kos/AFP"),
        ({"byline": "Ana Kos", "creditline": "AFP  via Getty Images"},
         "Ana Kos/AFP  via Getty Images"),
        ({"creditline": " Ana Kos/AFP  via\u00a0Getty Images "},
         "Ana Kos/AFP  via\u00a0Getty Images"),
        ({"description_text": "One. (Ana Kos/AFP  via Getty Images)"},
         "Ana Kos/AFP  via Getty Images"),
        ({"source": "AFP"}, "AFP"),
    ],
)  # fmt: skip
def test_a_credit_is_the_whole_line_with_every_space(fields: dict[str, str], line: str) -> None:
    (found,) = story({"a": picture("One.", "https://a.example/a.jpg") | fields})

    assert found.credit
    assert found.credit.line == line


@pytest.mark.parametrize("place", ["body.head", "body.content"])
def test_a_credit_in_xml_keeps_the_spaces_between_its_words(place: str) -> None:
    media = (
        "<media media-type='image'><media-reference source='a.jpg'/><media-caption>One.\n  </media-"
        "caption><media-producer>\n  Ana Kos/AFP  via\n  Getty Images\n</media-producer></media>"
    )
    parts = dict.fromkeys(("body.head", "body.content"), "")
    parts["body.content"] = STORY["body_html"]
    parts[place] += media
    text = "".join(f"<{name}>{inside}</{name}>" for name, inside in parts.items())

    article = read(f"<nitf><body>{text}</body></nitf>", "nitf").article

    assert article
    (found,) = figures_of(article)
    assert found.credit
    assert found.credit.line == "Ana Kos/AFP  via Getty Images"
