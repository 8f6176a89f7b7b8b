"""`publish check`: read finished editions back and compare them with their articles."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import click

from publisher.build.check import Listed, check_editions, find_folder, listed
from publisher.build.plan import Plan
from publisher.cli.environment import source_date
from publisher.cli.say import say
from publisher.diagnostics import Level
from publisher.errors import CheckError, UsageError
from publisher.project.publication import Publication, open_publication
from publisher.verify.finding import Verdict
from publisher.verify.reports import json, page, sarif, text
from publisher.verify.table import CHECKS, explain

REPORTS: Mapping[str, Callable[[Sequence[Verdict]], str]] = MappingProxyType(
    {"text": text.report, "json": json.report, "sarif": sarif.report, "html": page.report}
)
OUT = Path("dist")


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH…]")
@click.option("--layout", metavar="NAME", help="The one they were built with, if not the usual.")
@click.option(
    "--report",
    type=click.Choice(list(REPORTS)),
    default="text",
    show_default=True,
    help="How to print what is found: for a terminal, for programs, as a page.",
)
@click.option("--json", "report", flag_value="json", help="The same as --report json.")
@click.option("--explain", "asked", metavar="ID", help="Say what a check means, and stop.")
@click.pass_context
def command(
    ctx: click.Context,
    *,
    paths: tuple[Path, ...],
    layout: str | None,
    report: str,
    asked: str | None,
) -> None:
    """Read finished editions back and compare them with their articles.

    PATH is a folder that `publish` wrote, or files and folders in it; without one, dist. Every
    caption, credit, alternative text and right must stand in every edition, beside the right
    picture and in the right language; the editions of one article must be alike, and say the same
    numbers and dates. Run it in the publication's folder.

    Exit status: 6 where an edition fails a check.
    """
    if asked is not None:
        say(_explain(asked), nl=False)
        return
    publication = open_publication(Path.cwd())
    if publication.is_sample and report == "text":
        say("No publication.toml here: comparing with the embedded sample.", err=True)
    verdicts = tuple(_verdicts(publication, paths or (OUT,), layout))
    say(REPORTS[report](verdicts), nl=False)
    findings = [finding for verdict in verdicts for finding in verdict.findings]
    if any(finding.level is Level.ERROR for finding in findings):
        ctx.exit(CheckError.exit_status)


def _explain(asked: str) -> str:
    check = CHECKS.get(asked.upper())
    if check is None:
        hint = f"the checks are {', '.join(CHECKS)}"
        raise UsageError(f"there is no check {asked!r}", hint=hint)
    return explain(check)


def _verdicts(
    publication: Publication, paths: Iterable[Path], layout: str | None
) -> Iterator[Verdict]:
    wanted: dict[Path, list[Path]] = {}
    for path in paths:
        wanted.setdefault(find_folder(path), []).append(path)
    for folder, within in wanted.items():
        plan = Plan(
            publication=publication,
            articles=(),
            languages=(),
            formats=(),
            layout=layout or publication.settings.layout,
            out=folder,
            when=source_date(),
        )
        yield from check_editions(plan, _chosen(folder, within), _shown(folder))


def _chosen(folder: Path, paths: Iterable[Path]) -> tuple[Listed, ...]:
    """Choose the editions that lie under paths.

    Raises:
        UsageError: None does.
    """
    editions = listed(folder)
    chosen: dict[str, Listed] = {}
    for path in paths:
        under = [one for one in editions if (folder / one.path).is_relative_to(path.resolve())]
        if not under:
            raise UsageError(
                "the manifest tells of no edition here",
                where=str(path),
                hint="name the folder that `publish` wrote, or a file or folder in it",
            )
        chosen |= {one.path: one for one in under}
    return tuple(chosen.values())


def _shown(folder: Path) -> Path:
    """Give a folder as a user knows it: from here, where it lies here."""
    here = Path.cwd().resolve()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
