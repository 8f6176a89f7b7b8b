"""`publish update`: make and update the translation catalogs, and bring translations home."""

from collections.abc import Iterator
from pathlib import Path

import click

from publisher.build.write import write_whole
from publisher.catalog.message import Catalog
from publisher.cli.attempts import Attempts
from publisher.cli.choose import choose_languages, split
from publisher.cli.environment import now
from publisher.cli.say import counted, say
from publisher.errors import ArticleError, UsageError
from publisher.model.article import Article
from publisher.project.articles import Source, read_source
from publisher.project.exchange import Arrival, receive
from publisher.project.publication import (
    SETTINGS,
    WORDS,
    Publication,
    open_publication,
    slug_of,
)
from publisher.project.terms import lacks_terms, term_messages
from publisher.project.upkeep import Change, Upkeep


@click.command("update")
@click.option("--article", "articles", multiple=True, metavar="SLUG|PATH", help="Default: all.")
@click.option("--lang", "languages", multiple=True, metavar="TAG|all", help="Default: all.")
@click.option(
    "--from",
    "files",
    multiple=True,
    metavar="FILE.xlf",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Bring the translations of this XLIFF file home.",
)
def command(articles: tuple[str, ...], languages: tuple[str, ...], files: tuple[Path, ...]) -> None:
    """Make locales/<language>/LC_MESSAGES/<article>.po, or bring it to the article as it is now.

    Translations are never lost: where the source changed they become fuzzy and keep the text that
    they were made from; where it is gone they become obsolete. A text that another article has
    translated already gets that translation, as fuzzy, with a note of its origin. A catalog in
    which nothing changed is not touched. One Serbian script is derived from the other (Latin from
    Cyrillic, unless the publication sets serbian-master) and needs no catalog; name it with --lang
    to make one for exceptions.

    With --from, the catalogs of the given XLIFF files are updated, and take over what the files
    say. A file that is broken, or of another article or language than asked for, changes nothing.
    """
    publication = own_publication(Path.cwd())
    upkeep = Upkeep(publication=publication, when=now())
    attempts = Attempts()
    if files:
        with attempts.one():
            _receive(upkeep, articles, languages, files)
    else:
        update_catalogs(upkeep, attempts, articles, languages)
    for fault in upkeep.faults:
        say(str(fault), err=True)
    attempts.end()


def update_catalogs(
    upkeep: Upkeep, attempts: Attempts, articles: tuple[str, ...], languages: tuple[str, ...]
) -> None:
    """Bring the catalogs of articles up to date, all of them by default, and say what is in each.

    Raises:
        UsageError: There is no such article.
    """
    publication = upkeep.publication
    asked = bool(split(languages))
    tags = choose_languages(languages, publication.settings)
    for tag in tags:
        with attempts.one():
            if lacks_terms(publication, tag):
                _keep(upkeep, upkeep.bring(tag, WORDS, term_messages()))
    with attempts.one():
        for source, article in readable_sources(publication, articles):
            for tag in tags:
                with attempts.one():
                    if upkeep.wanted(article, tag, asked=asked):
                        _keep(upkeep, upkeep.article(tag, source, article))


def _receive(
    upkeep: Upkeep, articles: tuple[str, ...], languages: tuple[str, ...], files: tuple[Path, ...]
) -> None:
    publication = upkeep.publication
    slugs = frozenset(map(slug_of, publication.choose(split(articles))))
    tags = frozenset(choose_languages(languages, publication.settings))
    for arrival in receive(upkeep, files, slugs, tags):
        _keep(upkeep, arrival.change, _words(arrival))


def _keep(upkeep: Upkeep, change: Change, words: str = "") -> None:
    """Write a catalog where it must be, and say what is in it."""
    publication = upkeep.publication
    shown = publication.catalog_name(change.language, change.slug)
    if change.needed:
        path = publication.catalog_path(change.language, change.slug)
        write_whole(path, change.data(upkeep.when))
    say(f"{shown}: {_counts(change.new) if change.needed else 'unchanged'}{words}")


def _words(arrival: Arrival) -> str:
    stale = f", {arrival.stale} of texts that are gone" if arrival.stale else ""
    return f" ({arrival.changed} entries from {arrival.name}{stale})"


def _counts(catalog: Catalog) -> str:
    live = [message for message in catalog.messages if not message.obsolete]
    done = sum(message.usable for message in live)
    fuzzy = sum(message.fuzzy for message in live)
    obsolete = len(catalog.messages) - len(live)
    return f"{counted(len(live), 'message')}, {done} translated, {fuzzy} fuzzy, {obsolete} obsolete"


def own_publication(folder: Path) -> Publication:
    """Open the publication in a folder for writing; the installed sample is nobody's to change.

    Raises:
        UsageError: There is none.
    """
    publication = open_publication(folder)
    if publication.is_sample and publication.root != folder:
        raise UsageError(
            f"there is no {SETTINGS} here",
            hint="go to the publication's folder, or begin one with `publish init DIR`",
        )
    return publication


def readable_sources(
    publication: Publication, wanted: tuple[str, ...]
) -> Iterator[tuple[Source, Article]]:
    """Read the articles wanted; say what is wrong with the others, and leave them out.

    Raises:
        UsageError: There is no such article.
        ArticleError: After the last one, where some have errors.
    """
    bad = []
    for path in publication.choose(split(wanted)):
        try:
            source = read_source(publication, path)
        except ArticleError as error:
            say(f"error: {error}", err=True)
            bad.append(publication.shown(path))
            continue
        if source.article is not None:
            yield source, source.article
            continue
        for diagnostic in source.diagnostics:
            say(str(diagnostic), err=True)
        bad.append(source.name)
    if bad:
        raise ArticleError(f"left out until the errors above are mended: {', '.join(bad)}")
