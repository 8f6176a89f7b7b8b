"""D: dates, ranges and ordinals as Serbian and Albanian write them."""

import re
from collections.abc import Iterator

from publisher.catalog.lint.entry import Context, Entry
from publisher.catalog.lint.finding import Slip, listed

YEAR_DOT = re.compile(r"(?<!\d)\d{4}\.[,;:)\]]|(?<!\.)\.\.(?!\.)")
RANGE = re.compile(r"(?<!\w)(?:[Оо]д|[Oo]d) \d+\.?[ \u00a0]?[–—-][ \u00a0]?\d+")
ROMAN_ORDINAL = re.compile(r"(?<!\w)[IVX]{1,8}-(?:të|ti|tit|ta|tën|tës|t|rë|ri)(?!\w)")
BARE_CENTURY = re.compile(r"(?<!\w)[Ss]hekull\w{0,5} (?:i |të |e )?\d{1,2}(?![\d-])", re.IGNORECASE)
SLASHES = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}/\d{4}(?![\d/])")


def year_dot(entry: Entry, context: Context) -> Iterator[Slip]:
    """D1: the full stop of a year falls before a mark, and no two stand together."""
    del context
    found = YEAR_DOT.findall(entry.target.own)
    if found:
        yield Slip(
            message=f"a full stop is too much in {listed(found)}",
            hint="write 2023, and not 2023., before a mark; one full stop at the end",
        )


def span(entry: Entry, context: Context) -> Iterator[Slip]:
    """D2: after od comes do, not a dash."""
    del context
    found = RANGE.findall(entry.target.own) if entry.target.has_figures else []
    if found:
        yield Slip(
            message=f"a dash follows od in {listed(found)}",
            hint="write od 1999. do 2008, or 1999–2008 alone",
        )


def ordinal(entry: Entry, context: Context) -> Iterator[Slip]:
    """D3: a Roman numeral has no ending, and figures do."""
    del context
    text = entry.target.own.replace("\u00a0", " ")
    found = ROMAN_ORDINAL.findall(text) if "-" in text else []
    found += BARE_CENTURY.findall(text) if entry.target.has_figures else []
    if found:
        yield Slip(
            message=f"{listed(found)} is not how Albanian writes an ordinal",
            hint="write shekulli XX, or shekulli i 20-të",
        )


def slashes(entry: Entry, context: Context) -> Iterator[Slip]:
    """D4: a date in figures has full stops, not slashes."""
    del context
    text = entry.target.own
    found = SLASHES.findall(text) if "/" in text else []
    if found:
        yield Slip(message=f"slashes part the date {listed(found)}", hint="write 2.6.2023")
