"""The readers of finished files, by format, imported when one is needed."""

import importlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol, cast

from publisher.verify.record import Record

READERS: Mapping[str, str] = MappingProxyType(
    {
        "html": "publisher.verify.html",
        "epub": "publisher.verify.epub",
        "pdf": "publisher.verify.pdf.read",
        "docx": "publisher.verify.docx.read",
    }
)


class Reader(Protocol):
    """Reads a finished file of one format."""

    def __call__(self, data: bytes, name: str) -> Record:
        """Read the bytes of a file; `name` is for findings."""
        ...


def read_back(data: bytes, name: str, format_name: str) -> Record:
    """Read a finished file of a format in `READERS`.

    Raises:
        CheckError: It cannot be read.
    """
    module = importlib.import_module(READERS[format_name])
    return cast("Reader", module.read)(data, name)
