"""Going about in the elements of a feed by their names, whatever their namespace and case."""

from collections.abc import Iterator

from lxml import etree

from publisher.readers.draft import presentable, printed_line
from publisher.readers.markup.kinds import Element

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def name_of(element: Element) -> str:
    """Give the name of an element in lower case; empty for what is none."""
    tag: object = element.tag  # the stubs do not know that a comment's is a function
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def attribute(element: Element | None, *names: str) -> str:
    """Give the first of some attributes that says something."""
    if element is None:
        return ""
    written = {str(key).rpartition("}")[2].lower(): str(value) for key, value in element.items()}
    return next((written[name] for name in names if written.get(name, "").strip()), "")


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Give the elements of some names directly inside one."""
    if element is not None:
        yield from (one for one in element if name_of(one) in names)


def inside(element: Element | None, *names: str) -> Iterator[Element]:
    """Give the elements of some names anywhere inside one, but none inside another of them.

    So whoever goes through each of them goes through no part of a file twice.
    """
    if element is None:
        return
    walk = etree.iterwalk(element, events=("start",))
    for _, one in walk:
        if one is not element and name_of(one) in names:
            walk.skip_subtree()
            yield one


def find(element: Element | None, *names: str) -> Element | None:
    """Give the first element of a name anywhere inside one; the first name that is there counts."""
    for name in names:
        found = next(inside(element, name), None)
        if found is not None:
            return found
    return None


def words(element: Element | None) -> str:
    """Give all the words of an element as one line."""
    if element is None:
        return ""
    return run_of(element) if has_own_words(element) else spaced(element)


def printed(element: Element) -> str:
    """Give the words of an element as one line with the spaces that stand in it."""
    texts = map(str, element.itertext())
    return printed_line(("" if has_own_words(element) else " ").join(texts))


def spaced(element: Element) -> str:
    """Give the words of an element of which the parts are lines of their own."""
    return presentable(" ".join(map(str, element.itertext())))


def run_of(element: Element | None) -> str:
    """Give the words of an element in which others only mark some of them."""
    return presentable("".join(map(str, element.itertext()))) if element is not None else ""


def outside(element: Element, name: str) -> str:
    """Give the words of an element that do not stand in others of a name, as one line."""
    found = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, one in walk:
        if event == "start" and one is not element and name_of(one) == name:
            walk.skip_subtree()
        elif event == "start":
            found.append(one.text or "")
        elif one is not element:
            found.append(one.tail or "")
    return presentable(" ".join(found))


def has_own_words(element: Element) -> bool:
    """Whether words stand directly in an element, and not only in others inside it."""
    texts = (element.text, *(one.tail for one in element))
    return any((text or "").strip() for text in texts)


def empty(element: Element) -> None:
    """Take everything out of an element; what stands behind it stays."""
    tail = element.tail
    element.clear()
    element.tail = tail
