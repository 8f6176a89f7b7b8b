"""The state of one rendering: which ids are taken, which notes were called, how deep we are."""

from collections.abc import Iterator
from contextlib import contextmanager

from markupsafe import Markup, escape

from publisher.model.article import Article
from publisher.model.inline import Prose
from publisher.model.walk import plain_text, runs
from publisher.render.context import Context, OutlineEntry
from publisher.render.terms import TERM_LANGUAGE, Term

DEEPEST_ELEMENT = 6  # HTML has h1 to h6


class Ids:
    """Hands out ids that are unique within a file."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """Give `wanted`, or `wanted-2` when it is taken, and so on; nothing for nothing."""
        if not wanted:
            return ""
        self._counts[wanted] = self._counts.get(wanted, 0) + 1
        count = self._counts[wanted]
        return wanted if count == 1 else f"{wanted}-{count}"


class Setting:
    """What the rendering of one article knows at a point of it."""

    def __init__(self, article: Article, context: Context, ids: Ids) -> None:
        self.article = article
        self.context = context
        self.ids = ids
        self.notes: list[Markup] = []
        self.held: list[Markup] | None = None  # calls that wait for the end of a link
        self.outline: list[OutlineEntry] = []
        self.figures = 0
        self.languages: set[str] = set()
        self.spoken = context.language.tag  # the language of the text around
        self.targets = frozenset(run.segment for _, run in runs(article) if run.segment)
        self._open_levels: list[int] = []

    def language_of(self, run: Prose) -> str:
        """Give the tag of a run's language, be it the edition's or its own."""
        return run.language or self.context.language.tag

    def attributes_of(self, run: Prose, id_: str | None = None) -> Markup:
        """Give the attributes of a run's element: its id, and its language where that changes."""
        own = attributes(id=self.ids.take(run.segment) if id_ is None else id_)
        language = self.language_of(run)
        return own if language == self.spoken else own + self.in_language(language)

    def in_language(self, tag: str) -> Markup:
        """Give a language both as HTML and as XML know it."""
        self.languages.add(tag)
        return Markup(' lang="{0}" xml:lang="{0}"').format(tag)

    def in_language_of(self, term: Term) -> Markup:
        """Give the attributes of an element that holds a term's word."""
        borrowed = term in self.context.borrowed
        return self.in_language(TERM_LANGUAGE) if borrowed else Markup()

    def word(self, term: Term) -> Markup:
        """Set a word of the layout."""
        return self._worded(self.context.terms[term], term)

    def filled(self, term: Term, placeholder: str, value: Markup) -> Markup:
        """Set a word of the layout with markup where it has its placeholder."""
        before, found, after = self.context.terms[term].partition(placeholder)
        parts = self._worded(before, term), value if found else "", self._worded(after, term)
        return Markup("{}{}{}").format(*parts)

    def _worded(self, words: str, term: Term) -> Markup:
        own = self.in_language_of(term) if words.strip() else ""
        return Markup("<span{}>{}</span>").format(own, words) if own else escape(words)

    @contextmanager
    def speaking(self, language: str) -> Iterator[None]:
        """Set what is inside in `language`."""
        before, self.spoken = self.spoken, language
        yield
        self.spoken = before

    def epub_type(self, name: str) -> Markup:
        """Give the `epub:type` attribute, where it is wanted."""
        return Markup(' epub:type="{}"').format(name) if self.context.epub_types else Markup()

    def descend(self, level: int) -> int:
        """Give the element's level of a heading of depth `level`, so that none is skipped."""
        while self._open_levels and self._open_levels[-1] >= level:
            self._open_levels.pop()
        self._open_levels.append(level)
        return min(self.context.title_level + len(self._open_levels), DEEPEST_ELEMENT)

    def enter(self, level: int, id_: str, run: Prose) -> None:
        """Note a heading for the outline."""
        language = self.language_of(run)
        own = None if language == self.context.language.tag else language
        text = plain_text(run.children)
        self.outline.append(OutlineEntry(level=level, id=id_, text=text, language=own))


def attributes(**pairs: str) -> Markup:
    """Give attributes with their values escaped; those without a value are left out.

    >>> attributes(id="s1", lang="")
    Markup(' id="s1"')
    """
    return Markup().join(
        Markup(' {}="{}"').format(name, value) for name, value in pairs.items() if value
    )
