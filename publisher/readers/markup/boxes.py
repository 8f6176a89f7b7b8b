"""Which elements of a page belong to a picture: its frame and the words below it."""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field

from publisher.readers.captions import split_caption
from publisher.readers.markup.kinds import BLOCKS, HEADINGS, Element, kind, names
from publisher.readers.markup.pictures import is_picture
from publisher.readers.markup.seen import is_unseen, seen_text, visible_runs

LONGEST_CAPTION = 700  # characters
SHORTEST_CAPTION = 6  # more than the characters of "12/15"
LONGEST_CREDIT = 160
GALLERY = re.compile(r"gallery|slide-?show|carousel|slider|swiper|photo-?set|galerij|foto-?galeri")
FRAME = re.compile(
    r"figure|image|photo|picture|caption|(?:^|[\s_-])(?:img|foto|slika|media|thumb(?:nail)?|featured)"
    r"(?:$|[\s_-])|foto(?:graf|s|-)|(?:lead|main|hero|top)-?art"
)
CAPTION = re.compile(
    r"caption|credit|copyright|cutline|photo-?(?:by|desc|info|text|title|author|source)|legend"
    r"|(?:image|img|media|picture|foto|slik[ae]|article-img)-?_?(?:desc|text|info|title|source|author|potpis|opis)"
    r"|potpis|opis-?(?:slike|fotke|foto)|foto-?(?:opis|autor|izvor|potpis)|autor-?foto|pershkrim"
    r"|photographer|izvor-?(?:foto|slike)|wp-caption-text|image__?description"
)
SMALL = frozenset(("small", "cite", "figcaption", "em", "i", "figcredit"))
LONGEST_LINE = 220  # characters of what may be a caption though nothing says so
LONGEST_LINE = 220  # characters of what may be a caption though nothing says so
FRAMES = frozenset(
    (
        "article",
        "figure",
        "div",
        "p",
        "center",
        "span",
        "a",
        "table",
        "tbody",
        "tr",
        "td",
        "section",
    )
)
STOPS = frozenset(("body", "html", "article", "main", "li", "ul", "ol", "blockquote", "header"))


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


@dataclass(slots=True)
class _Weights:
    """How many characters are seen, and how many pictures stand, in each element."""

    characters: dict[Element, int] = field(default_factory=dict)
    pictures: dict[Element, int] = field(default_factory=dict)


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
        weights = _weigh(root, frozenset(pictures))
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


def _weigh(root: Element, pictures: frozenset[Element]) -> _Weights:
    weights = _Weights()
    for element in reversed(list(root.iter())):
        seen = not is_unseen(element)
        weights.pictures[element] = (element in pictures) + sum(
            weights.pictures[child] for child in element
        )
        own = len((element.text or "").strip())
        weights.characters[element] = seen * (
            own
            + sum(weights.characters[child] + len((child.tail or "").strip()) for child in element)
        )
    return weights


def _within(element: Element, root: Element, apart: Callable[[Element], object]) -> bool:
    for one in (element, *element.iterancestors()):
        if one is root:
            return False
        if apart(one):
            return True
    return False


def _frame(
    picture: Element, root: Element, weights: _Weights, plan: Plan, holding: Container[Element]
) -> None:
    around = _figure_around(picture, weights, holding)
    frame = picture if around is None else around
    for parent in frame.iterancestors():
        if parent is root or parent in holding or not _frames(parent, weights):
            break
        frame = parent
    words = () if frame is root else tuple(_behind(frame, weights))
    plan.boxes[frame] = Box(frame, picture, words)
    plan.taken.update(words)


def _figure_around(
    picture: Element, weights: _Weights, holding: Container[Element]
) -> Element | None:
    """Find the `figure` that a picture stands alone in, whatever is written around it there."""
    for one in picture.iterancestors("figure"):
        if weights.pictures.get(one) != 1 or one in holding:
            return None
        if weights.characters[one] <= 2 * LONGEST_CAPTION:
            return one
    return None


def _frames(parent: Element, weights: _Weights) -> bool:
    """Whether an element holds one picture and nothing but its words."""
    tag = kind(parent)
    stops = tag in STOPS and not (tag == "article" and FRAME.search(names(parent)))
    if weights.pictures[parent] != 1 or stops or tag in HEADINGS:
        return False
    characters = weights.characters[parent]
    if tag in {"figure", "noscript", "picture"}:
        return characters <= 2 * LONGEST_CAPTION
    if not characters:
        return True
    if characters > LONGEST_CAPTION or any(kind(one) in HEADINGS for one in parent.iter()):
        return False
    if tag not in FRAMES and "-" not in tag:
        return False
    return (
        _all_captions(parent, weights) or _is_named_frame(parent) or _is_bare_frame(parent, weights)
    )


def _is_bare_frame(parent: Element, weights: _Weights) -> bool:
    """Whether an element that names nothing holds a picture and one short line below it."""
    if kind(parent) not in {"div", "p", "center"} or weights.characters[parent] > LONGEST_LINE:
        return False
    children = [one for one in parent if kind(one)]
    if (parent.text or "").strip() or not children or not weights.pictures[children[0]]:
        return False
    if kind(parent) == "div":
        lines = [one for one in children[1:] if weights.characters[one]]
        return len(lines) == 1 and not any((one.tail or "").strip() for one in children)
    return len(children) > 1 and kind(children[1]) == "br" and not (children[0].tail or "").strip()


def _is_named_frame(parent: Element) -> bool:
    text = seen_text(parent)
    if FRAME.search(names(parent)):
        return (
            len(text) <= LONGEST_CREDIT or bool(split_caption(text).credit) or _few_blocks(parent)
        )
    if kind(parent) in {"table", "tbody", "tr", "td"}:
        return len(list(parent.iter("tr"))) in {1, 2, 3} and len(list(parent.iter("td"))) <= 3  # noqa: PLR2004 -- a picture, its caption, its credit
    if kind(parent) in {"p", "center", "div"}:
        return (
            len(text) <= 2 * LONGEST_CREDIT
            and _few_blocks(parent)
            and bool(split_caption(text).credit)
        )
    return False


def _few_blocks(parent: Element) -> bool:
    return sum(kind(one) in {"p", "li", "td"} for one in parent.iter()) <= 2  # noqa: PLR2004 -- caption and credit


def _all_captions(parent: Element, weights: _Weights) -> bool:
    """Whether all that is written in an element stands in captions and credits."""
    outside = len((parent.text or "").strip())
    for child in parent:
        outside += len((child.tail or "").strip())
        if weights.pictures[child] or not weights.characters[child]:
            continue
        if not (CAPTION.search(names(child)) or kind(child) in SMALL):
            outside += weights.characters[child]
    inner = next((child for child in parent if weights.pictures[child]), None)
    return outside == 0 and inner is not None


def _behind(frame: Element, weights: _Weights) -> Iterator[Element]:
    """Give the elements that follow a picture and hold nothing but its words."""
    found = 0
    if (frame.tail or "").strip():
        return
    for following in frame.itersiblings():
        characters = weights.characters.get(following, 0)
        if not characters and not weights.pictures.get(following) and kind(following) != "hr":
            if (following.tail or "").strip():
                return
            continue
        if found == 2 or not _speaks_of_picture(following, weights):  # noqa: PLR2004 -- caption and credit
            return
        found += 1
        yield following
        if (following.tail or "").strip():
            return


def _speaks_of_picture(element: Element, weights: _Weights) -> bool:
    if weights.pictures[element] or weights.characters[element] > LONGEST_CAPTION:
        return False
    tag = kind(element)
    if tag in HEADINGS or tag in {"ul", "ol", "table", "blockquote", "figure"}:
        return False
    if tag == "figcaption" or CAPTION.search(names(element)) or _only_captions(element, weights):
        return True
    text = seen_text(element)
    split = split_caption(text)
    if split.credit and not split.caption:
        return len(text) <= LONGEST_CREDIT
    return bool(split.credit) and _all_small(element)


def _only_captions(element: Element, weights: _Weights) -> bool:
    """Whether an element holds nothing but captions, credits and the number of the picture."""
    parts = [one for one in element if weights.characters[one] > SHORTEST_CAPTION]
    loose = (element.text or "").strip() or any((one.tail or "").strip() for one in element)
    return bool(parts) and not loose and all(CAPTION.search(names(one)) for one in parts)


def _all_small(element: Element) -> bool:
    """Whether all words of an element are set small or in italics."""
    while kind(element) not in SMALL:
        words = [child for child in element if kind(child) not in {"br", ""}]
        if len(words) != 1 or (element.text or "").strip() or (words[0].tail or "").strip():
            return False
        element = words[0]
    return True


def _gather_galleries(root: Element, weights: _Weights, plan: Plan) -> None:
    for element in root.iter():
        if kind(element) not in BLOCKS or weights.pictures[element] < 2:  # noqa: PLR2004 -- several
            continue
        named = kind(element) == "figure" or GALLERY.search(names(element))
        room = LONGEST_CAPTION * (weights.pictures[element] + 1)
        if named and element is not root and weights.characters[element] <= room:
            plan.galleries.add(element)
