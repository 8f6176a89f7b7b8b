"""What CLDR says of a language, through Babel, in the shape of the files in `languages/`."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_time
from babel.numbers import get_decimal_symbol, get_group_symbol

MONTHS = range(1, 13)
WEEKDAYS = range(7)
YEARS = ("y–", "y")


def script_of(language: str, region: str = "") -> str:
    """Give the script a language is most likely written in; nothing where CLDR does not know.

    >>> script_of("sr"), script_of("sr", "ME"), script_of("zh", "TW")
    ('Cyrl', 'Latn', 'Hant')
    """
    return _likely(language, region)[0]


def _likely(language: str, region: str = "") -> tuple[str, str]:
    """Give the likely script and region."""
    likely: Mapping[str, str] = get_global("likely_subtags")
    found = likely.get(f"{language}_{region}") or likely.get(language)
    if not found:
        return "", region
    _, script, likely_region = found.split("_")
    return script, region or likely_region


def find_locale(language: str, script: str, region: str) -> Locale | None:
    """Find the nearest locale that CLDR has, in the very language and script."""
    for parts in ((language, script, region), (language, script), (language, region), (language,)):
        try:
            locale = Locale.parse("_".join(filter(None, parts)))
        except (UnknownLocaleError, ValueError):
            continue
        own = locale.script or script_of(locale.language, locale.territory or "")
        if locale.language == language and own == script:
            return locale
    return None


def word_tag(language: str, script: str, region: str) -> str:
    """Give the tag with a region that Word knows, with a script only where it is not the usual one.

    >>> word_tag("mk", "Cyrl", ""), word_tag("zh", "Hant", ""), word_tag("uz", "Cyrl", "")
    ('mk-MK', 'zh-TW', 'uz-Cyrl-UZ')
    """
    likely: Mapping[str, str] = get_global("likely_subtags")
    exact = likely.get(f"{language}_{script}", "").rpartition("_")[2]
    region = region or exact or _likely(language)[1]
    parts = (
        (language, region)
        if script_of(language, region) == script
        else (
            language,
            script,
            region,
        )
    )
    return "-".join(filter(None, parts))


def record_of(locale: Locale) -> dict[str, Any]:
    """Give what a record of a language holds, as far as CLDR has it."""
    return {
        "direction": "rtl" if locale.text_direction == "rtl" else "ltr",
        "decimal": get_decimal_symbol(locale),
        "group": get_group_symbol(locale).replace("\u202f", "\u00a0"),  # as it is printed
        "time": locale.time_formats["short"].pattern,
        "periods": tuple(format_time(time(hour), "a", locale=locale) for hour in (0, 12)),
        "dates": _dates(locale),
        "conjunction": _series(locale, "standard"),
        "disjunction": _series(locale, "or"),
    }


def _dates(locale: Locale) -> dict[str, Any]:
    patterns = {width: locale.date_formats[width].pattern for width in ("full", "long", "short")}
    between = locale.interval_formats[None][len("{0}") : -len("{1}")]
    span = (patterns["long"], between, patterns["long"])
    months = tuple(locale.months["format"]["wide"][month] for month in MONTHS)
    first, last = locale.interval_formats.get("y", {}).get("y", YEARS)
    return {
        "standalone": patterns["long"],
        "running": patterns["long"],
        "short": patterns["short"],
        "weekday": patterns["full"],
        "range_days": span,
        "range_months": span,
        "range_years": span,
        "years": (first, "", last),
        "months": months,
        # Not CLDR's own words for months that stand alone: Babel gives one language those of
        # another that was asked for before. No pattern of CLDR used here needs them.
        "months_alone": months,
        "weekdays": tuple(locale.days["format"]["wide"][day] for day in WEEKDAYS),
    }


def _series(locale: Locale, style: str) -> dict[str, str]:
    patterns = locale.list_patterns[style]
    return {
        "two": patterns["2"],
        "start": patterns["start"],
        "middle": patterns["middle"],
        "end": patterns["end"],
    }
