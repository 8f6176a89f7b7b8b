"""The table of exporters; those of other packages are found by name, without importing them."""

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from types import MappingProxyType
from typing import cast

from publisher.errors import UsageError
from publisher.export.base import Exporter

GROUP = "publisher.exporters"

EXPORTERS: Mapping[str, str] = MappingProxyType(
    {
        "pdf": "publisher.export.pdf:export",
        "epub": "publisher.export.epub:export",
        "docx": "publisher.export.docx:export",
        "html": "publisher.export.html:export",
        "json": "publisher.export.json:export",
    }
)


def format_names() -> tuple[str, ...]:
    """List the formats that there are, our own first."""
    return (*EXPORTERS, *sorted(set(_others()) - set(EXPORTERS)))


def load_exporter(name: str) -> Exporter:
    """Import the exporter of a format, and nothing else.

    Raises:
        UsageError: There is no such format.
    """
    if name in EXPORTERS:
        module, _, function = EXPORTERS[name].partition(":")
        return cast("Exporter", getattr(import_module(module), function))
    others = _others()
    if name in others:
        return cast("Exporter", others[name].load())
    raise UsageError(
        f"there is no format {name!r}", hint=f"the formats are: {', '.join(format_names())}"
    )


def _others() -> Mapping[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=GROUP)}
