"""Finding the words of each run in the catalogs of a language and of those it falls back to."""

from collections.abc import Mapping
from dataclasses import dataclass

from publisher.catalog.message import Catalog, Key, Message
from publisher.catalog.segment import Segment
from publisher.catalog.tags import unflatten
from publisher.diagnostics import Diagnostic, Level
from publisher.errors import ArticleError, CatalogError
from publisher.localize.derive import convertible, derive
from publisher.localize.doubts import unsure_script, wrong_alphabet
from publisher.localize.outcome import Origin, Outcome
from publisher.localize.repairs import repairs
from publisher.localize.scripts import HOUSE, LATIN, Scripts
from publisher.localize.stale import Stale
from publisher.model.inline import Inline
from publisher.model.language import are_akin, lookup_tags


@dataclass(frozen=True, slots=True, kw_only=True)
class Languages:
    """From which language into which.

    Attributes:
        source: BCP 47 tag of the article.
        edition: BCP 47 tag of what is made of it.
        scripts: What the publication decides about Serbian in two scripts.
    """

    source: str
    edition: str
    scripts: Scripts = HOUSE

    @property
    def master(self) -> str | None:
        """The language from whose script the edition's is converted, if any."""
        return self.scripts.master_of(self.edition, self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The words of a run and where they came from, as `Outcome` has it."""

    words: tuple[Inline, ...]
    origin: Origin
    where: str = ""
    stale: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry with a translation, where it stands, and what its words would be."""

    message: Message
    where: str
    origin: Origin


class Finder:
    """Finds the words of each run, one after another.

    Attributes:
        outcomes: What became of the segments, in the order asked for.
        faults: The translations that do not fit their source text.
        diagnostics: What is doubtful in the others.
    """

    def __init__(
        self,
        languages: Languages,
        catalogs: Mapping[str, Catalog],
        places: Mapping[Key, str],
        stale: Stale,
    ) -> None:
        self._source = languages.source
        self._edition = languages.edition
        self._foreign = languages.scripts.foreign
        self._catalogs = catalogs
        self._places = places
        self._stale = stale
        self._routes = [(tag, Origin.TRANSLATED) for tag in lookup_tags(self._edition)]
        if are_akin(self._edition, self._source):
            self._routes.append((self._source, Origin.SOURCE))
        if languages.master:
            self._routes.append((languages.master, Origin.DERIVED))
        self.outcomes: list[Outcome] = []
        self.faults: list[CatalogError] = []
        self.diagnostics: list[Diagnostic] = []

    def find(self, segment: Segment) -> Found:
        """Give the words of a segment; what became of it is added to `outcomes`."""
        found = self._words(segment)
        self.outcomes.append(
            Outcome(
                segment=segment.id,
                role=segment.role,
                source=segment.text,
                origin=found.origin,
                where=found.where,
                stale=found.stale,
                translatable=segment.translatable,
            )
        )
        return found

    def _words(self, segment: Segment) -> Found:
        source = segment.run.children
        if not segment.translatable:
            return Found(words=source, origin=Origin.SOURCE)
        where, waiting = "", list[_Entry]()
        for language, origin in self._routes:
            if language == self._source and origin is not Origin.DERIVED:
                return Found(words=source, origin=Origin.SOURCE)
            if language == self._source:
                where = self._places.get(segment.key, "")
                return Found(words=self._derived(source, where), origin=origin, where=where)
            message, at = self._find(language, segment)
            where = at or where
            entry = _Entry(message, where, origin) if message else None
            if entry and entry.message.usable:
                return self._usable(entry, segment)
            if entry and entry.message.translation.strip():
                waiting.append(entry)
        if stale := [entry for entry in waiting if entry.message.stale]:
            return self._outdated(stale, segment)
        return Found(words=source, origin=Origin.FUZZY if waiting else Origin.MISSING, where=where)

    def _usable(self, entry: _Entry, segment: Segment) -> Found:
        try:
            words = self._fit(entry, segment)
        except (CatalogError, ArticleError) as error:
            self.faults.append(CatalogError(error.message, where=entry.where, hint=error.hint))
            return Found(words=segment.run.children, origin=Origin.FUZZY, where=entry.where)
        return Found(words=words, origin=entry.origin, where=entry.where)

    def _outdated(self, stale: list[_Entry], segment: Segment) -> Found:
        """Give the previous translation where that is wanted and fits, else the source."""
        for entry in stale if self._stale is Stale.PREVIOUS else ():
            try:
                words = self._fit(entry, segment)
            except (CatalogError, ArticleError) as error:
                self._unfit(error.message, entry.where)
            else:
                where = entry.where
                return Found(words=words, origin=Origin.PREVIOUS, where=where, stale=True)
        words, where = segment.run.children, stale[0].where
        return Found(words=words, origin=Origin.FUZZY, where=where, stale=True)

    def _fit(self, entry: _Entry, segment: Segment) -> tuple[Inline, ...]:
        words = unflatten(entry.message.translation, segment.run.children)
        return self._derived(words, entry.where) if entry.origin is Origin.DERIVED else words

    def _unfit(self, reason: str, where: str) -> None:
        self.diagnostics.append(
            Diagnostic(
                level=Level.WARNING,
                code="stale-unfit",
                message=f"the previous translation does not fit the source as it is now: {reason}",
                where=where,
                hint="the source text is printed; translate it anew",
            )
        )

    def _derived(self, words: tuple[Inline, ...], where: str) -> tuple[Inline, ...]:
        if self._edition == LATIN:
            slips = repairs(convertible(words))
            self.diagnostics.extend(wrong_alphabet(slip, where) for slip in slips)
        derived = derive(words, self._edition, self._foreign)
        if derived.unsure:
            self.diagnostics.append(unsure_script(derived.unsure, where))
        return derived.inlines

    def _find(self, language: str, segment: Segment) -> tuple[Message | None, str]:
        catalog = self._catalogs.get(language)
        if catalog is None:
            return None, ""
        message = catalog.find(segment.key)
        return message, catalog.where(message) if message else catalog.name


class Surveyor(Finder):
    """Finds the same words, but converts none, which takes longer than all the rest."""

    def _derived(self, words: tuple[Inline, ...], where: str) -> tuple[Inline, ...]:
        del where
        return words
