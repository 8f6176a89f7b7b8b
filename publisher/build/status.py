"""Status: how far each article is translated into each language, and whether it may be built."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import reduce
from operator import add
from pathlib import Path

from publisher.build.count import Tally, obsolete_in, tally, words_of
from publisher.build.gate import Standing, standings
from publisher.catalog.message import Catalog, Key
from publisher.catalog.segment import Segment, segments
from publisher.diagnostics import Diagnostic, Level
from publisher.errors import IncompleteError, PublishError, exit_status_of
from publisher.localize.find import Languages
from publisher.localize.localize import survey
from publisher.localize.outcome import Origin
from publisher.model.article import Article
from publisher.model.language import are_akin, lookup_tags
from publisher.project.articles import catalogs_for, read_source, require_article
from publisher.project.publication import Publication
from publisher.project.terms import read_terms

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionStatus:
    """How far an article is translated into a language.

    Attributes:
        article: Its slug.
        language: BCP 47 tag of the edition.
        source: BCP 47 tag of the language that the article is written in.
        derived_from: The language whose text is converted to the script of this one, if any.
        overrides: Segments of an edition that is derived, or in a variety of the source's language,
            whose words are an entry of its own catalog.
        catalog: The file that a translator of it opens.
        lacking: Texts of the article that have no entry where the edition takes them from.
        roles: The tally of each role that occurs.
        gates: The completeness gates.
    """

    article: str
    language: str
    source: str
    derived_from: str | None
    overrides: int
    catalog: str
    lacking: int
    roles: Mapping[str, Tally]
    gates: tuple[Standing, ...]

    @property
    def total(self) -> Tally:
        """The tally of the whole article."""
        return reduce(add, self.roles.values(), Tally())

    @property
    def complete(self) -> bool:
        """Whether the publication's gates let the edition pass."""
        return all(gate.met for gate in self.gates)


@dataclass(slots=True)
class Report:
    """The status of all that was asked for, and what stood in the way."""

    editions: list[EditionStatus] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    errors: list[PublishError] = field(default_factory=list)

    @property
    def exit_status(self) -> int:
        """0, or the lowest status of what would keep `publish` from building the editions."""
        short = [IncompleteError(one.article) for one in self.editions if not one.complete]
        return exit_status_of([*self.errors, *short])


def report(
    publication: Publication, articles: tuple[Path, ...], languages: tuple[str, ...]
) -> Report:
    """Count articles × languages; what cannot be read does not stop the others."""
    found = Report()
    for language in languages:
        with _attempt(found):
            read_terms(publication, language)
    for path in articles:
        with _attempt(found):
            _article(publication, path, languages, found)
    return found


def _article(
    publication: Publication, path: Path, languages: tuple[str, ...], found: Report
) -> None:
    source = read_source(publication, path)
    found.diagnostics += [one for one in source.diagnostics if one.level is Level.ERROR]
    article = require_article(source)
    listed = tuple(segment for segment in segments(article) if segment.translatable)
    counted = _Counted(
        publication=publication,
        article=article,
        segments=listed,
        keys=frozenset(segment.key for segment in listed),
        words=tuple(map(words_of, listed)),
    )
    for language in languages:
        with _attempt(found):
            status, faults = counted.status(language)
            found.editions.append(status)
            found.errors += faults


@contextmanager
def _attempt(found: Report) -> Iterator[None]:
    try:
        yield
    except PublishError as error:
        found.errors.append(error)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """An article whose words are counted, once for all languages.

    Attributes:
        segments: Those in which there is anything to translate.
        catalogs: Those read so far, by language.
    """

    publication: Publication
    article: Article
    segments: tuple[Segment, ...]
    keys: frozenset[Key]
    words: tuple[int, ...]
    catalogs: dict[str, Catalog | None] = field(default_factory=dict)

    def status(self, language: str) -> tuple[EditionStatus, tuple[PublishError, ...]]:
        article, publication = self.article, self.publication
        catalogs = catalogs_for(publication, article.slug, language, self.catalogs)
        languages = Languages(
            source=article.language, edition=language, scripts=publication.settings.scripts
        )
        outcomes, faults = survey(self.segments, languages, catalogs)
        akin = are_akin(language, article.language)
        base = None if akin else languages.master
        tags = (base,) if base else lookup_tags(language)
        opened = next(filter(catalogs.get, tags), tags[0])
        taken = sum(outcome.origin is Origin.TRANSLATED for outcome in outcomes)
        status = EditionStatus(
            article=article.slug,
            language=language,
            source=article.language,
            derived_from=base,
            overrides=taken if base or akin else 0,
            catalog=publication.catalog_name(opened, article.slug),
            lacking=0 if akin or base == article.language else self._lacking(tags, catalogs),
            roles=tally(outcomes, self.words, obsolete_in(catalogs.get(language), self.keys)),
            gates=standings(outcomes, publication.settings.complete),
        )
        return status, faults

    def _lacking(self, tags: Iterable[str], catalogs: Mapping[str, Catalog]) -> int:
        held = (catalogs[tag].by_key for tag in tags if tag in catalogs)
        return len(self.keys.difference(*held))


def report_json(found: Report) -> str:
    """Write a report as JSON text."""
    wrong: list[Diagnostic | PublishError] = [*found.diagnostics, *found.errors]
    document = {
        "format": "publisher-status",
        "version": VERSION,
        "editions": [_edition(one) for one in found.editions],
        "errors": [{"where": e.where, "message": e.message, "hint": e.hint} for e in wrong],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _edition(status: EditionStatus) -> dict[str, object]:
    return {
        **asdict(status),
        "complete": status.complete,
        **asdict(status.total.total),
        "total": asdict(status.total),
        "gates": [asdict(gate) | {"met": gate.met} for gate in status.gates],
    }
