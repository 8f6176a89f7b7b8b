"""What we export as ninjs comes back as the article that it was."""

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from publisher.export.ninjs import export
from publisher.model.article import Article
from publisher.model.block import Aside, Paragraph, Quotation
from publisher.model.inline import Footnote
from publisher.model.walk import blocks_of, figures_of, plain_text
from publisher.readers.incoming import Incoming, Reason, account
from publisher.readers.registry import kind_of, load_reader
from publisher.render.edition import Layout
from tests.export.editions import LANGUAGES, rich_edition
from tests.export.test_html import bulletin
from tests.readers.news.truth import SAMPLES, told

SCHEMA = files("publisher.export.ninjs").joinpath("ninjs-schema_3.2.json")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_exported_article_comes_back(language: str) -> None:
    edition = rich_edition(language)
    article = edition.articles[0]
    artifact = export(edition, Layout(name="article", files={}))
    beside = tuple(one.path for one in artifact.companions)

    kind = kind_of(artifact.data, "a.ninjs")
    imported = load_reader(kind)(Incoming(data=artifact.data, name="a.ninjs", beside=beside))

    assert imported.article, imported.diagnostics
    assert told(imported.article) == _as_exported(told(article))
    assert _marks(imported.article) == _marks(article)
    assert Reason.UNPLACED not in {one.reason for one in imported.rest}


def test_of_a_bulletin_the_first_article_is_read_and_the_others_are_told() -> None:
    edition = bulletin()
    artifact = export(edition, Layout(name="article", files={}))

    imported = load_reader("ninjs")(Incoming(data=artifact.data, name="a.ninjs"))

    assert imported.article
    assert told(imported.article)["title"] == told(edition.articles[0])["title"]
    assert account(imported) == imported.rest
    others = [one for one in imported.diagnostics if one.code == "feed-other-story"]
    assert len(others) == len(edition.articles) - 1


def _marks(article: Article) -> list[object]:
    """Give what a text alone does not tell: stress in captions, notes, who is quoted and how."""
    captions = [one.caption.children for one in figures_of(article) if one.caption]
    quotations = [
        (len(one.body), one.source and plain_text(one.source.children), one.pull)
        for one in blocks_of(article.body)
        if isinstance(one, Quotation)
    ]
    titles = [
        plain_text(one.title.children)
        for one in blocks_of(article.body)
        if isinstance(one, Aside) and one.title
    ]
    notes = [
        inline.content.children
        for one in article.body
        if isinstance(one, Paragraph)
        for inline in one.content.children
        if isinstance(inline, Footnote)
    ]
    assert captions
    assert quotations
    assert titles
    assert notes
    return [captions, quotations, titles, notes]


def _as_exported(truth: dict[str, Any]) -> dict[str, Any]:
    """Give what an export says: white space as HTML has it, and pictures by their new names."""
    text = json.dumps(truth, ensure_ascii=False)
    text = text.replace("letters.sq.svg", "letters-sq.svg")
    read: dict[str, Any] = json.loads(text)
    return read | {"text": [one.rstrip() for one in read["text"]]}


@pytest.mark.parametrize("name", ["ninjs-3.1.json", "ninjs-list.json"])
def test_the_samples_of_version_3_are_valid(name: str) -> None:
    validator = Draft202012Validator(json.loads(SCHEMA.read_bytes()))
    value = json.loads((SAMPLES / name).read_bytes())

    for item in value if isinstance(value, list) else [value]:
        validator.validate(item)
