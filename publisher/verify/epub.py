"""EPUB books read back, with the standard library's ZIP and lxml."""

import posixpath
import struct
import zipfile
from io import BytesIO
from lzma import LZMAError
from urllib.parse import unquote
from zlib import error as ZlibError  # noqa: N812 -- the module calls it so

from lxml import etree

from publisher.errors import CheckError
from publisher.verify.markup import Element, Fetch, Page, language_of, name_of, read_page
from publisher.verify.record import Metadata, Record

HINT = "build the edition again with `publish`"
CONTAINER = "META-INF/container.xml"
DC = "{http://purl.org/dc/elements/1.1/}"
OPF = "{http://www.idpf.org/2007/opf}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
FRONT = {"frontmatter", "backmatter"}
BROKEN = (  # what the standard library raises of archives that are none, or are damaged
    *(zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError),
    *(ZlibError, LZMAError, struct.error),
)
LARGEST = 1 << 29  # bytes of one member, unpacked


def read(data: bytes, name: str) -> Record:
    """Read a book.

    Raises:
        CheckError: It is no archive, or what it must hold is missing or not well-formed.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except BROKEN as error:
        raise CheckError("it is not an archive", where=name, hint=HINT) from error
    with archive:
        return _Book(archive, name).record()


class _Book:
    """An open book."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._package_path = self._find_package()
        self._package = self._xml(self._package_path)
        self._items = {
            item.get("id"): item for item in self._package.iterfind(f"{OPF}manifest/{OPF}item")
        }

    def record(self) -> Record:
        pages = [
            self._page(item)
            for ref in self._package.iterfind(f"{OPF}spine/{OPF}itemref")
            if (item := self._items.get(ref.get("idref"))) is not None
        ]
        return Record(
            name=self._name,
            format="epub",
            language=self._package.findtext(f"{OPF}metadata/{DC}language"),
            metadata=_metadata(self._package),
            content=tuple(one for page in pages for one in page.content),
            links=tuple(link for page in pages for link in page.links),
        )

    def _find_package(self) -> str:
        for file in self._xml(CONTAINER).iter():
            if name_of(file) == "rootfile":
                return file.get("full-path") or ""
        raise CheckError("its container names no package", where=self._name, hint=HINT)

    def _page(self, item: Element) -> Page:
        path = self._path(self._package_path, item.get("href") or "")
        root = self._xml(path)
        body = next((one for one in root.iter() if name_of(one) == "body"), None)
        if body is None or not FRONT.isdisjoint((body.get(EPUB_TYPE) or "").split()):
            return Page(content=(), links=())
        return read_page(body, language_of(root), self._fetcher(path))

    def _fetcher(self, page: str) -> Fetch:
        types = {
            self._path(self._package_path, item.get("href") or ""): item.get("media-type") or ""
            for item in self._items.values()
        }

        def fetch(address: str) -> tuple[str, bytes] | None:
            path = self._path(page, address)
            return (types[path], self._member(path)) if path in types else None

        return fetch

    def _path(self, base: str, address: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(address)))

    def _member(self, path: str) -> bytes:
        try:
            info = self._archive.getinfo(path)
        except KeyError as error:
            raise CheckError(f"it lacks {path}", where=self._name, hint=HINT) from error
        if info.file_size > LARGEST:
            raise CheckError(f"{path} is too large", where=self._name, hint=HINT)
        try:
            return self._archive.read(info)
        except BROKEN as error:
            raise CheckError(f"{path} cannot be unpacked", where=self._name, hint=HINT) from error

    def _xml(self, path: str) -> Element:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(self._member(path), parser)
        except etree.XMLSyntaxError as error:
            raise CheckError(
                f"{path} is not well-formed", where=f"{self._name}:{error.lineno}", hint=HINT
            ) from error


def _metadata(package: Element) -> Metadata:
    found = package.find(f"{OPF}metadata")
    if found is None:
        return Metadata()
    said: dict[str, list[str]] = {}
    for one in found:
        key = one.get("property") if one.tag == f"{OPF}meta" else str(one.tag).replace(DC, "dc:")
        if key:
            said.setdefault(key, []).append((one.text or "").strip())

    def first(name: str) -> str:
        return next(iter(said.get(name, ())), "")

    return Metadata(
        title=first("dc:title"),
        authors=tuple(said.get("dc:creator", ())),
        description=first("dc:description"),
        keywords=tuple(said.get("dc:subject", ())),
        publisher=first("dc:publisher"),
        rights=first("dc:rights"),
        created=first("dc:date"),
        modified=first("dcterms:modified"),
        identifier=first("dc:identifier"),
        source=first("dc:source"),
    )
