"""Bringing an edited edition home in memory: a translated one, or one in the source language."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from publisher.catalog.extract import extract
from publisher.catalog.message import FUZZY, Catalog, Message
from publisher.catalog.segment import segments
from publisher.catalog.tags import flatten
from publisher.catalog.update import update
from publisher.merge.compare import compare
from publisher.merge.findings import Comparison, Problem
from publisher.merge.source import Written, merge_source
from publisher.merge.translation import Change, merge_translation
from publisher.model.article import Article
from publisher.model.inline import Container, Inline, Text
from publisher.readers.base import Reading
from publisher.readers.markdown import read_markdown
from tests.merge.desk import Desk, edition
from tests.strategies import texts

Catalogs = Mapping[str, Catalog]


@dataclass(frozen=True, kw_only=True)
class Home:
    """What came of a translated edition."""

    catalog: Catalog
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    comparison: Comparison

    @property
    def report(self) -> str:
        """All that is told of problems."""
        return "\n".join(f"{one.code}: {one.message}: {one.text}" for one in self.problems)


def with_entries(source: Article, catalog: Catalog) -> Catalog:
    """Give a catalog with all messages of an article."""
    return update(catalog, extract(source, "a.md", {}))


def bring(desk: Desk, source: Article, language: str, catalogs: Catalogs) -> Home:
    """Bring a translated edition home."""
    returned, one = desk.read(), edition(source, language, catalogs)
    comparison = compare(one, returned)
    own = with_entries(source, catalogs.get(language, Catalog(language=language)))
    merged = merge_translation(own, one, comparison, returned)
    return Home(
        catalog=merged.catalog,
        changes=merged.changes,
        problems=(*comparison.problems, *merged.problems),
        comparison=comparison,
    )


def read(data: bytes) -> Reading:
    return read_markdown(data, "bridge.md", slug="bridge", pictures=("a.jpg",))


def bring_source(desk: Desk, data: bytes) -> tuple[Written, tuple[Problem, ...]]:
    """Bring the edition in the source language home."""
    reading = read(data)
    assert reading.article, reading.diagnostics
    returned = desk.read()
    comparison = compare(edition(reading.article, reading.article.language, {}), returned)
    written = merge_source(data, reading, comparison, returned, read)
    return written, (*comparison.problems, *written.problems)


@st.composite
def catalogs_of(draw: st.DrawFn, source: Article, language: str) -> Catalog:
    """Translate some of an article, and leave some of that fuzzy."""
    messages: dict[tuple[str, str], Message] = {}
    for segment in segments(source):
        if segment.translatable and segment.key not in messages and draw(st.booleans()):
            words = draw(texts.filter(lambda text: bool(text.strip())))
            messages[segment.key] = Message(
                context=segment.role.value,
                source=segment.text,
                translations=(flatten(said_in(segment.run.children, words)),),
                flags=draw(st.sampled_from([(), (), (FUZZY,)])),
            )
    catalog = Catalog(language=language, name="a.po", messages=tuple(messages.values()))
    return with_entries(source, catalog)


def said_in(children: tuple[Inline, ...], words: str) -> tuple[Inline, ...]:
    """Give inlines whose every text says other words."""
    return tuple(_said(one, words) for one in children)


def _said(inline: Inline, words: str) -> Inline:
    if isinstance(inline, Text):
        return Text(text=words)
    if isinstance(inline, Container):
        return replace(inline, children=said_in(inline.children, words))
    return inline
