"""The layouts' words on disk: the shipped catalogs, overlaid by the publication's own."""

from collections.abc import Iterator
from pathlib import Path

from publisher.catalog.message import Catalog, Message
from publisher.errors import ArticleError, CatalogError
from publisher.localize.derive import derive_text
from publisher.localize.scripts import OTHER
from publisher.model.language import lookup_tags
from publisher.model.text import require_text
from publisher.project.publication import WORDS, Publication, read_catalog
from publisher.project.shipped import shipped
from publisher.render.terms import TERM_CONTEXT, Term, Terms


def read_terms(publication: Publication, language: str, *, draft: bool = False) -> Terms:
    """Give every word that layouts print, in a language; a draft may fall back to English.

    Raises:
        CatalogError: Words have no translation, or a translation lacks its `{placeholder}`.
    """
    found = {term: _word(publication, language, term) for term in Term}
    missing = [term.value for term, word in found.items() if word is None]
    if missing and not draft:
        more = f" and {len(missing) - 1} more are" if len(missing) > 1 else " is"
        raise CatalogError(
            f"the layout's word {missing[0]!r}{more} not translated",
            where=publication.catalog_name(language, WORDS),
            hint=f"run `publish update --lang {language}`, then translate that file",
        )
    return {term: word or term.value for term, word in found.items()}


def term_messages() -> tuple[Message, ...]:
    """List the layouts' words as untranslated messages."""
    note = "a word printed by layouts; keep {placeholders} as they are"
    return tuple(Message(context=TERM_CONTEXT, source=term.value, notes=(note,)) for term in Term)


def untranslated_terms(publication: Publication, language: str) -> frozenset[Term]:
    """List the words that have no translation, for which a draft takes the English ones.

    Raises:
        CatalogError: A translation lacks its `{placeholder}`.
    """
    return frozenset(term for term in Term if _word(publication, language, term) is None)


def lacks_terms(publication: Publication, language: str) -> bool:
    """Whether a word is missing, so that the publication needs a catalog of words of its own."""
    try:
        read_terms(publication, language)
    except CatalogError:
        return True
    return False


def _word(publication: Publication, language: str, term: Term) -> str | None:
    """Find a word: the publication's own first, in this script or derived, then the shipped one."""
    for catalog in _catalogs(publication, language):
        message = catalog.find((TERM_CONTEXT, term.value))
        if message and message.usable:
            word = message.translation
            _require_printable(word, catalog.where(message))
            _require_placeholders(word, term, catalog.where(message))
            if catalog.language != OTHER.get(language):
                return word
            return derive_text(word, language, publication.settings.scripts.foreign)
    return None


def _require_printable(text: str, where: str) -> None:
    try:
        require_text(text, "the translation")
    except ArticleError as error:
        raise CatalogError(error.message, where=where, hint=error.hint) from error


def _require_placeholders(text: str, term: Term, where: str) -> None:
    if placeholders(text) != placeholders(term.value):
        raise CatalogError(
            f"the translation of {term.value!r} has other placeholders",
            where=where,
            hint=f"keep {', '.join(sorted(placeholders(term.value))) or 'none'} as written",
        )


def placeholders(text: str) -> frozenset[str]:
    """List the `{…}` of a text.

    >>> sorted(placeholders("Page {number} of {total}"))
    ['{number}', '{total}']
    """
    return frozenset("{" + part.partition("}")[0] + "}" for part in text.split("{")[1:])


def _catalogs(publication: Publication, language: str) -> Iterator[Catalog]:
    """Give the catalogs of words that can help, the publication's own before the shipped ones.

    A word may come from the other Serbian script, as the shipped ones do; the publication's own
    only from its master.
    """
    nearest = lookup_tags(language)
    master = publication.settings.scripts.master_of(language)
    for tag in filter(None, (*nearest, master)):
        yield from _read(publication, publication.catalog_path(tag, WORDS), tag)
    for tag in filter(None, (*nearest, OTHER.get(language))):
        own = publication.catalog_path(tag, WORDS)
        theirs = shipped("locales") / own.relative_to(publication.locales)
        if theirs != own:
            yield from _read(publication, theirs, tag)


def _read(publication: Publication, path: Path, tag: str) -> Iterator[Catalog]:
    catalog = read_catalog(path, publication.catalog_name(tag, WORDS), tag)
    if catalog:
        yield catalog
