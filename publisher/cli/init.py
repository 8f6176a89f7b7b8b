"""`publish init`: make a new publication with a working article."""

from pathlib import Path

import click

from publisher.build.write import write_whole
from publisher.cli.say import say
from publisher.errors import UsageError
from publisher.project.shipped import PACKAGE

STARTER = PACKAGE / "starter"


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Make a publication in DIR: its settings, and an article that shows the syntax."""
    files = sorted(path for path in STARTER.rglob("*") if path.is_file())
    taken = [path for path in files if (folder / path.relative_to(STARTER)).exists()]
    if taken:
        raise UsageError(
            f"{taken[0].relative_to(STARTER).as_posix()} is there already",
            where=str(folder),
            hint="choose a folder that has no publication in it",
        )
    for path in files:
        target = folder / path.relative_to(STARTER)
        write_whole(target, path.read_bytes())
        say(target.as_posix())
    say("\nNext:")
    if folder.resolve() != Path.cwd():
        say(f'  cd "{folder.as_posix()}"')
    say("  publish --lang en --format pdf     the article as it is")
    say("  publish update                     catalogs for the other languages")
