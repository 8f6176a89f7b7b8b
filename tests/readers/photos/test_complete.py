"""Figures completed by their photographs, and credits compared by whom they name."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from publisher.model.block import Figure, Image
from publisher.model.credit import parse_credit
from publisher.model.inline import prose
from publisher.readers.photos import Photo, Place, complete
from publisher.readers.photos.credits import credit_line
from tests.strategies import figures

BARE = Figure(image=Image(path="images/a.jpg"))
PHOTO = Photo(
    alt="Soldiers with shields",
    caption="Soldiers stand in front of a town hall.",
    creators=("Visar Dushi",),
    credit="AP",
    usage="CC BY 4.0",
    licence_url="https://example.org/licence",
    taken=date(2023, 5, 29),
    place=Place(city="Zveçan", country="Kosovo"),
)


def test_what_the_article_lacks_is_filled() -> None:
    assert complete(BARE, PHOTO) == (
        Figure(
            image=BARE.image,
            alt=prose("Soldiers with shields"),
            caption=prose("Soldiers stand in front of a town hall."),
            credit=parse_credit("Visar Dushi/AP"),
            licence="CC BY 4.0",
            taken=date(2023, 5, 29),
            place=prose("Zveçan, Kosovo"),
        ),
        (),
    )


def test_terms_of_use_that_are_no_line_are_replaced_by_their_address() -> None:
    figure, _ = complete(BARE, replace(PHOTO, usage="Whereas " * 50))

    assert figure.licence == "https://example.org/licence"


AGENCY = replace(
    PHOTO, caption="Soldiers stand in a row. (Photo by Visar DUSHI / AFP)", credit="AFP"
)


def test_the_line_at_the_end_of_an_agencys_caption_is_the_credit() -> None:
    figure, told = complete(BARE, AGENCY)

    assert figure.caption == prose("Soldiers stand in a row.")
    assert figure.credit == parse_credit("Photo by Visar DUSHI / AFP")
    assert told == ()


def test_a_line_in_the_caption_that_names_others_than_the_file_stays_there() -> None:
    figure, _ = complete(BARE, replace(AGENCY, creators=("Ana Marić",)))

    assert figure.caption == prose(AGENCY.caption)
    assert figure.credit == parse_credit("Ana Marić/AFP")


@given(figures)
def test_what_the_article_says_is_never_changed(figure: Figure) -> None:
    completed, _ = complete(figure, PHOTO)

    for name in ("image", "withheld", "alt", "caption", "credit", "licence", "taken", "place"):
        said = getattr(figure, name)
        assert not said or getattr(completed, name) == said


@given(figures)
def test_a_photograph_that_says_nothing_changes_nothing(figure: Figure) -> None:
    assert complete(figure, Photo()) == (figure, ())


@pytest.mark.parametrize(
    ("photo", "line"),
    [
        (Photo(creators=("Visar Dushi",), credit="AP", source="AP"), "Visar Dushi/AP"),
        (Photo(creators=("VISAR DUSHI",), credit="AFP via Getty Images"), None),
        (Photo(creators=("Visar Dushi",), credit="Visar Dushi/AP"), "Visar Dushi/AP"),
        (Photo(creators=("Visar Dushi",), credit="AP Photo/V. Dushi"), "AP Photo/V. Dushi"),
        (Photo(creators=("Visar Dushi",), source="Tanjug"), "Visar Dushi/Tanjug"),
        (Photo(creators=("Tanjug",), credit="Tanjug"), "Tanjug"),
        (Photo(creators=("Visar Dushi", "Ana Marić")), "Visar Dushi, Ana Marić"),
        (Photo(creators=("Visar Dushi",), copyright="© AP"), "Visar Dushi"),
        (Photo(credit="AP", source="STF"), "AP"),
        (Photo(source="Tanjug"), "Tanjug"),
        (Photo(copyright="© 2023 AP"), "© 2023 AP"),
        (Photo(), ""),
    ],
)
def test_the_line_is_made_as_agencies_print_it(photo: Photo, line: str | None) -> None:
    assert credit_line(photo) == (line if line is not None else "VISAR DUSHI/AFP via Getty Images")


@pytest.mark.parametrize(
    ("printed", "photo"),
    [
        ("Visar Dushi/AP Photo", Photo(creators=("Visar Dushi",), credit="AP")),
        ("AP Photo/Visar Dushi", Photo(creators=("Visar Dushi",), credit="AP", source="AP")),
        ("Photo by VISAR DUSHI / AFP", Photo(creators=("Dushi, Visar",), credit="AFP")),
        ("Foto: Tanjug / S. Radovanović", Photo(creators=("S. Radovanovic",), credit="TANJUG")),
        ("Фото: Танјуг", Photo(credit="Tanjug")),
        ("Ђорђе Марић/Танјуг", Photo(creators=("Djordje Maric",), credit="Tanjug")),
        ("V. Dushi/AP", Photo(creators=("Visar Dushi",), credit="AP")),
        ("Visar Dushi/AP", Photo(credit="AP")),
        ("Visar Dushi/AP", Photo(credit="The Associated Press")),
        ("Visar Dushi/Agence France-Presse", Photo(credit="AFP")),
        ("Visar Dushi/AFP via Getty Images", Photo(creators=("Visar Dushi",), credit="AFP")),
        ("Visar Dushi/AFP", Photo(creators=("Visar Dushi",), credit="AFP via Getty Images")),
        ("Visar Dushi/Getty", Photo(creators=("Visar Dushi",), credit="Getty Images")),
        ("Visar Dushi", Photo(creators=("Visar Dushi",), source="Tanjug")),
        ("Tanjug", Photo(source="Tanjug")),
        ("Tanjug", Photo(copyright="© somebody")),
    ],
)
def test_lines_that_name_the_same_do_not_differ(printed: str, photo: Photo) -> None:
    figure = replace(BARE, credit=parse_credit(printed))

    assert complete(figure, photo)[1] == ()


@pytest.mark.parametrize(
    ("printed", "photo"),
    [
        ("Visar Dushi/AP", Photo(creators=("Ana Marić",), credit="AP")),
        ("Visar Dushi/AP", Photo(creators=("Visar Dushi",), credit="Reuters")),
        ("AP", Photo(creators=("Visar Dushi",), credit="AP")),
        ("Visar Dushi", Photo(creators=("Visar Dushi",), credit="AP")),
        ("Reuters", Photo(source="Tanjug")),
        ("Foto: Tanjug", Photo(credit="Beta")),
    ],
)
def test_a_file_that_names_somebody_else_is_told_with_both_lines(
    printed: str, photo: Photo
) -> None:
    figure = replace(BARE, credit=parse_credit(printed))

    completed, (told,) = complete(figure, photo)

    assert completed.credit == figure.credit
    assert told.code == "credit-differs"
    assert repr(printed) in told.message
    assert repr(credit_line(photo)) in told.message
    assert told.where == "images/a.jpg"
