"""The JSON Schema: it stands beside the model, and agrees with what is read."""

import json
import runpy
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from publisher.errors import ArticleError
from publisher.model import schema
from publisher.model.article import Article
from publisher.model.serial import read_article, to_document
from tests.strategies import articles

SHIPPED = files("publisher.model").joinpath("article.schema.json").read_text(encoding="utf-8")
VALIDATOR = Draft202012Validator(json.loads(SHIPPED))

few = settings(max_examples=settings().max_examples // 3)
Spot = tuple[Any, Any]  # what holds a value, and the value's key or index in it


def spots(value: Any) -> Iterator[Spot]:  # noqa: ANN401 -- whatever JSON holds
    keys: Any = value if isinstance(value, dict) else range(len(value))
    for key in keys:
        yield value, key
        if isinstance(value[key], dict | list):
            yield from spots(value[key])


def objects(document: dict[str, object]) -> list[Any]:
    return [document, *(at[key] for at, key in spots(document) if isinstance(at[key], dict))]


def refused(document: object) -> bool:
    try:
        read_article(json.dumps(document), where="a.json")
    except ArticleError:
        return True
    return False


def test_the_shipped_schema_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(schema.__file__, run_name="__main__")

    assert capsys.readouterr().out == SHIPPED, (
        "run: python -m publisher.model.schema > publisher/model/article.schema.json"
    )


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(json.loads(SHIPPED))


def test_everything_in_the_schema_says_what_it_is() -> None:
    shipped = json.loads(SHIPPED)

    assert all(part["description"] for part in shipped["$defs"].values() if "enum" not in str(part))
    assert shipped["properties"]["slug"]["description"].startswith("Its name in addresses")


@few
@given(articles)
def test_every_article_is_valid(article: Article) -> None:
    VALIDATOR.validate(to_document(article))


@few
@given(articles, st.data())
def test_an_unknown_key_is_invalid_anywhere(article: Article, data: st.DataObject) -> None:
    document = to_document(article)
    data.draw(st.sampled_from(objects(document)))["surplus"] = ""

    assert not VALIDATOR.is_valid(document)
    assert refused(document)


@few
@given(articles, st.data())
def test_an_unknown_type_is_invalid_anywhere(article: Article, data: st.DataObject) -> None:
    document = to_document(article)
    typed = [each for each in objects(document) if "type" in each]
    data.draw(st.sampled_from(typed))["type"] = "unknown"

    assert not VALIDATOR.is_valid(document)
    assert refused(document)


@few
@given(articles, st.data())
def test_what_the_schema_refuses_is_not_read(article: Article, data: st.DataObject) -> None:
    document = to_document(article)
    held, key = data.draw(st.sampled_from(list(spots(document))))
    if data.draw(st.booleans()):
        held[key] = data.draw(st.sampled_from([None, True, 7, 1.5, "x", [], {}, [None], {"a": 1}]))
    else:
        del held[key]

    assert refused(document) or VALIDATOR.is_valid(document)


@pytest.mark.parametrize("key", ["format", "version", "slug", "language", "title"])
def test_an_article_without_what_it_must_have_is_invalid(key: str) -> None:
    document: dict[str, object] = {
        "format": "publisher-article",
        "version": 1,
        "slug": "a",
        "language": "en",
        "title": {"children": [{"type": "text", "text": "Title"}]},
    }
    assert VALIDATOR.is_valid(document)

    del document[key]

    assert not VALIDATOR.is_valid(document)
