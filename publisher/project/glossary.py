"""Glossaries on disk: locales/<locale>/glossary.csv, beside a language's catalogs."""

from dataclasses import replace
from pathlib import Path

from publisher.catalog.glossary import Entry, Glossary, Phrase, read_glossary
from publisher.errors import CatalogError
from publisher.localize.derive import DERIVED
from publisher.localize.script import to_latin_text
from publisher.model.language import language as language_of
from publisher.project.publication import Publication

FILE = "glossary.csv"


def glossary_for(publication: Publication, language: str) -> Glossary:
    """Read the glossary of a language; that of a derived script follows from the other's.

    Raises:
        CatalogError: It cannot be read.
    """
    own = _read(publication, language)
    if own is not None:
        return own
    master = _read(publication, DERIVED[language]) if language in DERIVED else None
    if master is None:
        return Glossary()
    return replace(master, entries=tuple(map(_converted, master.entries)))


def _read(publication: Publication, language: str) -> Glossary | None:
    folder = language_of(language).catalog
    path: Path = publication.locales / folder / FILE
    shown = f"locales/{folder}/{FILE}"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CatalogError(f"cannot be read: {error.strerror}", where=shown) from error
    return read_glossary(data, shown)


def _converted(entry: Entry) -> Entry:
    return replace(
        entry,
        translations=tuple(map(_phrase, entry.translations)),
        forbidden=tuple(map(_phrase, entry.forbidden)),
        translation=to_latin_text(entry.translation),
    )


def _phrase(phrase: Phrase) -> Phrase:
    return tuple(map(to_latin_text, phrase))
