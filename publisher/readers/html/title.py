"""The element that prints the title of an article."""

import re

from publisher.readers.html.told import Told
from publisher.readers.letters import letters
from publisher.readers.markup.kinds import Element, kind
from publisher.readers.markup.seen import is_longer, seen_text

PARTING = re.compile(r"\s+[|•·»«/–—:-]{1,2}\s+|\s*[|»]\s*|:\s+")
LINES = ("div", "p", "span", "h3", "td", "b", "strong", "font", "center", "big")
MOST_HEADINGS = 200
LONGEST_TITLE = 400  # characters
MOST_PARTS = 8
FEWEST_WORDS = 4  # of a part of the title that may be all of it
FEWEST_LETTERS = 15  # of a title that is part of another
CLOSE = 0.6  # of the words of a title


def find_title(root: Element, told: Told) -> Element | None:
    """Find the element that prints the title."""
    wanted = [letters(title) for title in told.titles if letters(title)]
    wanted.extend(letters(part) for title in told.titles for part in parts_of(title))
    sites = {letters(site) for site in told.site}
    printed = [(one, letters(seen_text(one))) for level in ("h1", "h2") for one in root.iter(level)]
    headings = [(one, text) for one, text in printed if text and text not in sites][:MOST_HEADINGS]
    for alike in (_same, _holds, _close):
        for title in wanted:
            found = next((one for one, text in headings if alike(text, title)), None)
            if found is not None:
                return _innermost(found, title)
        if alike is _same and (line := _line(root, wanted)) is not None:
            return line
    firsts = [one for one, _ in headings if kind(one) == "h1"]
    return firsts[0] if firsts and (not wanted or len(firsts) == 1) else None


def _line(root: Element, wanted: list[str]) -> Element | None:
    """Find an element that is no heading and says nothing but the title."""
    if not wanted:
        return None
    for element in root.iter(*LINES):
        if not is_longer(element, LONGEST_TITLE):
            text = letters("".join(map(str, element.itertext())))
            if text in wanted and letters(seen_text(element)) == text:
                return _innermost(element, text)
    return None


def parts_of(title: str) -> list[str]:
    """Give the parts of a title that the name of a site may stand beside, the longest first.

    >>> parts_of("The Observer - A bridge is opened after all")
    ['A bridge is opened after all']
    """
    marks = list(PARTING.finditer(title))[:MOST_PARTS]
    starts = (0, *(mark.end() for mark in marks))
    ends = (*(mark.start() for mark in marks), len(title))
    spans = ((start, end) for start in starts for end in ends if start < end)
    parts = {title[start:end] for start, end in spans} - {title}
    return sorted((one for one in parts if len(one.split()) >= FEWEST_WORDS), key=_by_length)


def _by_length(part: str) -> tuple[int, str]:
    return -len(part), part


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
