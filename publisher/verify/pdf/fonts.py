"""The fonts of a PDF: which characters their codes stand for, and which codes print nothing.

Source: ISO 32000-1, 9.6 (simple fonts), 9.7 (composite fonts), 9.10 (extraction of text).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from types import MappingProxyType
from typing import Any

from publisher.verify.typefaces import name_and_glyphs

UNKNOWN = "\ufffd"
SUBSET = re.compile(r"[A-Z]{6}\+")
SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
PART = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
EMPTY_BOX = 0  # the glyph .notdef
LARGEST_RANGE = 0x10000


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeface:
    """A font as far as reading needs it.

    Attributes:
        name: The PostScript name that the embedded font gives itself, else that of the PDF.
        embedded: Whether the file holds it.
        width: Bytes of a code.
        characters: What a code stands for.
        glyphs: How many the font has; 0 where that is not known.
        identity: Whether codes are numbers of glyphs.
    """

    name: str
    embedded: bool
    width: int
    characters: Mapping[int, str]
    glyphs: int = 0
    identity: bool = False

    def read(self, shown: bytes) -> Iterator[tuple[str, bool]]:
        """Give each character of a shown string, and whether it is printed as an empty box."""
        for at in range(0, len(shown), self.width):
            code = int.from_bytes(shown[at : at + self.width], "big")
            yield self.characters.get(code, UNKNOWN), self._is_blank(code)

    def _is_blank(self, code: int) -> bool:
        return self.identity and (code == EMPTY_BOX or 0 < self.glyphs <= code)


UNNAMED = Typeface(name="unnamed", embedded=False, width=1, characters={})
"""Stands for a font that a page names and does not have."""


def read_typeface(font: Any) -> Typeface:  # noqa: ANN401 -- whatever a PDF holds
    """Read a font dictionary."""
    composite = font.get("/Subtype") == "/Type0"
    inner = font.DescendantFonts[0] if composite else font
    descriptor = inner.get("/FontDescriptor", {})
    files = [
        descriptor[key] for key in ("/FontFile2", "/FontFile3", "/FontFile") if key in descriptor
    ]
    name, glyphs = name_and_glyphs(files[0].read_bytes()) if files else ("", 0)
    stream = font.get("/ToUnicode")
    return Typeface(
        name=name or _stated_name(font),
        embedded=bool(files) or font.get("/Subtype") == "/Type3",
        width=2 if composite else 1,
        characters=read_characters(stream.read_bytes()) if stream is not None else _latin(font),
        glyphs=glyphs,
        identity=composite and inner.get("/CIDToGIDMap", "/Identity") == "/Identity",
    )


def _stated_name(font: Any) -> str:  # noqa: ANN401 -- whatever a PDF holds
    stated = str(font.get("/BaseFont", font.get("/Name", "/unnamed")))
    return SUBSET.sub("", stated.removeprefix("/")).strip(",")


def _latin(font: Any) -> Mapping[int, str]:  # noqa: ANN401 -- whatever a PDF holds
    """Give what the printable codes of a simple font of one of the usual encodings stand for."""
    usual = font.get("/Encoding") in {"/WinAnsiEncoding", "/MacRomanEncoding"}
    return {code: chr(code) for code in range(0x20, 0x7F)} if usual else {}


def read_characters(stream: bytes) -> Mapping[int, str]:
    """Read a `ToUnicode` map.

    >>> dict(read_characters(b"1 beginbfchar <0015> <00660066> endbfchar"))
    {21: 'ff'}
    >>> dict(read_characters(b"1 beginbfrange <01> <02> <0041> endbfrange"))
    {1: 'A', 2: 'B'}
    """
    found: dict[int, str] = {}
    for kind, section in SECTION.findall(stream):
        parts = PART.findall(section)
        found.update(_single(parts) if kind == b"bfchar" else _ranges(parts))
    return MappingProxyType(found)


def _single(parts: list[tuple[bytes, bytes, bytes]]) -> Iterator[tuple[int, str]]:
    for code, text in zip(parts[::2], parts[1::2], strict=False):
        yield int(code[0] or b"0", 16), _text(text[0])


def _ranges(parts: list[tuple[bytes, bytes, bytes]]) -> Iterator[tuple[int, str]]:
    rest = iter(parts)
    for first, last, target in zip(rest, rest, rest, strict=False):
        start, end = int(first[0] or b"0", 16), int(last[0] or b"0", 16)
        codes = range(start, min(end + 1, start + LARGEST_RANGE))
        if target[1]:
            listed = tuple(takewhile(lambda one: not one[2], rest))
            yield from zip(codes, (_text(one[0]) for one in listed), strict=False)
        else:
            text = _text(target[0])
            yield from (
                (code, text[:-1] + chr(ord(text[-1]) + code - start)) for code in codes if text
            )


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")
