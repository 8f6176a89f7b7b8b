"""Running a plan: one bad edition never stops the others."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Protocol

from publisher.build.fingerprint import fingerprint
from publisher.build.gate import require_complete, require_fresh
from publisher.build.manifest import CompanionRecord, EditionRecord, FigureRecord, update_manifest
from publisher.build.plan import Job, Plan
from publisher.build.prepare import prepare, translate
from publisher.build.view import DocxView, Verify
from publisher.build.write import ROOM_OR_OUT, write_whole
from publisher.diagnostics import Diagnostic, Level
from publisher.errors import CheckError, exit_status_of
from publisher.export.base import Artifact
from publisher.export.registry import load_exporter
from publisher.localize.outcome import Localized
from publisher.localize.stale import Stale
from publisher.model.article import Article
from publisher.model.walk import figures_of, plain_text
from publisher.project.articles import Source, read_source, require_article
from publisher.project.layouts import read_layout
from publisher.render.edition import Edition, Layout
from publisher.verify.checks.parity import Proof
from publisher.verify.finding import Finding
from publisher.verify.judge import judge_together, read_proof
from publisher.verify.read import READERS


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A finished edition that is not delivered yet; `proof` is None where it is not read back."""

    job: Job
    artifact: Artifact
    record: EditionRecord
    proof: Proof | None


def is_read_back(format_name: str, view: DocxView | None) -> bool:
    """Whether an edition can be compared with its article; one to review holds two languages."""
    return format_name in READERS and view is not DocxView.REVIEW


def in_families(waiting: Iterable[Made]) -> Iterator[list[Proof]]:
    """Group editions that should be alike: those in one format."""
    families: dict[str, list[Proof]] = {}
    for made in waiting:
        if made.proof:
            families.setdefault(made.job.format, []).append(made.proof)
    yield from families.values()


class _Build:
    """A plan being built."""

    def __init__(self, plan: Plan, layout: Layout, listener: Listener) -> None:
        self._plan = plan
        self._layout = layout
        self._listener = listener
        self._waiting: list[Made] = []
        self.result = Result()

    def article(self, path: Path) -> None:
        jobs = tuple(job for tag in self._plan.languages for job in self._plan.jobs(path, tag))
        with self._attempt(jobs):
            source = read_source(self._plan.publication, path)
            self._tell(source.diagnostics)
            article = require_article(source)
            for language in self._plan.languages:
                self._language(path, source, article, language)
            self._deliver_together()

    def _language(self, path: Path, source: Source, article: Article, language: str) -> None:
        jobs = tuple(self._plan.jobs(path, language))
        settings = self._plan.publication.settings
        with self._attempt(jobs):
            translation = translate(self._plan, source, article, language)
            localized = translation.localized
            self._tell(localized.diagnostics)
            if self._plan.stale is Stale.BLOCK:
                require_fresh(localized)
            if not self._plan.unfinished:
                master = settings.scripts.master_of(language, article.language)
                require_complete(localized, settings.complete, master)
            edition = prepare(self._plan, source, translation)
            for job in jobs:
                with self._attempt((job,)):
                    self._edition(job, edition, localized)

    def _edition(self, job: Job, edition: Edition, localized: Localized) -> None:
        self._listener.started(job)
        artifact = load_exporter(job.format)(edition, self._layout)
        self._tell(artifact.diagnostics)
        if any(one.level is Level.ERROR for one in artifact.diagnostics):
            raise CheckError("it would not be whole, as the errors above say", where=job.path)
        proof = self._proof(job, artifact, edition)
        made_from = fingerprint(edition, self._layout, job.format)
        record = _record(job, artifact, localized, made_from, self._plan.stale)
        made = Made(job=job, artifact=artifact, record=record, proof=proof)
        if self._plan.verify is Verify.FULL:
            self._waiting.append(made)
        else:
            self._deliver(made)

    def _proof(self, job: Job, artifact: Artifact, edition: Edition) -> Proof | None:
        """Read a file back and judge it.

        Raises:
            CheckError: It does not hold what it must.
        """
        if self._plan.verify is Verify.OFF or not is_read_back(job.format, job.view):
            return None
        proof, findings = read_proof(artifact.data, job.path, job.format, edition, self._layout)
        self._refuse(job, findings)
        return proof

    def _refuse(self, job: Job, findings: Iterable[Finding]) -> None:
        told = [finding.as_diagnostic() for finding in findings if finding.file == job.path]
        self._tell(told)
        if any(one.level is Level.ERROR for one in told):
            raise CheckError(
                "it does not hold what it must, as the errors above say", where=job.path
            )

    def _deliver_together(self) -> None:
        """Compare what waits with one another, and deliver what may be."""
        findings = tuple(chain.from_iterable(map(judge_together, in_families(self._waiting))))
        for made in self._waiting:
            with self._attempt((made.job,)):
                self._refuse(made.job, findings)
                self._deliver(made)
        self._waiting.clear()

    def _deliver(self, made: Made) -> None:
        out, job = self._plan.out, made.job
        for one in made.artifact.companions:  # before what leads to them
            write_whole(out / job.beside(one.path), one.data, hint=ROOM_OR_OUT)
        write_whole(out / job.path, made.artifact.data, hint=ROOM_OR_OUT)
        self.result.records.append(made.record)
        self._listener.finished(job, made.record)

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
