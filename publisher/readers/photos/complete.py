"""Completing the figure of an article by what the picture's own file says."""

from dataclasses import replace

from publisher.diagnostics import Diagnostic, Level
from publisher.model.block import Figure
from publisher.model.credit import Credit, parse_credit
from publisher.model.inline import Prose, prose
from publisher.readers.photos.credits import credit_line, differs, printed
from publisher.readers.photos.photo import Photo

LONGEST_LICENCE = 160  # characters; what is longer is a contract, and no line below a picture


def complete(figure: Figure, photo: Photo) -> tuple[Figure, tuple[Diagnostic, ...]]:
    """Fill what a figure lacks; what the article says is never changed.

    Args:
        figure: As the article has it.
        photo: What the picture's file says.

    Returns:
        The figure, and a warning where the file credits somebody else than the article does.
    """
    words = printed(photo)
    completed = replace(
        figure,
        alt=figure.alt or _prose(photo.alt),
        caption=figure.caption or _prose(words.caption),
        credit=figure.credit or (parse_credit(words.credit) if words.credit else None),
        licence=figure.licence or licence_of(photo),
        taken=figure.taken or photo.taken,
        place=figure.place or _prose(photo.place.line),
    )
    return completed, _compare(figure, figure.credit, photo)


def licence_of(photo: Photo) -> str:
    """Give the licence as printed: the terms of use if they are one line, else their address."""
    return photo.usage if 0 < len(photo.usage) <= LONGEST_LICENCE else photo.licence_url


def _compare(figure: Figure, credit: Credit | None, photo: Photo) -> tuple[Diagnostic, ...]:
    if credit is None or not differs(credit, photo):
        return ()
    diagnostic = Diagnostic(
        level=Level.WARNING,
        code="credit-differs",
        message=f"the article credits {credit.line!r}, and the picture's own file "
        f"{credit_line(photo)!r}",
        where=figure.image.path if figure.image else "",
        hint="ask who is right; the article's line is kept",
    )
    return (diagnostic,)


def _prose(text: str) -> Prose | None:
    return prose(text) if text else None
