"""Typography that differs by language: quotation marks, lists, and spaces that do not break."""

from collections.abc import Sequence
from typing import Literal

from publisher.model.language import Language

# Few text fonts have the narrow spaces that CLDR uses.
NARROW_SPACES = str.maketrans({"\u202f": "\u00a0", "\u2009": "\u00a0"})


def css_quotes(language: Language) -> str:
    """Write a language's quotation marks as a value of the CSS property `quotes`."""
    return " ".join(f'"{mark}"' for pair in language.quotes for mark in pair)


def format_list(
    items: Sequence[str], language: Language, join: Literal["and", "or"] = "and"
) -> str:
    """Join items as they are listed in a sentence; no items give no text."""
    series = language.conjunction if join == "and" else language.disjunction
    if len(items) < 2:  # noqa: PLR2004 -- one item is no list
        return "".join(items)
    first, *between, last = items
    joined = first
    for number, item in enumerate(between):
        joined = (series.middle if number else series.start).format(joined, item)
    return (series.end if between else series.two).format(joined, last)


def widen_spaces(text: str) -> str:
    """Replace narrow spaces by the no-break space."""
    return text.translate(NARROW_SPACES)
