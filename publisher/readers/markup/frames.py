"""Which elements around a picture hold nothing but it and its words."""

import re
from collections.abc import Container

from publisher.readers.captions import split_caption
from publisher.readers.markup.behind import (
    CAPTION,
    LONGEST_CAPTION,
    LONGEST_CREDIT,
    MOST_ELEMENTS,
    SMALL,
)
from publisher.readers.markup.kinds import HEADINGS, Element, kind, names
from publisher.readers.markup.seen import seen_text
from publisher.readers.markup.weights import Weights

FRAME = re.compile(
    r"figure|image|photo|picture|caption|(?:^|[\s_-])(?:img|foto|slika|media|thumb(?:nail)?|featured)"
    r"(?:$|[\s_-])|foto(?:graf|s|-)|(?:lead|main|hero|top)-?art"
)
MUCH = 100  # characters
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


def figure_around(
    picture: Element, weights: Weights, holding: Container[Element]
) -> Element | None:
    """Find the `figure` that a picture stands alone in, whatever is written around it there."""
    for one in picture.iterancestors("figure"):
        if weights.pictures.get(one) != 1 or one in holding:
            return None
        if weights.elements[one] > MOST_ELEMENTS:
            return None
        if weights.characters[one] <= 2 * LONGEST_CAPTION:
            return one
    return None


def frames(parent: Element, weights: Weights) -> bool:
    """Whether an element holds one picture and nothing but its words."""
    tag = kind(parent)
    stops = tag in STOPS and not (tag == "article" and FRAME.search(names(parent)))
    if weights.elements[parent] > MOST_ELEMENTS or stops or tag in HEADINGS:
        return False
    if weights.pictures[parent] != 1:
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


def _is_bare_frame(parent: Element, weights: Weights) -> bool:
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
    if _holds_more(parent, text):
        return False
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


def _holds_more(parent: Element, text: str) -> bool:
    """Whether much is written beside the caption that a picture has in its own figure."""
    captions = [one for one in parent.iter() if kind(one) == "figcaption"]
    return bool(captions) and len(text) - sum(map(len, map(seen_text, captions))) > MUCH


def _few_blocks(parent: Element) -> bool:
    return sum(kind(one) in {"p", "li", "td"} for one in parent.iter()) <= 2  # noqa: PLR2004 -- caption and credit


def _all_captions(parent: Element, weights: Weights) -> bool:
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
