"""From what a user typed to what is meant: languages, formats, lists with commas."""

from collections.abc import Iterable
from itertools import chain

from publisher.build.view import DocxView
from publisher.errors import UsageError
from publisher.export.registry import known_format
from publisher.model.language import language as language_of
from publisher.model.language import parse_tag
from publisher.project.settings import Settings

ALL = "all"
REVIEWED = "docx"  # the format that editors work in


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
    return tuple(dict.fromkeys(map(known_format, asked)))


def choose_viewed_formats(
    values: Iterable[str], view: DocxView, settings: Settings
) -> tuple[str, ...]:
    """Give the formats asked for, where a view of Word files is; to be reviewed, only they are.

    Raises:
        UsageError: One of them does not exist, or cannot be reviewed.
    """
    values = tuple(values)
    if view is DocxView.CLEAN:
        return choose_formats(values, settings)
    chosen = choose_formats(values or (REVIEWED,), settings)
    others = [name for name in chosen if name != REVIEWED]
    if others:
        raise UsageError(
            f"--docx-view {view.value} makes Word files, and {', '.join(others)} is asked for",
            hint="leave --format out here, and build the other formats by a command of their own",
        )
    return chosen
