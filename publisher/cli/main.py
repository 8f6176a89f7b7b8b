"""`publish`: the default command builds editions; the others are imported when they are called."""

import importlib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click
from click.core import ParameterSource

from publisher import __version__
from publisher.build.view import DocxView, Verify
from publisher.cli.say import hush, say, told
from publisher.errors import UsageError, exit_status_of
from publisher.localize.stale import Stale

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "init": "Make a new publication with a working article.",
        "import": "Make articles of texts, web pages, Word files, feeds and photographs.",
        "extract": "Write what there is to translate, as gettext templates or XLIFF.",
        "update": "Make and update the translation catalogs; bring XLIFF home.",
        "status": "Count what is translated, fuzzy, missing and obsolete.",
        "lint": "Find what is probably wrong in translations.",
        "merge": "Bring edited Word files home.",
        "check": "Read finished editions back and compare them with their articles.",
        "doctor": "Say what is installed, what it is for, and how to get the rest.",
    }
)

MODULES = MappingProxyType({"import": "intake"})  # the word is Python's own

HELP = """
Build editions of articles: every language and script, every format, every caption and credit.

Without a publication.toml in this folder, the sample that comes with the program is built.

\b
  publish --lang sr --format pdf        one language, one format
  publish --lang all --format all       everything that publication.toml lists
  publish --article my-story            one article
  publish --lang sq --draft             although the translation is not complete
  publish status                        what is translated, and what is not
  publish init my-paper                 begin a publication of your own

Exit status: 0 all editions are written; 2 wrong usage or settings; 3 an article or picture is
wrong; 4 a catalog is wrong; 5 an edition is not translated far enough; 6 a check failed; 7 a
component of the system is missing; 1 a bug in the program. After several, the lowest.
"""


class PublishGroup(click.Group):
    """Lists the commands without importing them, and turns errors into exit statuses."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            near = get_close_matches(cmd_name, COMMANDS, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(COMMANDS)}"
            raise UsageError(f"there is no command {cmd_name!r}", hint=hint)
        module = importlib.import_module(f"publisher.cli.{MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- click's own signature
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:
            hush()
            ctx.exit(0)
        except Exception as error:  # noqa: BLE001 -- a bug is told too
            say(told(error, debug=ctx.params["debug"]), err=True)
            ctx.exit(exit_status_of((error,)))


@click.group(
    cls=PublishGroup,
    invoke_without_command=True,
    help=HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    subcommand_metavar="[COMMAND …]",
)
@click.option("--article", "articles", multiple=True, metavar="SLUG|PATH", help="Default: all.")
@click.option(
    "--lang", "languages", multiple=True, metavar="TAG|all", help="Such as sr, sr-Latn, sq, en."
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="NAME|all",
    help="pdf, epub, docx, html, json or ninjs.",
)
@click.option("--layout", metavar="NAME", help="Default: what publication.toml says.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("dist"),
    show_default=True,
    help="The folder to write to.",
)
@click.option(
    "--stale",
    type=click.Choice(Stale, case_sensitive=False),
    default=Stale.SOURCE,
    show_default="source",
    help="Where the source changed since it was translated: print the source, print the previous "
    "translation, or build nothing of that edition.",
)
@click.option(
    "--docx-view",
    type=click.Choice(DocxView, case_sensitive=False),
    default=DocxView.CLEAN,
    show_default="clean",
    help="A Word file to read, or to review: source and translation side by side, with comments "
    "on what is not translated, however much it is.",
)
@click.option(
    "--verify",
    type=click.Choice(Verify, case_sensitive=False),
    default=Verify.FAST,
    show_default="fast",
    help="Read each edition back and compare it with its article before it is delivered; with "
    "`full`, also with the article's editions in the other languages.",
)
@click.option(
    "--draft", is_flag=True, help="Build drafts, marked so, however little is translated."
)
@click.option("--json", "as_json", is_flag=True, help="Print the manifest, and nothing else.")
@click.option("--quiet", is_flag=True, help="Print errors only.")
@click.option("--debug", is_flag=True, help="Show tracebacks.")
@click.version_option(__version__, prog_name="publish")
@click.pass_context
def main(ctx: click.Context, /, **options: Any) -> None:  # noqa: ANN401 -- click's own signature
    """Build editions, unless a command is given."""
    if ctx.invoked_subcommand is None:
        build = importlib.import_module("publisher.cli.build")
        ctx.exit(build.build(**options))
    _refuse_ignored(ctx, ctx.invoked_subcommand)


def _refuse_ignored(ctx: click.Context, name: str) -> None:
    """Refuse an option that stands before a command, where it would do nothing.

    Raises:
        UsageError: One does; `--debug` alone is for every command.
    """
    command = main.get_command(ctx, name)
    theirs = {option for one in command.params for option in one.opts} if command else set()
    for parameter in main.params:
        given = ctx.get_parameter_source(parameter.name or "") is ParameterSource.COMMANDLINE
        if given and parameter.name != "debug":
            option = parameter.opts[0]
            raise UsageError(
                f"{option} stands before `{name}`, where it would do nothing",
                hint=f"write it after: `publish {name} {option} …`"
                if option in theirs
                else f"leave it out: `publish {name}` has no such option",
            )
