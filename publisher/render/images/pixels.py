"""Pixels: opening, turning upright, bringing to 8-bit sRGB, resizing and encoding them."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageCms, ImageFile, ImageOps

from publisher.errors import ArticleError

MOST_PIXELS = 200_000_000
Image.MAX_IMAGE_PIXELS = MOST_PIXELS  # Pillow's own limit is lower, and has no other door

QUALITY = 85  # of JPEGs that go into an edition
MASTER_QUALITY = 95  # of JPEGs that will be encoded once more when they are fitted
FEW_COLOURS = 256

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
SCREEN_MODES = {"L", "LA", "RGB", "RGBA"}
EIGHT_BITS = 256.0


@contextmanager
def decoding(where: str) -> Iterator[None]:
    """Turn whatever a decoder raises into an error for the user.

    A damaged picture is never completed in grey, although WeasyPrint tells Pillow to do so as soon
    as it is imported.
    """
    lenient = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about metadata, which is not read here
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except ArticleError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(where) from error
    except Exception as error:  # a hostile file makes decoders raise anything
        raise ArticleError(
            f"the picture cannot be read: {error}",
            where=where,
            hint="the file is damaged or incomplete; export it again as JPEG or PNG",
        ) from error
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def open_pixels(data: bytes, kind: str, where: str) -> Image.Image:
    """Open a picture of a kind that Pillow knows by that name; its pixels are not read yet.

    Raises:
        ArticleError: It has too many pixels.
    """
    image = Image.open(BytesIO(data), formats=(kind,))
    require_size(image.size, where)
    return image


def require_size(size: tuple[int, int], where: str) -> None:
    """Refuse a size, width and height, that no page needs and no memory holds.

    Raises:
        ArticleError: It has too many pixels.
    """
    if size[0] * size[1] > MOST_PIXELS:
        raise _too_large(where)


def _too_large(where: str) -> ArticleError:
    return ArticleError(
        f"the picture has more than {MOST_PIXELS // 1_000_000} million pixels",
        where=where,
        hint="make it smaller; 20 million pixels are enough for any page",
    )


def turn(image: Image.Image, orientation: int) -> Image.Image:
    """Set a picture upright, by its EXIF orientation."""
    return image.transpose(TURNS[orientation]) if orientation in TURNS else image


def turn_by_itself(image: Image.Image) -> Image.Image:
    """Set a picture upright by the EXIF data that Pillow finds in it."""
    return ImageOps.exif_transpose(image)


def is_srgb(image: Image.Image) -> bool:
    """Whether a picture's colours are those that a screen expects without being told."""
    profile = image.info.get("icc_profile")
    if image.mode not in {*SCREEN_MODES, "P", "1"}:
        return False
    if not profile:
        return True
    try:
        opened = ImageCms.ImageCmsProfile(BytesIO(profile))
        return "sRGB" in ImageCms.getProfileDescription(opened)
    except (ImageCms.PyCMSError, OSError):
        return True  # a profile that nobody can read changes no colour


def to_srgb(image: Image.Image) -> Image.Image:
    """Bring a picture to 8 bits a sample and sRGB; what is transparent stays so.

    Raises:
        ValueError: Its pixels are of a kind that has no colours, such as floating-point numbers.
    """
    image.load()
    srgb = is_srgb(image)
    plain = _plain_mode(image)
    if not srgb and plain.info.get("icc_profile"):
        plain = _convert_colours(plain, plain.info["icc_profile"])
    elif plain.mode not in SCREEN_MODES:
        plain = plain.convert("RGB")
    plain.info = {}  # Pillow would write some of it into the next file
    return plain


def _plain_mode(image: Image.Image) -> Image.Image:
    """Give a picture in a mode with one number a sample and 8 bits."""
    if image.mode.startswith("I;16"):
        return image.point(lambda value: value / EIGHT_BITS).convert("L")
    if image.mode in {"I", "F"}:
        raise ValueError("its pixels are numbers beyond 16 bits")
    if image.mode == "1":
        return image.convert("L")
    if image.mode in {"P", "PA"} or "transparency" in image.info:
        transparent = image.mode == "PA" or "transparency" in image.info
        return image.convert("RGBA" if transparent else "RGB")
    return image.copy()


def _convert_colours(image: Image.Image, profile: bytes) -> Image.Image:
    alpha = image.getchannel("A") if image.mode in {"LA", "RGBA"} else None
    colours = image.convert(image.mode.removesuffix("A")) if alpha else image
    try:
        converted = ImageCms.profileToProfile(
            colours, BytesIO(profile), SRGB, INTENT, outputMode="RGB", flags=FLAGS
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        converted = None  # the profile is broken, or for other pixels than these
    converted = converted or colours.convert("RGB")
    if alpha:
        converted.putalpha(alpha)
    return converted


def is_drawing(image: Image.Image) -> bool:
    """Whether PNG suits a picture better than JPEG: it is see-through, or has few colours."""
    if image.mode in {"LA", "RGBA"} and image.getchannel("A").getextrema() != (255, 255):
        return True
    return image.getcolors(FEW_COLOURS) is not None


def shrink(image: Image.Image, longest: int) -> Image.Image:
    """Make a picture smaller so that its longest side is `longest` pixels."""
    if image.format == "JPEG":
        image.draft(None, (longest, longest))  # decodes to a fraction at once
    small = to_srgb(image)
    small.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return small


def encode(image: Image.Image, kind: str, quality: int = QUALITY) -> bytes:
    """Encode as `JPEG` or `PNG`, without metadata."""
    target = BytesIO()
    if kind == "JPEG":
        opaque = image.convert(image.mode.removesuffix("A"))
        # Full colour resolution: letters in graphics stay sharp.
        opaque.save(target, "JPEG", quality=quality, subsampling=0, optimize=True)
    else:
        image.save(target, "PNG", optimize=True)
    return target.getvalue()
