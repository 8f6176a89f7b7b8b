"""Pictures beside an article."""

import unicodedata

import pytest

from publisher.errors import ArticleError
from publisher.model.block import Image
from publisher.readers.pictures import find_image, versions_of

PICTURES = (
    "images/map.svg",
    "images/map.sq.svg",
    "images/map.sr-Latn.svg",
    "images/map.large-copy.svg",
    "images/map.old.svg",
    "images/map.sq.old.svg",
    "images/map.sq.png",
    "other/map.sr-Cyrl.svg",
    "images/mapping.sq.svg",
)


def test_a_picture_is_found_with_its_versions() -> None:
    assert find_image("images/map.svg", PICTURES) == Image(
        path="images/map.svg",
        versions=(("sq", "images/map.sq.svg"), ("sr-Latn", "images/map.sr-Latn.svg")),
    )


def test_a_leading_dot_is_the_folder_of_the_article() -> None:
    assert find_image("./images/map.sq.png", PICTURES) == Image(path="images/map.sq.png")


def test_the_order_in_which_pictures_are_listed_does_not_matter() -> None:
    assert versions_of("images/map.svg", PICTURES) == versions_of("images/map.svg", PICTURES[::-1])


def test_a_name_is_found_however_its_letters_are_composed() -> None:
    on_disk = unicodedata.normalize("NFD", "Đakovica–Ćuprija.jpg")

    assert find_image(unicodedata.normalize("NFC", on_disk), [on_disk]) == Image(path=on_disk)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("images/mop.svg", "did you mean `images/map.svg`?"),
        ("https://x.org/map.svg", "save the picture"),
        ("zzz", "put the picture beside the article"),
        ("../map.svg", "beside the article"),
        ("images\\map.svg", "beside the article"),
    ],
)
def test_a_picture_that_is_not_there_is_an_error_with_a_hint(path: str, words: str) -> None:
    with pytest.raises(ArticleError) as caught:
        find_image(path, PICTURES)

    assert words in caught.value.hint
