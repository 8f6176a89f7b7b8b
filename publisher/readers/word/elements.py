"""Elements of a Word file: their names and attributes, who made them, what a drawing holds."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
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
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "xml": "http://www.w3.org/XML/1998/namespace",
    }
)
OFF = frozenset({"0", "false", "off", "none"})
DAY = re.compile(r"[1-9]\d{3}-\d\d-\d\d")
BOX, CHOICES = "txbxContent", "AlternateContent"  # of several choices the first is taken


@cache
def qualified(name: str) -> str:
    """Give a name with its namespace as lxml wants it.

    >>> qualified("r:id")
    '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'
    """
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


def name_of(element: Element) -> str:
    """Give the local name."""
    return _local(element.tag)


@lru_cache(maxsize=1000)
def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def attribute_of(element: Element, name: str) -> str:
    """Give an attribute of WordprocessingML, or nothing."""
    return str(element.get(qualified(f"w:{name}"), ""))


def value_of(parent: Element | None, name: str, attribute: str = "val") -> str:
    """Give an attribute of a child of `parent`, or nothing."""
    found = None if parent is None else parent.find(qualified(f"w:{name}"))
    return "" if found is None else found.get(qualified(f"w:{attribute}"), "")


def is_said(properties: Element | None, name: str) -> bool | None:
    """Tell whether a property is on or off; None where nothing is said of it."""
    found = None if properties is None else properties.find(qualified(f"w:{name}"))
    return None if found is None else found.get(qualified("w:val"), "1") not in OFF


def author_of(element: Element) -> str:
    """Give the author of a change or a comment."""
    return " ".join(attribute_of(element, "author").split())


def day_of(element: Element) -> str:
    """Give the day of a change; LibreOffice writes zeros where it knows none."""
    found = DAY.match(attribute_of(element, "date"))
    return found.group() if found else ""


def drawn_in(drawing: Element) -> Iterator[Element]:
    """Give the descriptions and the boxes of a drawing; not what stands in a box."""
    children: Iterable[Element] = islice(drawing, 1) if name_of(drawing) == CHOICES else drawing
    for child in children:
        if child.tag == qualified("wp:docPr") or name_of(child) == BOX:
            yield child
        else:
            yield from drawn_in(child)
