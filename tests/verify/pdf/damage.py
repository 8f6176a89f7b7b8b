"""Finished PDF files, damaged on purpose: what a check must find, and in which file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from itertools import pairwise
from types import MappingProxyType
from typing import Any, TypeAlias

import pikepdf
from fontTools.ttLib import TTFont

from publisher.verify.pdf.fonts import read_characters

PdfObject: TypeAlias = Any  # whatever a PDF holds
Codes: TypeAlias = list[int]
Change: TypeAlias = Callable[[Codes, dict[int, str]], Codes]
Harm: TypeAlias = Callable[..., None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A damaged file.

    Attributes:
        name: What was done to it.
        checks: Ids of the checks of which one must speak.
    """

    name: str
    checks: tuple[str, ...]
    data: bytes


def damages(data: bytes) -> Iterator[Damage]:
    """Damage a file in every way, each time in one place."""
    for name, checks, harm in _harms(data):
        with pikepdf.open(BytesIO(data)) as pdf:
            harm(pdf)
            target = BytesIO()
            pdf.save(target, static_id=True)
        yield Damage(name=name, checks=checks, data=target.getvalue())


def _harms(data: bytes) -> Iterator[tuple[str, tuple[str, ...], Harm]]:
    with pikepdf.open(BytesIO(data)) as pdf:
        elements = tuple(structure(pdf))
        kinds = [str(element.S) for element in elements]
        silent = {at for at, element in enumerate(elements) if not any(_marks(element))}
        own = str(pdf.Root.Lang)
        spans = [
            (at, str(element.Lang)) for at, element in enumerate(elements) if _is_foreign(element)
        ]
        pages = len(pdf.pages)
    # The box of a withheld picture says first that it is one: the layout's own words.
    silent.add(kinds.index("/Withheld"))
    for at, kind in enumerate(kinds):
        for name, checks, harm in BY_KIND.get(kind, ()) if at not in silent else ():
            yield f"{kind} {at} {name}", checks, partial(harm, at=at)
    for kind in ("/CaptionText", "/Credit"):
        for one, other in pairwise(at for at, found in enumerate(kinds) if found == kind):
            yield f"{kind} {one} and {other} swapped", ("A7",), partial(_swap, at=one, other=other)
    for at, tag in spans:
        for name, harm in LANGUAGE.items() if tag != own else ():
            yield f"language {at} {name}", ("T3", "A9"), partial(harm, at=at)
    for number in range(pages):
        yield f"another font on page {number}", ("G2",), partial(_other_font, at=number)
        yield f"no font in the file on page {number}", ("G3",), partial(_no_font, at=number)
    yield from WHOLE


def _is_foreign(element: PdfObject) -> bool:
    """Whether words that are not a credit's or a licence's say their language."""
    if "/Lang" not in element:
        return False
    around: PdfObject = element
    while str(around.get("/S")) not in {"/Credit", "/Licence", "/Document"}:
        around = around.P
    return str(around.S) == "/Document"


def structure(pdf: pikepdf.Pdf) -> Sequence[PdfObject]:
    """List the elements of the structure tree in the order of reading."""
    return tuple(_below(pdf.Root.StructTreeRoot))


def _below(element: PdfObject) -> Iterator[PdfObject]:
    for kid in element.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def _marks(element: PdfObject) -> Iterator[tuple[PdfObject, int]]:
    """Give the pages and the numbers of an element's marks."""
    for kid in element.get("/K", ()):
        if isinstance(kid, int):
            yield element.Pg, kid
        elif "/S" in kid:
            yield from _marks(kid)


def _rewrite(pdf: pikepdf.Pdf, *, at: int, change: Change) -> None:
    """Change the characters of the longest text that an element shows."""
    shown = tuple(_texts(pdf, tuple(_marks(structure(pdf)[at]))))
    page, index, characters, codes = max(shown, key=lambda one: len(one[3]))
    instructions = list(pikepdf.parse_content_stream(page))
    text = b"".join(code.to_bytes(2, "big") for code in change(codes, characters))
    instructions[index] = pikepdf.ContentStreamInstruction(
        [pikepdf.Array([pikepdf.String(text)])], pikepdf.Operator("TJ")
    )
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))


def _texts(
    pdf: pikepdf.Pdf, marks: Sequence[tuple[PdfObject, int]]
) -> Iterator[tuple[pikepdf.Page, int, dict[int, str], Codes]]:
    """Give where texts are shown: the page, the instruction, what codes stand for, the codes."""
    for page in pdf.pages:
        wanted = {mark for where, mark in marks if where.objgen == page.objgen}
        yield from _texts_on(page, wanted) if wanted else ()


def _texts_on(
    page: pikepdf.Page, wanted: set[int]
) -> Iterator[tuple[pikepdf.Page, int, dict[int, str], Codes]]:
    inside, characters = False, dict[int, str]()
    for index, instruction in enumerate(pikepdf.parse_content_stream(page)):
        operands: PdfObject = instruction.operands
        match str(instruction.operator):
            case "BDC":
                inside = operands[1].get("/MCID") in wanted
            case "Tf":
                font: PdfObject = page.resources["/Font"][str(operands[0])]
                characters = dict(read_characters(font.ToUnicode.read_bytes()))
            case "TJ" if inside:
                parts = (bytes(one) for one in operands[0] if isinstance(one, pikepdf.String))
                text = b"".join(parts)
                codes = [int.from_bytes(text[i : i + 2], "big") for i in range(0, len(text), 2)]
                yield page, index, characters, codes
            case _:
                pass


def _cut(codes: Codes, _: dict[int, str]) -> Codes:
    return codes[: len(codes) // 2]


def _empty(_codes: Codes, _: dict[int, str]) -> Codes:
    return []


def _box(codes: Codes, _: dict[int, str]) -> Codes:
    return [0, *codes[1:]]


def _digit(codes: Codes, characters: dict[int, str]) -> Codes:
    """Put another letter or digit of the same font in place of the first one."""
    old = characters[codes[0]]
    new = next(
        code
        for code, text in sorted(characters.items())
        if text != old and text.isalnum() and text.isdigit() == old.isdigit()
    )
    return [new, *codes[1:]]


def _swap(pdf: pikepdf.Pdf, *, at: int, other: int) -> None:
    elements = structure(pdf)
    mine, theirs = elements[at].K, elements[other].K
    elements[at].K, elements[other].K = theirs, mine


def _set(pdf: pikepdf.Pdf, *, at: int, key: str, value: str) -> None:
    structure(pdf)[at][key] = pikepdf.String(value)


def _drop(pdf: pikepdf.Pdf, *, at: int, key: str) -> None:
    del structure(pdf)[at][key]


def _take_out(pdf: pikepdf.Pdf, *, at: int) -> None:
    element = structure(pdf)[at]
    parent: PdfObject = element.P
    parent.K = pikepdf.Array(
        [kid for kid in parent.K if isinstance(kid, int) or kid.objgen != element.objgen]
    )


def _first_font(pdf: pikepdf.Pdf, page: int) -> PdfObject:
    fonts = pdf.pages[page].resources["/Font"]
    names = [
        str(instruction.operands[0])
        for instruction in pikepdf.parse_content_stream(pdf.pages[page])
        if str(instruction.operator) == "Tf"
    ]
    return fonts[names[0]]


def _other_font(pdf: pikepdf.Pdf, *, at: int) -> None:
    descriptor = _first_font(pdf, at).DescendantFonts[0].FontDescriptor
    target = BytesIO()
    with TTFont(BytesIO(descriptor.FontFile2.read_bytes())) as font:
        font["name"].setName("DejaVuSerif", 6, 3, 1, 0x409)
        font.save(target)
    descriptor.FontFile2 = pdf.make_stream(target.getvalue())


def _no_font(pdf: pikepdf.Pdf, *, at: int) -> None:
    del _first_font(pdf, at).DescendantFonts[0].FontDescriptor["/FontFile2"]


def _no_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Metadata"]
    del pdf.docinfo


def _other_title(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as described:
        described["dc:title"] = "Another title"


def _no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def _no_structure(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


_CUT, _EMPTIED, _BOXED, _OTHER = (
    partial(_rewrite, change=change) for change in (_cut, _empty, _box, _digit)
)


def _of_words(*checks: str) -> tuple[tuple[str, tuple[str, ...], Harm], ...]:
    return (
        ("cut", checks, _CUT),
        ("emptied", checks, _EMPTIED),
        ("with another letter or digit", checks, _OTHER),
        ("with an empty box", ("G1",), _BOXED),
        ("taken away", checks, _take_out),
    )


BY_KIND: Mapping[str, tuple[tuple[str, tuple[str, ...], Harm], ...]] = MappingProxyType(
    {
        "/CaptionText": _of_words("A1"),
        "/Credit": _of_words("A2"),
        "/Licence": _of_words("A4"),
        "/Withheld": _of_words("A5"),
        "/H1": _of_words("B4"),
        "/H2": _of_words("T1"),
        "/H3": _of_words("T1"),
        "/Note": _of_words("T1"),
        "/Quotation": _of_words("T1"),
        "/TD": _of_words("T1", "P1", "P2", "P3", "P4", "P5"),
        "/TH": _of_words("T1"),
        "/Figure": (
            ("without its alternative", ("A3",), partial(_drop, key="/Alt")),
            ("with an empty alternative", ("A3",), partial(_set, key="/Alt", value="")),
            ("taken away", ("A8", "A10", "A3"), _take_out),
        ),
    }
)
LANGUAGE: Mapping[str, Harm] = MappingProxyType(
    {"dropped": partial(_drop, key="/Lang"), "changed": partial(_set, key="/Lang", value="de")}
)
WHOLE: tuple[tuple[str, tuple[str, ...], Harm], ...] = (
    ("no metadata", ("M2", "M3"), _no_metadata),
    ("another title", ("M2",), _other_title),
    ("no language", ("M1",), _no_language),
    ("no structure", ("F1",), _no_structure),
)
