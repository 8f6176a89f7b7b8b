"""Elements of WordprocessingML and DrawingML; whatever is given as text stays text."""

from collections.abc import Iterable
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 -- lxml has no public name for it

NAMESPACES = MappingProxyType(
    {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "xml": "http://www.w3.org/XML/1998/namespace",
    }
)


@cache
def qualified(name: str) -> str:
    """Give a name with its namespace as lxml wants it.

    >>> qualified("r:id")
    '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'
    """
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


def element(name: str, /, *children: Element, **attributes: str | None) -> Element:
    """Make an element; in an attribute's name `_` stands for the colon, and None leaves it out.

    >>> element("a:blip", r_embed="rId1").get(qualified("r:embed"))
    'rId1'
    """
    prefix = name.partition(":")[0]
    made = etree.Element(qualified(name), nsmap={prefix: NAMESPACES[prefix]})
    for key, value in attributes.items():
        if value is not None:
            made.set(qualified(key.replace("_", ":")), value)
    made.extend(children)
    return made


def w(name: str, /, *children: Element, **attributes: str | None) -> Element:
    """Make an element of WordprocessingML, as are its attributes; `type_` gives `w:type`.

    >>> w("pStyle", val="Title").get(qualified("w:val"))
    'Title'
    """
    own = {f"w_{key.rstrip('_')}": value for key, value in attributes.items()}
    return element(f"w:{name}", *children, **own)


def value_of(parent: Element | None, name: str, attribute: str = "val") -> str:
    """Give an attribute of a child of `parent`, or nothing."""
    found = None if parent is None else parent.find(qualified(f"w:{name}"))
    return "" if found is None else found.get(qualified(f"w:{attribute}"), "")


def put(parent: Element, child: Element, order: Iterable[str]) -> None:
    """Put a child where its schema wants it, in place of one of the same name.

    Args:
        parent: The element to change; children of names that are not in `order` are its last.
        child: Its name stands in `order`.
        order: Local names of all children, in the order of the schema.
    """
    names = tuple(order)
    for old in parent.findall(child.tag):
        parent.remove(old)
    earlier = names[: names.index(etree.QName(child).localname)]
    for sibling in parent.iterchildren(etree.Element):
        if etree.QName(sibling).localname not in earlier:
            sibling.addprevious(child)
            return
    parent.append(child)


def on_paper(points: float) -> str:
    """Give a length in points as WordprocessingML measures it: twentieths of a point.

    >>> on_paper(10.5)
    '210'
    """
    return str(round(points * 20))
