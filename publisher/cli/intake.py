"""`publish import`: make articles of texts, web pages, Word files, news feeds and photographs."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import click

from publisher.build.write import write_whole
from publisher.cli.attempts import Attempts
from publisher.cli.environment import now
from publisher.cli.say import counted, say
from publisher.cli.update import update_catalogs
from publisher.errors import ArticleError, PublishError, UsageError
from publisher.model.block import Paragraph
from publisher.model.language import language as language_of
from publisher.model.language import parse_tag
from publisher.model.walk import blocks_of, figures_of
from publisher.project.intake import Intake, Wishes, take_in
from publisher.project.publication import SETTINGS, open_publication
from publisher.project.shelf import ARTICLE, Placed, place
from publisher.project.upkeep import Upkeep
from publisher.readers.incoming import Reason, Rest
from publisher.readers.registry import kinds

HELP = """
Make an article of each FILE: articles/<slug>/article.md, with its pictures beside it.

\b
  publish import story.html                a saved web page, its pictures beside it
  publish import story.txt --lang sq       text copied from a page or a mail
  publish import feed.xml feed.json        what agencies send: NewsML-G2, NITF, ninjs
  publish import *.docx --dry-run          only say what would come of them
  publish import story.html --update       the same page again, after it was changed there

No word is lost in silence: what is not in the article stands in the report, with the reason.
Captions and credits are taken as they are printed. Nothing is fetched from the network.
"""
HEADINGS = {
    Reason.UNPLACED: "not understood, and not in the article",
    Reason.UNDERSTOOD: "read for what it says",
    Reason.REPEATED: "stands in the article already",
    Reason.PAGE: "belongs to the page around the article",
}


@click.command("import", help=HELP)
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    metavar="DIR",
    help="The publication's folder. Default: this one.",
)
@click.option("--slug", default="", help="The article's name. Default: made of its title.")
@click.option("--lang", default="", metavar="TAG", help="Its language. Default: found out.")
@click.option("--from", "kind", type=click.Choice(kinds()), help="What the files are.")
@click.option("--update", is_flag=True, help="Bring an article that is there up to date.")
@click.option("--dry-run", is_flag=True, help="Write nothing; only report.")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON.")
def command(  # noqa: PLR0913 -- one argument for each option
    files: tuple[Path, ...],
    into: Path,
    slug: str,
    lang: str,
    kind: str | None,
    *,
    update: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Import files one after another; one that cannot be read does not stop the others."""
    if slug and len(files) > 1:
        raise UsageError("--slug names one article, and there are more files", hint="leave it out")
    wishes = _wishes(kind or "", slug, lang, _serbian(into))
    attempts = Attempts()
    reports: list[dict[str, Any]] = []
    made: dict[str, Path] = {}
    for number, file in enumerate(files, start=1):
        if len(files) > 1:
            say(f"[{number}/{len(files)}] {file}", err=True)
        with attempts.one() as failure:
            intake = take_in(file, wishes)
            _require_own(intake, made)
            placed = place(intake, into, update=update)
            reports.append(_record(intake, placed))
            if not dry_run:
                _write(intake, placed, into)
            if not as_json:
                _tell(intake, placed, dry_run=dry_run)
            if not dry_run and placed.again:
                _update(into, placed.folder.name, attempts)
        reports.extend(_failed(file, error) for error in failure)
    if as_json:
        say(json.dumps(reports, ensure_ascii=False, indent=2))
    attempts.end()


def _wishes(kind: str, slug: str, lang: str, serbian: str) -> Wishes:
    language = language_of(parse_tag(lang, serbian=serbian)).tag if lang else ""
    return Wishes(kind=kind, slug=slug, language=language, serbian=serbian)


def _require_own(intake: Intake, made: dict[str, Path]) -> None:
    """Refuse a second file of one run that would be the same article.

    Raises:
        ArticleError: It would.
    """
    slug = intake.article.slug
    first = made.setdefault(slug, intake.file)
    if first is not intake.file:
        raise ArticleError(
            f"{first} became the article {slug} already",
            where=str(intake.file),
            hint="import this file alone, with another --slug",
        )


def _serbian(into: Path) -> str:
    """Ask the publication what `sr` means, where there is one."""
    if (into / SETTINGS).is_file():
        return open_publication(into).settings.serbian
    return Wishes().serbian


def _write(intake: Intake, placed: Placed, into: Path) -> None:
    for name, data in placed.files.items():
        if name != ARTICLE:
            write_whole(placed.folder / name, data)
    if ARTICLE in placed.files:
        write_whole(placed.folder / ARTICLE, placed.files[ARTICLE])
    if not (into / SETTINGS).exists():
        name = json.dumps(into.resolve().name or "Publication", ensure_ascii=False)
        tags = json.dumps([intake.article.language])
        text = f"title = {name}\npublisher = {name}\nlanguages = {tags}\n"
        write_whole(into / SETTINGS, text.encode())
        say(
            f"{(into / SETTINGS).as_posix()}: made; see to title, publisher and languages", err=True
        )


def _update(into: Path, slug: str, attempts: Attempts) -> None:
    """Bring the catalogs of an article that changed up to date."""
    upkeep = Upkeep(publication=open_publication(into), when=now())
    try:
        update_catalogs(upkeep, attempts, (slug,), ())
    except PublishError as error:
        raise UsageError(error.message, where=error.where, hint=error.hint) from error


def _tell(intake: Intake, placed: Placed, *, dry_run: bool) -> None:
    article = intake.article
    figures = figures_of(article)
    paragraphs = sum(isinstance(block, Paragraph) for block in blocks_of(article.body))
    done = "would be written" if dry_run else "written" if placed.files else "unchanged"
    say(
        f"{(placed.folder / ARTICLE).as_posix()}: {done}: {article.language}, "
        f"{counted(paragraphs, 'paragraph')}, {counted(len(figures), 'figure')}, "
        f"{sum(figure.credit is not None for figure in figures)} with a credit, "
        f"{counted(len(intake.pictures), 'picture')}"
    )
    for diagnostic in intake.diagnostics:
        say(str(diagnostic), err=True)
    for name in placed.kept:
        picture = (placed.folder / name).as_posix()
        say(f"{picture}: warning: was replaced since it was imported, and stays", err=True)
    for reason, heading in HEADINGS.items():
        rest = [one for one in intake.rest if one.reason is reason]
        if rest:
            say(f"  {heading}:")
        for text, times in Counter(one.text for one in rest).items():
            say(f"    {text}{f' ({times} times)' if times > 1 else ''}")


def _record(intake: Intake, placed: Placed) -> dict[str, Any]:
    article = intake.article
    return {
        "file": str(intake.file),
        "kind": intake.kind,
        "article": (placed.folder / ARTICLE).as_posix(),
        "slug": placed.folder.name,
        "language": article.language,
        "written": sorted(placed.files),
        "kept": sorted(placed.kept),
        "figures": [
            {
                "picture": figure.image.path if figure.image else None,
                "credit": figure.credit.line if figure.credit else None,
            }
            for figure in figures_of(article)
        ],
        "diagnostics": [
            {
                "level": one.level.value,
                "code": one.code,
                "message": one.message,
                "where": one.where,
                "hint": one.hint,
            }
            for one in intake.diagnostics
        ],
        "rest": [_left(one) for one in intake.rest],
    }


def _failed(file: Path, error: PublishError) -> dict[str, Any]:
    return {
        "file": str(file),
        "error": {"message": error.message, "where": error.where, "hint": error.hint},
    }


def _left(rest: Rest) -> dict[str, str]:
    return {"text": rest.text, "reason": rest.reason.value, "where": rest.where}
