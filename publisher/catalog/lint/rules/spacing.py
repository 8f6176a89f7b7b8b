"""W: spaces stand where they belong, and do not break what belongs together."""

import re
from collections.abc import Iterator
from functools import cache

from publisher.catalog.lint.entry import Context, Entry
from publisher.catalog.lint.finding import Slip, listed
from publisher.model.language import language as language_of

DOUBLE = re.compile(r"[ \u00a0]{2,}")
BEFORE = re.compile(r"[ \u00a0](?:[,;!?](?!\w)|\.(?![\w.])|(?<!\d.):(?![\w)(]))")
# The mark comes before what is looked for on its left, so that a search leaps from mark to mark.
GLUED = re.compile(r"[,;!?:](?=[^\W\d_])(?:(?<!:)|(?<=[^\W\d_]:))")
GLUED_STOP = re.compile(r"\.(?<=[^\W\d_][^\W\d_][^\W\d_]\.)(?=[^\W\d_][^\W\d_])")
UNITS = "km|m|cm|mm|kg|g|t|ha|l|кг|км|°C|°F|°|€|\\$|£|EUR|USD|RSD|KM"
REFERENCES = {
    "en": "p|pp|No|Figure|Table",
    "sr-Cyrl": "стр|бр|Слика|слика|Табела|табела",
    "sr-Latn": "str|br|Slika|slika|Tabela|tabela",
    "sq": "f|fq|nr|Figura|figura|Tabela|tabela",
}
INITIAL = re.compile(
    r"(?:\A|(?<=[,(:„“] )|(?<=\. ))(?P<initial>[^\W\d_])\. (?P<name>[^\W\d_])(?=[^\W\d_])"
)
DASH = " – "
AROUND = 16  # characters shown on either side


def double(entry: Entry, context: Context) -> Iterator[Slip]:
    """W1: one space between words."""
    del context
    if DOUBLE.search(entry.target.own) and not DOUBLE.search(entry.source.own):
        yield Slip(message="two spaces follow one another", hint="delete one")


def before(entry: Entry, context: Context) -> Iterator[Slip]:
    """W2: no space before a mark of punctuation."""
    del context
    text = entry.target.own
    found = [_around(text, mark) for mark in BEFORE.finditer(text)]
    found = [one for one in found if one not in entry.source.own]
    if found:
        yield Slip(message=f"a space stands before a mark in {listed(found)}", hint="delete it")


def after(entry: Entry, context: Context) -> Iterator[Slip]:
    """W3: a space after a mark of punctuation."""
    del context
    text = entry.target.own
    stops = [stop for stop in GLUED_STOP.finditer(text) if text[stop.end()].isupper()]
    found = [_around(text, mark) for mark in (*GLUED.finditer(text), *stops)]
    found = [one for one in found if one not in entry.source.visible]
    if found:
        yield Slip(message=f"a space is missing in {listed(found)}", hint="put one after the mark")


def breaking(entry: Entry, context: Context) -> Iterator[Slip]:
    """W4: a no-break space inside what a line must not part."""
    text = entry.target.own
    parts: list[re.Match[str]] = []
    if entry.target.has_figures or DASH in text:
        parts += _breaks(context.catalog.language).finditer(text)
    if ". " in text:
        parts += filter(_is_name, INITIAL.finditer(text))
    found = [_around(text, part) for part in parts]
    if found:
        yield Slip(
            message=f"a line may break inside {listed(found)}",
            hint="put a no-break space (U+00A0) there",
        )


def _is_name(part: re.Match[str]) -> bool:
    return part["initial"].isupper() and part["name"].isupper()


def _around(text: str, part: re.Match[str]) -> str:
    """Give a part of a text with the words at its ends."""
    start, end = part.span()
    before = text[max(0, start - AROUND) : start].rsplit(" ", maxsplit=1)[-1]
    return before + part.group() + text[end : end + AROUND].split(" ", maxsplit=1)[0]


@cache
def _breaks(tag: str) -> re.Pattern[str]:
    """Make the pattern of what stands with a plain space where a line must not break."""
    language = language_of(tag)
    parts = [rf"\d+ (?:{UNITS})(?![\w’'])"]
    if tag in REFERENCES:
        parts.append(rf"(?:{REFERENCES[tag]})\.? \d+")
    months = "|".join({*language.dates.months, *language.dates.months_alone})
    if "d\u00a0MMMM" in language.dates.running or "d.\u00a0MMMM" in language.dates.running:
        parts.append(rf"\d{{1,2}}\.? (?:{months})(?!\w)")
    if "MMMM\u00a0d" in language.dates.running:
        parts.append(rf"(?:{months}) \d{{1,2}}(?!\w)")
    dash = DASH if language.dash == DASH else r"(?!)"
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})|{dash}")
