"""Articles on disk: the source, the pictures beside it, and its catalogs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from publisher.catalog.message import Catalog, Key
from publisher.diagnostics import Diagnostic
from publisher.errors import ArticleError
from publisher.model.article import Article
from publisher.model.language import lookup_tags
from publisher.model.walk import images_of
from publisher.project.publication import Publication, slug_of
from publisher.readers.base import Reading
from publisher.readers.markdown import read_markdown
from publisher.render.edition import Picture
from publisher.render.images import load_picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as it stands on disk.

    Attributes:
        name: Its file as a user knows it.
        data: The file.
        reading: What its reader made of it.
        folder: Where its pictures are looked for.
    """

    slug: str
    name: str
    data: bytes
    reading: Reading
    folder: Path
    _loaded: dict[str, Picture] = field(default_factory=dict, repr=False, compare=False)

    @property
    def article(self) -> Article | None:
        """None where it cannot be used."""
        return self.reading.article

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What its reader found."""
        return self.reading.diagnostics

    @property
    def lines(self) -> Mapping[Key, int]:
        """The first line of each run, by key."""
        return self.reading.lines

    @property
    def places(self) -> Mapping[Key, str]:
        """Where each run stands, as `file:line`, by key."""
        return {key: f"{self.name}:{line}" for key, line in self.lines.items()}

    def pictures_of(self, article: Article) -> Mapping[str, Picture]:
        """Load the pictures that the article shows in one language, by path.

        Raises:
            ArticleError: One cannot be read.
        """
        paths = sorted({image.path for image in images_of(article)})
        return {path: self._picture(path) for path in paths}

    def _picture(self, path: str) -> Picture:
        if path not in self._loaded:
            self._loaded[path] = _load(self.folder / path, path, self.name)
        return self._loaded[path]


def _load(file: Path, path: str, article: str) -> Picture:
    where = f"{Path(article).parent.as_posix()}/{path}"
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ArticleError(f"the picture cannot be read: {error.strerror}", where=where) from error
    return load_picture(data, path, where=where)


def read_source(publication: Publication, path: Path) -> Source:
    """Read an article's file with what lies beside it."""
    name = publication.shown(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ArticleError(f"cannot be read: {error.strerror}", where=name) from error
    return Source(
        slug=slug_of(path),
        name=name,
        data=data,
        reading=reader_of(publication, path)(data),
        folder=path.parent,
    )


def require_article(source: Source) -> Article:
    """Give the article of a source, fit to be printed.

    Raises:
        ArticleError: Its reader found errors, or it has no text.
    """
    if source.article is None:
        raise ArticleError("the errors above must be mended", where=source.name)
    if not source.article.body:
        raise ArticleError(
            "the article has no text", where=source.name, hint="write it below the ---"
        )
    return source.article


def reader_of(publication: Publication, path: Path) -> Callable[[bytes], Reading]:
    """Give what reads the source of an article, with what lies beside its file now."""
    return partial(
        read_markdown,
        name=publication.shown(path),
        slug=slug_of(path),
        pictures=_files_beside(path),
        serbian=publication.settings.serbian,
    )


def _files_beside(path: Path) -> frozenset[str]:
    """List the files that an article may show: those in its own folder, links to elsewhere not."""
    folder = path.parent.resolve()
    return frozenset(
        file.relative_to(path.parent).as_posix()
        for file in path.parent.rglob("*")
        if file.is_file() and file != path and file.resolve().is_relative_to(folder)
    )


def catalogs_for(
    publication: Publication,
    slug: str,
    language: str,
    known: dict[str, Catalog | None] | None = None,
) -> dict[str, Catalog]:
    """Read the catalogs that an article in a language needs, as many as there are.

    Args:
        publication: Holds them.
        slug: The article's.
        language: BCP 47 tag.
        known: Those of the article that are read already, by language; what is read is added, so
            that languages which share a catalog read it once.

    Raises:
        CatalogError: One cannot be read.
    """
    known = {} if known is None else known
    master = publication.settings.scripts.master_of(language)
    tags = tuple(filter(None, (*lookup_tags(language), master)))
    for tag in tags:
        if tag not in known:
            known[tag] = publication.catalog(tag, slug)
    return {tag: catalog for tag in tags if (catalog := known[tag])}
