"""The JSON form: what is written is read back, and what is wrong is told with its path."""

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.errors import ArticleError
from publisher.model.article import Article, Contributor, ContributorRole
from publisher.model.block import (
    Alignment,
    Figure,
    Gallery,
    Heading,
    Image,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from publisher.model.credit import parse_credit
from publisher.model.inline import Emphasis, LineBreak, Prose, Text, prose
from publisher.model.serial import DEEPEST, read_article, to_document, write_article
from tests.strategies import articles

PLAIN = Article(slug="a", language="en", title=prose("Title"))
RICH = Article(
    slug="rich",
    language="sr-Cyrl",
    title=Prose(
        children=(Emphasis(children=(Text(text="„Ћ“ & <b>"),)), LineBreak()),
        language="en",
        segment="s034f9de27c53",
    ),
    byline=(
        Contributor(name=prose("Ura")),
        Contributor(name=prose("Most"), role=ContributorRole.PHOTOGRAPHS),
    ),
    published=date(2023, 6, 2),
    body=(
        Separator(),
        Heading(level=2, content=prose("𝒜")),
        Gallery(
            figures=(
                Figure(
                    image=Image(path="a.svg", versions=(("sq", "a.sq.svg"),)),
                    credit=parse_credit("Ura/AFP"),
                ),
                Figure(image=None, withheld=prose("rights")),
            )
        ),
        ItemList(items=(ListItem(body=(Paragraph(content=prose("item")),)),), start=3),
        Table(header=(prose("x"), None), rows=(), alignments=(Alignment.LEFT, Alignment.DEFAULT)),
    ),
)


def nested(levels: int) -> Article:
    block: Paragraph | Quotation = Paragraph(content=prose("deep"))
    for _ in range(levels):
        block = Quotation(body=(block,))
    return Article(slug="a", language="en", title=prose("Title"), body=(block,))


def read(document: object) -> Article:
    return read_article(json.dumps(document), where="a.json")


@given(articles)
def test_what_is_written_is_read_back_and_written_the_same(article: Article) -> None:
    text = write_article(article)

    assert read_article(text, where="a.json") == article
    assert write_article(read_article(text, where="a.json")) == text


@settings(max_examples=settings().max_examples // 5)
@given(articles)
def test_text_is_written_as_itself_and_ends_with_a_line_end(article: Article) -> None:
    text = write_article(article)

    assert text == json.dumps(to_document(article), indent=2, ensure_ascii=False) + "\n"


def test_the_form_is_this() -> None:
    def text(words: str) -> dict[str, object]:
        return {"children": [{"type": "text", "text": words}]}

    assert to_document(RICH) == {
        "format": "publisher-article",
        "version": 1,
        "slug": "rich",
        "language": "sr-Cyrl",
        "title": {
            "children": [
                {"type": "emphasis", "children": [{"type": "text", "text": "„Ћ“ & <b>"}]},
                {"type": "line-break"},
            ],
            "language": "en",
            "segment": "s034f9de27c53",
        },
        "byline": [{"name": text("Ura")}, {"name": text("Most"), "role": "photographs"}],
        "published": "2023-06-02",
        "body": [
            {"type": "separator"},
            {"type": "heading", "level": 2, "content": text("𝒜")},
            {
                "type": "gallery",
                "figures": [
                    {
                        "type": "figure",
                        "image": {"path": "a.svg", "versions": [["sq", "a.sq.svg"]]},
                        "credit": {"line": "Ura/AFP", "creator": "Ura", "agency": "AFP"},
                    },
                    {"type": "figure", "image": None, "withheld": text("rights")},
                ],
            },
            {
                "type": "item-list",
                "items": [{"body": [{"type": "paragraph", "content": text("item")}]}],
                "start": 3,
            },
            {
                "type": "table",
                "header": [text("x"), None],
                "rows": [],
                "alignments": ["left", "default"],
            },
        ],
    }


def test_what_has_its_default_may_be_written_out() -> None:
    document = to_document(PLAIN) | {"subtitle": None, "byline": [], "source": ""}

    assert read(document) == PLAIN


Change = Callable[[Any], object]

FAULTS: dict[str, tuple[Change, str]] = {
    "an array": (lambda _: [], "expected object, found array"),
    "no format": (lambda a: a.pop("format"), "this is no article: its key `format` is not"),
    "other format": (lambda a: a.update(format="x"), "this is no article: its key `format` is not"),
    "no version": (lambda a: a.pop("version"), "version: expected int, found null"),
    "true version": (lambda a: a.update(version=True), "version: expected int, found bool"),
    "later version": (lambda a: a.update(version=2), "version: version 2 of the JSON form is not"),
    "no title": (lambda a: a.pop("title"), "the key `title` is missing"),
    "extra key": (lambda a: a.update(colour="red"), "the key 'colour' is not known"),
    "bad slug": (lambda a: a.update(slug="A"), "the slug 'A' is not made of"),
    "null": (lambda a: a.update(language=None), "language: expected string, found null"),
    "bad day": (
        lambda a: a.update(published="2023-02-30"),
        "published: expected a day written YYYY-MM-DD, found '2023-02-30'",
    ),
    "day in short": (lambda a: a.update(published="20230602"), "published: expected a day"),
    "day of a week": (lambda a: a.update(published="2023-W22-5"), "published: expected a day"),
    "number as a day": (
        lambda a: a.update(published=20230602),
        "published: expected string, found int",
    ),
    "order of days": (lambda a: a.update(updated="2023-01-01"), "updated 2023-01-01 is before"),
    "text for a run": (lambda a: a.update(title="T"), "title: expected object, found string"),
    "empty run": (lambda a: a["title"].update(children=[]), "title: a run of text is empty"),
    "extra key inside": (
        lambda a: a["title"]["children"][1].update(text="x"),
        "title.children[1]: the key 'text' is not known",
    ),
    "true level": (
        lambda a: a["body"][1].update(level=True),
        "body[1].level: expected int, found bool",
    ),
    "broken level": (
        lambda a: a["body"][1].update(level=1.0),
        "body[1].level: expected int, found float",
    ),
    "deep level": (
        lambda a: a["body"][1].update(level=9),
        "body[1]: heading level 9 is not in 1..5",
    ),
    "bad role": (
        lambda a: a["byline"][1].update(role="driver"),
        "byline[1].role: expected one of text, reporting, photographs",
    ),
    "no type": (lambda a: a["body"][0].clear(), "body[0]: the key `type` is missing"),
    "number as a type": (
        lambda a: a["body"][0].update(type=1),
        "body[0].type: expected string, found int",
    ),
    "unknown type": (
        lambda a: a["body"][0].update(type="text"),
        "body[0].type: there is no type 'text' here",
    ),
    "paragraph in a gallery": (
        lambda a: a["body"][2]["figures"][0].update(type="paragraph"),
        "body[2].figures[0].type: there is no type 'paragraph' here",
    ),
    "short row": (
        lambda a: a["body"][2]["figures"][0]["image"]["versions"][0].pop(),
        "body[2].figures[0].image.versions[0]: expected 2 items, found 1",
    ),
    "object for a list": (
        lambda a: a["body"][3].update(items={}),
        "body[3].items: expected array, found object",
    ),
}


@pytest.mark.parametrize(("change", "message"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_path(change: Change, message: str) -> None:
    document: Any = to_document(RICH)
    changed = change(document)

    with pytest.raises(ArticleError, match=f"^a.json: {re.escape(message)}"):
        read(changed if isinstance(changed, list) and not changed else document)


def test_an_unknown_type_is_answered_with_the_known_ones() -> None:
    document: Any = to_document(RICH)
    document["body"][0]["type"] = "rule"

    with pytest.raises(ArticleError) as caught:
        read(document)

    assert caught.value.hint.startswith("the types are: paragraph, heading, quotation, item-list")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a.json:1: not JSON: Expecting value"),
        ('{\n"a": 1\n"b": 2}', "a.json:3: not JSON: "),
        ('{"format": 1, "format": 2}', "a.json: not JSON: the key 'format' stands twice"),
        ("9" * 5000, "a.json: not JSON: "),
        ("[" * 100_000, f"a.json: more than {DEEPEST} levels of nesting"),
        ('{"a":' * 100_000, f"a.json: more than {DEEPEST} levels of nesting"),
        ("NaN", "a.json: expected object, found float"),
    ],
    ids=["empty", "comma", "twice", "digits", "arrays", "objects", "nan"],
)
def test_what_is_no_json_is_refused(text: str, message: str) -> None:
    with pytest.raises(ArticleError, match=re.escape(message)):
        read_article(text, where="a.json")


def test_lone_surrogates_and_control_characters_do_not_get_in() -> None:
    text = write_article(PLAIN).replace("Title", "\\ud800")

    with pytest.raises(ArticleError, match=r"title\.children\[0\]: a text holds .* U\+D800"):
        read_article(text, where="a.json")


def test_whatever_can_be_written_can_be_read_however_deep() -> None:
    deepest = DEEPEST // 2 - 3  # the article, its body, and a paragraph's run and text

    assert read_article(write_article(nested(deepest)), where="a.json") == nested(deepest)
    with pytest.raises(ArticleError, match=f"more than {DEEPEST} levels of nesting"):
        write_article(nested(deepest + 1))


def test_nesting_too_deep_is_refused_on_reading() -> None:
    document: Any = to_document(nested(0))
    (block,) = document["body"]
    for _ in range(DEEPEST // 2):
        block = {"type": "quotation", "body": [block]}
    document["body"] = [block]

    with pytest.raises(ArticleError, match=f"^a.json: more than {DEEPEST} levels of nesting"):
        read(document)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inside: (
        st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3)
    ),
    max_leaves=5,
)


@given(json_values)
def test_any_other_json_is_refused(value: object) -> None:
    with pytest.raises(ArticleError, match=r"^a\.json: "):
        read(value)


@given(st.text(max_size=30))
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(ArticleError, match=r"^a\.json"):
        read_article(text, where="a.json")
