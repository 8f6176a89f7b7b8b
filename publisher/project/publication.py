"""A publication's folder: its settings, articles, catalogs and layouts, read on demand."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from publisher.catalog.message import Catalog
from publisher.catalog.po import read_po
from publisher.errors import CatalogError, UsageError
from publisher.model.language import language as language_of
from publisher.project.settings import Settings, decoded, read_settings
from publisher.project.shipped import SAMPLE, shipped

SETTINGS = "publication.toml"
WORDS = "publisher"  # the catalog of the words that layouts print


@dataclass(frozen=True, kw_only=True)
class Publication:
    """A folder with a publication in it.

    Attributes:
        root: The folder.
        locales: The folder of its catalogs.
        layouts: The folder of its own layouts, which need not exist.
        is_sample: Whether it is the sample that comes with the program.
    """

    root: Path
    settings: Settings
    locales: Path
    layouts: Path
    is_sample: bool = False

    @cached_property
    def sources(self) -> Mapping[str, Path]:
        """The articles' files by slug, in the order of their names."""
        folder = self.root / "articles"
        files = visible(folder, "*.md", "*/article.md")
        found: dict[str, Path] = {}
        for path in sorted(files, key=slug_of):
            if slug_of(path) in found:
                raise UsageError(
                    f"two articles are called {slug_of(path)!r}",
                    where=f"{self.shown(path)}:1",
                    hint=f"rename this one or {self.shown(found[slug_of(path)])}",
                )
            if slug_of(path) == WORDS:
                raise UsageError(
                    f"an article is called {WORDS!r}, as the catalog of the layouts' words is",
                    where=f"{self.shown(path)}:1",
                    hint="rename the article",
                )
            found[slug_of(path)] = path
        return found

    @cached_property
    def strays(self) -> tuple[str, ...]:
        """Markdown files among the articles that are nobody's: theirs is not the name of one."""
        taken = set(self.sources.values())
        files = visible(self.root / "articles", "*/*.md")
        return tuple(self.shown(path) for path in files if path not in taken)

    def choose(self, wanted: tuple[str, ...]) -> tuple[Path, ...]:
        """Give the files of the articles wanted, by slug or path; all of them by default.

        Raises:
            UsageError: There is no such article.
        """
        if not wanted and not self.sources:
            raise UsageError(
                "the publication has no articles",
                where=self.shown(self.root / "articles"),
                hint="write articles/<slug>/article.md, or run `publish init` in an empty folder",
            )
        return tuple(map(self._choose, dict.fromkeys(wanted))) or tuple(self.sources.values())

    def _choose(self, wanted: str) -> Path:
        if wanted in self.sources:
            return self.sources[wanted]
        paths = {path.resolve(): path for path in self.sources.values()}
        asked = Path(wanted).resolve()
        for candidate in (asked, asked / "article.md"):
            if candidate in paths:
                return paths[candidate]
        near = get_close_matches(wanted, self.sources, n=1)
        known = ", ".join(self.sources)
        hint = f"did you mean {near[0]}?" if near else f"the articles are: {known}"
        raise UsageError(f"there is no article {wanted!r}", hint=hint)

    def shown(self, path: Path) -> str:
        """Name a file as a user knows it: relative to the publication, with `/`."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.name

    def catalog_path(self, language: str, name: str) -> Path:
        """Say where the catalog of an article (or of the layouts) in a language belongs."""
        return self.locales / language_of(language).catalog / "LC_MESSAGES" / f"{name}.po"

    def catalog_name(self, language: str, name: str) -> str:
        """Name a catalog as a user knows it."""
        return f"locales/{language_of(language).catalog}/LC_MESSAGES/{name}.po"

    def catalog(self, language: str, name: str) -> Catalog | None:
        """Read a catalog, where there is one.

        Raises:
            CatalogError: It cannot be read.
        """
        shown = self.catalog_name(language, name)
        return read_catalog(self.catalog_path(language, name), shown, language)


def visible(folder: Path, *patterns: str) -> tuple[Path, ...]:
    """List what matches in a folder, in order; what is hidden belongs to an editor or a system."""
    found = {path for pattern in patterns for path in folder.glob(pattern)}
    return tuple(
        path
        for path in sorted(found)
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def slug_of(path: Path) -> str:
    """Give the slug that an article's file promises."""
    return path.parent.name if path.name == "article.md" else path.stem


def read_catalog(path: Path, shown: str, language: str) -> Catalog | None:
    """Read a PO file, where there is one."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CatalogError(f"cannot be read: {error.strerror}", where=shown) from error
    return read_po(data, shown, language)


def open_publication(folder: Path) -> Publication:
    """Open the publication in a folder, or the embedded sample where there is none.

    Raises:
        UsageError: publication.toml is wrong, or there are articles without one.
    """
    if folder.resolve() == SAMPLE:
        return _open(SAMPLE, shipped("locales"), SAMPLE / "layouts", is_sample=True)
    if (folder / SETTINGS).is_file():
        return _open(folder, folder / "locales", folder / "layouts")
    for parent in folder.resolve().parents:
        if (parent / SETTINGS).is_file():
            raise UsageError(
                f"this folder is inside a publication, and {SETTINGS} is not here",
                where=str(parent / SETTINGS),
                hint="go to that folder and run the command there",
            )
    if (folder / "articles").is_dir():
        raise UsageError(
            f"there is a folder articles/ here, but no {SETTINGS}",
            where=SETTINGS,
            hint='write one with title = "…" and publisher = "…"; `publish init DIR` shows how',
        )
    return _open(SAMPLE, shipped("locales"), SAMPLE / "layouts", is_sample=True)


def _open(root: Path, locales: Path, layouts: Path, *, is_sample: bool = False) -> Publication:
    try:
        data = (root / SETTINGS).read_bytes()
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", where=SETTINGS) from error
    settings = read_settings(decoded(data, SETTINGS), SETTINGS)
    return Publication(
        root=root, settings=settings, locales=locales, layouts=layouts, is_sample=is_sample
    )
