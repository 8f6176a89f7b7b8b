"""S: every word is in the letters of its edition, but for what is kept as it is."""

from collections.abc import Iterable, Iterator

from publisher.catalog.lint.finding import listed
from publisher.catalog.lint.rules.alphabet import CYRILLIC, LATIN
from publisher.catalog.lint.view import WORD
from publisher.model.language import script_of
from publisher.model.walk import figures_of, runs
from publisher.render.edition import Edition
from publisher.verify.finding import Fault
from publisher.verify.record import Illustration, Kind, Record
from publisher.verify.same import spelt, whole
from publisher.verify.wanted import words_of

OTHER = {"Latn": CYRILLIC, "Cyrl": LATIN}


def check(record: Record, edition: Edition) -> Iterator[Fault]:
    """Find words in letters that are not the edition's."""
    wanted = script_of(edition.language)
    if wanted not in OTHER:
        return
    words = [word for text in _texts(record) for word in WORD.findall(text)]
    mixed = [word for word in words if LATIN.search(word) and CYRILLIC.search(word)]
    if mixed := [word for word in mixed if word not in _written(edition)]:
        yield Fault(check="S2", message=f"Latin and Cyrillic letters are mixed in {listed(mixed)}")
    excused = _excused(edition, wanted)
    strange = [w for w in words if OTHER[wanted].search(w) and w not in excused and w not in mixed]
    if strange:
        name = "Cyrillic" if wanted == "Latn" else "Latin"
        yield Fault(check="S1", message=f"{name} letters stand in {listed(strange)}")


def _texts(record: Record) -> Iterator[str]:
    """Give the texts of a file; a credit and a licence are as they were written."""
    for one in record.content:
        if isinstance(one, Illustration):
            yield one.alt.text if one.alt else ""
            for line in one.lines:
                if line.kind not in {Kind.CREDIT, Kind.LICENCE}:
                    yield whole(line.text)
        else:
            yield whole(one.text)
    yield record.metadata.title
    yield record.metadata.description


def _excused(edition: Edition, script: str) -> frozenset[str]:
    """List the words that may be in other letters.

    A foreign name may stand in Cyrillic text; in Latin text a letter, where letters are spoken of.
    """
    written = _written(edition)
    if script == "Cyrl":
        return written
    return _kept(edition) | {word for word in written if len(word) == 1}


def _kept(edition: Edition) -> frozenset[str]:
    """List the words that stay as they are in every script."""
    kept = [
        text
        for article in edition.articles
        for _, run in runs(article)
        for text in words_of(run, article).kept
    ]
    return _words((*kept, *_fixed(edition)))


def _written(edition: Edition) -> frozenset[str]:
    """List all words of the edition as it was written."""
    texts = [
        words_of(run, article).text for article in edition.articles for _, run in runs(article)
    ]
    return _words((*texts, *_fixed(edition)))


def _fixed(edition: Edition) -> Iterator[str]:
    """Give what stands in a file and is nobody's to translate."""
    yield edition.title
    yield edition.publisher
    yield from edition.terms.values()
    for article in edition.articles:
        yield article.source
        for figure in figures_of(article):
            yield figure.licence
            yield figure.credit.line if figure.credit else ""


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in WORD.findall(spelt(text)))
