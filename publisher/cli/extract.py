"""`publish extract`: write what there is to translate as gettext templates."""

from pathlib import Path

import click

from publisher.build.write import write_whole
from publisher.catalog.extract import extract, new_template
from publisher.catalog.po import write_po
from publisher.cli.environment import now
from publisher.cli.say import say
from publisher.cli.update import own_publication, readable_sources


@click.command("extract")
@click.option("--article", "articles", multiple=True, metavar="SLUG|PATH", help="Default: all.")
def command(articles: tuple[str, ...]) -> None:
    """Write locales/<article>.pot: what there is to translate, for a program that starts from it.

    `publish update` makes and keeps the catalogs themselves, and does not need the templates.
    """
    publication = own_publication(Path.cwd())
    for source, article in readable_sources(publication, articles):
        messages = extract(article, source.name, source.lines)
        template = new_template(article.slug, messages, now())
        path = publication.locales / f"{article.slug}.pot"
        write_whole(path, write_po(template))
        say(f"{publication.shown(path)}: {len(messages)} messages")
