"""Opening a Word file from outside: nothing in it is trusted, and nothing it names is opened."""

import lzma
import posixpath
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice
from types import MappingProxyType
from typing import NoReturn
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from publisher.errors import WordFileError
from publisher.readers.word.elements import Element

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LARGEST = 200_000_000  # bytes unpacked, pictures included
LARGEST_PART = 60_000_000  # bytes of one part of XML
MOST_MEMBERS = 5_000
MOST_ELEMENTS = 1_000_000  # of one part of XML
MAIN = "word/document.xml"
DAMAGED = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    lzma.LZMAError,
    zlib.error,
)
OTHER_FORMATS = (
    (b"\xd0\xcf\x11\xe0", "it is an older .doc, or locked with a password"),
    (b"{\\rtf", "it is Rich Text"),
    (b"%PDF", "it is a PDF"),
)
STRICT = re.compile(rb"([\"'])http://purl\.oclc\.org/ooxml/([A-Za-z/]+)\1")
TRANSITIONAL = b"http://schemas.openxmlformats.org/%s/2006/%s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a part refers to.

    Attributes:
        kind: The last word of the relationship's type, such as `image`.
        target: The name of a part; of what lies outside the file, its address.
    """

    kind: str
    target: str
    outside: bool = False


@dataclass(slots=True, kw_only=True)
class Package:
    """A Word file; its parts are read when they are asked for.

    Attributes:
        name: The file's name as a user knows it, for errors.
        members: The names of its parts.
    """

    name: str
    members: frozenset[str]
    _archive: ZipFile
    _roots: dict[str, Element] = field(default_factory=dict)
    _relations: dict[str, Mapping[str, Relation]] = field(default_factory=dict)

    def root(self, member: str) -> Element | None:
        """Give the root element of a part; None where there is no such part.

        Raises:
            WordFileError: The part is damaged, unpacks to too much, or declares entities.
        """
        if member not in self.members:
            return None
        if member not in self._roots:
            self._roots[member] = self._parse(member)
        return self._roots[member]

    def read(self, member: str) -> bytes:
        """Give a part as it is.

        Raises:
            WordFileError: The part is damaged.
        """
        return self._read(member, LARGEST)

    def relations(self, owner: str) -> Mapping[str, Relation]:
        """Give what a part refers to, by the relationships' ids; the package itself is ``.

        Raises:
            WordFileError: They are damaged, or declare entities.
        """
        if owner not in self._relations:
            folder, _, file = owner.rpartition("/")
            member = f"{folder}/_rels/{file}.rels".removeprefix("/")
            root = self.root(member)
            found = {} if root is None else dict(_relations(root, folder))
            self._relations[owner] = MappingProxyType(found)
        return self._relations[owner]

    def related(self, owner: str, kind: str) -> tuple[str, ...]:
        """List the parts of a kind that a part refers to, and that are there."""
        targets = (
            one.target
            for one in self.relations(owner).values()
            if one.kind == kind and not one.outside and one.target in self.members
        )
        return tuple(dict.fromkeys(targets))

    @property
    def main(self) -> str:
        """The name of the part that holds the document."""
        return next(iter(self.related("", "officeDocument")), MAIN)

    def _read(self, member: str, most: int) -> bytes:
        """Read no more of a part than its size allows, whatever its header says."""
        try:
            with self._archive.open(member) as part:
                data = part.read(most + 1)
        except (*DAMAGED, ValueError) as error:
            refuse(f"it is damaged or no Word file: {error}", self.name)
        if len(data) > most:
            refuse(f"{member} unpacks to more than {most:,} bytes", self.name)
        return data

    def _parse(self, member: str) -> Element:
        data = STRICT.sub(_transitional, self._read(member, LARGEST_PART))
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root: Element = etree.fromstring(data, parser)
        except (ValueError, etree.XMLSyntaxError) as error:
            refuse(f"it is damaged: {error}", self.name)
        if root.getroottree().docinfo.internalDTD is not None:
            refuse(f"{member} declares a document type, which no Word file does", self.name)
        if next(islice(root.iter(), MOST_ELEMENTS, None), None) is not None:
            refuse(f"{member} has more than {MOST_ELEMENTS:,} elements", self.name)
        return root


def open_package(data: bytes, name: str) -> Package:
    """Open a Word file.

    Raises:
        WordFileError: It is not one, is damaged, or unpacks to too much.
    """
    other = next((what for begins, what in OTHER_FORMATS if data.startswith(begins)), "")
    if other:
        refuse(f"it is damaged or no Word file: {other}", name)
    try:
        archive = ZipFile(BytesIO(data))
        members = archive.infolist()
    except (*DAMAGED, ValueError) as error:
        refuse(f"it is damaged or no Word file: {error}", name)
    _require_modest(members, name)
    package = Package(
        name=name, members=frozenset(one.filename for one in members), _archive=archive
    )
    if package.main not in package.members:
        refuse("it holds no document", name)
    return package


def require_nothing_outside(package: Package) -> None:
    """Refuse a file that asks for something outside itself that is not a link.

    Raises:
        WordFileError: It does, or one of its lists of relationships is damaged.
    """
    for member in sorted(package.members):
        if member.endswith(".rels"):
            for one in package.relations(_owner(member)).values():
                if one.outside and one.kind != "hyperlink":
                    what = f"{one.kind}: {one.target}"
                    refuse(f"it asks for something outside itself ({what})", package.name)


def _require_modest(members: list[ZipInfo], name: str) -> None:
    if len(members) > MOST_MEMBERS:
        refuse(f"it has {len(members)} parts, more than {MOST_MEMBERS}", name)
    if sum(one.file_size for one in members) > LARGEST:
        refuse(f"it unpacks to more than {LARGEST:,} bytes", name)


def _transitional(found: re.Match[bytes]) -> bytes:
    """Bring a namespace of the strict form of the format to the usual one, which alone we read.

    Source: ISO/IEC 29500-1, annex A, and 29500-4, annex A.
    """
    family, _, rest = found[2].partition(b"/")
    return found[1] + TRANSITIONAL % (family, rest) + found[1]


def _owner(member: str) -> str:
    """Give the part whose relationships these are.

    >>> _owner("word/_rels/document.xml.rels")
    'word/document.xml'
    """
    folder, _, file = member.rpartition("_rels/")
    return folder + file.removesuffix(".rels")


def _relations(root: Element, folder: str) -> Iterator[tuple[str, Relation]]:
    for one in root.iter(RELATIONSHIP):
        target, outside = str(one.get("Target", "")), one.get("TargetMode") == "External"
        yield (
            str(one.get("Id")),
            Relation(
                kind=str(one.get("Type")).rpartition("/")[2],
                target=target if outside else _member(target, folder),
                outside=outside,
            ),
        )


def _member(target: str, folder: str) -> str:
    """Give the name of a part that is named from a folder of the package.

    >>> _member("../media/a%20b.png", "word/x"), _member("/word/a.xml", "word")
    ('word/media/a b.png', 'word/a.xml')
    """
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")


def refuse(message: str, name: str) -> NoReturn:
    """Refuse a file, with what may mend it.

    Raises:
        WordFileError: Always.
    """
    raise WordFileError(
        message, where=name, hint="open it in Word or LibreOffice and save it anew as .docx"
    )
