"""What fonts call themselves."""

from functools import lru_cache
from io import BytesIO

from fontTools.ttLib import TTFont

from publisher.render.edition import Layout

POSTSCRIPT_NAME = 6  # in the `name` table
SUFFIXES = (".otf", ".ttf", ".woff", ".woff2")


def name_and_glyphs(font: bytes) -> tuple[str, int]:
    """Give a font's PostScript name and how many glyphs it has; nothing and 0 where it is damaged.

    Source: OpenType 1.9, `name` and `maxp`.
    """
    try:
        with TTFont(BytesIO(font), lazy=True) as opened:
            name = opened["name"].getDebugName(POSTSCRIPT_NAME) if "name" in opened else ""
            return name or "", opened["maxp"].numGlyphs
    except Exception:  # noqa: BLE001 -- a damaged font raises anything
        return "", 0


def fonts_of(layout: Layout) -> frozenset[str]:
    """Give the PostScript names of the fonts that a layout ships."""
    files = sorted(path for path in layout.files if path.lower().endswith(SUFFIXES))
    return _names(tuple(layout.files[path] for path in files))


@lru_cache(maxsize=4)
def _names(fonts: tuple[bytes, ...]) -> frozenset[str]:
    return frozenset(name for name, _ in map(name_and_glyphs, fonts) if name)
