"""`publish update`: make and update the translation catalogs."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from publisher.build.write import write_whole
from publisher.catalog.extract import extract, new_catalog
from publisher.catalog.message import Catalog, Message
from publisher.catalog.po import write_po
from publisher.catalog.update import update
from publisher.cli.attempts import Attempts
from publisher.cli.choose import choose_languages, split
from publisher.cli.environment import now
from publisher.cli.say import say
from publisher.errors import ArticleError, UsageError
from publisher.model.article import Article
from publisher.model.language import are_akin
from publisher.project.articles import Source, read_source
from publisher.project.publication import SETTINGS, WORDS, Publication, open_publication
from publisher.project.terms import lacks_terms, term_messages


@click.command("update")
@click.option("--article", "articles", multiple=True, metavar="SLUG|PATH", help="Default: all.")
@click.option("--lang", "languages", multiple=True, metavar="TAG|all", help="Default: all.")
def command(articles: tuple[str, ...], languages: tuple[str, ...]) -> None:
    """Make locales/<language>/LC_MESSAGES/<article>.po, or bring it to the article as it is now.

    Translations are never lost: where the source changed they become fuzzy and keep the text that
    they were made from; where it is gone they become obsolete. A catalog in which nothing changed
    is not touched. One Serbian script is derived from the other (Latin from Cyrillic, unless the
    publication sets serbian-master) and needs no catalog; name it with --lang to make one for
    exceptions.
    """
    publication = own_publication(Path.cwd())
    asked = bool(split(languages))
    tags = choose_languages(languages, publication.settings)
    when = now()
    attempts = Attempts()
    for tag in tags:
        with attempts.one():
            if lacks_terms(publication, tag):
                _bring(publication, tag, WORDS, term_messages(), when)
    with attempts.one():
        for source, article in readable_sources(publication, articles):
            messages = extract(article, source.name, source.lines)
            for tag in tags:
                with attempts.one():
                    if _wanted(publication, article, tag, asked=asked):
                        _bring(publication, tag, article.slug, messages, when)
    attempts.end()


def _wanted(publication: Publication, article: Article, tag: str, *, asked: bool) -> bool:
    """A catalog is for another language than the source's; some need none, if nobody asks."""
    if tag == article.language:
        return False
    exists = publication.catalog_path(tag, article.slug).exists()
    master = publication.settings.scripts.master_of(tag, article.language)
    needless = master or are_akin(tag, article.language)
    return exists or asked or not needless


def _bring(
    publication: Publication, tag: str, name: str, messages: Iterable[Message], when: datetime
) -> None:
    old = publication.catalog(tag, name)
    new = update(_with_header(old, name, tag, when), messages)
    shown = publication.catalog_name(tag, name)
    if new == old:
        say(f"{shown}: unchanged")
        return
    write_whole(publication.catalog_path(tag, name), write_po(_stamped(new, when)))
    say(f"{shown}: {_counts(new)}")


def _with_header(old: Catalog | None, name: str, tag: str, when: datetime) -> Catalog:
    """Give the catalog, new or old, with a header that says what programs must know."""
    fresh = new_catalog(name, tag, when)
    if old is None:
        return fresh
    return old if "Content-Type" in old.header else replace(old, header=fresh.header)


def _stamped(catalog: Catalog, when: datetime) -> Catalog:
    stamp = {"POT-Creation-Date": f"{when:%Y-%m-%d %H:%M}+0000"}
    return replace(catalog, header=dict(catalog.header) | stamp)


def _counts(catalog: Catalog) -> str:
    live = [message for message in catalog.messages if not message.obsolete]
    done = sum(message.usable for message in live)
    fuzzy = sum(message.fuzzy for message in live)
    obsolete = len(catalog.messages) - len(live)
    return f"{len(live)} messages, {done} translated, {fuzzy} fuzzy, {obsolete} obsolete"


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
