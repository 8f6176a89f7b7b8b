"""The language that a file declares, unless its words clearly are in another."""

from publisher.errors import PublishError
from publisher.model.language import language, parse_tag
from publisher.readers.tongue import detect

SOUTH_SLAVIC = frozenset(("sr", "hr", "bs", "cnr", "sh", "me"))
REGION_TELLS_NOTHING = frozenset(("en", "sq"))  # a template's default more often than a fact


def settle_language(declared: str, text: str, serbian: str) -> str:
    """Choose the tag of a text's language; empty where nobody knows.

    >>> settle_language("en-US", "", "sr-Cyrl"), settle_language("sr", "Вест", "sr-Latn")
    ('en', 'sr-Cyrl')
    """
    told = _parsed(declared, serbian)
    found = detect(text)
    code, seen = told.partition("-")[0], found.partition("-")[0]
    if code in SOUTH_SLAVIC and (not seen or seen in SOUTH_SLAVIC):
        return _scripted(code if code != "sh" else "sr", text) if code in {"sr", "sh"} else told
    if not found or (code == seen and code != "zh"):
        return code if code in REGION_TELLS_NOTHING else told
    return found


def _parsed(declared: str, serbian: str) -> str:
    try:
        tag = parse_tag(declared.strip(), serbian=serbian)
        return language(tag).tag
    except PublishError:
        return ""


def _scripted(code: str, text: str) -> str:
    cyrillic = sum("\u0400" <= character <= "\u04ff" for character in text)
    latin = sum(character.isalpha() for character in text) - cyrillic
    return f"{code}-Cyrl" if cyrillic > latin else f"{code}-Latn"
