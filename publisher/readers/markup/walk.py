"""The one way through a piece of a page: down any depth, in the order of reading."""

from collections.abc import Iterable
from typing import Protocol, TypeAlias

from publisher.model.language import language
from publisher.readers.markup.kinds import Element, kind
from publisher.readers.markup.marks import marks_upon
from publisher.readers.markup.pieces import Marks
from publisher.readers.markup.seen import children_of, is_unseen

Node: TypeAlias = Element | str


class Visitor(Protocol):
    """What is done on the way."""

    @property
    def base(self) -> str:
        """Give the address against which relative ones are understood."""
        ...

    @property
    def language(self) -> str:
        """Give the language around the words."""
        ...

    def enter(self, element: Element, marks: Marks) -> bool:
        """Tell whether to go into an element."""
        ...

    def leave(self, element: Element) -> None:
        """Come out of an element that was gone into."""
        ...

    def words(self, text: str, marks: Marks) -> None:
        """Come upon text."""
        ...


def walk(nodes: Iterable[Node], visitor: Visitor, marks: Marks = ()) -> None:
    """Lead a visitor through what is seen of some nodes."""
    waiting: list[tuple[Node, Marks, bool]] = [(node, marks, False) for node in nodes]
    waiting.reverse()
    while waiting:
        node, upon, done = waiting.pop()
        if isinstance(node, str):
            visitor.words(node, upon)
        elif done:
            visitor.leave(node)
        elif _may_show(node) and visitor.enter(node, upon):
            inside = marks_upon(node, upon, visitor.base, visitor.language)
            waiting.append((node, upon, True))
            waiting.extend((child, inside, False) for child in reversed(_children(node, visitor)))


def _children(element: Element, visitor: Visitor) -> list[Node]:
    """List what stands in an element; a browser sets quotation marks around `q`."""
    children = children_of(element)
    if kind(element) != "q":
        return children
    inner = next(element.iterancestors("q"), None) is not None
    opening, closing = language(visitor.language or "en").quotes[inner]
    return [opening, *children, closing]


def _may_show(element: Element) -> bool:
    """Whether an element is seen, or holds the only picture that is in the place of a late one."""
    return kind(element) == "noscript" or not is_unseen(element)
