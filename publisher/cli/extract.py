"""`publish extract`: write what there is to translate, as gettext templates or XLIFF."""

from pathlib import Path

import click

from publisher.build.write import write_whole
from publisher.catalog.extract import extract, new_template
from publisher.catalog.po import write_po
from publisher.catalog.segment import segments
from publisher.catalog.xliff_toolkit import toolkit
from publisher.catalog.xliff_write import write_xliff
from publisher.cli.attempts import Attempts
from publisher.cli.choose import choose_languages, split
from publisher.cli.environment import now
from publisher.cli.say import counted, say
from publisher.cli.update import own_publication, readable_sources
from publisher.model.article import Article
from publisher.project.articles import Source
from publisher.project.exchange import xliff_path
from publisher.project.upkeep import Upkeep

POT, XLIFF = "pot", "xliff"
HELP = """
Write what there is to translate, for a program that starts from it.

\b
  --to pot               locales/<article>.pot, a template without a language
  --to pot --lang sq     locales/sq/LC_MESSAGES/<article>.pot, which names the language
  --to xliff             locales/<language>/<article>.xlf, for CAT tools

`publish update` makes and keeps the catalogs themselves, and does not need the templates;
`publish update --from FILE.xlf` brings home what a CAT tool made of an XLIFF file.
"""


@click.command("extract", help=HELP)
@click.option("--article", "articles", multiple=True, metavar="SLUG|PATH", help="Default: all.")
@click.option("--lang", "languages", multiple=True, metavar="TAG|all", help="Default: all.")
@click.option(
    "--to",
    "form",
    type=click.Choice([POT, XLIFF]),
    default=POT,
    show_default=True,
    help="gettext templates, or XLIFF 2.1 with the translations there are.",
)
def command(articles: tuple[str, ...], languages: tuple[str, ...], form: str) -> None:
    """Write templates or XLIFF files."""
    upkeep = Upkeep(publication=own_publication(Path.cwd()), when=now())
    asked = bool(split(languages))
    tags = choose_languages(languages, upkeep.publication.settings)
    write = _write_xliff if form == XLIFF else _write_template
    if form == XLIFF:
        toolkit()  # where it is missing, it is missing for every article
    attempts = Attempts()
    with attempts.one():
        for source, article in readable_sources(upkeep.publication, articles):
            wanted = [tag for tag in tags if upkeep.wanted(article, tag, asked=asked)]
            for tag in wanted if asked or form == XLIFF else [""]:
                with attempts.one():
                    write(upkeep, source, article, tag)
    for fault in upkeep.faults:
        say(str(fault), err=True)
    attempts.end()


def _write_template(upkeep: Upkeep, source: Source, article: Article, tag: str) -> None:
    messages = extract(article, source.name, source.lines)
    template = new_template(article.slug, messages, upkeep.when, tag)
    publication = upkeep.publication
    of_language = publication.catalog_path(tag, article.slug).with_suffix(".pot") if tag else None
    path = of_language or publication.locales / f"{article.slug}.pot"
    write_whole(path, write_po(template))
    say(f"{publication.shown(path)}: {counted(len(messages), 'message')}")


def _write_xliff(upkeep: Upkeep, source: Source, article: Article, tag: str) -> None:
    change = upkeep.article(tag, source, article)
    tagged = frozenset(segment.key for segment in segments(article) if segment.tagged)
    path = xliff_path(upkeep.publication, tag, article.slug)
    write_whole(path, write_xliff(change.new, article.slug, article.language, tagged))
    done = sum(message.usable for message in change.new.by_key.values())
    shown = upkeep.publication.shown(path)
    say(f"{shown}: {len(change.messages)} units, {done} translated")
