"""Plans: which editions are wanted, before anything is read or built."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from publisher.build.view import DocxView, Verify
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
        view: What Word files show.
        verify: How much finished editions are checked before they are delivered.
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
    view: DocxView = DocxView.CLEAN
    verify: Verify = Verify.FAST

    @property
    def unfinished(self) -> bool:
        """Whether editions are built however little of them is translated."""
        return self.draft or self.view is DocxView.REVIEW

    def __len__(self) -> int:
        return len(self.articles) * len(self.languages) * len(self.formats)

    def jobs(self, path: Path, language: str) -> Iterator["Job"]:
        """List the editions of one article in one language."""
        for name in self.formats:
            view = self.view if name == "docx" else None
            yield Job(
                slug=slug_of(path), language=language, format=name, draft=self.draft, view=view
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One edition to build; only a Word file has a view."""

    slug: str
    language: str
    format: str
    draft: bool = False
    view: DocxView | None = None

    @property
    def path(self) -> str:
        """Where it belongs under the output folder, with `/`."""
        mark = ".draft" if self.draft else ""
        mark += ".review" if self.view is DocxView.REVIEW else ""
        return f"{self.slug}/{self.slug}.{self.language}{mark}.{self.format}"

    def beside(self, path: str) -> str:
        """Give the place of a companion under the output folder, with `/`."""
        return f"{self.slug}/{path}"
