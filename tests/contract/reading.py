"""Finished editions read back as plain text, each with another tool than the one that wrote it."""

import json
import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lxml import etree, html

SPACES = re.compile(r"\s+")
LINE_END_HYPHEN = re.compile(r"[-\u2010\u00ad]\n")


def program(name: str) -> str:
    """Give the path of a program that must be there."""
    path = shutil.which(name)
    assert path, f"{name} is not installed; `publish doctor` says how"
    return path


def squeezed(text: str) -> str:
    """Bring text to NFC with single spaces, so that line breaks do not count."""
    return SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def joined(text: str) -> str:
    """Drop all spaces and hyphens: what is left is the same however the lines were broken."""
    return re.sub(r"[\s\-\u2010\u00ad]", "", unicodedata.normalize("NFC", text))


def read_pdf(path: Path) -> str:
    """Give the text of a PDF as Poppler extracts it."""
    done = subprocess.run(  # noqa: S603 -- Poppler
        [program("pdftotext"), "-enc", "UTF-8", path, "-"], capture_output=True, check=True
    )
    return done.stdout.decode()


def read_epub(path: Path) -> str:
    """Give the text of an EPUB's chapters."""
    with zipfile.ZipFile(path) as book:
        chapters = [name for name in book.namelist() if name.endswith(".xhtml")]
        roots = [etree.fromstring(book.read(name)) for name in sorted(chapters)]
    return "\n".join("".join(map(str, root.itertext())) for root in roots)


def read_html(path: Path) -> str:
    """Give the text of a page's body."""
    (body,) = html.document_fromstring(path.read_bytes()).iter("body")
    return "".join(map(str, body.itertext()))


def read_ninjs(path: Path) -> str:
    """Give the texts of a news object in their order, the marked body as its words."""
    return "\n".join(_texts_of(json.loads(path.read_text(encoding="utf-8"))))


def _texts_of(item: object) -> Iterator[str]:
    match item:
        case {"contentType": "text/html", "value": value}:
            root = html.fragment_fromstring(str(value), create_parent="div")
            yield "".join(map(str, root.itertext()))
        case dict():
            for one in item.values():
                yield from _texts_of(one)
        case list():
            for one in item:
                yield from _texts_of(one)
        case _:
            yield str(item)


def read_docx_files(paths: Iterable[Path], folder: Path) -> Mapping[Path, str]:
    """Give the texts of Word files as LibreOffice prints them, all in one run of it.

    Its own export to text leaves footnotes out, so it prints to PDF.
    """
    files = list(paths)
    subprocess.run(  # noqa: S603 -- LibreOffice
        [
            program("soffice"),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            *files,
        ],
        capture_output=True,
        check=True,
    )
    return {path: read_pdf(folder / f"{path.stem}.pdf") for path in files}
