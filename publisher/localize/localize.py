"""Localisation: an article and its catalogs give the article in one language.

What has no translation falls back to the source text, in the source's own language tag. Serbian
in one script is derived from the other's catalog, entry by entry. A variety of a language takes
what it has not of its own from the language, and the other way round from the source.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType

from publisher.catalog.message import Catalog, Key, Message
from publisher.catalog.segment import Segment, segment_of
from publisher.catalog.tags import unflatten
from publisher.diagnostics import Diagnostic, Level
from publisher.errors import ArticleError, CatalogError
from publisher.localize.derive import DERIVED, convertible, derive
from publisher.localize.repairs import repairs
from publisher.model.article import Article
from publisher.model.block import Image
from publisher.model.inline import Inline, Prose
from publisher.model.language import are_akin, lookup_tags
from publisher.model.walk import Place, Role, map_prose

NOWHERE: Mapping[Key, str] = MappingProxyType({})


class Origin(Enum):
    """Where the words of a run came from; code and kept words alone are always the source's."""

    SOURCE = "source"
    TRANSLATED = "translated"
    DERIVED = "derived"
    MISSING = "missing"
    FUZZY = "fuzzy"

    @property
    def fell_back(self) -> bool:
        """Whether the words are those of the source, for want of a translation."""
        return self in {Origin.MISSING, Origin.FUZZY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one run.

    Attributes:
        segment: The run's id.
        role: What it is in the article.
        source: Its source text.
        origin: Where its words came from.
        where: The catalog entry as `file:line`, or the catalog that lacks it; of words derived from
            the source, the place in the source.
    """

    segment: str
    role: Role
    source: str
    origin: Origin
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Localized:
    """An article in one language, and what became of each of its runs."""

    article: Article
    outcomes: tuple[Outcome, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def fallen_back(self) -> tuple[Outcome, ...]:
        """The runs that stand in the source language."""
        return tuple(outcome for outcome in self.outcomes if outcome.origin.fell_back)


def localize(
    article: Article,
    language: str,
    catalogs: Mapping[str, Catalog],
    *,
    places: Mapping[Key, str] = NOWHERE,
) -> Localized:
    """Give the article in `language`.

    Args:
        article: In its source language.
        language: BCP 47 tag.
        catalogs: The article's catalogs by language, as many as there are.
        places: Where the runs of the source stand, as `file:line`, by `Segment.key`.

    Raises:
        CatalogError: A translation does not fit its source text; all such entries are named.
    """
    localizer = _Localizer(article.language, language, catalogs, places)
    localized = map_prose(
        article, localizer.visit, lambda image: Image(path=image.in_language(language))
    )
    if localizer.faults:
        raise CatalogError("\n".join(map(str, localizer.faults)))
    return Localized(
        article=replace(localized, language=language),
        outcomes=tuple(localizer.outcomes),
        diagnostics=tuple(localizer.diagnostics),
    )


class _Localizer:
    """Finds the words of each run, one after another."""

    def __init__(
        self,
        source: str,
        language: str,
        catalogs: Mapping[str, Catalog],
        places: Mapping[Key, str],
    ) -> None:
        self._source = source
        self._catalogs = catalogs
        self._places = places
        self._routes = [(tag, Origin.TRANSLATED) for tag in lookup_tags(language)]
        if are_akin(language, source):
            self._routes.append((source, Origin.SOURCE))
        if language in DERIVED:
            self._routes.append((DERIVED[language], Origin.DERIVED))
        self.outcomes: list[Outcome] = []
        self.faults: list[CatalogError] = []
        self.diagnostics: list[Diagnostic] = []

    def visit(self, place: Place, run: Prose) -> Prose:
        segment = segment_of(place, run)
        words, origin, where = self._words(segment)
        self.outcomes.append(
            Outcome(
                segment=segment.id,
                role=segment.role,
                source=segment.text,
                origin=origin,
                where=where,
            )
        )
        language = self._source if origin.fell_back else None
        return Prose(children=words, segment=segment.id, language=language or run.language)

    def _words(self, segment: Segment) -> tuple[tuple[Inline, ...], Origin, str]:
        source = segment.run.children
        if not segment.translatable:
            return source, Origin.SOURCE, ""
        where, fuzzy = "", False
        for language, origin in self._routes:
            if language == self._source and origin is not Origin.DERIVED:
                return source, Origin.SOURCE, ""
            if language == self._source:
                where = self._places.get(segment.key, "")
                return self._derived(source, where), origin, where
            message, at = self._find(language, segment)
            where = at or where
            if message and message.usable:
                words = self._fit(message, where, segment)
                derived = origin is Origin.DERIVED
                return self._derived(words, where) if derived else words, origin, where
            fuzzy = fuzzy or bool(message and message.translation)
        return source, Origin.FUZZY if fuzzy else Origin.MISSING, where

    def _derived(self, words: tuple[Inline, ...], where: str) -> tuple[Inline, ...]:
        for slip in repairs(convertible(words)):
            self.diagnostics.append(
                Diagnostic(
                    level=Level.WARNING,
                    code="wrong-alphabet",
                    message=f"{slip.found!r}: {slip.reason}",
                    where=where,
                    hint=f"retype it as {slip.wanted!r}" if slip.wanted else "retype it",
                )
            )
        return derive(words)

    def _find(self, language: str, segment: Segment) -> tuple[Message | None, str]:
        catalog = self._catalogs.get(language)
        if catalog is None:
            return None, ""
        message = catalog.find(segment.key)
        return message, catalog.where(message) if message else catalog.name

    def _fit(self, message: Message, where: str, segment: Segment) -> tuple[Inline, ...]:
        try:
            return unflatten(message.translation, segment.run.children)
        except (CatalogError, ArticleError) as error:
            self.faults.append(CatalogError(error.message, where=where, hint=error.hint))
            return segment.run.children
