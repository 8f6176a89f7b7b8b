"""XLIFF files of a publication: where they go, and what they bring home."""

from dataclasses import dataclass, replace
from pathlib import Path

from publisher.catalog.update import update
from publisher.catalog.xliff import Exchange
from publisher.catalog.xliff_home import bring_home
from publisher.catalog.xliff_read import read_xliff
from publisher.errors import ArticleError, CatalogError, UsageError
from publisher.model.article import Article
from publisher.model.language import language as language_of
from publisher.model.language import parse_tag
from publisher.project.articles import Source, read_source
from publisher.project.publication import Publication
from publisher.project.upkeep import Change, Upkeep


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What came of one file.

    Attributes:
        name: The file as a user knows it.
        change: The catalog that it is for, before and after.
        changed: How many entries the file changed.
        stale: How many of its translations are of texts that the article no longer holds.
    """

    name: str
    change: Change
    changed: int
    stale: int


def xliff_path(publication: Publication, language: str, slug: str) -> Path:
    """Say where the XLIFF file of an article in a language belongs."""
    return publication.locales / language_of(language).catalog / f"{slug}.xlf"


def receive(
    upkeep: Upkeep, files: tuple[Path, ...], slugs: frozenset[str], languages: frozenset[str]
) -> tuple[Arrival, ...]:
    """Bring the translations of XLIFF files home; nothing is written.

    Args:
        upkeep: The round through the catalogs.
        files: Several of one article and language are taken one after the other.
        slugs: The articles that the files may be of.
        languages: BCP 47 tags that they may be in.

    Raises:
        CatalogError: A file is broken, or is not of one of these articles and languages.
    """
    found: dict[tuple[str, str], Arrival] = {}
    for file in files:
        exchange = _read(file)
        language = _language(exchange, upkeep.publication, languages)
        source, article = _article(upkeep.publication, exchange, slugs)
        key = exchange.slug, language
        before = found[key].change if key in found else upkeep.article(language, source, article)
        found[key] = _arrival(exchange, before, upkeep, found.get(key))
    return tuple(found.values())


def _read(file: Path) -> Exchange:
    shown = file.as_posix()
    try:
        data = file.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", where=shown) from error
    return read_xliff(data, shown)


def _language(exchange: Exchange, publication: Publication, allowed: frozenset[str]) -> str:
    where = f"{exchange.name}:1"
    try:
        language = parse_tag(exchange.language, serbian=publication.settings.serbian)
    except UsageError as error:
        raise CatalogError(
            f"trgLang is {exchange.language!r}, which is no language", where=where
        ) from error
    if language not in allowed:
        raise CatalogError(
            f"the file is a translation into {language!r}, which is not asked for",
            where=where,
            hint=f"asked for: {', '.join(sorted(allowed))}; --lang {language} asks for this one",
        )
    return language


def _article(
    publication: Publication, exchange: Exchange, slugs: frozenset[str]
) -> tuple[Source, Article]:
    where = f"{exchange.name}:1"
    if exchange.slug not in slugs:
        raise CatalogError(
            f"the file is of the article {exchange.slug!r}, which is not one of these",
            where=where,
            hint=f"the articles: {', '.join(sorted(slugs))}",
        )
    source = read_source(publication, publication.sources[exchange.slug])
    if source.article is None:
        raise ArticleError("\n".join(map(str, source.diagnostics)))
    if exchange.source_language != source.article.language:
        raise CatalogError(
            f"the file is translated from {exchange.source_language!r}, "
            f"the article is in {source.article.language!r}",
            where=where,
        )
    return source, source.article


def _arrival(
    exchange: Exchange, before: Change, upkeep: Upkeep, earlier: Arrival | None
) -> Arrival:
    home = bring_home(before.new, exchange)
    new = update(home.catalog, before.messages, upkeep.memory(before.language))
    return Arrival(
        name=exchange.name,
        change=replace(before, new=new),
        changed=home.changed + (earlier.changed if earlier else 0),
        stale=home.stale + (earlier.stale if earlier else 0),
    )
