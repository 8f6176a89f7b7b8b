"""The elements behind a picture that hold its caption or its credit."""

import re
from collections.abc import Iterator

from publisher.readers.captions import split_caption
from publisher.readers.markup.kinds import HEADINGS, Element, kind, names
from publisher.readers.markup.seen import seen_text
from publisher.readers.markup.weights import Weights

LONGEST_CAPTION = 700  # characters
SHORTEST_CAPTION = 6  # more than the characters of "12/15"
LONGEST_CREDIT = 160
CAPTION = re.compile(
    r"caption|credit|copyright|cutline|photo-?(?:by|desc|info|text|title|author|source)|legend"
    r"|(?:image|img|(?<!wp-block-)media|picture|foto|slik[ae]|article-img)-?_?(?:desc|text|info|title|source|author|potpis|opis)"
    r"|potpis|opis-?(?:slike|fotke|foto)|foto-?(?:opis|autor|izvor|potpis)|autor-?foto|pershkrim"
    r"|photographer|izvor-?(?:foto|slike)|wp-caption-text|image__?description"
)
MOST_ELEMENTS = 200  # in the box of one picture
SET_SMALL = re.compile(r"(?:^|[\s_-])(?:has-)?small(?:-font-size)?(?:$|\s)|text-(?:sm|xs|small)\b")
SMALL = frozenset(("small", "cite", "figcaption", "em", "i", "figcredit"))


def words_behind(frame: Element, weights: Weights) -> Iterator[Element]:
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
        if kind(following) == "figcaption" and _is_of_several(following, weights):
            return
        if found == 2 or not _speaks_of_picture(following, weights):  # noqa: PLR2004 -- caption and credit
            return
        found += 1
        yield following
        if (following.tail or "").strip():
            return


def _is_of_several(caption: Element, weights: Weights) -> bool:
    """Whether a caption is that of a figure with several pictures, and so of none of them alone."""
    parent = caption.getparent()
    return parent is not None and kind(parent) == "figure" and weights.pictures[parent] > 1


def _speaks_of_picture(element: Element, weights: Weights) -> bool:
    if weights.pictures[element] or weights.characters[element] > LONGEST_CAPTION:
        return False
    if weights.elements[element] > MOST_ELEMENTS:
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
    return bool(split.credit) and (_all_small(element) or bool(SET_SMALL.search(names(element))))


def _only_captions(element: Element, weights: Weights) -> bool:
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
