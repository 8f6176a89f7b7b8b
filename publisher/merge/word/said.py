"""What the elements of a Word file say: their attributes, who made them, what a drawing holds."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from publisher.export.docx.elements import Element, qualified

DAY = re.compile(r"[1-9]\d{3}-\d\d-\d\d")
BOX, CHOICES = "txbxContent", "AlternateContent"  # of several choices the first is taken


def attribute_of(element: Element, name: str) -> str:
    """Give an attribute of WordprocessingML, or nothing."""
    return str(element.get(qualified(f"w:{name}"), ""))


def author_of(element: Element) -> str:
    """Give the author of a change or a comment."""
    return " ".join(attribute_of(element, "author").split())


def day_of(element: Element) -> str:
    """Give the day of a change; LibreOffice writes zeros where it knows none."""
    found = DAY.match(attribute_of(element, "date"))
    return found.group() if found else ""


def name_of(element: Element) -> str:
    """Give the local name."""
    return str(element.tag).rpartition("}")[2]


def drawn_in(drawing: Element) -> Iterator[Element]:
    """Give the descriptions and the boxes of a drawing; not what stands in a box."""
    children: Iterable[Element] = islice(drawing, 1) if name_of(drawing) == CHOICES else drawing
    for child in children:
        if child.tag == qualified("wp:docPr") or name_of(child) == BOX:
            yield child
        else:
            yield from drawn_in(child)
