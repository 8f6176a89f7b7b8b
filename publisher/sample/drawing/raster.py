"""An SVG drawing as a JPEG photograph that carries its rights."""

from io import BytesIO

from PIL import Image
from resvg_py import svg_to_bytes

from publisher.sample.drawing.metadata import Description, app13, xmp
from publisher.sample.drawing.typesetting import Fonts

PIXELS_WIDE = 1800
PIXELS_PER_INCH = 300
QUALITY = 88


def rasterise(drawing: bytes, fonts: Fonts, pixels_wide: int = PIXELS_WIDE) -> bytes:
    """Paint an SVG drawing as PNG with the given fonts alone, whatever the machine has."""
    return svg_to_bytes(
        svg_string=drawing.decode(),
        width=pixels_wide,
        skip_system_fonts=True,
        font_files=[str(fonts.regular), str(fonts.semibold)],
    )


def to_jpeg(drawing: bytes, description: Description, fonts: Fonts) -> bytes:
    """Paint an SVG drawing as JPEG, `PIXELS_WIDE` wide, with IPTC and XMP and without EXIF."""
    target = BytesIO()
    with Image.open(BytesIO(rasterise(drawing, fonts))) as picture:
        picture.convert("RGB").save(
            target,
            "JPEG",
            quality=QUALITY,
            subsampling="4:4:4",  # coloured type frays when colour is halved
            optimize=True,
            dpi=(PIXELS_PER_INCH, PIXELS_PER_INCH),
            extra=app13(description),
            xmp=xmp(description),
        )
    return target.getvalue()
