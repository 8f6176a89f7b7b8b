"""What a drawing holds: pictures, boxes of text, charts and diagrams, in the order of the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.readers.word.elements import BOX, CHOICES, Element, name_of, qualified

LINK, EMBED, ID = (qualified(f"r:{name}") for name in ("link", "embed", "id"))
DIAGRAM = qualified("r:dm")
OLD_ID = "{urn:schemas-microsoft-com:office:office}relid"
OLD_HREF = qualified("r:href")
IS_RULE = "{urn:schemas-microsoft-com:office:office}hr"
SIDES = ("l", "t", "r", "b")
FILE_NAME = re.compile(
    r"[^\n]{0,200}\.(?:jpe?g|png|gif|tiff?|bmp|webp|svg|emf|wmf|heic)", re.IGNORECASE
)
VECTOR = frozenset({"shape", "rect", "roundrect", "oval", "group", "line"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Something that is drawn.

    Attributes:
        kind: `picture`, `box`, `chart`, `diagram`, `words` or `rule`.
        id: Of the relationship to the part that holds it; `link` is that to a file outside.
        alt: The text alternative.
        text: The words of letters that are drawn.
        element: A box.
        floating: Whether the text runs around it.
        cropped: Whether a part of it is hidden.
    """

    kind: str
    id: str = ""
    link: str = ""
    alt: str = ""
    text: str = ""
    element: Element | None = None
    floating: bool = False
    cropped: bool = False


def drawn(drawing: Element) -> tuple[Drawn, ...]:
    """List what a drawing holds; what stands in its boxes is not looked at.

    A picture has the alternative of its own, or the drawing's where it is the only one.
    """
    found = tuple(_drawn(drawing))
    if sum(one.kind == "picture" for one in found) > 1:
        return found
    alt = _alt_of_drawing(drawing)
    return tuple(_with_alt(one, alt) if one.kind == "picture" and alt else one for one in found)


def _with_alt(one: Drawn, alt: str) -> Drawn:
    return Drawn(
        kind=one.kind,
        id=one.id,
        link=one.link,
        alt=alt,
        floating=one.floating,
        cropped=one.cropped,
    )


def _drawn(drawing: Element) -> Iterator[Drawn]:
    floating = False
    for element in _inside(drawing):
        floating = floating or name_of(element) == "anchor"
        if name_of(element) in {"blip", "imagedata"}:
            yield _picture(element, floating=floating or _floats(element))
        elif other := _other(element):
            yield other


def _other(element: Element) -> Drawn | None:
    match name_of(element):
        case "txbxContent":
            return Drawn(kind="box", element=element)
        case "chart":
            return Drawn(kind="chart", id=str(element.get(ID, "")))
        case "relIds":
            return Drawn(kind="diagram", id=str(element.get(DIAGRAM, "")))
        case "textpath":
            return Drawn(kind="words", text=str(element.get("string", "")))
        case name if name in VECTOR and element.get(IS_RULE):
            return Drawn(kind="rule")
        case _:
            return None


def _inside(drawing: Element) -> Iterator[Element]:
    """Go through a drawing; of several choices only through the first, and not into boxes."""
    ahead = [drawing]
    while ahead:
        element = ahead.pop()
        yield element
        name = name_of(element)
        if name == CHOICES:
            ahead += list(element)[:1]
        elif name != BOX:
            ahead += reversed(element)


def _picture(element: Element, *, floating: bool) -> Drawn:
    holder = element.getparent()
    crop = None if holder is None else holder.find(qualified("a:srcRect"))
    return Drawn(
        kind="picture",
        id=str(element.get(EMBED) or element.get(ID) or element.get(OLD_ID) or ""),
        link=str(element.get(LINK) or element.get(OLD_HREF) or ""),
        alt=_own_alt(element),
        floating=floating,
        cropped=crop is not None and any(crop.get(side, "0") not in {"", "0"} for side in SIDES),
    )


def _own_alt(element: Element) -> str:
    """Find the alternative that stands nearest above a picture."""
    for above in element.iterancestors():
        name = name_of(above)
        if name == "pic":
            found = above.find(f"{qualified('pic:nvPicPr')}/{qualified('pic:cNvPr')}")
            return "" if found is None else _alternative(found)
        if name in VECTOR:
            return _plain(str(above.get("alt", "")))
        if name in {"inline", "anchor", "drawing", "pict", "object"}:
            break
    return ""


def _alt_of_drawing(drawing: Element) -> str:
    for element in _inside(drawing):
        if element.tag == qualified("wp:docPr"):
            return _alternative(element)
    return ""


def _alternative(properties: Element) -> str:
    said = (_plain(str(properties.get(name, ""))) for name in ("descr", "title"))
    return next(filter(None, said), "")


def _plain(alt: str) -> str:
    """Give an alternative, unless it is only the name of a file, which tells nobody anything."""
    return "" if FILE_NAME.fullmatch(alt.strip()) else alt.strip()


def _floats(element: Element) -> bool:
    """Whether the text runs around an old drawing."""
    shape = element.getparent()
    style = "" if shape is None else str(shape.get("style", "")).replace(" ", "")
    return "position:absolute" in style
