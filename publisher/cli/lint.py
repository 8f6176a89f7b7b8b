"""`publish lint`: find what is probably wrong in translations."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from types import MappingProxyType

import click

from publisher.catalog.lint.explain import explain
from publisher.catalog.lint.finding import Finding
from publisher.catalog.lint.reports import github, json, sarif, text
from publisher.catalog.lint.table import RULES
from publisher.cli.attempts import Attempts
from publisher.cli.choose import choose_languages, split
from publisher.cli.say import say
from publisher.cli.update import readable_sources
from publisher.diagnostics import Level
from publisher.errors import CatalogError, UsageError
from publisher.model.language import lookup_tags
from publisher.project.linting import LintDesk
from publisher.project.publication import WORDS, Publication, open_publication

REPORTS: Mapping[str, Callable[[Sequence[Finding]], str]] = MappingProxyType(
    {"text": text.report, "json": json.report, "sarif": sarif.report, "github": github.report}
)
WORDS_LANGUAGE = "en"  # of the msgids in the catalog of the layouts' words


@click.command("lint")
@click.option("--article", "articles", multiple=True, metavar="SLUG|PATH", help="Default: all.")
@click.option("--lang", "languages", multiple=True, metavar="TAG|all", help="Default: all.")
@click.option(
    "--report",
    type=click.Choice(list(REPORTS)),
    default="text",
    show_default=True,
    help="How to print what is found: for a terminal, for programs, for GitHub.",
)
@click.option("--json", "report", flag_value="json", help="The same as --report json.")
@click.option("--strict", is_flag=True, help="Let warnings fail the command as errors do.")
@click.option("--explain", "asked", metavar="ID", help="Say what a rule means, and stop.")
@click.pass_context
def command(  # noqa: PLR0913 -- one argument for each option of the command
    ctx: click.Context,
    *,
    articles: tuple[str, ...],
    languages: tuple[str, ...],
    report: str,
    strict: bool,
    asked: str | None,
) -> None:
    """Find what is probably wrong in translations: tags, numbers, quotation marks, letters, terms.

    Looks at every translation that may be printed, and without --article at the words of the
    layouts too. A rule is turned off for one entry by a translator's comment, such as
    "# lint: off Q2 N1"; terms are those of locales/<language>/glossary.csv.

    Exit status: 4 where there is an error; 0 where there are only warnings, unless --strict. An
    article that cannot be read is left out, with exit status 3.
    """
    if asked is not None:
        say(_explain(asked), nl=False)
        return
    publication = open_publication(Path.cwd())
    if publication.is_sample and report == "text":
        say("No publication.toml here: reading the embedded sample.", err=True)
    tags = choose_languages(languages, publication.settings)
    publication.choose(split(articles))  # a report on articles that there are not would mislead
    _require_catalogs(publication, tags)
    attempts = Attempts()
    findings: list[Finding] = []
    with attempts.one():
        findings.extend(_findings(publication, articles, tags))
    say(REPORTS[report](findings), nl=False)
    attempts.end()
    if any(strict or finding.level is Level.ERROR for finding in findings):
        ctx.exit(CatalogError.exit_status)


def _require_catalogs(publication: Publication, tags: tuple[str, ...]) -> None:
    """Refuse a language that the publication does not have: it would always be free of faults."""
    for tag in tags:
        there = any(
            publication.catalog_path(one, WORDS).parent.is_dir() for one in lookup_tags(tag)
        )
        if not there and tag not in publication.settings.languages:
            raise UsageError(
                f"there are no catalogs in {tag}",
                hint=f"make them with `publish update --lang {tag}`, if the language is meant",
            )


def _explain(asked: str) -> str:
    for rule in RULES:
        if rule.id == asked.upper():
            return explain(rule)
    known = ", ".join(rule.id for rule in RULES)
    raise UsageError(f"there is no rule {asked!r}", hint=f"the rules are {known}")


def _findings(
    publication: Publication, articles: tuple[str, ...], tags: tuple[str, ...]
) -> Iterator[Finding]:
    read = dict.fromkeys(chain.from_iterable(map(lookup_tags, tags)))
    desks = {tag: LintDesk(publication, tag) for tag in read}
    for desk in desks.values():
        yield from desk.faults
        if not split(articles):
            yield from desk.lint(WORDS, WORDS_LANGUAGE, None)
    for _, article in readable_sources(publication, articles):
        for tag, desk in desks.items():
            if tag != article.language:
                yield from desk.lint_article(article)
