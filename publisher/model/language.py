"""Languages: one tag inside the program, and what each language needs to be printed.

A language is a BCP 47 tag in canonical case (`sr-Cyrl`). This is the one place that maps it to the
names that catalogs, Babel and Word have for it. The files in `languages/` say what CLDR lacks or
says otherwise; everything else, and every other language, comes from CLDR.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias

from babel import Locale
from babel.core import get_global

from publisher.errors import UsageError
from publisher.model.cldr import find_locale, record_of, word_tag
from publisher.model.cldr import script_of as likely_script

FORM = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)",
    re.ASCII | re.IGNORECASE,
)
POSIX = re.compile(
    r"(?P<name>[^.@]+)(?:\.utf-?8)?(?:@(?P<modifier>latin|cyrillic))?", re.IGNORECASE
)
MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl"}
EXAMPLES = "write a tag such as en, sr-Cyrl, sr-Latn, sq or pt-BR"

Pair: TypeAlias = tuple[str, str]
Span: TypeAlias = tuple[str, str, str]  # the first day's pattern, what is between, the last day's


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """How days are written.

    Patterns are those of CLDR (Unicode Technical Standard 35, part 4), where `MMMM` is a month
    inside a date and `LLLL` one that stands alone.

    Attributes:
        standalone: For a heading or a table.
        running: For a sentence.
        short: In figures.
        weekday: With the day of the week.
        range_days: From one day to another of the same month.
        range_months: The same, of the same year.
        range_years: The same, of different years.
        years: From one year to another.
        months: The twelve words for `MMMM`.
        months_alone: The twelve words for `LLLL`.
        weekdays: The seven words for `EEEE`, from Monday.
        drop_dot_before: The characters before which a date loses its last full stop.
    """

    standalone: str
    running: str
    short: str
    weekday: str
    range_days: Span
    range_months: Span
    range_years: Span
    years: Span
    months: tuple[str, ...]
    months_alone: tuple[str, ...]
    weekdays: tuple[str, ...]
    drop_dot_before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """How items are listed; each pattern joins what is before, {0}, and what comes, {1}."""

    two: str
    start: str
    middle: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What it takes to print a language.

    Attributes:
        tag: BCP 47, for HTML, EPUB and PDF.
        name: Its own name for itself.
        babel: Babel's locale.
        catalog: The folder of its catalogs under `locales/`.
        word: Word's `w:lang`.
        hyphenation: The tag by whose patterns its words are divided.
        hyphenate_limits: Letters in the shortest word that may be divided, and the fewest before
            and after the break, as in CSS `hyphenate-limit-chars`.
        direction: Of its script.
        quotes: Outer and inner quotation marks.
        dash: Parts a dateline from the text and a thought from its sentence, spaces included.
        decimal: Stands before a number's fraction.
        group: Stands between a number's thousands.
        time: CLDR pattern of a time of day.
        periods: The words for `a` in `time`, before and after noon.
        dates: How days are written.
        conjunction: Lists with "and".
        disjunction: Lists with "or".
    """

    tag: str
    name: str
    babel: str
    catalog: str
    word: str
    hyphenation: str
    hyphenate_limits: tuple[int, int, int] = (5, 2, 2)
    direction: Literal["ltr", "rtl"]
    quotes: tuple[Pair, Pair] = (("“", "”"), ("‘", "’"))
    dash: str = " – "
    decimal: str
    group: str
    time: str
    periods: Pair
    dates: Dates
    conjunction: Series
    disjunction: Series


def parse_tag(text: str, *, serbian: str = "sr-Cyrl") -> str:
    """Bring a language tag to its canonical form; whether CLDR knows the language is not asked.

    POSIX spellings are understood. Serbian always has its script and never a region, which makes
    no difference in print: the script is `serbian`'s where the text says neither script nor
    region, and with a region alone the one that CLDR says is usual there.

    >>> parse_tag("SR_latn"), parse_tag("sr_RS@latin"), parse_tag("pt-br"), parse_tag("sqi")
    ('sr-Latn', 'sr-Latn', 'pt-BR', 'sq')
    >>> parse_tag("sr"), parse_tag("sr", serbian="sr-Latn"), parse_tag("sr-ME")
    ('sr-Cyrl', 'sr-Latn', 'sr-Latn')

    Raises:
        UsageError: The text does not have the form of a tag.
    """
    posix = POSIX.fullmatch(text)
    form = FORM.fullmatch(posix["name"].replace("_", "-")) if posix else None
    if posix is None or form is None:
        raise UsageError(f"{text!r} is not a language tag", hint=EXAMPLES)
    code = _shortest(form["language"].lower())
    script = MODIFIERS.get((posix["modifier"] or "").lower()) or (form["script"] or "").title()
    region = (form["region"] or "").upper()
    if code == "sr":
        if not script and not region:
            return serbian + form["variants"].lower()
        script, region = script or likely_script(code, region), ""
    return "-".join(filter(None, (code, script, region))) + form["variants"].lower()


def _shortest(code: str) -> str:
    """Give the code that BCP 47 prefers; one that stands for more than a language is kept."""
    alias: str = get_global("language_aliases").get(code, code)
    return code if "_" in alias else alias


def lookup_tags(tag: str) -> tuple[str, ...]:
    """List the tags under which what is wanted in a language is looked up, the nearest first.

    They are those of RFC 4647 (section 3.4), without those that mean another script.

    >>> [lookup_tags(tag) for tag in ("de-AT", "sr-Latn", "zh-TW", "zh-Hant-TW")]
    [('de-AT', 'de'), ('sr-Latn',), ('zh-TW',), ('zh-Hant-TW', 'zh-Hant')]
    """
    form = FORM.fullmatch(tag)
    if form is None:
        return (tag,)
    code, script, region = form["language"], form["script"], form["region"]
    wider = ("-".join(filter(None, parts)) for parts in ((code, script, region), (code, script)))
    same = (one for one in wider if script_of(one) == script_of(tag))
    return tuple(dict.fromkeys((tag, *same)))


def are_akin(one: str, other: str) -> bool:
    """Whether one of two tags is the other, or a variety of it: American English is English.

    >>> are_akin("en", "en-US"), are_akin("en-GB", "en-US"), are_akin("sr-Latn", "sr-Cyrl")
    (True, False, False)
    """
    return one in lookup_tags(other) or other in lookup_tags(one)


def has_name(tag: str) -> bool:
    """Whether CLDR has a name for the language of a tag, be it one that it can print or not.

    >>> has_name("sr-Latn"), has_name("grc"), has_name("zz")
    (True, True, False)
    """
    return tag.partition("-")[0] in Locale("en").languages


def script_of(tag: str) -> str:
    """Give the script of a tag, by ISO 15924; nothing where it has none and CLDR knows none.

    >>> script_of("sr-Latn"), script_of("sq"), script_of("ar"), script_of("zh-TW")
    ('Latn', 'Latn', 'Arab', 'Hant')
    """
    return _parts(tag)[1]


def _parts(tag: str) -> tuple[str, str, str]:
    """Part a tag into language, script (the likely one where it has none) and region."""
    form = FORM.fullmatch(tag)
    if form is None:
        raise UsageError(f"{tag!r} is not a language tag", hint=EXAMPLES)
    code, region = form["language"], form["region"] or ""
    return code, form["script"] or likely_script(code, region), region


@cache
def language(tag: str) -> Language:
    """Give the record of a language.

    Args:
        tag: As `parse_tag` gives it.

    Raises:
        UsageError: The tag is not canonical, or CLDR does not have the language in that script.
    """
    if parse_tag(tag) != tag:
        raise UsageError(f"{tag!r} is not a canonical tag", hint=f"write {parse_tag(tag)}")
    parts = _parts(tag)
    locale = find_locale(*parts)
    if locale is None:
        raise UsageError(f"CLDR has no language {tag!r}", hint=EXAMPLES)
    own = _own(*parts)
    babel = own.get("babel", str(locale))
    record = {
        "name": locale.get_display_name() or tag,
        "babel": babel,
        "catalog": tag.replace("-", "_"),
        "word": word_tag(*parts),
        "hyphenation": tag,
        **_overlaid(record_of(Locale.parse(babel)), own),
    }
    for name, table in (("dates", Dates), ("conjunction", Series), ("disjunction", Series)):
        record[name] = table(**record[name])
    return Language(tag=tag, **record)


def _own(code: str, script: str, region: str) -> dict[str, Any]:
    """Read what the program itself says of a language."""
    own = _read(f"{code}-{script}") or (_read(code) if likely_script(code) == script else {})
    regions = own.pop("regions", None)
    if own and (regions is None or region in {"", *regions}):
        return own
    quotes = _read("quotes").get(code)
    return {"quotes": quotes} if quotes else {}


def _read(name: str) -> dict[str, Any]:
    file = files("publisher.model") / "languages" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def _overlaid(record: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Lay what the program says over what CLDR says, table by table."""
    overlaid = dict(record)
    for name, value in own.items():
        overlaid[name] = (
            _overlaid(record[name], value) if isinstance(value, dict) else _frozen(value)
        )
    return overlaid


def _frozen(value: object) -> object:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
