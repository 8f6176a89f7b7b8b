"""Which elements of a page belong to a picture: its frame and the words below it."""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field

from publisher.readers.markup.behind import LONGEST_CAPTION, words_behind
from publisher.readers.markup.frames import figure_around, frames
from publisher.readers.markup.kinds import BLOCKS, Element, kind, names
from publisher.readers.markup.pictures import is_picture
from publisher.readers.markup.seen import is_unseen, visible_runs
from publisher.readers.markup.weights import Weights, weigh

GALLERY = re.compile(r"gallery|slide-?show|carousel|slider|swiper|photo-?set|galerij|foto-?galeri")


@dataclass(frozen=True, slots=True)
class Box:
    """A picture with everything around it.

    Attributes:
        frame: The outermost element that holds nothing else.
        picture: The picture itself; None for a figure without one.
        words: The elements after it that hold its caption or credit.
    """

    frame: Element
    picture: Element | None
    words: tuple[Element, ...] = ()


@dataclass(slots=True)
class Plan:
    """Where the pictures of a page are.

    Attributes:
        boxes: By their frames.
        galleries: Elements that hold several pictures which belong together.
        taken: What belongs to a picture though it stands behind it.
        layouts: The tables that hold tables, and so are there for the layout only.
    """

    boxes: dict[Element, Box] = field(default_factory=dict)
    galleries: set[Element] = field(default_factory=set)
    taken: set[Element] = field(default_factory=set)
    layouts: set[Element] = field(default_factory=set)


def plan_pictures(
    roots: Iterable[Element],
    apart: Callable[[Element], object] = lambda _: None,
    holding: Container[Element] = (),
) -> Plan:
    """Find the pictures below some elements, and what belongs to each.

    Args:
        roots: None inside another.
        apart: Tells which elements do not count, with the pictures in them.
        holding: Elements that hold text of the article, and so frame no picture.
    """
    plan = Plan()
    for root in roots:
        pictures = tuple(one for one in _pictures(root) if not _within(one, root, apart))
        weights = weigh(root, frozenset(pictures))
        for picture in pictures:
            _frame(picture, root, weights, plan, holding)
        _gather_galleries(root, weights, plan)
        for table in root.iter("table"):
            plan.layouts.update(_first(table.iterancestors("table")))
    return plan


def _first(elements: Iterable[Element]) -> tuple[Element, ...]:
    return next(((element,) for element in elements), ())


def _pictures(root: Element) -> Iterator[Element]:
    """Give the pictures that are shown, each once: the one in `noscript` only where it is alone."""
    for element in root.iter("img", "picture", "amp-img"):
        around = tuple(element.iterancestors("picture", "amp-img"))
        if any(not _holds_words(one) for one in around) or _holds_words(element):
            continue
        if not is_picture(element):
            continue
        spare = next(element.iterancestors("noscript"), None)
        if spare is None:
            if not _unseen_around(element, root):
                yield element
        elif not _stands_for(spare):
            yield element


def _holds_words(picture: Element) -> bool:
    """Whether a picture that was never closed has the text after it inside."""
    return kind(picture) != "img" and next(visible_runs(picture), None) is not None


def _unseen_around(element: Element, root: Element) -> bool:
    for one in element.iterancestors():
        if is_unseen(one):
            return True
        if one is root:
            return False
    return False


def _stands_for(spare: Element) -> bool:
    """Whether the picture for browsers without scripts has a twin beside it that is shown."""
    parent = spare.getparent()
    if parent is None:
        return False
    return any(
        is_picture(one) and next(one.iterancestors("noscript"), None) is None
        for one in parent.iter("img", "picture", "amp-img")
    )


def _within(element: Element, root: Element, apart: Callable[[Element], object]) -> bool:
    for one in (element, *element.iterancestors()):
        if one is root:
            return False
        if apart(one):
            return True
    return False


def _frame(
    picture: Element, root: Element, weights: Weights, plan: Plan, holding: Container[Element]
) -> None:
    around = figure_around(picture, weights, holding)
    frame = picture if around is None else around
    for parent in frame.iterancestors():
        if parent is root or parent in holding or not frames(parent, weights):
            break
        frame = parent
    words = () if frame is root else tuple(words_behind(frame, weights))
    plan.boxes[frame] = Box(frame, picture, words)
    plan.taken.update(words)


def _gather_galleries(root: Element, weights: Weights, plan: Plan) -> None:
    for element in root.iter():
        if kind(element) not in BLOCKS or weights.pictures[element] < 2:  # noqa: PLR2004 -- several
            continue
        named = kind(element) == "figure" or GALLERY.search(names(element))
        room = LONGEST_CAPTION * (weights.pictures[element] + 1)
        if named and element is not root and weights.characters[element] <= room:
            plan.galleries.add(element)
