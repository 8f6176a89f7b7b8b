"""N: numbers are the same in both languages, each written in its own way."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from publisher.catalog.lint.entry import Context, Entry
from publisher.catalog.lint.finding import Slip, listed
from publisher.catalog.lint.numbers import Number, number_words, read_numbers
from publisher.catalog.lint.view import View
from publisher.catalog.lint.words import Words
from publisher.diagnostics import Level
from publisher.model.language import Language

MOST_SAID = 12  # the largest number that texts commonly write as a word
FIGURES = re.compile(r"[0-9]+")
DECADE = re.compile(r"(?<![0-9])([0-9]{1,3}0)['’]?s\b")
# Whether a plain space may stand between thousands, in the source and in the translation.
SPACED = ((False, False), (False, True), (True, False), (True, True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two texts that should have the same numbers.

    Attributes:
        view: The text.
        language: The language it is in.
        words: What is known of that language's words.
    """

    view: View
    language: Language
    words: Words


def numbers(entry: Entry, context: Context) -> Iterator[Slip]:
    """N1: the same numbers by value; dates, times and ordinals as each language has them."""
    one = Side(view=entry.source, language=context.source, words=context.source_words)
    other = Side(view=entry.target, language=context.target, words=context.target_words)
    lacking, added = differing(one, other)
    if lacking or added:
        yield Slip(
            message="the numbers differ: " + "; ".join(_sides(lacking, added)),
            hint=f"in {context.target.tag}, numbers are written like {_example(context.target)}",
            level=Level.WARNING if may_be_said(one, other, lacking, added) else None,
        )


def differing(one: Side, other: Side) -> tuple[list[Number], list[Number]]:
    """List the numbers that only one of two texts has, by value, in figures or as words."""
    if not one.view.has_figures and not other.view.has_figures:
        return [], []
    known = one.words, other.words
    if not all(words.scales for words in known):
        known = Words(), Words()
    first: tuple[list[Number], list[Number]] | None = None
    for spaced in SPACED:
        mine = read_numbers(one.view.own, one.language, known[0], spaced=spaced[0])
        theirs = read_numbers(other.view.own, other.language, known[1], spaced=spaced[1])
        left = _left((one.view, other.view), mine, theirs, known)
        if not any(left):
            return left
        first = first or left
    return first or ([], [])


def may_be_said(one: Side, other: Side, lacking: list[Number], added: list[Number]) -> bool:
    """Whether all that is on one side only may be words on the other: "5 million", "3-day".

    Languages make words of small numbers, of what they count, and of decades, in more ways than any
    list holds.
    """
    if lacking and added:
        return False
    decades = set(DECADE.findall(one.view.own + other.view.own))
    return all(_is_small(number.text) or number.text in decades for number in lacking + added)


def _is_small(text: str) -> bool:
    figures = FIGURES.findall(text)
    return len(figures) == 1 and int(figures[0]) <= MOST_SAID


def _left(
    views: tuple[View, View],
    one: Iterable[Number],
    other: Iterable[Number],
    known: tuple[Words, Words],
) -> tuple[list[Number], list[Number]]:
    """Strike out what is on both sides, in figures or as a word or a Roman numeral."""
    mine, theirs = _unmatched(one, other)
    source, target = views
    return (
        _without(mine, number_words(target.words, target.own, known[1])),
        _without(theirs, number_words(source.words, source.own, known[0])),
    )


def _sides(lacking: list[Number], added: list[Number]) -> Iterator[str]:
    if lacking:
        yield f"only the source has {listed(number.text for number in lacking)}"
    if added:
        yield f"only the translation has {listed(number.text for number in added)}"


def _example(language: Language) -> str:
    return f"1{language.group}234{language.decimal}5".replace("\u00a0", " ")


def _unmatched(one: Iterable[Number], other: Iterable[Number]) -> tuple[list[Number], list[Number]]:
    """Strike out what is on both sides, first by its likeliest value, then by any."""
    mine, theirs = _struck(list(one), list(other), likeliest=True)
    return _struck(mine, theirs, likeliest=False) if mine and theirs else (mine, theirs)


def _struck(
    mine: list[Number], theirs: list[Number], *, likeliest: bool
) -> tuple[list[Number], list[Number]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(len(theirs) - 1, -1, -1):
        for value in theirs[at].values[: 1 if likeliest else None]:
            places[value].append(at)
    struck: set[int] = set()
    left = []
    for number in mine:
        for value in number.values[: 1 if likeliest else None]:
            place = _free(places[value], struck)
            if place is not None:
                struck.add(place)
                break
        else:
            left.append(number)
    return left, [number for at, number in enumerate(theirs) if at not in struck]


def _free(places: list[int], struck: set[int]) -> int | None:
    while places:
        at = places.pop()
        if at not in struck:
            return at
    return None


def _without(numbers: list[Number], words: Iterator[str]) -> list[Number]:
    """Strike out numbers that the other side writes as words or Roman numerals."""
    if not numbers:
        return numbers
    spare = [Number(text=value, values=(value,)) for value in words]
    return _struck(numbers, spare, likeliest=False)[0]
