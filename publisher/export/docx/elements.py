"""Elements of WordprocessingML and DrawingML; whatever is given as text stays text."""

from collections.abc import Iterable

from lxml import etree

from publisher.readers.word.elements import NAMESPACES, Element, qualified


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
