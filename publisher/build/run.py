"""Running a plan: one bad edition never stops the others."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from publisher.build.assemble import assemble
from publisher.build.fingerprint import fingerprint
from publisher.build.gate import require_complete, require_fresh
from publisher.build.manifest import CompanionRecord, EditionRecord, FigureRecord, update_manifest
from publisher.build.plan import Job, Plan
from publisher.build.review import review_of
from publisher.build.view import DocxView
from publisher.build.write import ROOM_OR_OUT, write_whole
from publisher.diagnostics import Diagnostic, Level
from publisher.errors import CheckError, exit_status_of
from publisher.export.base import Artifact
from publisher.export.registry import load_exporter
from publisher.localize.localize import localize
from publisher.localize.outcome import Localized
from publisher.localize.stale import Stale
from publisher.model.article import Article
from publisher.model.walk import figures_of, plain_text
from publisher.project.articles import Source, catalogs_for, read_source, require_article
from publisher.project.layouts import read_layout
from publisher.project.linting import LintDesk
from publisher.project.terms import read_terms
from publisher.render.edition import Edition, Layout


class Listener(Protocol):
    """Hears of everything as it happens; the only way in which a build speaks."""

    def diagnosed(self, diagnostic: Diagnostic) -> None:
        """Something was survived, or stopped an article."""

    def started(self, job: Job) -> None:
        """An edition is being built."""

    def finished(self, job: Job, record: EditionRecord) -> None:
        """An edition stands in the output folder."""

    def failed(self, jobs: tuple[Job, ...], error: Exception) -> None:
        """Editions could not be built, all for the same reason."""


@dataclass(slots=True)
class Result:
    """What came of a plan."""

    records: list[EditionRecord] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)

    @property
    def exit_status(self) -> int:
        """0, or the lowest status of what went wrong."""
        return exit_status_of(self.errors)


def run(plan: Plan, listener: Listener) -> Result:
    """Build all editions of a plan.

    Raises:
        UsageError: The layout does not exist, or the output folder cannot be written to.
    """
    build = _Build(plan, read_layout(plan.publication, plan.layout), listener)
    for path in plan.articles:
        build.article(path)
    if build.result.records:
        update_manifest(plan.out, build.result.records)
    return build.result


class _Build:
    """A plan being built."""

    def __init__(self, plan: Plan, layout: Layout, listener: Listener) -> None:
        self._plan = plan
        self._layout = layout
        self._listener = listener
        self.result = Result()

    def article(self, path: Path) -> None:
        jobs = tuple(job for tag in self._plan.languages for job in self._plan.jobs(path, tag))
        with self._attempt(jobs):
            source = read_source(self._plan.publication, path)
            self._tell(source.diagnostics)
            article = require_article(source)
            for language in self._plan.languages:
                self._language(path, source, article, language)

    def _language(self, path: Path, source: Source, article: Article, language: str) -> None:
        jobs = tuple(self._plan.jobs(path, language))
        publication = self._plan.publication
        with self._attempt(jobs):
            catalogs = catalogs_for(publication, article.slug, language)
            scripts, choice = publication.settings.scripts, self._plan.stale
            localized = localize(
                article, language, catalogs, scripts=scripts, places=source.places, stale=choice
            )
            self._tell(localized.diagnostics)
            if choice is Stale.BLOCK:
                require_fresh(localized)
            if not self._plan.unfinished:
                master = scripts.master_of(language, article.language)
                require_complete(localized, publication.settings.complete, master)
            terms = read_terms(publication, language, draft=self._plan.unfinished)
            pictures = source.pictures_of(localized.article)
            reviewed = self._plan.view is DocxView.REVIEW
            review = None
            if reviewed:
                found = LintDesk(publication, language).lint_article(article)
                review = review_of(article, localized, catalogs, found, scripts)
            edition = assemble(self._plan, localized, pictures, terms, review)
            for job in jobs:
                with self._attempt((job,)):
                    self._edition(job, edition, localized)

    def _edition(self, job: Job, edition: Edition, localized: Localized) -> None:
        self._listener.started(job)
        artifact = load_exporter(job.format)(edition, self._layout)
        self._tell(artifact.diagnostics)
        if any(one.level is Level.ERROR for one in artifact.diagnostics):
            raise CheckError("it would not be whole, as the errors above say", where=job.path)
        for one in artifact.companions:  # before what leads to them
            write_whole(self._plan.out / job.beside(one.path), one.data, hint=ROOM_OR_OUT)
        write_whole(self._plan.out / job.path, artifact.data, hint=ROOM_OR_OUT)
        made_from = fingerprint(edition, self._layout, job.format)
        record = _record(job, artifact, localized, made_from, self._plan.stale)
        self.result.records.append(record)
        self._listener.finished(job, record)

    def _tell(self, diagnostics: Iterable[Diagnostic]) -> None:
        for diagnostic in diagnostics:
            self._listener.diagnosed(diagnostic)

    @contextmanager
    def _attempt(self, jobs: tuple[Job, ...]) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # noqa: BLE001 -- even a bug must not stop the other editions
            self.result.errors.append(error)
            self._listener.failed(jobs, error)


def _record(
    job: Job, artifact: Artifact, localized: Localized, made_from: str, stale: Stale
) -> EditionRecord:
    fallen_back, previous = len(localized.fallen_back), len(localized.previous)
    return EditionRecord(
        path=job.path,
        article=job.slug,
        language=job.language,
        format=job.format,
        media_type=artifact.media_type,
        draft=job.draft,
        docx_view=job.view.value if job.view else None,
        sha256=_digest(artifact.data),
        size=len(artifact.data),
        segments=len(localized.outcomes),
        translated=len(localized.outcomes) - fallen_back - previous,
        fallen_back=fallen_back,
        stale=previous,
        stale_policy=stale.value,
        figures=tuple(_figures(localized.article)),
        companions=tuple(
            CompanionRecord(path=job.beside(one.path), sha256=_digest(one.data), size=len(one.data))
            for one in artifact.companions
        ),
        fingerprint=made_from,
    )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _figures(article: Article) -> Iterator[FigureRecord]:
    for number, figure in enumerate(figures_of(article), start=1):
        yield FigureRecord(
            number=number,
            picture=figure.image.path if figure.image else None,
            caption=plain_text(figure.caption.children) if figure.caption else None,
            credit=figure.credit.line if figure.credit else None,
        )
