"""SVG files: which are safe to hand on, and how large they are.

Refused is whatever runs, moves, or reaches outside the file. An animation would also make the
statement untrue that an edition holds nothing that flashes.
"""

import re
from dataclasses import dataclass

from lxml import etree

from publisher.errors import ArticleError

SVG = "http://www.w3.org/2000/svg"
XHTML = "http://www.w3.org/1999/xhtml"
XML = "http://www.w3.org/XML/1998/namespace"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

RUNNING = {"script", "handler", "listener"}
FOREIGN = {"foreignObject", "iframe", "object", "embed", "audio", "video", "canvas"}
MOVING = {"animate", "animateColor", "animateMotion", "animateTransform", "set", "discard"}

ADDRESS = re.compile(r"url\(\s*[\"']?\s*([^\"')]*)", re.IGNORECASE)
# An import, an escape that may spell one of the others, or a function that takes an address.
REACHING_STYLE = re.compile(r"@import|\\|\b(?:image|image-set|cross-fade|src)\(", re.IGNORECASE)
HELD = re.compile(r"#|data:image/(?:png|jpe?g|gif|webp)[;,]", re.IGNORECASE)

LENGTH = re.compile(r"\s*(\d*\.?\d+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|)\s*", re.IGNORECASE)
UNITS = {"": 1, "px": 1, "pt": 96 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4}
LONGEST = 16_000_000  # bytes; the elements of such a file take thirty times as much memory
LARGEST = 100_000  # pixels; a drawing has no size of its own, so this is a mistake or worse


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A safe SVG file, without a document type, and its size in CSS pixels."""

    data: bytes
    width: int
    height: int


def read_svg(data: bytes, where: str) -> Drawing:
    """Check an SVG file; it comes back unchanged but for a document type.

    Args:
        data: The file.
        where: The file's name, for errors.

    Raises:
        ArticleError: It is not SVG, reaches outside itself, runs or moves, or has no size.
    """
    root = parse(data, where)
    for node in (*root.itersiblings(preceding=True), *root.iter(), *root.itersiblings()):
        found = _offence(node)
        if found:
            raise ArticleError(
                f"the SVG picture holds {found}, which is not allowed",
                where=f"{where}:{node.sourceline}",
                hint="export it as a plain, still SVG with all its parts inside",
            )
    width, height = _size(root, where)
    if root.getroottree().docinfo.internalDTD is not None:
        data = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return Drawing(data=data, width=width, height=height)


def words_of(root: etree._Element) -> dict[str, str]:
    """Give the title and the description of a whole drawing."""
    keywords = {f"{{{SVG}}}title": "Title", f"{{{SVG}}}desc": "Description"}
    found: dict[str, str] = {}
    for child in root.iterchildren(*keywords):
        found.setdefault(keywords[str(child.tag)], "".join(map(str, child.itertext())))
    return found


def description_of(root: etree._Element) -> bytes:
    """Give the RDF among a drawing's metadata, as XMP has it; nothing where there is none."""
    described = root.iterfind(f".//{{{SVG}}}metadata//{{{RDF}}}RDF")
    return next((etree.tostring(one, encoding="utf-8", with_tail=False) for one in described), b"")


def parse(data: bytes, where: str) -> etree._Element:
    """Read XML without entities and network.

    Raises:
        ArticleError: It is not SVG, or very long.
    """
    if len(data) > LONGEST:
        raise ArticleError(
            f"the SVG picture is longer than {LONGEST // 1_000_000} million bytes",
            where=where,
            hint="simplify it, or save it as PNG",
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ArticleError(
            f"the SVG picture cannot be read: {error.msg}",
            where=f"{where}:{error.lineno or 1}",
            hint="open it in a drawing program and export it again",
        ) from error
    if root.tag != f"{{{SVG}}}svg":
        raise ArticleError(
            f"the file is XML, but not an SVG picture: its root is <{root.tag}>",
            where=where,
            hint=f'the root of an SVG picture is <svg xmlns="{SVG}">',
        )
    return root


def _offence(node: etree._Element) -> str:
    """Say what is wrong with a node, or nothing."""
    if isinstance(node, etree._Entity):  # noqa: SLF001 -- lxml has no public name for it
        return f"the entity &{node.name};"
    if isinstance(node, etree._ProcessingInstruction):  # noqa: SLF001 -- as above
        return "a link to a style sheet" if node.target == "xml-stylesheet" else ""
    if isinstance(node, etree._Comment):  # noqa: SLF001 -- as above
        return ""
    return _element_offence(node) or next(filter(None, map(_attribute_offence, *_pairs(node))), "")


def _pairs(node: etree._Element) -> tuple[list[str], list[str]]:
    return [str(name) for name in node.attrib], [str(value) for value in node.attrib.values()]


def _element_offence(node: etree._Element) -> str:
    name = etree.QName(node)
    if name.namespace == XHTML:
        return f"the HTML element <{name.localname}>"
    if name.localname in RUNNING:
        return "a script"
    if name.namespace != SVG:
        return ""  # a drawing program's own notes, which nothing draws
    if name.localname in FOREIGN:
        return f"foreign content in <{name.localname}>"
    if name.localname in MOVING:
        return f"an animation in <{name.localname}>"
    return _style_offence("".join(map(str, node.itertext()))) if name.localname == "style" else ""


def _attribute_offence(name: str, value: str) -> str:
    qualified = etree.QName(name)
    local = qualified.localname
    if local in {"href", "src"} or (local == "base" and qualified.namespace == XML):
        return "" if HELD.match(value.strip()) else f"a reference to {value[:80]!r}"
    if qualified.namespace:
        return ""
    if local.lower().startswith("on"):
        return f"the event handler {local}"
    return _style_offence(value) if local == "style" or "(" in value else ""


def _style_offence(css: str) -> str:
    for address in ADDRESS.findall(css):
        if not HELD.match(address):
            return f"a reference to {address[:80]!r}"
    reaching = REACHING_STYLE.search(css)
    return f"{reaching.group()!r} in a style" if reaching else ""


def _size(root: etree._Element, where: str) -> tuple[int, int]:
    width, height = _length(root.get("width")), _length(root.get("height"))
    box = _box(root.get("viewBox"))
    if box and not (width and height):
        wide, high = box
        if width or height:
            width, height = width or height * wide / high, height or width * high / wide
        else:
            width, height = wide, high
    if not 0 < width <= LARGEST or not 0 < height <= LARGEST:
        raise ArticleError(
            "the SVG picture has no usable size",
            where=where,
            hint="give its <svg> element a viewBox, or width and height in px",
        )
    return max(1, round(width)), max(1, round(height))


def _length(text: str | None) -> float:
    """Read a length as CSS pixels; 0 where there is none, or only one that depends on the page."""
    found = LENGTH.fullmatch(text or "")
    return float(found.group(1)) * UNITS[found.group(2).lower()] if found else 0.0


def _box(text: str | None) -> tuple[float, float] | None:
    try:
        _, _, wide, high = map(float, re.split(r"[\s,]+", (text or "").strip()))
    except ValueError:
        return None
    return (wide, high) if wide > 0 and high > 0 else None
