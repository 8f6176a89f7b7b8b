"""U: the text was translated, and all of it."""

import re
from collections.abc import Iterator

from publisher.catalog.lint.entry import Context, Entry
from publisher.catalog.lint.finding import Slip, listed
from publisher.catalog.lint.rules.terms import is_term

LEAST = 3  # lower-case letters of a text that is more than a name or a code
NAMES = frozenset({"byline", "place", "quotation-source", "keyword", "rights"})  # roles of names

# Two of these in a row are English, where one of them is in the first list. Words that another
# language of Europe has as well are in the second.
ENGLISH = frozenset(
    [
        "the",
        "and",
        "which",
        "with",
        "from",
        "that",
        "this",
        "these",
        "those",
        "they",
        "their",
        "them",
        "have",
        "has",
        "been",
        "would",
        "could",
        "should",
        "said",
        "there",
        "where",
        "when",
        "into",
        "about",
        "after",
        "before",
        "were",
        "who",
        "whose",
        "what",
        "because",
        "while",
    ]
)
COMMON = frozenset(
    [
        "of",
        "was",
        "is",
        "are",
        "in",
        "on",
        "at",
        "to",
        "a",
        "an",
        "he",
        "she",
        "it",
        "his",
        "her",
        "will",
        "be",
        "for",
        "by",
        "as",
        "not",
        "but",
        "or",
        "had",
    ]
)
PAIR = re.compile(r"(?<!\w)([^\W\d_]+) (?=([^\W\d_]+)(?!\w))")


def untranslated(entry: Entry, context: Context) -> Iterator[Slip]:
    """U1: the translation is not the source, but for names and codes."""
    own = entry.source.own
    if own.strip() != entry.target.own.strip() or sum(map(str.islower, own)) < LEAST:
        return
    if context.source.tag == context.target.tag or _is_name(entry, context):
        return
    yield Slip(
        message="the translation is the source text",
        hint="translate it; or if it stays as it is: # lint: off U1",
    )


def _is_name(entry: Entry, context: Context) -> bool:
    words = entry.source.words
    named = entry.role in NAMES and all(word[0].isupper() for word in words)
    return named or is_term(entry, context)


def partly_english(entry: Entry, context: Context) -> Iterator[Slip]:
    """U2: no two English words in a row, but in words that are marked as English."""
    del context
    if entry.target.own.isascii() or not ENGLISH.isdisjoint(entry.target.words):
        pairs = filter(_english, PAIR.finditer(entry.target.own))
        found = [f"{pair[1]} {pair[2]}" for pair in pairs]
        if found:
            yield Slip(
                message=f"English is left in {listed(found)}",
                hint="translate it; in the article, mark words in English as such",
            )


def _english(pair: re.Match[str]) -> bool:
    words = {pair[1].lower(), pair[2].lower()}
    return words <= ENGLISH | COMMON and not words.isdisjoint(ENGLISH)
