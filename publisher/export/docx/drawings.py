"""Pictures in a line of text, as DrawingML."""

from dataclasses import dataclass

from docx.shared import Inches

from publisher.export.docx.elements import element, w
from publisher.export.docx.inlines import said_in
from publisher.export.docx.setting import Setting
from publisher.readers.word.elements import NAMESPACES, Element
from publisher.render.edition import Picture
from publisher.render.images import fit, rasterise

OURS = "_picture_"  # begins the name of a picture that stands for no segment
LONGEST = 1600  # pixels; some 270 to the inch across a column
PIXEL = Inches(1) // 96  # of a picture that is smaller than the column
SVG = "image/svg+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Width and height on paper, in English Metric Units (914,400 to the inch)."""

    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a document says of a picture: its name there, and its text alternative.

    Attributes:
        language: BCP 47 tag of the alternative; empty where it is the edition's.
    """

    name: str
    alternative: str
    language: str = ""


def set_picture(picture: Picture, words: Words, setting: Setting) -> Element:
    """Set a picture as large as the page allows; a photograph no larger than its pixels allow."""
    room = min(setting.page.width / picture.width, setting.page.tallest / picture.height)
    unit = room if picture.media_type == SVG else min(room, PIXEL)
    return _run(picture, _size(picture, unit), words, setting)


def set_small(picture: Picture, width: int, words: Words, setting: Setting) -> Element:
    """Set a picture in a width, in English Metric Units, and no higher than that."""
    unit = min(width / picture.width, width / picture.height)
    return _run(picture, _size(picture, unit), words, setting)


def set_mark(picture: Picture, words: Words, setting: Setting) -> Element:
    """Set a small drawing in its own size."""
    return _run(picture, _size(picture, PIXEL), words, setting)


def _size(picture: Picture, unit: float) -> Size:
    return Size(width=round(picture.width * unit), height=round(picture.height * unit))


def _run(picture: Picture, size: Size, words: Words, setting: Setting) -> Element:
    relationship = setting.picture(_pixels(picture, setting))
    number = str(setting.next_drawing())
    properties = w("rPr", *(said_in(words.language, setting) if words.language else ()))
    drawing = w("drawing", _inline(relationship, number, size, words))
    return w("r", *([properties] if len(properties) else ()), drawing)


def _pixels(picture: Picture, setting: Setting) -> Picture:
    if picture.media_type != SVG:
        return fit(picture, LONGEST)
    width = round(LONGEST * min(1, picture.width / picture.height))
    return rasterise(picture, width, setting.fonts)


def _inline(relationship: str, number: str, size: Size, words: Words) -> Element:
    extent = {"cx": str(size.width), "cy": str(size.height)}
    return element(
        "wp:inline",
        element("wp:extent", **extent),
        element("wp:docPr", id=number, name=words.name, descr=words.alternative),
        element("wp:cNvGraphicFramePr", element("a:graphicFrameLocks", noChangeAspect="1")),
        element("a:graphic", _graphic(relationship, number, size, words)),
        distT="0",
        distB="0",
        distL="0",
        distR="0",
    )


def _graphic(relationship: str, number: str, size: Size, words: Words) -> Element:
    extent = {"cx": str(size.width), "cy": str(size.height)}
    about = element("pic:cNvPr", id=number, name=words.name, descr=words.alternative)
    fill = element(
        "pic:blipFill",
        element("a:blip", r_embed=relationship),
        element("a:stretch", element("a:fillRect")),
    )
    frame = element("a:xfrm", element("a:off", x="0", y="0"), element("a:ext", **extent))
    shape = element("a:prstGeom", element("a:avLst"), prst="rect")
    picture = element(
        "pic:pic",
        element("pic:nvPicPr", about, element("pic:cNvPicPr")),
        fill,
        element("pic:spPr", frame, shape),
    )
    return element("a:graphicData", picture, uri=NAMESPACES["pic"])
