"""The words and numbers of the graphics, read from `labels.toml` for one language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from publisher.errors import ArticleError

SOURCE = "labels.toml"
LANGUAGES = ("en", "sr-Cyrl", "sr-Latn", "sq")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened; `day` is None where only the month is known."""

    day: date | None
    date: str
    text: str
    turning_point: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The words of the timeline in one language."""

    language: str
    title: str
    subtitle: str
    note: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: its name, its printed value, and its parts in troops, from left to right."""

    label: str
    value: str
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """The words and numbers of the bar chart in one language; `axis` pairs value and print."""

    language: str
    title: str
    subtitle: str
    source: str
    caption: str
    bars: tuple[Bar, ...]
    axis: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alphabet:
    """The letters of an alphabet in their order; a letter may be two characters."""

    language: str
    title: str
    description: str
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """Whose a picture is, as its metadata says; `statement` is the address of the licence."""

    creator: str
    credit: str
    notice: str
    usage: str
    statement: str


Labels = Mapping[str, Any]


def read_labels() -> Labels:
    """Read the shipped table of words."""
    text = files("publisher.sample").joinpath(SOURCE).read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


def timeline(labels: Labels, language: str) -> Timeline:
    """Take the timeline's words in `language`.

    Raises:
        ArticleError: A word is missing in `language`.
    """
    table = labels["timeline"]
    return Timeline(
        language=language,
        title=_word(table, "title", language),
        subtitle=_word(table, "subtitle", language),
        note=_word(table, "note", language),
        events=tuple(
            Event(
                day=event.get("day"),
                date=_word(event, "date", language),
                text=_word(event, "text", language),
                turning_point=event.get("turning_point", False),
            )
            for event in table["events"]
        ),
    )


def strength(labels: Labels, language: str) -> Strength:
    """Take the bar chart's words in `language`, numbers printed as that language does.

    Raises:
        ArticleError: A word is missing in `language`.
    """
    table = labels["strength"]
    before, added = table["before"], table["added"]
    total = before + added
    mark = _word(labels, "thousands", language)
    printed = {
        "before": group(before, mark),
        "added": group(added, mark),
        "total": group(total, mark),
    }
    about = _word(table, "about", language)
    bars = (
        ("before_label", about.format(number=printed["before"]), (before,)),
        ("added_label", printed["added"], (0, added)),
        ("total_label", about.format(number=printed["total"]), (before, added)),
    )
    return Strength(
        language=language,
        title=_word(table, "title", language).format_map(printed),
        subtitle=_word(table, "subtitle", language),
        source=_word(table, "source", language),
        caption=_word(table, "caption", language).format_map(printed),
        bars=tuple(
            Bar(label=_word(table, key, language), value=value, parts=parts)
            for key, value, parts in bars
        ),
        axis=tuple((value, group(value, mark)) for value in table["axis"]),
    )


def alphabet(labels: Labels) -> Alphabet:
    """Take the alphabet; it has one language, its own."""
    table = labels["alphabet"]
    return Alphabet(
        language=table["language"],
        title=table["title"],
        description=table["description"],
        letters=tuple(table["letters"].split()),
    )


def rights(labels: Labels) -> Rights:
    """Take what the metadata of every picture says about its rights."""
    return Rights(**labels["rights"])


def group(number: int, mark: str) -> str:
    """Print a whole number with `mark` between its groups of three digits.

    >>> group(4700, ".")
    '4.700'
    >>> group(700, ".")
    '700'
    """
    return f"{number:,}".replace(",", mark)


def _word(table: Mapping[str, Any], key: str, language: str) -> str:
    words: Mapping[str, str] = table[key]
    if language not in words:
        raise ArticleError(
            f"{key!r} has no words in {language!r}",
            where=SOURCE,
            hint=f"add {language} beside the others",
        )
    return words[language]
