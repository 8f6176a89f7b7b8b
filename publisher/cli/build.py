"""The default command: build editions."""

import sys
from pathlib import Path

from publisher.build.manifest import EditionRecord, as_mapping, manifest_json
from publisher.build.plan import Job, Plan
from publisher.build.run import Result, run
from publisher.build.view import DocxView, Verify
from publisher.cli.choose import choose_languages, choose_viewed_formats, split
from publisher.cli.environment import source_date
from publisher.cli.say import counted, say, told
from publisher.diagnostics import Diagnostic
from publisher.localize.stale import Stale
from publisher.project.publication import Publication, open_publication

KILO = 1000


def build(  # noqa: PLR0913 -- one argument for each option of the command
    *,
    articles: tuple[str, ...],
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    layout: str | None,
    out: Path,
    stale: Stale,
    docx_view: DocxView,
    verify: Verify,
    draft: bool,
    as_json: bool,
    quiet: bool,
    debug: bool,
) -> int:
    """Build the editions asked for and give the exit status."""
    publication = open_publication(Path.cwd())
    settings = publication.settings
    plan = Plan(
        publication=publication,
        articles=publication.choose(split(articles)),
        languages=choose_languages(languages, settings),
        formats=choose_viewed_formats(formats, docx_view, settings),
        layout=layout or settings.layout,
        out=out,
        draft=draft,
        when=source_date(),
        stale=stale,
        view=docx_view,
        verify=verify,
    )
    teller = Teller(plan, quiet=quiet or as_json, debug=debug)
    teller.begin(publication)
    result = run(plan, teller)
    teller.end(result)
    if as_json:
        say(manifest_json(map(as_mapping, result.records)), nl=False)
    return result.exit_status


class Teller:
    """Tells what happens: results to standard output, everything else to standard error."""

    def __init__(self, plan: Plan, *, quiet: bool, debug: bool) -> None:
        self._plan = plan
        self._quiet = quiet
        self._debug = debug
        self._live = sys.stderr.isatty() and not quiet
        self._count = 0

    def begin(self, publication: Publication) -> None:
        if publication.is_sample and not self._quiet:
            say("No publication.toml here: building the embedded sample.", err=True)
        for name in () if self._quiet else publication.strays:
            hint = "an article is articles/<slug>.md or articles/<slug>/article.md"
            say(f"{name}: warning: not an article, left out [stray]\n  hint: {hint}", err=True)

    def diagnosed(self, diagnostic: Diagnostic) -> None:
        if not self._quiet or diagnostic.level.value == "error":
            self._line(str(diagnostic), err=True)

    def started(self, job: Job) -> None:
        self._count += 1
        if self._live:
            words = f"[{self._count}/{len(self._plan)}] {job.path} …"
            say(f"\r\033[K{words}", err=True, nl=False)

    def finished(self, job: Job, record: EditionRecord) -> None:
        if self._quiet:
            return
        path = (self._plan.out / job.path).as_posix()
        fell = f", {record.fallen_back} not translated" if record.fallen_back else ""
        stale = f", {record.stale} stale" if record.stale else ""
        size = f"{record.size / KILO:,.0f} kB"
        segments, figures = record.segments, len(record.figures)
        parts = f"{counted(segments, 'segment')}{fell}{stale}, {counted(figures, 'figure')}"
        self._line(f"{path}  ({size}, {parts})")

    def failed(self, jobs: tuple[Job, ...], error: Exception) -> None:
        self._count += len(jobs) if len(jobs) > 1 else 0
        self._line(told(error, debug=self._debug), err=True)
        self._line(f"  not built: {', '.join(job.path for job in jobs)}", err=True)

    def end(self, result: Result) -> None:
        if self._live:
            say("\r\033[K", err=True, nl=False)
        missing = len(self._plan) - len(result.records)
        if not self._quiet and missing:
            say(f"{len(result.records)} editions built, {missing} not", err=True)

    def _line(self, words: str, *, err: bool = False) -> None:
        if self._live:
            say("\r\033[K", err=True, nl=False)
        say(words, err=err)
