"""Datelines: the place, and what else stands before the dash at the start of a report."""

import re
from dataclasses import dataclass
from datetime import date

from publisher.readers.days import find_day

CAPITALS = r"[^\W\d_a-zа-яđčćšžëçђјљњћџ]"
WORD = rf"{CAPITALS}[^\W\d_]*(?:[-’'.][^\W\d_]+)*\.?"
SHOUTED = rf"{CAPITALS}{{2,}}(?:[-’'.]{CAPITALS}+)*"
JOINT = r"(?: / |[ /-])"
AGENCY = r"(?: ?\([^\W\d_][\w .,/&-]{1,30}\))?"
MORE = r"(?:, ?(?:[^\W_][\w.’']*)(?: [\w.’']+){0,5})?"
DASH = r" ?(?:—|–|--|-)[ \u00a0]+|: "
FORM = re.compile(
    rf"(?P<place>(?P<loud>{SHOUTED}(?:{JOINT}{SHOUTED}){{0,4}})|{WORD}(?:{JOINT}{WORD}){{0,3}})"
    rf"(?P<more>{MORE})(?P<agency>{AGENCY})(?P<dash>{DASH})(?=[\"'“„«‘]?{CAPITALS}|\d)"
)
LONGEST = 80  # characters
QUIET = frozenset({"sr-Cyrl", "sr-Latn", "sq", "hr", "mk", "bg", "bs", "sl", "de"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """The first paragraph of a report.

    Attributes:
        dateline: The place, with the agency in brackets where one stands there.
        day: The day that stands with it, if any.
        rest: The words of the day, which are not in `dateline`.
        printed: All that stands before the dash.
        text: The report itself.
    """

    dateline: str
    day: date | None
    rest: str
    printed: str
    text: str


def split_dateline(text: str, language: str) -> Dated | None:
    """Take the dateline off the first paragraph, where it is beyond doubt.

    That is a place in capitals, one with a country or day or agency after it, or in languages
    that print it so, a place in small letters before a dash with spaces around it.

    >>> split_dateline("PRISTINA, Kosovo (AP) — The bridge is open.", "en").dateline
    'PRISTINA, Kosovo (AP)'
    >>> split_dateline("Prishtinë, 2 qershor – Ura u hap.", "sq").text
    'Ura u hap.'
    >>> split_dateline("Time – The bus steals it.", "en")
    """
    found = FORM.match(text)
    if found is None or found.end() > LONGEST or not _is_sure(found, language):
        return None
    more = found["more"]
    day = find_day(more, language)
    dateline = found["place"] + ("" if day else more) + found["agency"]
    return Dated(
        dateline=dateline,
        day=day,
        rest=more.strip(" ,") if day else "",
        printed=text[: found.start("dash")],
        text=text[found.end() :],
    )


def _is_sure(found: re.Match[str], language: str) -> bool:
    colon = found["dash"].startswith(":")
    if found["agency"]:
        return not colon
    if found["loud"]:
        return not colon or language in QUIET
    return not colon and language in QUIET and found["dash"].startswith((" –", " —", " -"))
