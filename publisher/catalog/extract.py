"""Extraction: the messages that a translator of an article gets."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from babel import Locale
from babel.messages.plurals import get_plural

from publisher.catalog.message import Catalog, Key, Message
from publisher.catalog.segment import Segment, segments
from publisher.model.article import Article
from publisher.model.language import language as language_of
from publisher.model.walk import Place, Role, plain_text

ROLE_NAMES = {
    Role.CAPTION: "caption of figure {number}",
    Role.ALT: "alternative text of figure {number}: what it shows, for those who do not see it",
    Role.PLACE: "place of figure {number}",
    Role.WITHHELD: "why figure {number} is not shown",
    Role.TITLE: "headline",
    Role.SUBTITLE: "standfirst",
    Role.BYLINE: "name in the byline",
    Role.CELL: "cell of a table",
    Role.NOTE: "closing note",
    Role.RIGHTS: "rights line",
}


def extract(article: Article, name: str, lines: Mapping[Key, int]) -> tuple[Message, ...]:
    """List the untranslated messages of an article, each key once, in the order of reading.

    A run of nothing but code and kept words is the same in every language, and no message.

    Args:
        article: In its source language.
        name: Its file's name as a translator knows it.
        lines: The first line of each run in that file, by key.
    """
    found: dict[Key, Message] = {}
    for segment in segments(article):
        if segment.translatable and segment.key not in found:
            found[segment.key] = Message(
                context=segment.role.value,
                source=segment.text,
                notes=_notes(segment),
                references=(_reference(name, lines.get(segment.key, 0)),),
            )
    return tuple(found.values())


def _reference(name: str, line: int) -> str:
    return f"{name}:{line}" if line else name


def role_name(place: Place) -> str:
    """Say in English what a run of text is.

    >>> role_name(Place(role=Role.CAPTION, number=2)), role_name(Place(role=Role.LIST_ITEM))
    ('caption of figure 2', 'list item')
    """
    name = ROLE_NAMES.get(place.role, place.role.value.replace("-", " "))
    return name.format(number=place.number)


def _notes(segment: Segment) -> tuple[str, ...]:
    """Show the translator where the text stands, and the id by which other files name it."""
    place = segment.place
    words = role_name(place)
    figure = place.figure
    if figure and figure.credit and place.role in {Role.CAPTION, Role.ALT, Role.WITHHELD}:
        words += f", credit: {figure.credit.line}"
    notes = [words]
    if figure and figure.caption and place.role is Role.ALT:
        notes.append(f"its caption: {plain_text(figure.caption.children)}")
    return (*notes, f"id: {segment.id}")


def new_header(slug: str, language: str, when: datetime) -> dict[str, str]:
    """Give the header of a new catalog, as `msgfmt -c` wants it."""
    record = language_of(language)
    plural = get_plural(Locale.parse(record.babel))
    stamp = f"{when:%Y-%m-%d %H:%M}+0000"
    return {
        "Project-Id-Version": slug,
        "Report-Msgid-Bugs-To": "the newsroom",
        "POT-Creation-Date": stamp,
        "PO-Revision-Date": stamp,
        "Last-Translator": "the newsroom",
        "Language-Team": record.name,
        "Language": record.catalog,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": f"nplurals={plural.num_plurals}; plural={plural.plural_expr};",
    }


def new_template(
    slug: str, messages: Iterable[Message], when: datetime, language: str = ""
) -> Catalog:
    """Give a template: the messages under a header that names a language, or none."""
    header = new_header(slug, language or "en", when)
    if not language:
        header |= {"Language-Team": "", "Language": ""}
    return Catalog(language=language, header=header, messages=tuple(messages))


def new_catalog(slug: str, language: str, when: datetime) -> Catalog:
    """Give an empty catalog with its header."""
    return Catalog(language=language, header=new_header(slug, language, when))
