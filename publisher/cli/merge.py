"""`publish merge`: bring edited Word files home."""

from collections.abc import Iterator
from pathlib import Path

import click

from publisher.build.write import write_whole
from publisher.cli.attempts import Attempts
from publisher.cli.environment import now
from publisher.cli.say import counted, say
from publisher.cli.update import own_publication
from publisher.errors import CheckError, WordFileError
from publisher.merge.diff import word_diff
from publisher.merge.home import Outcome, bring_home
from publisher.merge.word.read import read_word
from publisher.merge.word.returned import Returned, Tracked
from publisher.project.publication import Publication

LONGEST = 200  # characters of a text in the report


@click.command("merge")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@click.option(
    "--tracked",
    type=click.Choice([one.value for one in Tracked]),
    default=Tracked.FINAL.value,
    show_default=True,
    help="Read tracked changes as accepted, or as they were before.",
)
def command(files: tuple[Path, ...], *, dry_run: bool, tracked: str) -> None:
    """Bring edited Word files home: each change to the text that it belongs to.

    A changed translation goes into its catalog. A change in the source language goes into the
    article, and the translations of that text become fuzzy. Comments become translators' comments.
    Credits are not changed. What has no place is listed, and the exit status is then 6.
    """
    publication = own_publication(Path.cwd())
    attempts = Attempts()
    for file in files:
        with attempts.one():
            _merge(publication, file, Tracked(tracked), dry_run=dry_run)
    attempts.end()


def _merge(publication: Publication, file: Path, tracked: Tracked, *, dry_run: bool) -> None:
    name = file.as_posix()
    try:
        data = file.read_bytes()
    except OSError as error:
        raise WordFileError(f"cannot be read: {error.strerror}", where=name) from error
    returned = read_word(data, name, tracked)
    outcome = bring_home(publication, returned, name, now())
    for line in _report(name, outcome, returned):
        say(line)
    for changed in () if dry_run else outcome.files:
        write_whole(changed.path, changed.data)
    would = "would be written" if dry_run else "written"
    for changed in outcome.files:
        say(f"{changed.shown}: {would}")
    if outcome.problems:
        raise CheckError(
            f"{_count(len(outcome.problems))} no place in the article",
            where=name,
            hint="see above: what is right goes into the article or its catalog by hand",
        )


def _count(number: int) -> str:
    return "1 change has" if number == 1 else f"{number} changes have"


def _report(name: str, outcome: Outcome, returned: Returned) -> Iterator[str]:
    changes, problems = len(outcome.changes), len(outcome.problems)
    yield (
        f"{name}: {outcome.slug} in {outcome.language}: {changes} changed, "
        f"{counted(len(outcome.remarks), 'comment')}, {problems} without a place"
    )
    for change in outcome.changes:
        yield f"  {change.role}: {word_diff(change.before, change.after)}"
    for one in returned.changes:
        did = "inserted" if one.inserted else "deleted"
        said = ", ".join(filter(None, (one.author, one.day)))
        yield f"  {said} {did}: {_shown(one.text)}"
    for remark in outcome.remarks:
        yield f"  {remark.author}: {_shown(remark.text)}"
    yield from (f"  note: {note}" for note in outcome.notes)
    for problem in outcome.problems:
        yield f"  no place: {problem.message} [{problem.code}]"
        yield f"    {' '.join(problem.text.split())}"
        before, after = problem.near
        if before or after:
            yield f"    between: {before}"
            yield f"        and: {after}"


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
