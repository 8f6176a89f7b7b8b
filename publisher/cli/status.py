"""`publish status`: how far each article is translated, and whether it may be built."""

import textwrap
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click

from publisher.build.count import Amount, Tally
from publisher.build.gate import Standing
from publisher.build.status import EditionStatus, Report, report, report_json
from publisher.cli.choose import choose_languages, split
from publisher.cli.say import say, told
from publisher.model.language import are_akin
from publisher.project.publication import open_publication

WIDTH = 80
NAME = 17  # columns; the longest role and its indent
STATES = ("translated", "fuzzy", "missing", "obsolete")


@click.command("status")
@click.option("--article", "articles", multiple=True, metavar="SLUG|PATH", help="Default: all.")
@click.option("--lang", "languages", multiple=True, metavar="TAG|all", help="Default: all.")
@click.option("--by-role", is_flag=True, help="A line for each role: headlines, captions …")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.pass_context
def command(
    ctx: click.Context,
    articles: tuple[str, ...],
    languages: tuple[str, ...],
    *,
    by_role: bool,
    as_json: bool,
) -> None:
    """Count what is translated, in segments and in words of the source.

    Fuzzy is not translated. The last column says whether the edition is translated as far as
    publication.toml demands; when one is not, the exit status is 5.
    """
    publication = open_publication(Path.cwd())
    tags = choose_languages(languages, publication.settings)
    if publication.is_sample and not as_json:
        say("No publication.toml here: counting the embedded sample.", err=True)
    found = report(publication, publication.choose(split(articles)), tags)
    if as_json:
        say(report_json(found), nl=False)
    else:
        for line in _table(found, by_role=by_role):
            say(line)
    for diagnostic in found.diagnostics:
        say(str(diagnostic), err=True)
    for error in found.errors:
        say(told(error, debug=ctx.find_root().params["debug"]), err=True)
    ctx.exit(found.exit_status)


def _table(found: Report, *, by_role: bool) -> Iterator[str]:
    if not found.editions:
        return
    yield from _head()
    for article, editions in groupby(found.editions, key=lambda one: one.article):
        listed = list(editions)
        total = listed[0].total.total
        yield ""
        counted = f"{_plural(total.segments, 'segment')}, {_plural(total.words, 'word')}"
        yield click.style(f"{article}: {counted} in {listed[0].source}", bold=True)
        for status in listed:
            yield from _edition(status, by_role=by_role)
    complete = sum(one.complete for one in found.editions)
    yield ""
    yield f"{complete} of {_plural(len(found.editions), 'edition')} complete"


def _head() -> Iterator[str]:
    yield (" " * NAME + "".join(f"{state:>14}" for state in STATES)).rstrip()
    yield (" " * NAME + f"{'segm.':>7}{'words':>7}" * len(STATES) + "  gate").rstrip()


def _edition(status: EditionStatus, *, by_role: bool) -> Iterator[str]:
    gate = click.style("met", fg="green") if status.complete else click.style("short", fg="red")
    yield f"{_row(status.language, status.total)}  {gate}"
    for note in _notes(status):
        yield from textwrap.wrap(note, WIDTH, initial_indent="  ", subsequent_indent="    ")
    if by_role:
        yield from (_row(f" {role or '(no role)'}", one) for role, one in status.roles.items())


def _notes(status: EditionStatus) -> Iterator[str]:
    if status.language == status.source:
        yield "as it is written"
    own = _plural(status.overrides, "segment")
    if status.language != status.source and are_akin(status.language, status.source):
        yield f"as it is written in {status.source}; {own} from a catalog of its own"
    if status.derived_from:
        yield f"derived from {status.derived_from}; {own} from a catalog of its own"
    if stale := status.total.stale.segments:
        yield f"stale: the source of {stale} of the fuzzy changed since it was translated"
    if short := [gate for gate in status.gates if not gate.met]:
        yield f"short: {', '.join(map(_short, short))}"
    if status.lacking:
        texts = _plural(status.lacking, "text")
        tag = status.derived_from or status.language
        yield f"run `publish update --lang {tag}`: {texts} not in {status.catalog}"


def _short(gate: Standing) -> str:
    wanted = f" ({100 * gate.required:g} % is demanded)" if gate.required < 1 else ""
    return f"{gate}{wanted}"


def _row(name: str, tally: Tally) -> str:
    amounts = (tally.translated, tally.fuzzy, tally.missing, tally.obsolete)
    return f"{name:<{NAME}}" + "".join(map(_amount, amounts))


def _amount(amount: Amount) -> str:
    return "".join(f"{_number(number):>7}" for number in (amount.segments, amount.words))


def _number(number: int) -> str:
    """Give a number that leaves a gap before it in its column."""
    return f"{number:,}" if number < 100_000 else f"{number}"  # noqa: PLR2004 -- seven columns


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
