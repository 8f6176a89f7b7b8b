"""Symbols that Word files draw with fonts in which each letter is another sign."""

import re
from collections.abc import Mapping
from types import MappingProxyType

UNKNOWN = "\ufffd"
HEXADECIMAL = re.compile("[0-9A-Fa-f]{1,6}")
OWN = 0xF000  # such fonts have their signs in a private area of Unicode, from here on

# From U+0020 on, by the fonts' own tables; a space stands for what has no character of its own.
SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
SYMBOL_UPPER = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
WINGDINGS: Mapping[int, str] = MappingProxyType(
    {
        0x22: "✂",
        0x28: "☎",
        0x2A: "✉",
        0x36: "⌛",
        0x3F: "✍",
        0x4A: "☺",
        0x4B: "😐",
        0x4C: "☹",
        0x4E: "☠",
        0x52: "☼",
        0x54: "❄",
        0x6C: "●",
        0x6E: "■",
        0x6F: "□",
        0x71: "❑",
        0x72: "❒",
        0x74: "⧫",
        0x75: "◆",
        0x76: "❖",
        0x77: "⬥",
        0x9F: "•",
        0xA1: "○",
        0xA7: "▪",
        0xA8: "◻",
        0xAA: "✦",
        0xAB: "★",
        0xD8: "➢",
        0xDC: "➲",
        0xDF: "←",
        0xE0: "→",
        0xE1: "↑",
        0xE2: "↓",
        0xE8: "➔",
        0xEF: "⇦",
        0xF0: "⇨",
        0xFB: "✗",
        0xFC: "✓",
        0xFD: "☒",
        0xFE: "☑",
    }
)


def _symbols() -> Mapping[int, str]:
    lower = dict(enumerate(SYMBOL, start=0x20))
    upper = dict(enumerate(SYMBOL_UPPER, start=0xA0))
    return MappingProxyType(lower | upper)


FONTS: Mapping[str, Mapping[int, str]] = MappingProxyType(
    {"symbol": _symbols(), "wingdings": WINGDINGS}
)


def symbol(font: str, code: int) -> str:
    """Give the character for a sign of a font; nothing where it is not known.

    >>> symbol("Symbol", 0xF0B7), symbol("Wingdings", 0xFC), symbol("Arial", 0x2013)
    ('•', '✓', '–')
    """
    table = FONTS.get(font.lower())
    if table is not None:
        return table.get(code - OWN if code >= OWN else code, "")
    private = 0xE000 <= code <= 0xF8FF  # noqa: PLR2004 -- the private area
    return "" if private or not 0x20 <= code <= 0x10FFFF or 0xD800 <= code < 0xE000 else chr(code)  # noqa: PLR2004


def code_of(text: str) -> int:
    """Read the code of a sign as a file writes it; 0, which is none, where it is not one."""
    return int(text, 16) if HEXADECIMAL.fullmatch(text) else 0


def spelled(text: str, font: str) -> str:
    """Replace the signs that a text draws with such a font; those that are not known stay."""
    if font.lower() not in FONTS or text.isascii():
        return text
    return "".join((symbol(font, ord(c)) or c) if OWN <= ord(c) <= OWN + 0xFF else c for c in text)
