"""Articles: a bad one cannot be made."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from publisher.errors import ArticleError
from publisher.model.article import Article
from publisher.model.inline import prose

FIRST, SECOND = date(2023, 6, 2), date(2023, 6, 4)
ARTICLE = Article(slug="a", language="en", title=prose("Title"))


@pytest.mark.parametrize("slug", ["", "A", "a_b", "a--b", "-a", "a-", "a b", "ћ", "a\n", "../a"])
def test_a_slug_that_is_no_file_name_everywhere_is_refused(slug: str) -> None:
    with pytest.raises(ArticleError, match="is not made of a-z, 0-9 and single hyphens"):
        replace(ARTICLE, slug=slug)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"language": "sr_Latn"}, "'sr_Latn' is not a language tag"),
        ({"source": "javascript:alert(1)"}, "the link address .* is not allowed"),
        ({"source": "https://x.org/\0"}, "the address of the original holds the character"),
        (
            {"published": SECOND, "updated": FIRST},
            "updated 2023-06-02 is before published 2023-06-04",
        ),
    ],
)
def test_a_bad_article_is_refused(more: dict[str, Any], message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        replace(ARTICLE, **more)


@pytest.mark.parametrize(
    ("published", "updated"),
    [(FIRST, FIRST), (FIRST, SECOND), (None, FIRST), (SECOND, None), (None, None)],
)
def test_an_article_may_be_updated_from_its_day_on(
    published: date | None, updated: date | None
) -> None:
    assert replace(ARTICLE, published=published, updated=updated).updated == updated
