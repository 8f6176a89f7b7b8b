"""The translation memory of a publication: all its catalogs in one language."""

from collections.abc import Iterator

from publisher.catalog.memory import Memory
from publisher.catalog.message import Catalog
from publisher.diagnostics import Diagnostic, Level
from publisher.errors import CatalogError
from publisher.project.publication import WORDS, Publication


def memory_of(
    publication: Publication, language: str, faults: list[Diagnostic] | None = None
) -> Memory:
    """Give the memory of a language; its catalogs are read one after the other when it is asked.

    Args:
        publication: Whose catalogs.
        language: BCP 47 tag.
        faults: Gets a warning for each catalog that cannot be read and so is not remembered.
    """

    def load() -> Iterator[tuple[str, Catalog]]:
        folder = publication.catalog_path(language, WORDS).parent
        for path in sorted(folder.glob("*.po")):
            if path.stem == WORDS:
                continue
            try:
                catalog = publication.catalog(language, path.stem)
            except CatalogError as error:
                if faults is not None:
                    faults.append(_unread(error))
                continue
            if catalog:
                yield path.stem, catalog

    return Memory(load)


def _unread(error: CatalogError) -> Diagnostic:
    return Diagnostic(
        level=Level.WARNING,
        code="memory-unread",
        message=f"its translations are not remembered: {error.message}",
        where=error.where,
        hint=error.hint,
    )
