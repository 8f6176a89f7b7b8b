"""Drawing an SVG as pixels, with the fonts that are given and no others."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import ImageFont
from resvg_py import svg_to_bytes

from publisher.errors import UsageError


def require_font(data: bytes, where: str) -> None:
    """Refuse a font file that cannot be read; `where` is its name for the error.

    Raises:
        UsageError: It is damaged, or no font.
    """
    try:
        ImageFont.truetype(BytesIO(data))
    except OSError as error:
        raise UsageError(
            f"the font cannot be read: {error}", where=where, hint="put a TrueType font there"
        ) from error


def draw(svg: bytes, width: int, fonts: tuple[bytes, ...]) -> bytes:
    """Draw an SVG as a PNG.

    Args:
        svg: A safe SVG file.
        width: In pixels; the height follows.
        fonts: Font files; the first whose name says Sans, else the first of all, stands for
            every family that is not there.

    Raises:
        ValueError: It cannot be drawn.
    """
    families = [str(ImageFont.truetype(BytesIO(font)).getname()[0]) for font in fonts]
    family = next((name for name in families if "Sans" in name), next(iter(families), None))
    with TemporaryDirectory() as folder:  # the program takes fonts as files only
        return svg_to_bytes(
            svg_string=svg.decode("utf-8-sig"),
            width=width,
            skip_system_fonts=True,
            font_files=_write(fonts, Path(folder)),
            font_family=family,
            serif_family=family,  # which also stands for a family that is not there
            sans_serif_family=family,
            monospace_family=family,
        )


def _write(fonts: tuple[bytes, ...], folder: Path) -> list[str]:
    paths = [folder / f"{number}.ttf" for number in range(len(fonts))]
    for path, font in zip(paths, fonts, strict=True):
        path.write_bytes(font)
    return [str(path) for path in paths]
