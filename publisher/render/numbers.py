"""Numbers, percentages and sums of money as each language writes them."""

from decimal import Decimal

from babel import Locale, numbers

from publisher.model.language import Language
from publisher.render.typography import widen_spaces

MINUS = "\u2212"


def format_number(number: Decimal | float, language: Language) -> str:
    """Write a number with three decimal places at most."""
    return _set(numbers.format_decimal(number, locale=language.babel))


def format_percent(share: Decimal | float, language: Language) -> str:
    """Write a share, 1 for the whole, in per cent with two decimal places at most."""
    locale = Locale.parse(language.babel)
    pattern = locale.percent_formats[None].pattern.replace("0", "0.##")
    return _set(numbers.format_percent(share, pattern, locale=locale))


def format_currency(amount: Decimal | float, currency: str, language: Language) -> str:
    """Write a sum of money; `currency` is its ISO 4217 code."""
    return _set(numbers.format_currency(amount, currency, locale=language.babel))


def _set(text: str) -> str:
    """Give a number its proper minus sign and spaces that a font has."""
    return widen_spaces(text.replace("-", MINUS))
