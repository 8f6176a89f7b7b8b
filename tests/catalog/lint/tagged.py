"""Entries as lint gets them, made from texts that carry tags."""

import re
from collections.abc import Mapping

from publisher.catalog.glossary import Glossary, read_glossary
from publisher.catalog.lint.check import lint
from publisher.catalog.lint.entry import Reference
from publisher.catalog.lint.finding import Finding
from publisher.catalog.message import Catalog, Key, Message
from publisher.model.inline import (
    Code,
    Emphasis,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Link,
    Span,
    Text,
    prose,
)

TAG = re.compile(r"<(?P<name>[a-z]+)\d*(?:/>|>(?P<inside>[^<]*)</[a-z]+\d*>)")


def inlines(text: str) -> tuple[Inline, ...]:
    """Read a text with tags of one level as the run that is flattened to it."""
    found: list[Inline] = []
    at = 0
    for tag in TAG.finditer(text):
        found += words(text[at : tag.start()])
        found.append(node(tag["name"], tag["inside"] or ""))
        at = tag.end()
    return (*found, *words(text[at:]))


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text=text),) if text else ()


def node(name: str, inside: str) -> Inline:
    match name:
        case "em":
            return Emphasis(children=words(inside))
        case "a":
            return Link(children=words(inside), href="https://example.org")
        case "span":
            return Span(children=words(inside), language="tr")
        case "keep":
            return Keep(text=inside)
        case "code":
            return Code(text=inside)
        case "br":
            return LineBreak()
        case _:
            return Footnote(content=prose("A note."))


def found(  # noqa: PLR0913 -- what an entry is made of
    source: str,
    translation: str,
    *,
    lang: str,
    original: str = "en",
    role: str = "paragraph",
    comments: tuple[str, ...] = (),
    glossary: str = "",
) -> tuple[Finding, ...]:
    """Lint one translation."""
    message = Message(
        context=role, source=source, translations=(translation,), comments=comments, line=7
    )
    catalog = Catalog(language=lang, name="a.po", messages=(message,))
    runs: Mapping[Key, tuple[Inline, ...]] = {message.key: inlines(source)}
    terms = read_glossary(glossary.encode(), "glossary.csv") if glossary else Glossary()
    return lint(catalog, Reference(source=original, runs=runs, glossary=terms))


def ids(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.rule for finding in findings]
