"""Blocks: a bad one cannot be made."""

from collections.abc import Callable

import pytest

from publisher.errors import ArticleError
from publisher.model.block import (
    DEEPEST_HEADING,
    Alignment,
    Aside,
    Figure,
    Gallery,
    Heading,
    Image,
    ItemList,
    Quotation,
    Table,
)
from publisher.model.inline import Prose, prose

WORDS = prose("words")
LEFT = Alignment.LEFT


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Heading(level=0, content=WORDS), r"heading level 0 is not in 1\.\.5"),
        (lambda: Heading(level=6, content=WORDS), r"heading level 6 is not in 1\.\.5"),
        (lambda: Quotation(body=()), "a quotation is empty"),
        (lambda: ItemList(items=()), "a list has no items"),
        (lambda: Aside(body=()), "an aside is empty"),
        (lambda: Gallery(figures=()), "a gallery has no figures"),
        (lambda: Table(header=(), rows=(), alignments=()), "a table has no columns"),
        (
            lambda: Table(header=(WORDS,), rows=((WORDS, None),), alignments=(LEFT,)),
            "a table's rows are not all 1 cells wide",
        ),
        (
            lambda: Table(header=(WORDS, None), rows=(), alignments=(LEFT,)),
            "a table's rows are not all 2 cells wide",
        ),
        (
            lambda: Figure(image=Image(path="a.jpg"), licence="\x00"),
            r"a licence holds the character U\+0000",
        ),
        (
            lambda: Image(path="a.jpg", versions=(("sr@latin", "b.jpg"),)),
            "'sr@latin' is not a language tag",
        ),
        (lambda: Image(path="\x1b.jpg"), r"a picture's path holds the character U\+001B"),
    ],
)
def test_a_bad_block_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        make()


@pytest.mark.parametrize(
    ("image", "withheld"), [(None, None), (Image(path="a.jpg"), WORDS)], ids=["neither", "both"]
)
def test_a_figure_has_a_picture_or_says_why_not(
    image: Image | None, withheld: Prose | None
) -> None:
    with pytest.raises(
        ArticleError, match="neither a picture nor a reason to withhold it, or both"
    ):
        Figure(image=image, withheld=withheld)


@pytest.mark.parametrize("path", ["", "/etc/passwd", "../a.jpg", "a/../../b.jpg", "a\\b.jpg"])
def test_a_picture_cannot_lie_outside_the_articles_folder(path: str) -> None:
    with pytest.raises(ArticleError, match="leaves the article's folder"):
        Image(path=path)
    with pytest.raises(ArticleError, match="leaves the article's folder"):
        Image(path="a.jpg", versions=(("sq", path),))


@pytest.mark.parametrize("level", range(1, DEEPEST_HEADING + 1))
def test_headings_go_as_deep_as_html_below_the_title(level: int) -> None:
    assert Heading(level=level, content=WORDS).level == level


def test_a_picture_without_a_version_for_a_language_is_its_own() -> None:
    image = Image(path="map.svg", versions=(("sq", "map.sq.svg"), ("sr-Latn", "map.lat.svg")))

    assert [image.in_language(tag) for tag in ("sq", "sr-Latn", "sr-Cyrl")] == [
        "map.sq.svg",
        "map.lat.svg",
        "map.svg",
    ]
