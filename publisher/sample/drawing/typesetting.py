"""Measure text with the real fonts and break it into lines.

Lengths are in user units of the picture; the fonts' advance widths are exact at their own
thousand units per em, so that neither hinting nor the machine's text shaper has a say.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from publisher.errors import ArticleError, SystemComponentError

UNITS_PER_EM = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """The two weights that the graphics use, as font files.

    Raises:
        SystemComponentError: One of the files does not exist.
    """

    regular: Path
    semibold: Path

    def __post_init__(self) -> None:
        for path in (self.regular, self.semibold):
            if not path.is_file():
                raise SystemComponentError(
                    "a font of the graphics is missing",
                    where=str(path),
                    hint="the fonts ship with the layout “article”",
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """How a piece of text is set: size in units, colour, weight."""

    size: int
    fill: str
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of text as it is set, and its width in units."""

    text: str
    style: Type
    width: float


def set_line(text: str, style: Type, fonts: Fonts) -> Line:
    """Measure `text` on one line."""
    face = _load(fonts.semibold if style.bold else fonts.regular)
    return Line(text=text, style=style, width=face.getlength(text) * style.size / UNITS_PER_EM)


def break_lines(text: str, measure: float, style: Type, fonts: Fonts) -> tuple[Line, ...]:
    """Break `text` at its spaces into as few lines as fit `measure`, as even as possible.

    A no-break space is no place to break, nor is the space after a word of one letter.

    Raises:
        ArticleError: A word, with the letter before it, is wider than `measure`.
    """
    words = _keep_letters(text.split(" "))
    best = [_Setting(lines=(), squares=0)]  # best[n] sets the first n words
    for end in range(1, len(words) + 1):
        settings = [
            _Setting(lines=(*best[start].lines, line), squares=best[start].squares + line.width**2)
            for start in range(end)
            if (line := set_line(" ".join(words[start:end]), style, fonts)).width <= measure
        ]
        if not settings:
            raise ArticleError(
                f"the word {words[end - 1]!r} is wider than {measure:g} units",
                hint="shorten the label, or give it a wider place",
            )
        best.append(min(settings, key=lambda setting: (len(setting.lines), setting.squares)))
    return best[-1].lines


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """Words set in lines; of settings in as many lines, the even one has the least squares."""

    lines: tuple[Line, ...]
    squares: float


def _keep_letters(words: list[str]) -> list[str]:
    kept: list[str] = []
    for word in words:
        last = kept[-1].rpartition(" ")[2] if kept else ""
        if last.isalpha() and len(last) == 1:
            kept[-1] = f"{kept[-1]} {word}"
        else:
            kept.append(word)
    return kept


@lru_cache
def _load(path: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, UNITS_PER_EM, layout_engine=ImageFont.Layout.BASIC)
