"""Plans: which editions are wanted, before anything is read or built."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from publisher.localize.stale import Stale
from publisher.project.publication import Publication, slug_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to build: article × language × format.

    Attributes:
        articles: The articles' files.
        languages: BCP 47 tags.
        formats: Names of exporters.
        layout: Name of the layout.
        out: The folder to write to.
        draft: Whether incomplete editions are built too, marked as drafts.
        when: The editions' time in UTC; None takes each article's own date.
        stale: What to print where the source changed since it was translated.
    """

    publication: Publication
    articles: tuple[Path, ...]
    languages: tuple[str, ...]
    formats: tuple[str, ...]
    layout: str
    out: Path
    draft: bool = False
    when: datetime | None = None
    stale: Stale = Stale.SOURCE

    def __len__(self) -> int:
        return len(self.articles) * len(self.languages) * len(self.formats)

    def jobs(self, path: Path, language: str) -> Iterator["Job"]:
        """List the editions of one article in one language."""
        for name in self.formats:
            yield Job(slug=slug_of(path), language=language, format=name, draft=self.draft)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One edition to build."""

    slug: str
    language: str
    format: str
    draft: bool = False

    @property
    def path(self) -> str:
        """Where it belongs under the output folder, with `/`."""
        mark = ".draft" if self.draft else ""
        return f"{self.slug}/{self.slug}.{self.language}{mark}.{self.format}"
