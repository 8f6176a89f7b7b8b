"""What a picture file says of its picture, found without decoding the picture.

    metadata = read_metadata(data, "images/protest.jpg")
    metadata.rights.xmp                                # raw, as it stands in the file
    metadata.fault                                     # why the picture cannot be shown

A file whose picture is damaged, too large or unsafe still says what it shows and whose it is.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from types import MappingProxyType

from publisher.errors import ArticleError
from publisher.render.images import gif, jpeg, pixels, png, svg
from publisher.render.images.jpeg import BrokenError
from publisher.render.images.kinds import kind_of
from publisher.render.images.rights import Exif, Rights, read_exif, rights_of

NO_EXIF = Exif()
CHECKS = {"JPEG": jpeg.read, "PNG": png.read}


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a picture file says of its picture.

    Attributes:
        kind: `JPEG`, `PNG`, `SVG` and so on; empty where no kind is known.
        rights: IPTC data and XMP as they stand.
        exif: The words among its EXIF data.
        words: Words with a keyword of the format: `Title`, `Description`, `Author`, `Copyright`.
        fault: Why the picture cannot be shown, as far as that is told without decoding it.
    """

    kind: str = ""
    rights: Rights = field(default_factory=Rights)
    exif: Exif = NO_EXIF
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    fault: ArticleError | None = None


def read_metadata(data: bytes, where: str) -> Metadata:
    """Find what a picture file says; `where` is its path as a user knows it, for the fault."""
    try:
        kind = kind_of(data, where)
    except ArticleError as fault:
        return Metadata(fault=fault)
    return _read_drawing(data, where) if kind == "SVG" else _read_pixels(data, kind, where)


def _read_drawing(data: bytes, where: str) -> Metadata:
    fault: ArticleError | None = None
    try:
        svg.read_svg(data, where)
    except ArticleError as error:
        fault = error
    try:
        root = svg.parse(data, where)
    except ArticleError:
        return Metadata(kind="SVG", fault=fault)
    rights = Rights(xmp=svg.description_of(root))
    return Metadata(kind="SVG", rights=rights, words=svg.words_of(root), fault=fault)


def _read_pixels(data: bytes, kind: str, where: str) -> Metadata:
    rights, words, exif = Rights(), dict[str, str](), NO_EXIF
    with suppress(BrokenError):
        rights, words = _written(data, kind)
    fault: ArticleError | None = None
    try:
        with pixels.decoding(where):
            image = pixels.open_pixels(data, kind, where)
            exif = read_exif(image)
            rights = rights_of(image) if kind in {"TIFF", "WEBP"} else rights
            CHECKS.get(kind, len)(data)
    except ArticleError as error:
        fault = error
    return Metadata(kind=kind, rights=rights, exif=exif, words=words, fault=fault)


def _written(data: bytes, kind: str) -> tuple[Rights, dict[str, str]]:
    """Find what stands in a file of our own reading, however damaged its picture is."""
    match kind:
        case "JPEG":
            return jpeg.rights_of(data), {}
        case "PNG":
            return png.rights_of(data), png.words_of(data)
        case "GIF":
            return Rights(xmp=gif.xmp_of(data)), {}
        case _:
            return Rights(), {}
