"""Footnotes: read apart, and put where they are called."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from publisher.model.article import Article
from publisher.model.credit import Credit, parse_credit
from publisher.model.inline import Code, Container, Footnote, Inline, Keep, Prose, Text, prose
from publisher.model.walk import Place, Role, map_prose, runs
from publisher.readers.markup.flow import read_blocks
from publisher.readers.markup.parse import parse_fragment
from publisher.readers.markup.setting import Setting
from publisher.readers.sites.markdown import OUTSIDE

# Runs that may call a footnote; elsewhere the call is dropped, and the note left over.
CALLING = {Role.HEADING, Role.PARAGRAPH, Role.QUOTATION, Role.LIST_ITEM, Role.CELL, Role.CAPTION}

Notes = Mapping[str, Prose]
"""By the character that calls them."""


def read_notes(notes: Mapping[str, str], setting: Setting) -> Notes:
    """Read the HTML of notes; one of several paragraphs becomes one run."""
    found = {call: _run(html, setting) for call, html in notes.items()}
    return {call: run for call, run in found.items() if run}


def _run(html: str, setting: Setting) -> Prose | None:
    blocks = read_blocks([parse_fragment(html)], setting)
    holder = Article(slug="note", language="en", title=prose("—"), body=blocks)
    children: list[Inline] = []
    for place, run in runs(holder):
        if place.role is not Role.TITLE:
            children.extend([Text(text=" "), *run.children] if children else run.children)
    kept = tuple(_called(tuple(children), {}))
    return Prose(children=kept) if kept else None


def place_notes(article: Article, notes: Notes) -> Article:
    """Put each note where it is called; no calling character is left."""

    def visit(place: Place, run: Prose) -> Prose:
        children = tuple(_called(run.children, notes if place.role in CALLING else {}))
        return replace(run, children=children or (Text(text=" "),))

    return map_prose(article, visit, acknowledge=_acknowledge)


def _acknowledge(credit: Credit) -> Credit:
    line = OUTSIDE.sub("", credit.line)
    return credit if line == credit.line else parse_credit(line.strip() or "—")


def _called(inlines: tuple[Inline, ...], notes: Notes) -> Iterator[Inline]:
    for inline in inlines:
        match inline:
            case Text(text=text):
                yield from _parted(text, notes)
            case Code(text=text) | Keep(text=text):
                yield replace(inline, text=OUTSIDE.sub("", text))
            case Footnote(content=content):
                yield from _called(content.children, {})
            case _ if isinstance(inline, Container):
                children = tuple(_called(inline.children, notes))
                if children:
                    yield replace(inline, children=children)
            case _:
                yield inline


def _parted(text: str, notes: Notes) -> Iterator[Inline]:
    at = 0
    for found in OUTSIDE.finditer(text):
        if text[at : found.start()]:
            yield Text(text=text[at : found.start()])
        if found.group() in notes:
            yield Footnote(content=notes[found.group()])
        at = found.end()
    if text[at:]:
        yield Text(text=text[at:])
