"""Layouts on disk: the shipped files, overlaid by the publication's own."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from publisher.errors import ArticleError, UsageError
from publisher.project.publication import Publication, visible
from publisher.project.shipped import shipped
from publisher.render.edition import Layout
from publisher.render.images.svg import read_svg
from publisher.render.page import MARK


def read_layout(publication: Publication, name: str) -> Layout:
    """Read a layout with all its files.

    Raises:
        UsageError: There is no such layout, one of its files cannot be read, or its drawing for
            withheld pictures is wrong.
    """
    folders = [folder / name for folder in (shipped("layouts"), publication.layouts)]
    files: dict[str, bytes] = {}
    if name in layout_names(publication):
        for folder in folders:
            files |= _files(folder)
    if not files:
        known = ", ".join(layout_names(publication))
        settings = publication.settings
        where = settings.places.get("layout", "") if name == settings.layout else ""
        raise UsageError(
            f"there is no layout {name!r}", where=where, hint=f"the layouts are: {known}"
        )
    _require_drawing(files, f"layouts/{name}/{MARK}")
    return Layout(name=name, files=files, paper=publication.settings.paper)


def _require_drawing(files: Mapping[str, bytes], where: str) -> None:
    try:
        if MARK in files:
            read_svg(files[MARK], where)
    except ArticleError as error:
        raise UsageError(error.message, where=error.where, hint=error.hint) from error


def layout_names(publication: Publication) -> tuple[str, ...]:
    """List the layouts that there are."""
    folders = (shipped("layouts"), publication.layouts)
    found = (path for folder in folders for path in visible(folder, "*"))
    return tuple(sorted({path.name for path in found if path.is_dir()}))


@cache
def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): _read(path, folder)
        for path in visible(folder, "**/*")
        if path.is_file()
    }


def _read(path: Path, folder: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"the file cannot be read: {error.strerror}",
            where=f"layouts/{folder.name}/{path.relative_to(folder).as_posix()}",
            hint="see to its rights, or delete it",
        ) from error
