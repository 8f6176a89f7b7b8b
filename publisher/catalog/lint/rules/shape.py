"""E: the translation ends, is bracketed and goes on as the source does."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from operator import eq

from publisher.catalog.lint.entry import Context, Entry
from publisher.catalog.lint.finding import Slip, listed, quoted
from publisher.catalog.lint.sentences import CLOSERS, count_sentences
from publisher.catalog.lint.words import Words
from publisher.model.language import Language
from publisher.model.language import language as language_of

PAIRS = {")": "(", "]": "[", "}": "{"}
BRACKET = re.compile(r"[()\[\]{}]")
ITEM = re.compile(r"\A\s*\w{1,3}\)")  # a) at the head of an item
KINDS = {
    **{mark: mark for mark in ".!?:;…"},
    "。": ".",
    "！": "!",
    "？": "?",
    "؟": "?",
    "：": ":",
    "；": ";",
    "؛": ";",
    "।": ".",
}
END = re.compile(r"\.\.\.\Z|[.!?:;…。！？؟：；؛।]\Z")
MAYBE = re.compile(r"(?:(?<!\w)\w\.[ \u00a0]?){2,3}\Z|(?<!\w)\w\.\Z")  # U.S. at the end
TAIL = 40  # characters in which the last word is looked for
LAST_WORD = re.compile(r"(\w{1,20})\.\Z")
TWICE = re.compile(r"(?<!\w)([^\W\d_]{2,})(?=\s+\1(?!\w))", re.IGNORECASE)
LEGAL_TWICE = {"en": frozenset({"had", "that"})}
ALPHABETIC = frozenset({"Latn", "Cyrl", "Grek", "Arab", "Hebr", "Armn", "Geor"})
LEAST_LENGTH = 25  # characters of a source from which lengths are compared
SHORTEST, LONGEST = 0.5, 2.0  # of the source's length


def final(entry: Entry, context: Context) -> Iterator[Slip]:
    """E1: the same kind of mark at the end."""
    had = _finals(entry.source.own, context.source, context.source_words)
    has = _finals(entry.target.own, context.target, context.target_words)
    if had.isdisjoint(has):
        yield Slip(
            message=f"the source ends with {_mark(had)}, the translation with {_mark(has)}",
            hint="end both alike",
        )


def _mark(kinds: frozenset[str]) -> str:
    return quoted("".join(kinds)) if any(kinds) else "no mark"


def _finals(text: str, language: Language, words: Words) -> frozenset[str]:
    """Give the kinds of mark that a text may be said to end with; "" is none."""
    text = text.rstrip(f"{CLOSERS} \n\t\u00a0")
    end = END.search(text, max(0, len(text) - 3))
    if end is None:
        return frozenset({""})
    if end.group() == ";" and language.tag.partition("-")[0] == "el":
        return frozenset({"?"})
    kind = KINDS.get(end.group(), "…")
    return frozenset(
        {kind, ""} if kind == "." and _may_be_no_stop(text, language, words) else {kind}
    )


def _may_be_no_stop(text: str, language: Language, words: Words) -> bool:
    """Whether the last full stop may belong to an abbreviation, an initial or an ordinal."""
    tail = text[-TAIL:]
    last = LAST_WORD.search(tail)
    if last is None:
        return False
    word = last[1]
    if len(word) == 1 and MAYBE.search(tail):
        return True
    if word[-1].isdecimal():
        return has_ordinal_dots(language.tag)
    return word.casefold() in words.abbreviations


@cache
def has_ordinal_dots(tag: str) -> bool:
    """Whether a number with a full stop is an ordinal, as the days of its dates are."""
    return bool(re.search(r"[dy]\.", language_of(tag).dates.running))


def brackets(entry: Entry, context: Context) -> Iterator[Slip]:
    """E2: brackets open and close in turn, unless the source's do not either."""
    del context
    wrong = _unbalanced(entry.target.own)
    if wrong and not _unbalanced(entry.source.own):
        yield Slip(message=f"the bracket {wrong!r} has no other half", hint="add it, or delete it")


def _unbalanced(text: str) -> str:
    open_: list[str] = []
    bracket: str
    for bracket in BRACKET.findall(ITEM.sub("", text)):
        if bracket not in PAIRS:
            open_.append(bracket)
        elif not open_ or open_.pop() != PAIRS[bracket]:
            return bracket
    return open_[-1] if open_ else ""


def repeated(entry: Entry, context: Context) -> Iterator[Slip]:
    """E3: no word stands twice in a row, unless one does in the source."""
    stems = entry.target.stems
    if not any(map(eq, stems, islice(stems, 1, None))):
        return
    legal = LEGAL_TWICE.get(context.catalog.language.partition("-")[0], frozenset())
    twice = [word for word in _twice(entry.target.own) if word.casefold() not in legal]
    if twice and not any(_twice(entry.source.own)):
        yield Slip(
            message=f"a word stands twice: {listed(twice)}",
            hint="delete one, if both are not meant",
        )


def _twice(text: str) -> Iterator[str]:
    return (found[1] for found in TWICE.finditer(text))


def sentence_count(entry: Entry, context: Context) -> Iterator[Slip]:
    """E4: as many sentences as a source of two or more."""
    had = _sentences(entry.source.own, context.source, context.source_words)
    if had[1] < 2:  # noqa: PLR2004 -- a text of one sentence may become two
        return
    has = _sentences(entry.target.own, context.target, context.target_words)
    if has[1] < had[0] or has[0] > had[1]:
        yield Slip(
            message=f"the source has {_range(had)} sentences, the translation {_range(has)}",
            hint="is one missing, or one too much?",
        )


def _sentences(text: str, language: Language, words: Words) -> tuple[int, int]:
    return count_sentences(text, words, ordinals=has_ordinal_dots(language.tag))


def _range(bounds: tuple[int, int]) -> str:
    least, most = bounds
    return str(least) if least == most else f"{least} to {most}"


def length(entry: Entry, context: Context) -> Iterator[Slip]:
    """E5: half to twice as long as the source, where both are written with letters."""
    had, has = len(entry.source.visible), len(entry.target.visible)
    if had < LEAST_LENGTH or not ALPHABETIC.issuperset(context.scripts):
        return
    if not SHORTEST <= has / had <= LONGEST:
        yield Slip(
            message=f"the source has {had} characters, the translation {has}",
            hint="is something missing, or too much?",
        )
