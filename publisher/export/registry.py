"""The table of exporters; those of other packages are found by name, without importing them."""

from collections.abc import Mapping
from difflib import get_close_matches
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
        "ninjs": "publisher.export.ninjs:export",
    }
)


def format_names() -> tuple[str, ...]:
    """List the formats that there are, our own first."""
    return (*EXPORTERS, *sorted(set(_others()) - set(EXPORTERS)))


def known_format(name: str) -> str:
    """Give the name of a format as the table has it, whatever its capitals.

    Raises:
        UsageError: There is no such format.
    """
    known = format_names()
    lower = name.lower()
    if lower not in known:
        near = get_close_matches(lower, known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"the formats are: {', '.join(known)}"
        raise UsageError(f"there is no format {name!r}", hint=hint)
    return lower


def load_exporter(name: str) -> Exporter:
    """Import the exporter of a format, and nothing else.

    Raises:
        UsageError: There is no such format.
    """
    name = known_format(name)
    if name in EXPORTERS:
        module, _, function = EXPORTERS[name].partition(":")
        return cast("Exporter", getattr(import_module(module), function))
    return cast("Exporter", _others()[name].load())


def _others() -> Mapping[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=GROUP)}
