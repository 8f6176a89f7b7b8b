"""What a line may be, by its own words alone."""

import re

from publisher.readers.bylines import Byline, is_name, read_byline
from publisher.readers.captions import is_credit
from publisher.readers.days import CHANGED, find_days
from publisher.readers.html.phrases import ADVERT, LEADING_AWAY
from publisher.readers.text.lines import item_of
from publisher.readers.text.phrases import (
    ALONE,
    CRUMBS,
    DATED,
    NETWORKS,
    PAGE,
    PROMOTION,
    SECTIONS,
    STRONG,
    TIME,
)

LONGEST_FURNITURE = 80  # characters of a line that belongs to the page
LONGEST_HEADING, MOST_WORDS = 90, 14
LONGEST_DATED = 120  # characters of a line with days
MOST_BESIDE = 20  # letters beside the days and their labels in such a line
PROSE = 90  # characters of what is surely text
HEADLINE = 160  # characters of a headline
SENTENCE = re.compile(r"[.!?…][\"'”’“»)\]]*$")
OPENING = re.compile(r"[\"'“„‘«(¿¡]*(?:[^\W\d_a-zа-яđčćšžëçђјљњћџ]|\d)")
ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
AFTER = re.compile(r"\s*(?:[:：|>›»–—-]|\(?\d*\)?$)")
BAR = re.compile(r"\s+[|•·●]\s+|\s*\|\s*")
LETTERS = re.compile(r"[^\W\d_]")
RULE = re.compile(r"[\W_]+")
CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}\s*(?:[ap]\.?m\.?\b)?\s*(?:[A-Z]{2,4}\b)?(?:[+-]\d+)?|\ba \w+ ago",
    re.IGNORECASE,
)


def is_sentence(text: str) -> bool:
    """Whether a line ends as sentences do.

    >>> is_sentence("He left."), is_sentence("“He left.”"), is_sentence("A Town Without Clocks")
    (True, True, False)
    """
    return SENTENCE.search(text) is not None


def is_prose(text: str) -> bool:
    """Whether a line is surely text: long, and ends as sentences do."""
    return len(text) >= PROSE and (is_sentence(text) or text.endswith((":", "…", "”", "“", '"')))


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the page around the article.

    >>> is_furniture("Advertisement"), is_furniture("Read more: a barn"), is_furniture("4 min read")
    (True, True, True)
    """
    if RULE.fullmatch(text) or PROMOTION.fullmatch(text):
        return True
    if len(text) > LONGEST_FURNITURE:
        return bool(LEADING_AWAY.match(text)) and ":" in text and not is_sentence(text)
    led = not is_sentence(text) and (_leads(text) or PAGE.fullmatch(text) or STRONG.match(text))
    alone = (ADVERT.fullmatch(text), TIME.fullmatch(text), NETWORKS.fullmatch(text))
    return bool(led or any(alone))


def _leads(text: str) -> bool:
    """Whether a line announces something else: nothing or a colon follows the words that do."""
    found = LEADING_AWAY.match(text)
    return found is not None and AFTER.match(text, found.end()) is not None


def is_section(text: str) -> bool:
    """Whether a line names a part of the site, or the way to it.

    >>> is_section("Opinion"), is_section("Naslovna / Društvo"), is_section("Home > News > Valley")
    (True, True, True)
    """
    if len(text) > LONGEST_FURNITURE:
        return False
    parts = [part for part in re.split(r"\s*[>›»→|/,•·]\s*", text) if part]
    return bool(SECTIONS.fullmatch(text)) or (
        len(parts) > 1
        and (all(map(SECTIONS.fullmatch, parts)) or (bool(CRUMBS.fullmatch(text)) and _led(parts)))
    )


def _led(parts: list[str]) -> bool:
    return SECTIONS.fullmatch(parts[0]) is not None


def leads_away(text: str) -> bool:
    """Whether what follows a line belongs to the page too: it announces other articles."""
    return len(text) <= LONGEST_FURNITURE and ALONE.fullmatch(text) is not None


def is_dated(text: str, language: str) -> bool:
    """Whether a line says nothing but days, with their labels and times.

    >>> is_dated("Objavljeno: 02.06.2023. 14:35", "sr-Latn"), is_dated("June 2, 2023", "en")
    (True, True)
    """
    if len(text) > LONGEST_DATED:
        return False
    days = find_days(text, language)
    beside = text
    for printed in reversed(days):
        beside = beside[: printed.start] + " " + beside[printed.end :]
    left = len(LETTERS.findall(DATED.sub("", CHANGED.sub("", CLOCK.sub(" ", beside)))))
    return bool(days) and left <= MOST_BESIDE and not is_sentence(beside.replace(".", ""))


def pieces_of(text: str, language: str) -> tuple[str, ...]:
    """Part a line of a head into what each part of it says.

    >>> pieces_of("By Jane Rusk, June 2, 2023 | 4 min read", "en")
    ('By Jane Rusk', 'June 2, 2023', '4 min read')
    """
    parts = [part.strip(" ,") for part in BAR.split(text) if part.strip(" ,")]
    return tuple(piece for part in parts for piece in _before_day(part, language))


def _before_day(part: str, language: str) -> tuple[str, ...]:
    days = find_days(part, language) if len(part) <= LONGEST_DATED else ()
    before = part[: days[0].start].strip(" ,–—-(") if days else ""
    if before and (byline_of(before) is not None or is_person(before)):
        return before, part[days[0].start :]
    return (part,)


def is_label(text: str) -> bool:
    """Whether a line is the label of a day that stands in the next line."""
    found = DATED.match(text)
    return found is not None and found.end() == len(text)


def byline_of(text: str) -> Byline | None:
    """Read a byline that says so itself; what stands after a comma is its author's place."""
    return read_byline(text) or (
        read_byline(text.partition(",")[0]) if "," in text and len(text) <= LONGEST_DATED else None
    )


def is_person(text: str) -> bool:
    """Whether a line is the name of a person, or of several.

    >>> is_person("Owen Tarlach"), is_person("Lena Morvay and Tom Aldane"), is_person("Opinion")
    (True, True, False)
    """
    found = read_byline(text, sure=True)
    names = [part for part in re.split(r",| and | i | dhe | и | und | et |&", text) if part.strip()]
    return found is not None and all(is_name(name.strip()) for name in names)


def is_address(text: str) -> bool:
    """Whether a line is nothing but an address on the web."""
    return ADDRESS.fullmatch(text) is not None


def is_heading_shape(text: str) -> bool:
    """Whether a line looks like a heading: short, no sentence, and it begins like one."""
    plain = text.lstrip("# ")
    if len(plain) > LONGEST_HEADING or len(plain.split()) > MOST_WORDS:
        return False
    if not OPENING.match(plain) or item_of(plain) or not LETTERS.search(plain):
        return False
    if is_sentence(plain) and not plain.rstrip("”’“»\"'").endswith("?"):
        return False
    return not plain.endswith((":", ",", ";", "–", "-", "—"))


def same(one: str, other: str) -> bool:
    """Whether two lines say the same, but for capitals and marks.

    >>> same("MARKET DAY MOVES", "Market day moves.")
    True
    """
    return bare(one) == bare(other) != ""


def bare(text: str) -> str:
    """Give the letters and figures of a line alone, small."""
    return "".join(c for c in text.casefold() if c.isalnum())


def is_credit_alone(text: str) -> bool:
    """Whether a line is the credit of a picture and nothing else."""
    return is_credit(text) and not is_name(text)
