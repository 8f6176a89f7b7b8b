"""What the pages of a PDF show, by the marks through which the structure tree refers to it.

Source: ISO 32000-1, 9.4 (text objects), 14.6 (marked content).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from typing import Any, TypeAlias

import pikepdf

from publisher.verify.pdf.fonts import UNNAMED, Typeface, read_typeface
from publisher.verify.record import Font

DEEPEST = 8  # forms within forms
MEDIA_TYPES = {"/DCTDecode": "image/jpeg", "/JPXDecode": "image/jp2"}
RAW = "application/octet-stream"  # pixels that are in no format of pictures
DRAWING = "application/pdf"  # lines and areas, as instructions of the page
PATHS = frozenset({"m", "l", "c", "v", "y", "h", "re", "S", "s", "f", "F", "f*", "B", "B*", "b"})
UNMARKED = -1
NOTHING = sha256().digest()

PdfObject: TypeAlias = Any  # whatever a PDF holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What one mark encloses.

    Attributes:
        text: Its characters.
        top: Where its first letter stands, from the page's origin, in points of the text's own
            space; None where it has no letters.
        size: Of its first letter, in the same unit.
        digest: SHA-256 of the picture in it, as its bytes stand in the file; None without one.
        media_type: Of those bytes.
    """

    text: str = ""
    top: float | None = None
    size: float = 0
    digest: str | None = None
    media_type: str = ""


class Pages:
    """Reads pages one after the other, and remembers their fonts."""

    def __init__(self) -> None:
        self._typefaces: dict[tuple[int, int], Typeface] = {}
        self._fonts: dict[str, Font] = {}

    @property
    def fonts(self) -> tuple[Font, ...]:
        """The fonts of the pages that were read, by name."""
        return tuple(self._fonts[name] for name in sorted(self._fonts))

    def read(self, page: pikepdf.Page) -> Mapping[int, Shown]:
        """Give what a page shows, by the number of its mark."""
        reader = _PageReader(self)
        reader.read(page, page.obj.get("/Resources", {}), DEEPEST)
        return reader.finished()

    def typeface(self, font: PdfObject) -> Typeface:
        """Read a font once."""
        known = self._typefaces.get(font.objgen) if font.is_indirect else None
        if known is None:
            known = self._typefaces[font.objgen] = read_typeface(font)
        return known

    def count(self, typeface: Typeface, blanks: int) -> None:
        """Note that a font was used, and how many empty boxes it printed."""
        before = self._fonts.get(typeface.name, Font(name=typeface.name, embedded=True))
        self._fonts[typeface.name] = replace(
            before,
            embedded=before.embedded and typeface.embedded,
            blanks=before.blanks + blanks,
        )


class _PageReader:
    """Goes through the instructions of one page.

    Attributes:
        found: What was shown so far, by the number of its mark.
    """

    def __init__(self, pages: Pages) -> None:
        self.found: dict[int, Shown] = {}
        self._pages = pages
        self._drawn: dict[int, Any] = {}  # what figures draw, as digests
        self._marks: list[int] = []
        self._typeface = UNNAMED
        self._size = 0.0
        self._top = 0.0
        self._scale = 1.0

    def read(self, stream: PdfObject, resources: PdfObject, deep: int) -> None:
        """Go through instructions; `deep` is how many forms may still stand within forms."""
        acts: Mapping[str, Callable[[PdfObject], None]] = {
            "BDC": partial(self._begin, resources),
            "BMC": partial(self._begin, resources),
            "EMC": self._end,
            "Tf": partial(self._set_font, resources),
            "Tm": self._place,
            "Td": self._move,
            "TD": self._move,
            "Tj": self._show,
            "'": self._show,
            '"': lambda operands: self._show(operands[2:]),
            "TJ": lambda operands: self._show(operands[0]),
            "Do": partial(self._draw, resources, deep),
        }
        for instruction in pikepdf.parse_content_stream(stream):
            operator, operands = str(instruction.operator), instruction.operands
            if operator in acts:
                acts[operator](operands)
            elif operator in PATHS and self._mark in self._drawn:
                self._drawn[self._mark].update(operator.encode() + _numbers(operands))

    def finished(self) -> Mapping[int, Shown]:
        """Give what was found; figures without a picture's bytes show what they draw."""
        for mark, drawn in self._drawn.items():
            shown = self.found[mark]
            if shown.digest is None and drawn.digest() != NOTHING:
                digest = drawn.hexdigest()
                self.found[mark] = replace(shown, digest=digest, media_type=DRAWING)
        return self.found

    def _begin(self, resources: PdfObject, operands: PdfObject) -> None:
        mark = _mark(operands, resources, self._mark)
        self._marks.append(mark)
        self.found.setdefault(mark, Shown())
        if str(operands[0]) == "/Figure":
            self._drawn.setdefault(mark, sha256())

    def _end(self, _: PdfObject) -> None:
        if self._marks:
            self._marks.pop()

    @property
    def _mark(self) -> int:
        return self._marks[-1] if self._marks else UNMARKED

    def _set_font(self, resources: PdfObject, operands: PdfObject) -> None:
        font = resources.get("/Font", {}).get(str(operands[0]))
        self._typeface = self._pages.typeface(font) if font is not None else UNNAMED
        self._size = float(operands[1])

    def _place(self, operands: PdfObject) -> None:
        self._top, self._scale = float(operands[5]), abs(float(operands[3]))

    def _move(self, operands: PdfObject) -> None:
        self._top += float(operands[1]) * self._scale

    def _show(self, parts: PdfObject) -> None:
        shown = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        characters = tuple(self._typeface.read(shown))
        self._pages.count(self._typeface, sum(blank for _, blank in characters))
        before = self.found.get(self._mark, Shown())
        text = before.text + "".join(text for text, _ in characters)
        if before.top is None and characters:
            before = replace(before, top=self._top, size=self._size * self._scale)
        self.found[self._mark] = replace(before, text=text)

    def _draw(self, resources: PdfObject, deep: int, operands: PdfObject) -> None:
        drawn = resources.get("/XObject", {}).get(str(operands[0]))
        if drawn is None:
            return
        if drawn.get("/Subtype") == "/Image":
            digest, media_type = _picture(drawn)
            before = self.found.get(self._mark, Shown())
            self.found[self._mark] = replace(before, digest=digest, media_type=media_type)
        elif deep:
            self.read(drawn, drawn.get("/Resources", resources), deep - 1)


def _mark(operands: PdfObject, resources: PdfObject, around: int) -> int:
    """Give the number of a mark; one without a number belongs to that around it."""
    if str(operands[0]) == "/Artifact":
        return UNMARKED
    about = operands[1] if len(operands) > 1 else {}
    if isinstance(about, pikepdf.Name):
        about = resources.get("/Properties", {}).get(str(about), {})
    return int(about.get("/MCID", around))


def _picture(image: PdfObject) -> tuple[str, str]:
    filters = image.get("/Filter")
    last = filters[-1] if isinstance(filters, pikepdf.Array) and len(filters) else filters
    data = image.read_raw_bytes()
    return sha256(data).hexdigest(), MEDIA_TYPES.get(str(last), RAW)


def _numbers(operands: PdfObject) -> bytes:
    return b"".join(f" {float(number):.3f}".encode() for number in operands)
