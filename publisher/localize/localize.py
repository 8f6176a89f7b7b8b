"""Localisation: an article and its catalogs give the article in one language.

What has no translation falls back to the source text, in the source's own language tag. Serbian
in one script is derived from the other's catalog, entry by entry. A variety of a language takes
what it has not of its own from the language, and the other way round from the source.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from publisher.catalog.message import Catalog, Key
from publisher.catalog.segment import Segment, segment_of
from publisher.errors import CatalogError
from publisher.localize.find import Finder, Surveyor
from publisher.localize.outcome import Localized, Outcome
from publisher.localize.stale import Stale
from publisher.model.article import Article
from publisher.model.block import Image
from publisher.model.inline import Prose
from publisher.model.walk import Place, map_prose

NOWHERE: Mapping[Key, str] = MappingProxyType({})


def localize(
    article: Article,
    language: str,
    catalogs: Mapping[str, Catalog],
    *,
    places: Mapping[Key, str] = NOWHERE,
    stale: Stale = Stale.SOURCE,
) -> Localized:
    """Give the article in `language`.

    Args:
        article: In its source language.
        language: BCP 47 tag.
        catalogs: The article's catalogs by language, as many as there are.
        places: Where the runs of the source stand, as `file:line`, by `Segment.key`.
        stale: What to print where the source changed since it was translated. What `BLOCK` refuses
            is the gate's to refuse; here it is as `SOURCE`.

    Raises:
        CatalogError: A translation does not fit its source text; all such entries are named.
    """
    finder = Finder(article.language, language, catalogs, places, stale)

    def visit(place: Place, run: Prose) -> Prose:
        segment = segment_of(place, run)
        found = finder.find(segment)
        tag = article.language if found.origin.fell_back else run.language
        return Prose(children=found.words, segment=segment.id, language=tag)

    localized = map_prose(article, visit, lambda image: Image(path=image.in_language(language)))
    if finder.faults:
        raise CatalogError("\n".join(map(str, finder.faults)))
    return Localized(
        article=replace(localized, language=language),
        outcomes=tuple(finder.outcomes),
        diagnostics=tuple(finder.diagnostics),
    )


def survey(
    segments: Iterable[Segment], source: str, language: str, catalogs: Mapping[str, Catalog]
) -> tuple[tuple[Outcome, ...], tuple[CatalogError, ...]]:
    """Say what `localize` would make of each segment, and which translations do not fit.

    Those count as fuzzy. Where the words would come from in the source is not said.

    Args:
        segments: Of an article, in the order of reading.
        source: BCP 47 tag of the article.
        language: BCP 47 tag.
        catalogs: The article's catalogs by language, as many as there are.
    """
    surveyor = Surveyor(source, language, catalogs, NOWHERE, Stale.SOURCE)
    for segment in segments:
        surveyor.find(segment)
    return tuple(surveyor.outcomes), tuple(surveyor.faults)
