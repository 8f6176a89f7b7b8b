"""Pictures made ready for every format.

    picture = load_picture(data, "images/map.sr-Latn.svg", where="articles/…/map.sr-Latn.svg")
    smaller = fit(picture, longest=1600)               # never larger; an SVG stays as it is
    pixels = rasterise(picture, 1600, fonts)           # an SVG as PNG, with these fonts only

A loaded picture is a JPEG, a PNG or a safe SVG, upright and in sRGB. What a camera left in it (EXIF
with places, serial numbers and thumbnails) is gone; IPTC data and XMP, where the rights stand, are
kept, also by `fit`. A JPEG or PNG that needs none of this passes byte for byte. Pictures of the
same name are the same picture.
"""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from publisher.render.edition import Picture
from publisher.render.images import gif, jpeg, pixels, png
from publisher.render.images.drawing import draw
from publisher.render.images.kinds import kind_of
from publisher.render.images.rights import Rights, exif_rights, rights_of
from publisher.render.images.svg import read_svg

__all__ = ["fit", "load_picture", "rasterise"]

SVG = "image/svg+xml"
KINDS = {"JPEG": "image/jpeg", "PNG": "image/png"}
SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", SVG: ".svg"}

UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
LONGEST_STEM = 60
EIGHT_BITS = 8  # of a sample; what has more is brought to this
KEPT_RESULTS = 32  # pictures of one article, which every language and format asks for again


def load_picture(data: bytes, name: str, *, where: str = "") -> Picture:
    """Read a picture file of any usual kind, which its content tells and not its suffix.

    Args:
        data: The file.
        name: Its path within the article's folder; the picture's own name is made from it.
        where: Its path as a user knows it, for errors.

    Raises:
        ArticleError: The picture is damaged, unsafe, too large, or of a kind that is not known.
    """
    where = where or name
    kind = kind_of(data, where)
    with pixels.decoding(where):
        picture = _load(data, kind, where)
    return replace(picture, name=_name(name, picture))


def _load(data: bytes, kind: str, where: str) -> Picture:
    match kind:
        case "SVG":
            drawing = read_svg(data, where)
            return _picture(drawing.data, SVG, (drawing.width, drawing.height))
        case "JPEG":
            return _load_jpeg(data, where)
        case "PNG":
            return _load_png(data, where)
        case _:
            return _load_other(data, kind, where)


def _load_jpeg(data: bytes, where: str) -> Picture:
    stripped, orientation = jpeg.strip(data), jpeg.orientation(data)
    labels = jpeg.labels_of(data)
    if not labels:
        labels = jpeg.labels_for(exif_rights(pixels.open_pixels(data, "JPEG", where)))
        stripped = jpeg.insert(stripped, labels) if labels else stripped
    image = pixels.open_pixels(stripped, "JPEG", where)
    if orientation == 1 and pixels.is_srgb(image):
        size = image.size
        image.draft(None, (1, 1))  # a fraction of the pixels shows as well that all are there
        image.load()
        return _picture(stripped, KINDS["JPEG"], size)
    image = pixels.turn(pixels.to_srgb(image), orientation)
    encoded = pixels.encode(image, "JPEG", pixels.MASTER_QUALITY)
    return _picture(jpeg.insert(encoded, labels), KINDS["JPEG"], image.size)


def _load_png(data: bytes, where: str) -> Picture:
    stripped, orientation = png.strip(data), png.orientation(data)
    labels = png.labels_of(data)
    if not labels:
        labels = png.labels_for(exif_rights(pixels.open_pixels(data, "PNG", where)))
        stripped = png.insert(stripped, labels) if labels else stripped
    image = pixels.open_pixels(stripped, "PNG", where)
    if orientation == 1 and pixels.is_srgb(image) and png.depth(data) <= EIGHT_BITS:
        image.load()
        return _picture(stripped, KINDS["PNG"], image.size)
    image = pixels.turn(pixels.to_srgb(image), orientation)
    encoded = pixels.encode(image, "PNG")
    return _picture(png.insert(encoded, labels), KINDS["PNG"], image.size)


def _load_other(data: bytes, kind: str, where: str) -> Picture:
    opened = pixels.open_pixels(data, kind, where)
    image = pixels.to_srgb(pixels.turn_by_itself(opened))
    said = Rights(xmp=gif.xmp_of(data)) if kind == "GIF" else rights_of(opened)
    rights = said if said != Rights() else exif_rights(opened)
    if pixels.is_drawing(image):
        encoded = png.insert(pixels.encode(image, "PNG"), png.labels_for(rights))
        return _picture(encoded, KINDS["PNG"], image.size)
    encoded = pixels.encode(image, "JPEG", pixels.MASTER_QUALITY)
    encoded = jpeg.insert(encoded, jpeg.labels_for(rights))
    return _picture(encoded, KINDS["JPEG"], image.size)


def _picture(data: bytes, media_type: str, size: tuple[int, int], name: str = "") -> Picture:
    return Picture(name=name, media_type=media_type, data=data, width=size[0], height=size[1])


def _name(path: str, picture: Picture) -> str:
    """Name a picture by its path and content, in characters that every file system has."""
    letters = unicodedata.normalize("NFKD", PurePosixPath(path).stem)
    plain = UNSAFE.sub("-", letters.encode("ascii", "ignore").decode()).strip(".-_")
    digest = hashlib.sha256(path.encode() + b"\x00" + picture.data).hexdigest()[:8]
    return f"{plain[:LONGEST_STEM] or 'picture'}-{digest}{SUFFIXES[picture.media_type]}"


@lru_cache(maxsize=KEPT_RESULTS)
def fit(picture: Picture, longest: int) -> Picture:
    """Give a picture whose longest side is at most `longest` pixels; it keeps its name.

    A picture that is small enough, and an SVG, comes back as it is.
    """
    if picture.media_type == SVG or max(picture.width, picture.height) <= longest:
        return picture
    kind, labels = ("JPEG", jpeg) if picture.media_type == KINDS["JPEG"] else ("PNG", png)
    with pixels.decoding(picture.name):
        opened = pixels.open_pixels(picture.data, kind, picture.name)
        image = pixels.shrink(opened, longest)
        data = labels.insert(pixels.encode(image, kind), labels.labels_of(picture.data))
    return _picture(data, picture.media_type, image.size, picture.name)


def rasterise(picture: Picture, width: int, fonts: Sequence[bytes]) -> Picture:
    """Give an SVG as a PNG that is `width` pixels wide; any other picture is fitted to `width`.

    Args:
        picture: What to draw; its name gets the suffix `.png`.
        width: In pixels.
        fonts: Font files for its words; those of the machine are not used.

    Raises:
        ArticleError: It cannot be drawn, or would have too many pixels.
    """
    if picture.media_type != SVG:
        return fit(picture, width)
    return _rasterise(picture, width, tuple(fonts))


@lru_cache(maxsize=KEPT_RESULTS)
def _rasterise(picture: Picture, width: int, fonts: tuple[bytes, ...]) -> Picture:
    height = max(1, round(picture.height * width / picture.width))
    with pixels.decoding(picture.name):
        pixels.require_size((width, height), picture.name)
        data = draw(picture.data, width, fonts)
        size = pixels.open_pixels(data, "PNG", picture.name).size
    name = picture.name.removesuffix(SUFFIXES[SVG]) + SUFFIXES[KINDS["PNG"]]
    return _picture(data, KINDS["PNG"], size, name)
