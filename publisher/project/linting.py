"""Linting a publication: its catalogs, each with its article, its glossary and its master."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from publisher.catalog.glossary import Glossary
from publisher.catalog.lint.check import lint, unreadable
from publisher.catalog.lint.entry import Inlines, Reference
from publisher.catalog.lint.finding import Finding
from publisher.catalog.message import Catalog, Key
from publisher.catalog.segment import segments
from publisher.errors import CatalogError
from publisher.localize.derive import derive_text
from publisher.model.article import Article
from publisher.project.glossary import glossary_for
from publisher.project.publication import Publication


@dataclass(frozen=True)
class LintDesk:
    """One language of a publication: its catalogs and its glossary."""

    publication: Publication
    tag: str

    @cached_property
    def _glossary(self) -> Glossary | CatalogError:
        try:
            return glossary_for(self.publication, self.tag)
        except CatalogError as error:
            return error

    @property
    def faults(self) -> Iterator[Finding]:
        """What is wrong with the glossary."""
        if isinstance(self._glossary, CatalogError):
            yield unreadable(self._glossary)

    def lint(
        self, name: str, source: str, runs: Mapping[Key, Inlines] | None
    ) -> tuple[Finding, ...]:
        """Lint one catalog, where there is one.

        Args:
            name: The article's slug, or that of the layouts' words.
            source: BCP 47 tag of the msgids.
            runs: The inlines that tags stand for, by key; None where the texts are plain.
        """
        try:
            catalog = self.publication.catalog(self.tag, name)
        except CatalogError as error:
            return (unreadable(error),)
        if catalog is None:
            return ()
        glossary = Glossary() if isinstance(self._glossary, CatalogError) else self._glossary
        reference = Reference(
            source=source,
            runs=runs,
            glossary=glossary,
            master=self._master(name, source),
            convert=partial(
                derive_text, language=self.tag, foreign=self.publication.settings.scripts.foreign
            ),
        )
        return lint(catalog, reference)

    def _master(self, name: str, source: str) -> Catalog | None:
        """Read the catalog that this one is derived from; what is wrong there is found there."""
        master = self.publication.settings.scripts.master_of(self.tag, source)
        if master is None:
            return None
        try:
            return self.publication.catalog(master, name)
        except CatalogError:
            return None

    def lint_article(self, article: Article) -> tuple[Finding, ...]:
        """Lint the catalog of an article."""
        listed = (segment for segment in segments(article) if segment.translatable)
        runs = {segment.key: segment.run.children for segment in listed}
        return self.lint(article.slug, article.language, runs)
