"""T: terms are translated as the glossary says, and the same text the same way each time."""

from collections.abc import Iterator

from publisher.catalog.glossary import OPEN, STEM, Phrase, stem
from publisher.catalog.glossary import Entry as Term
from publisher.catalog.lint.entry import Context, Entry
from publisher.catalog.lint.finding import Slip, quoted
from publisher.catalog.lint.view import WORD, View
from publisher.catalog.lint.words import Words
from publisher.catalog.message import Message


def terms(entry: Entry, context: Context) -> Iterator[Slip]:
    """T1: an approved form of each glossary term, no forbidden one, and one source one translation.

    Words are compared by their stems, since languages inflect.
    """
    yield from _glossary(entry, context)
    if entry.form == 0 and entry.message.plural is None:
        yield from _twin(entry.message, context)


def is_term(entry: Entry, context: Context) -> bool:
    """Whether the whole text is a term that the glossary translates in these very words."""
    text = entry.source
    return any(
        len(phrase) == len(text.words) and _holds(text, phrase, context.target_words)
        for term in _terms(text, context)
        for phrase in term.translations
    )


def _glossary(entry: Entry, context: Context) -> Iterator[Slip]:
    known, text = context.target_words, entry.target
    shouted = text.own.isupper()
    for term in _terms(entry.source, context):
        note = f" ({term.note})" if term.note else ""
        hint = f"{context.reference.glossary.name}:{term.line}{note}"
        if not any(_holds(text, phrase, known, shouted=shouted) for phrase in term.translations):
            yield Slip(
                message=f"the term {quoted(term.term)} is not translated as"
                f" {quoted(term.translation)}",
                hint=hint,
            )
        for phrase in () if shouted else term.forbidden:
            if _forbids(text, phrase, term, known):
                yield Slip(
                    message=f"{quoted(' '.join(phrase))} must not be written for"
                    f" {quoted(term.term)}",
                    hint=hint,
                )


def _terms(text: View, context: Context) -> tuple[Term, ...]:
    """List the terms in a source text, each once, in the order of the glossary."""
    by_stem = context.reference.glossary.by_stem
    if not by_stem:
        return ()
    found = {
        term.line: term
        for letters in (*by_stem.keys() & set(text.stems), *context.reference.glossary.short)
        for phrase, term in by_stem[letters]
        if _holds(text, phrase, context.source_words)
    }
    return tuple(found[line] for line in sorted(found))


def _forbids(text: View, phrase: Phrase, term: Term, known: Words) -> bool:
    """Whether a forbidden phrase stands in a text, and is not a form of an approved one."""
    words = text.words
    return any(
        words[at : at + len(phrase)] == phrase
        or not any(_begins(words, at, approved, known) for approved in term.translations)
        for at in _places(text, phrase)
        if _begins(words, at, phrase, known)
    )


def _holds(text: View, phrase: Phrase, known: Words, *, shouted: bool = False) -> bool:
    places = _places(text, phrase)
    return any(_begins(text.words, at, phrase, known, shouted=shouted) for at in places)


def _places(text: View, phrase: Phrase) -> list[int]:
    """List the places where a phrase may begin."""
    letters = stem(phrase[0])
    if len(letters) < STEM:
        return list(range(len(text.words)))
    return [at for at, beginning in enumerate(text.stems) if beginning == letters]


def _begins(
    words: tuple[str, ...], at: int, phrase: Phrase, known: Words, *, shouted: bool = False
) -> bool:
    """Whether a phrase stands at a place of a text, its words in any form."""
    there = words[at : at + len(phrase)]
    return len(there) == len(phrase) and all(
        _is(word, wanted, known, shouted=shouted)
        for word, wanted in zip(there, phrase, strict=True)
    )


def _is(word: str, wanted: str, known: Words, *, shouted: bool) -> bool:
    if wanted.endswith(OPEN):
        return word.casefold().startswith(wanted.rstrip(OPEN).casefold())
    if wanted.isupper() and not shouted and not word.startswith(wanted):
        return False  # US is not us
    return known.alike(word, wanted)


def _twin(message: Message, context: Context) -> Iterator[Slip]:
    first = context.twins[message.source]
    if first is message or first.translation == message.translation:
        return
    words = (WORD.findall(one.translation) for one in (first, message))
    if not context.target_words.same(*words):
        yield Slip(
            message=f"the same text is translated as {quoted(first.translation)} in"
            f" {context.catalog.where(first)}",
            hint="translate both alike, unless they mean different things",
        )
