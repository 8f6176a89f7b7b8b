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
from publisher.localize.credits import follow_script
from publisher.localize.find import Finder, Languages, Surveyor
from publisher.localize.outcome import Localized, Outcome
from publisher.localize.scripts import HOUSE, OwnCredits, Scripts
from publisher.localize.stale import Stale
from publisher.model.article import Article
from publisher.model.block import Image
from publisher.model.credit import Credit
from publisher.model.inline import Prose
from publisher.model.walk import Place, map_prose

NOWHERE: Mapping[Key, str] = MappingProxyType({})


def localize(  # noqa: PLR0913 -- each of the last three is a choice of its own
    article: Article,
    language: str,
    catalogs: Mapping[str, Catalog],
    *,
    scripts: Scripts = HOUSE,
    places: Mapping[Key, str] = NOWHERE,
    stale: Stale = Stale.SOURCE,
) -> Localized:
    """Give the article in `language`.

    Args:
        article: In its source language.
        language: BCP 47 tag.
        catalogs: The article's catalogs by language, as many as there are.
        scripts: What the publication decides about Serbian in two scripts.
        places: Where the runs of the source stand, as `file:line`, by `Segment.key`.
        stale: What to print where the source changed since it was translated. What `BLOCK` refuses
            is the gate's to refuse; here it is as `SOURCE`.

    Raises:
        CatalogError: A translation does not fit its source text; all such entries are named.
    """
    languages = Languages(source=article.language, edition=language, scripts=scripts)
    finder = Finder(languages, catalogs, places, stale)

    def visit(place: Place, run: Prose) -> Prose:
        segment = segment_of(place, run)
        found = finder.find(segment)
        tag = article.language if found.origin.fell_back else run.language
        return Prose(children=found.words, segment=segment.id, language=tag)

    def choose(image: Image) -> Image:
        return Image(path=image.in_language(language))

    def acknowledge(credit: Credit) -> Credit:
        if scripts.credits is OwnCredits.AS_PRINTED:
            return credit
        return follow_script(credit, language, scripts.foreign)

    localized = map_prose(article, visit, choose, acknowledge)
    if finder.faults:
        raise CatalogError("\n".join(map(str, finder.faults)))
    return Localized(
        article=replace(localized, language=language),
        outcomes=tuple(finder.outcomes),
        diagnostics=tuple(finder.diagnostics),
    )


def survey(
    segments: Iterable[Segment], languages: Languages, catalogs: Mapping[str, Catalog]
) -> tuple[tuple[Outcome, ...], tuple[CatalogError, ...]]:
    """Say what `localize` would make of each segment, and which translations do not fit.

    Those count as fuzzy. Where the words would come from in the source is not said.

    Args:
        segments: Of an article, in the order of reading.
        languages: Of the article, and of the edition.
        catalogs: The article's catalogs by language, as many as there are.
    """
    surveyor = Surveyor(languages, catalogs, NOWHERE, Stale.SOURCE)
    for segment in segments:
        surveyor.find(segment)
    return tuple(surveyor.outcomes), tuple(surveyor.faults)
