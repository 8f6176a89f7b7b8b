"""JSON: the edition's articles, as they can be read back."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings

from publisher.export.json import export
from publisher.model.article import Article
from publisher.model.inline import prose
from publisher.model.serial import read_article, to_document, write_article
from publisher.render.edition import Edition, Layout
from tests.strategies import articles

LAYOUT = Layout(name="article", files={})
ONE = Article(slug="one", language="sq", title=prose("Tensione në veri"))


def edition(*each: Article) -> Edition:
    return Edition(
        title="Ura",
        publisher="Ura",
        language="sq",
        articles=each,
        terms={},
        pictures={},
        when=datetime(2023, 6, 2, tzinfo=UTC),
    )


@settings(max_examples=settings().max_examples // 5)
@given(articles)
def test_one_article_is_its_own_document(article: Article) -> None:
    artifact = export(edition(article), LAYOUT)

    assert (artifact.suffix, artifact.media_type) == ("json", "application/json")
    assert artifact.data == write_article(article).encode()
    assert read_article(artifact.data.decode(), where="a.json") == article


def test_several_articles_stand_in_one_object() -> None:
    two = replace(ONE, slug="two")

    written = json.loads(export(edition(ONE, two), LAYOUT).data)

    assert written == {"articles": [to_document(ONE), to_document(two)]}


def test_letters_stand_as_themselves() -> None:
    assert "Tensione në veri".encode() in export(edition(ONE), LAYOUT).data
