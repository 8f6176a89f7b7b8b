"""The element that prints the title of an article."""

import re

from publisher.readers.html.runs import letters
from publisher.readers.html.told import Told
from publisher.readers.markup.kinds import Element, kind
from publisher.readers.markup.seen import is_longer, seen_text

LONGEST_TITLE = 400  # characters
FEWEST_WORDS = 4  # of a part of the title that may be all of it
FEWEST_LETTERS = 15  # of a title that is part of another
CLOSE = 0.6  # of the words of a title


def find_title(root: Element, told: Told) -> Element | None:
    """Find the element that prints the title."""
    wanted = [letters(title) for title in told.titles if letters(title)]
    wanted.extend(letters(part) for title in told.titles for part in parts_of(title))
    sites = {letters(site) for site in told.site}
    printed = [(one, letters(seen_text(one))) for one in _headings(root)]
    printed = [(one, text) for one, text in printed if text and text not in sites]
    for alike in (_same, _holds, _close):
        for title in wanted:
            for one, text in printed:
                if alike(text, title) and (alike is _same or kind(one) in {"h1", "h2"}):
                    return _innermost(one, title)
    firsts = [one for one, _ in printed if kind(one) == "h1"]
    return firsts[0] if firsts and (not wanted or len(firsts) == 1) else None


def parts_of(title: str) -> list[str]:
    """Give the parts of a title that the name of a site may stand beside, the longest first.

    >>> parts_of("The Observer - A bridge is opened after all")
    ['A bridge is opened after all']
    """
    parts = re.split(r"\s+[|•·»«/–—:-]{1,2}\s+|\s*[|»]\s*|:\s+", title)
    long = [part for part in parts if len(part.split()) >= FEWEST_WORDS]
    return sorted(long, key=len, reverse=True) if len(parts) > 1 else []


def _headings(root: Element) -> list[Element]:
    found = [one for level in ("h1", "h2") for one in root.iter(level)]
    others = root.iter("div", "p", "span", "h3", "td", "b", "strong", "font", "center", "big")
    return [*found, *(one for one in others if not is_longer(one, LONGEST_TITLE))]


def _same(text: str, title: str) -> bool:
    return text == title


def _holds(text: str, title: str) -> bool:
    shorter, longer = sorted((text, title), key=len)
    return (
        len(shorter) >= FEWEST_LETTERS
        and len(shorter) * 2 > len(longer)
        and (longer.startswith(shorter) or longer.endswith(shorter))
    )


def _close(text: str, title: str) -> bool:
    same = len(_threes(text) & _threes(title))
    return same > CLOSE * max(len(_threes(text)), len(_threes(title)), 1)


def _threes(text: str) -> set[str]:
    return {text[at : at + 3] for at in range(len(text) - 2)}


def _innermost(element: Element, title: str) -> Element:
    """Go down to what is the title alone, without a kicker before it."""
    exact = [one for one in element.iter() if kind(one) and letters(seen_text(one)) == title]
    return exact[-1] if exact and letters(seen_text(element)) != title else element
