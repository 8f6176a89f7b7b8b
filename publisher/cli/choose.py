"""From what a user typed to what is meant: languages, formats, lists with commas."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import chain

from publisher.errors import UsageError
from publisher.export.registry import format_names
from publisher.model.language import language as language_of
from publisher.model.language import parse_tag
from publisher.project.settings import Settings

ALL = "all"


def split(values: Iterable[str]) -> tuple[str, ...]:
    """Split values at commas.

    >>> split(("sr,sq", "en"))
    ('sr', 'sq', 'en')
    """
    parts = (part.strip() for value in values for part in value.split(","))
    return tuple(part for part in parts if part)


def _asked(values: Iterable[str], every: tuple[str, ...]) -> tuple[str, ...]:
    """Give what is asked for, with everything in the place of `all`, and of nothing."""
    parts = (every if one.lower() == ALL else (one,) for one in split(values) or (ALL,))
    return tuple(chain.from_iterable(parts))


def choose_languages(values: Iterable[str], settings: Settings) -> tuple[str, ...]:
    """Give the tags of the languages asked for; those of the publication by default.

    Raises:
        UsageError: One of them is no language.
    """
    asked = _asked(values, settings.languages)
    tags = tuple(dict.fromkeys(parse_tag(one, serbian=settings.serbian) for one in asked))
    for tag in tags:
        language_of(tag)
    return tags


def choose_formats(values: Iterable[str], settings: Settings) -> tuple[str, ...]:
    """Give the formats asked for; those of the publication by default.

    Raises:
        UsageError: One of them does not exist.
    """
    asked = _asked(values, settings.formats)
    known = format_names()
    for name in asked:
        if name.lower() not in known:
            near = get_close_matches(name.lower(), known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"the formats are: {', '.join(known)}"
            raise UsageError(f"there is no format {name!r}", hint=hint)
    return tuple(dict.fromkeys(name.lower() for name in asked))
