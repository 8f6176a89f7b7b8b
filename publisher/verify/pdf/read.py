"""PDF files read back, with pikepdf: by their structure tree, as a screen reader reads them."""

import re
from io import BytesIO
from typing import Any, TypeAlias

import pikepdf

from publisher.errors import CheckError
from publisher.verify.pdf.flow import read_tree
from publisher.verify.pdf.marked import Pages
from publisher.verify.pdf.tree import HINT, TreeReader
from publisher.verify.record import Metadata, Record

MOMENT = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|\+00'?00'?)?")

PdfObject: TypeAlias = Any  # whatever a PDF holds


def read(data: bytes, name: str) -> Record:
    """Read a PDF.

    Raises:
        CheckError: It is none, or its text has no structure.
    """
    try:
        with pikepdf.open(BytesIO(data)) as document:
            return _read(document, name)
    except (pikepdf.PdfError, pikepdf.PasswordError, KeyError, TypeError, ValueError) as error:
        raise CheckError(f"the PDF cannot be read: {error}", where=name, hint=HINT) from error


def _read(document: pikepdf.Pdf, name: str) -> Record:
    pages = Pages()
    root = TreeReader(document, pages, name).read()
    language = str(document.Root.get("/Lang", "")) or None
    flow = read_tree(root, language)
    return Record(
        name=name,
        format="pdf",
        language=language,
        metadata=_metadata(document),
        content=(*flow.content, *flow.notes),
        links=tuple(flow.links),
        fonts=pages.fonts,
    )


def _metadata(document: pikepdf.Pdf) -> Metadata:
    with document.open_metadata() as described:
        creators = described.get("dc:creator", [])
        info = document.docinfo

        def said(name: str) -> str:
            return str(info.get(name, ""))

        return Metadata(
            title=str(described.get("dc:title", "")),
            authors=tuple(map(str, creators)),
            description=str(described.get("dc:description", "")),
            keywords=tuple(filter(None, str(described.get("pdf:Keywords", "")).split(", "))),
            publisher=", ".join(map(str, described.get("dc:publisher", []))),
            rights=str(described.get("dc:rights", "")),
            created=_moment(said("/CreationDate")),
            modified=_moment(said("/ModDate")),
            identifier=bytes(document.trailer.ID[0]).hex() if "/ID" in document.trailer else "",
            source=str(described.get("dc:source", "")),
        )


def _moment(stated: str) -> str:
    """Write a moment as records have it.

    >>> _moment("D:20230604103000Z")
    '2023-06-04T10:30:00Z'
    """
    found = MOMENT.fullmatch(stated)
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else ""
