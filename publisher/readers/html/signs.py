"""The signs by which the lines of an article's head are known."""

import re
from collections.abc import Iterator

from publisher.readers.dates import day_of
from publisher.readers.html.bylines import names_author
from publisher.readers.html.runs import Run
from publisher.readers.markup.kinds import Element, kind, names
from publisher.readers.markup.seen import is_longer

DECK = re.compile(
    r"(?:^|[\s_-])(?:sub-?(?:title|headline|head|heading)|deck?|dek|standfirst|lead|lede|intro"
    r"|summary|excerpt|tagline|podnaslov|uvod|nen-?titull\w*|sapo|strapline|abstract|teaser-?text"
    r"|description|perex|preamble|leadin)(?:$|[\s_-])|subtitle|standfirst|podnaslov|itemintro"
)
BYLINE = re.compile(
    r"byline|(?:^|[\s_-])(?:by|authors?|autori?|writers?|contributors?|reporter|potpis|signature)"
    r"(?:$|[\s_-])|author-?name"
)
DATE = re.compile(
    r"(?:^|[\s_-])(?:dates?|time|timestamp|published|pub-?date|posted|updated|modified|datum|vreme"
    r"|vrijeme|data|koha|meta|info)(?:$|[\s_-])|dateline|-date|date-"
)
LANGUAGES = ("en", "sr-Latn", "sr-Cyrl", "sq")  # in which dates are looked for
NAMING = ("data-component", "data-testid", "data-type", "data-block", "data-spacefinder-type")
SHORT_LINE = 60  # characters
LONGEST_LINE = 120  # characters of a line that is signed
LARGE = 600  # characters of an element that says nothing of one line in it
NEAR = 3  # elements up from a line of the head to one that names it
MOST_INSIDE = 4  # elements in a line whose names count


def is_line_of_head(run: Run) -> bool:
    """Whether a line is a byline or a date, wherever it stands."""
    return is_day(run.text) or (len(run.text) < LONGEST_LINE and is_signed(run))


def is_signed(run: Run) -> bool:
    """Whether a line names its author by what it says or by how it is marked."""
    if names_author(run.text):
        return True
    return any(
        (one.get("rel") or "") == "author"
        or "author" in (one.get("itemprop") or "")
        or (kind(one) == "a" and "/author/" in (one.get("href") or ""))
        for one in run.block.iter()
    )


def is_day(text: str) -> bool:
    """Whether a line is a date."""
    if len(text) >= SHORT_LINE or not any(map(str.isdigit, text)):
        return False
    return any(day_of(text, language) for language in LANGUAGES)


def called(block: Element) -> str:
    """Give the names of a line's element, of those close around it and of some in it."""
    around = [block]
    for one in block.iterancestors():
        if len(around) == NEAR or kind(one) in {"article", "main", "body", "section"}:
            break
        if is_longer(one, LARGE):
            break
        around.append(one)
    return " ".join(f"{names(one)} {told(one)}" for one in (*around, *_some_inside(block)))


def told(element: Element) -> str:
    """Give what attributes besides class and id name an element."""
    return " ".join(filter(None, map(element.get, NAMING))).lower()


def _some_inside(block: Element) -> Iterator[Element]:
    inner = (one for one in block.iterdescendants() if kind(one))
    for one, _ in zip(inner, range(MOST_INSIDE), strict=False):
        yield one
