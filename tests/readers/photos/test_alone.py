"""A photograph imported alone."""

from dataclasses import replace
from datetime import date

import pytest

from publisher.diagnostics import Level
from publisher.model.article import Contributor, ContributorRole
from publisher.model.block import Figure, FigureKind, Image
from publisher.model.credit import parse_credit
from publisher.model.inline import prose
from publisher.readers.incoming import Enclosure, Incoming, Reason, account
from publisher.readers.photos import read_picture
from tests.readers.photos.photographs import alternative, iptc, jpeg, plain, xmp

WORDS = {
    "title": "XVK101",
    "headline": "Protest in Zveçan",
    "instructions": "Embargo until Monday",
    "day": "20230529",
    "creator": "Visar Dushi",
    "city": "Zveçan",
    "credit": "AP",
    "source": "AP",
    "copyright": "© 2023 AP",
    "caption": "Soldiers stand in front of a town hall.",
}
FILE = jpeg(iptc(WORDS), xmp(alternative("Iptc4xmpCore:AltTextAccessibility", "Soldiers")))
INCOMING = Incoming(data=FILE, name="desk/DSC 0042.JPG", language="en")


def test_a_photograph_becomes_an_article_with_one_figure() -> None:
    imported = read_picture(INCOMING)

    article = imported.article
    assert article
    assert article.slug == "protest-in-zvecan"
    assert article.title == prose("Protest in Zveçan")
    assert article.byline == (
        Contributor(name=prose("Visar Dushi"), role=ContributorRole.PHOTOGRAPHS),
    )
    assert article.rights == prose("© 2023 AP")
    assert article.body == (
        Figure(
            image=Image(path="images/dsc-0042.jpg"),
            alt=prose("Soldiers"),
            caption=prose("Soldiers stand in front of a town hall."),
            credit=parse_credit("Visar Dushi/AP"),
            taken=date(2023, 5, 29),
            place=prose("Zveçan"),
        ),
    )
    assert imported.enclosures == (Enclosure(path="images/dsc-0042.jpg", data=FILE),)
    assert imported.diagnostics == ()


def test_no_word_of_a_photograph_is_lost() -> None:
    imported = read_picture(INCOMING)

    assert account(imported) == imported.rest
    assert [(rest.text, rest.reason) for rest in imported.rest] == [
        ("XVK101", Reason.UNPLACED),
        ("Embargo until Monday", Reason.UNPLACED),
        ("AP", Reason.REPEATED),
    ]


@pytest.mark.parametrize("name", WORDS)
def test_no_word_of_a_photograph_is_lost_where_two_say_the_same(name: str) -> None:
    same = iptc({**WORDS, "headline": WORDS[name], "title": WORDS[name]})

    imported = read_picture(replace(INCOMING, data=jpeg(same)))

    assert account(imported) == imported.rest


def test_no_word_is_lost_where_the_caption_holds_the_credit() -> None:
    caption = "Soldiers stand in a row. (Photo by Visar DUSHI / AP)"

    imported = read_picture(replace(INCOMING, data=jpeg(iptc({**WORDS, "caption": caption}))))

    assert account(imported) == imported.rest
    assert imported.article
    (figure,) = imported.article.body
    assert isinstance(figure, Figure)
    assert figure.caption == prose("Soldiers stand in a row.")


def test_a_photograph_that_says_nothing_takes_its_title_from_its_file() -> None:
    imported = read_picture(replace(INCOMING, data=plain("PNG")))

    assert imported.article
    assert imported.article.title == prose("DSC 0042")
    assert [one.code for one in imported.diagnostics] == ["title-missing"]
    assert imported.enclosures[0].path == "images/dsc-0042.png"


def test_a_drawing_is_no_photograph() -> None:
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><title>A map</title></svg>'
    )

    imported = read_picture(replace(INCOMING, data=drawing, name="map.svg"))

    assert imported.article
    (figure,) = imported.article.body
    assert isinstance(figure, Figure)
    assert figure.kind is FigureKind.GRAPHIC


@pytest.mark.parametrize(
    "data",
    [
        b"",
        FILE[:-20],
        b"hello",
        plain("WEBP")[:-20],
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" onload="run()"/>',
    ],
)
def test_a_picture_that_no_edition_could_show_is_an_error(data: bytes) -> None:
    imported = read_picture(replace(INCOMING, data=data))

    assert imported.article is None
    (told,) = imported.diagnostics
    assert (told.level, told.code) == (Level.ERROR, "picture-unusable")
    assert told.hint


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "C:\\x\\y.jpg", "\ud800.jpg", "\x1f", "", "…"]
)
def test_no_file_name_leaves_the_folder_of_pictures(name: str) -> None:
    imported = read_picture(replace(INCOMING, name=name))

    (enclosure,) = imported.enclosures
    folder, _, file = enclosure.path.partition("/")
    assert folder == "images"
    assert file
    assert not set(file) - set("abcdefghijklmnopqrstuvwxyz0123456789-.")
