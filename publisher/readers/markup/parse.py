"""HTML as elements: read without the network, and no deeper than is safe."""

from dataclasses import dataclass

from lxml import etree

from publisher.model.text import FORBIDDEN
from publisher.readers.markup.kinds import Element

DEEP = "Excessive depth"  # how libxml2 begins to tell that it stopped


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What HTML was read as.

    Attributes:
        root: Its outermost element.
        cut: Whether the rest was not read, because it is nested too deep.
    """

    root: Element
    cut: bool


def parse_html(text: str) -> Parsed:
    """Read a page, or a piece of one, which then stands in `html` and `body`."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True, recover=True
    )
    source = FORBIDDEN.sub("", text).encode("utf-8", "ignore")
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError:  # nothing is left that is an element
        root = None
    cut = any(entry.message.startswith(DEEP) for entry in parser.error_log)
    return Parsed(root=etree.Element("html") if root is None else root, cut=cut)


def parse_fragment(text: str) -> Element:
    """Read a piece of HTML, such as an item of a news feed has; the element holds all of it.

    >>> [child.tag for child in parse_fragment("<p>One.</p><p>Two.</p>")]
    ['p', 'p']
    """
    body = parse_html(f"<body>{text}").root.find("body")
    return etree.Element("body") if body is None else body


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much there is to read.

    Attributes:
        elements: Their number.
        pictures: Their number.
        depth: How deep they stand, all added up.
    """

    elements: int
    pictures: int
    depth: int


def measure(root: Element) -> Size:
    """Count the elements of a page and how deep they stand."""
    elements = pictures = depth = level = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        level += 1 if event == "start" else -1
        if event == "start":
            elements += 1
            depth += level
            pictures += element.tag == "img"
    return Size(elements=elements, pictures=pictures, depth=depth)
