"""Formulas, written in one line."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from publisher.readers.word.elements import Element, name_of, qualified
from publisher.readers.word.row import PLAIN, Look, Piece

VAL = qualified("m:val")
SILENT = frozenset({"rPr", "ctrlPr"})


def formula(element: Element, look: Look = PLAIN) -> Iterator[Piece]:
    """Write a formula in one line, as one would type it.

    Args:
        element: Of mathematics, such as `m:oMath`.
        look: Of its letters.
    """
    for child in element:
        name = name_of(child)
        if name in {"t", "delText"}:
            yield Piece(str(child.text or ""), look)
        elif name in SHAPES:
            yield from SHAPES[name](child, look)
        elif name not in SILENT and not name.endswith("Pr"):
            yield from formula(child, look)


def _part(element: Element, name: str) -> Element | None:
    return element.find(qualified(f"m:{name}"))


def _of(element: Element, name: str, look: Look) -> list[Piece]:
    part = _part(element, name)
    return [] if part is None else [piece for piece in formula(part, look) if piece.text]


def _said(element: Element, name: str, otherwise: str) -> str:
    properties = next((one for one in element if name_of(one).endswith("Pr")), None)
    found = None if properties is None else _part(properties, name)
    return otherwise if found is None else str(found.get(VAL, ""))


def _bracketed(pieces: list[Piece], look: Look) -> list[Piece]:
    long = len("".join(piece.text for piece in pieces)) > 1
    return [Piece("(", look), *pieces, Piece(")", look)] if long else pieces


def _fraction(element: Element, look: Look) -> Iterator[Piece]:
    yield from _bracketed(_of(element, "num", look), look)
    yield Piece("/", look)
    yield from _bracketed(_of(element, "den", look), look)


def _root(element: Element, look: Look) -> Iterator[Piece]:
    yield from _of(element, "deg", replace(look, position="superscript"))
    yield Piece("√", look)
    yield from _bracketed(_of(element, "e", look), look)


def _delimited(element: Element, look: Look) -> Iterator[Piece]:
    yield Piece(_said(element, "begChr", "("), look)
    for number, part in enumerate(element.findall(qualified("m:e"))):
        if number:
            yield Piece(_said(element, "sepChr", "|"), look)
        yield from formula(part, look)
    yield Piece(_said(element, "endChr", ")"), look)


def _nary(element: Element, look: Look) -> Iterator[Piece]:
    yield Piece(_said(element, "chr", "∫"), look)
    yield from _scripted(element, look)


def _scripted(element: Element, look: Look) -> Iterator[Piece]:
    first = () if name_of(element) == "nary" else _of(element, "e", look)
    yield from first
    yield from _of(element, "sub", replace(look, position="subscript"))
    yield from _of(element, "sup", replace(look, position="superscript"))
    if name_of(element) == "nary":
        yield from _of(element, "e", look)


def _before(element: Element, look: Look) -> Iterator[Piece]:
    yield from _of(element, "sub", replace(look, position="subscript"))
    yield from _of(element, "sup", replace(look, position="superscript"))
    yield from _of(element, "e", look)


def _limited(element: Element, look: Look) -> Iterator[Piece]:
    yield from _of(element, "e", look)
    position = "subscript" if name_of(element) == "limLow" else "superscript"
    yield from _of(element, "lim", replace(look, position=position))


def _matrix(element: Element, look: Look) -> Iterator[Piece]:
    for number, row in enumerate(element.findall(qualified("m:mr"))):
        if number:
            yield Piece("; ", look)
        for column, cell in enumerate(row.findall(qualified("m:e"))):
            if column:
                yield Piece(", ", look)
            yield from formula(cell, look)


SHAPES: Mapping[str, Callable[[Element, Look], Iterator[Piece]]] = MappingProxyType(
    {
        "f": _fraction,
        "rad": _root,
        "d": _delimited,
        "nary": _nary,
        "sSup": _scripted,
        "sSub": _scripted,
        "sSubSup": _scripted,
        "sPre": _before,
        "limLow": _limited,
        "limUpp": _limited,
        "m": _matrix,
    }
)
