"""Glossaries on disk: locales/<locale>/glossary.csv, beside a language's catalogs."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from publisher.catalog.glossary import Entry, Glossary, read_glossary
from publisher.errors import CatalogError
from publisher.localize.derive import derive_text
from publisher.model.language import language as language_of
from publisher.project.publication import Publication

FILE = "glossary.csv"


def glossary_for(publication: Publication, language: str) -> Glossary:
    """Read the glossary of a language; that of a derived script follows from its master's.

    Raises:
        CatalogError: It cannot be read.
    """
    own = _read(publication, language)
    if own is not None:
        return own
    scripts = publication.settings.scripts
    tag = scripts.master_of(language)
    master = _read(publication, tag) if tag else None
    if master is None:
        return Glossary()
    convert = partial(derive_text, language=language, foreign=scripts.foreign)
    return replace(master, entries=tuple(_converted(entry, convert) for entry in master.entries))


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


def _converted(entry: Entry, convert: Callable[[str], str]) -> Entry:
    return replace(
        entry,
        translations=tuple(tuple(map(convert, phrase)) for phrase in entry.translations),
        forbidden=tuple(tuple(map(convert, phrase)) for phrase in entry.forbidden),
        translation=convert(entry.translation),
    )
