"""How the letters of a run look: by its own properties, its character style, its paragraph's."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from types import MappingProxyType
from typing import Any

from publisher.readers.word.elements import OFF, Element, name_of, qualified, value_of
from publisher.readers.word.names import Use, use_of
from publisher.readers.word.row import Look
from publisher.readers.word.styles import Styles

TOGGLES: Mapping[str, str] = MappingProxyType(
    {
        "b": "bold",
        "i": "italic",
        "caps": "capitals",
        "strike": "struck",
        "dstrike": "struck",
        "vanish": "hidden",
        "rtl": "rightward",
        "bCs": "bold_rightward",
        "iCs": "italic_rightward",
    }
)
SIZE = re.compile("[0-9]{1,5}")
LEAST_RAISED = 2  # half points
VAL = qualified("w:val")
NATURAL = {"strong": {"bold": True}, "emphasis": {"italic": True}}  # where the file has them not
FONT_ATTRIBUTES = ("w:ascii", "w:hAnsi", "w:cs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """How letters look; `size` is in half points, 0 where it is not said.

    Letters that run from right to left have a boldness and a slant of their own.
    """

    bold: bool = False
    italic: bool = False
    bold_rightward: bool = False
    italic_rightward: bool = False
    rightward: bool = False
    underlined: bool = False
    capitals: bool = False
    struck: bool = False
    hidden: bool = False
    size: int = 0
    position: str = ""
    language: str = ""
    language_rightward: str = ""
    font: str = ""
    code: bool = False

    @property
    def is_bold(self) -> bool:
        """Whether they are set in bold."""
        return self.bold_rightward if self.rightward else self.bold

    @property
    def is_italic(self) -> bool:
        """Whether they are set in italics."""
        return self.italic_rightward if self.rightward else self.italic

    def upon(self, base: "Letters", href: str) -> Look:
        """Say how a piece looks among letters that look like `base`."""
        return Look(
            href=href,
            language=self.language_rightward if self.rightward else self.language,
            strong=self.is_bold and not base.is_bold,
            emphasis=self.is_italic != base.is_italic,
            position=self.position,
            code=self.code,
        )


@dataclass(slots=True)
class Type:
    """Knows how the letters of each style look.

    Attributes:
        styles: Of the file.
    """

    styles: Styles
    _bases: dict[str, Letters] = field(default_factory=dict)
    _styled: dict[tuple[str, str], Letters] = field(default_factory=dict)

    def base(self, paragraph: str) -> Letters:
        """Say how letters look in paragraphs of a style."""
        if paragraph not in self._bases:
            self._bases[paragraph] = self._through(self._defaults(), paragraph)
        return self._bases[paragraph]

    def letters(self, paragraph: str, properties: Element | None) -> Letters:
        """Say how a run with these `w:rPr` looks in a paragraph of a style."""
        if properties is None:
            return self.base(paragraph)
        key = (paragraph, value_of(properties, "rStyle"))
        if key not in self._styled:
            self._styled[key] = self._in_style(*key)
        return _with(self._styled[key], properties)

    def _in_style(self, paragraph: str, style: str) -> Letters:
        base = self.base(paragraph)
        if not style:
            return base
        name = self.styles.name(style) or style
        named = use_of(name)
        letters = replace(
            self._through(base, style), code=named is not None and named.use is Use.CODE
        )
        natural: dict[str, Any] = NATURAL.get(name.lower(), {}) if letters == base else {}
        return replace(letters, **natural)

    def _through(self, letters: Letters, style: str) -> Letters:
        path = qualified("w:rPr")
        properties = [one.find(path) for one in self.styles.chain(style)]
        return reduce(_with, [one for one in reversed(properties) if one is not None], letters)

    def _defaults(self) -> Letters:
        root = self.styles.root
        path = "/".join(map(qualified, ("w:docDefaults", "w:rPrDefault", "w:rPr")))
        found = None if root is None else root.find(path)
        return Letters() if found is None else _with(Letters(), found)


def _with(letters: Letters, properties: Element) -> Letters:
    changes: dict[str, Any] = {}
    for one in properties:
        name = name_of(one)
        if name in TOGGLES:
            changes[TOGGLES[name]] = one.get(VAL, "1") not in OFF
        else:
            changes |= _other(name, one)
    return replace(letters, **changes) if changes else letters


def _raised(by: int) -> str:
    return "superscript" if by > 0 else "subscript"


def _other(name: str, one: Element) -> dict[str, Any]:
    value = str(one.get(VAL, ""))
    match name:
        case "u":
            return {"underlined": value not in OFF}
        case "sz":
            return {"size": int(value)} if SIZE.fullmatch(value) else {}
        case "vertAlign":
            return {"position": value if value in {"superscript", "subscript"} else ""}
        case "position":  # how LibreOffice raises the letters of web pages
            raised = int(value) if SIZE.fullmatch(value.removeprefix("-")) else 0
            return {"position": _raised(raised)} if abs(raised) >= LEAST_RAISED else {}
        case "lang":
            written = {"language": value, "language_rightward": one.get(qualified("w:bidi"), "")}
            return {key: text for key, text in written.items() if text}
        case "rFonts":
            fonts = (str(one.get(qualified(attribute), "")) for attribute in FONT_ATTRIBUTES)
            font = next(filter(None, fonts), "")
            return {"font": font} if font else {}
        case _:
            return {}
