"""Opening a Word file from outside: nothing in it is trusted, and nothing it names is opened."""

import lzma
import zlib
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import NoReturn
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from publisher.errors import WordFileError
from publisher.export.docx.elements import Element

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LARGEST = 200_000_000  # bytes unpacked, pictures included
LARGEST_PART = 60_000_000  # bytes of one part of XML
MOST_MEMBERS = 5_000
MOST_ELEMENTS = 1_000_000  # of one part of XML
MAIN, NOTES, COMMENTS, STYLES = (
    f"word/{name}.xml" for name in ("document", "footnotes", "comments", "styles")
)
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
PROPERTIES = "docProps/custom.xml"
READ = (MAIN, NOTES, COMMENTS, STYLES, PROPERTIES)


@dataclass(frozen=True, kw_only=True)
class Package:
    """The parts of a Word file that are read.

    Attributes:
        roots: Root elements by the name of the part; a part that is not there is left out.
        links: Addresses of links by the part that has them and the relationship's id.
    """

    roots: dict[str, Element]
    links: dict[tuple[str, str], str]


def open_package(data: bytes, name: str) -> Package:
    """Open a Word file.

    Raises:
        WordFileError: It is not one, is damaged, unpacks to too much, declares entities, or asks
            for something outside itself that is not a link.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            _require_modest(archive.infolist(), name)
            members = set(archive.namelist())
            if MAIN not in members:
                refuse("it holds no document", name)
            roots = {one: _parse(archive, one, name) for one in READ if one in members}
            links: dict[tuple[str, str], str] = {}
            for one in sorted(members):
                if one.endswith(".rels"):
                    links |= _links(_parse(archive, one, name), _owner(one), name)
    except DAMAGED as error:
        refuse(f"it is damaged or no Word file: {error}", name)
    except (ValueError, etree.XMLSyntaxError) as error:
        refuse(f"it is damaged: {error}", name)
    return Package(roots=roots, links=links)


def _require_modest(members: list[ZipInfo], name: str) -> None:
    if len(members) > MOST_MEMBERS:
        refuse(f"it has {len(members)} parts, more than {MOST_MEMBERS}", name)
    if sum(one.file_size for one in members) > LARGEST:
        refuse(f"it unpacks to more than {LARGEST:,} bytes", name)


def _parse(archive: ZipFile, member: str, name: str) -> Element:
    """Parse a part, reading no more of it than its size allows, whatever its header says."""
    with archive.open(member) as part:
        data = part.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        refuse(f"{member} unpacks to more than {LARGEST_PART:,} bytes", name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    root: Element = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        refuse(f"{member} declares a document type, which no Word file does", name)
    if next(islice(root.iter(), MOST_ELEMENTS, None), None) is not None:
        refuse(f"{member} has more than {MOST_ELEMENTS:,} elements", name)
    return root


def _owner(member: str) -> str:
    """Give the part whose relationships these are.

    >>> _owner("word/_rels/document.xml.rels")
    'word/document.xml'
    """
    folder, _, file = member.rpartition("_rels/")
    return folder + file.removesuffix(".rels")


def _links(root: Element, owner: str, name: str) -> dict[tuple[str, str], str]:
    found = {}
    for one in root.iter(RELATIONSHIP):
        if one.get("TargetMode") != "External":
            continue
        kind = str(one.get("Type")).rpartition("/")[2]
        if kind != "hyperlink":
            refuse(f"it asks for something outside itself ({kind}: {one.get('Target')})", name)
        found[owner, str(one.get("Id"))] = str(one.get("Target"))
    return found


def refuse(message: str, name: str) -> NoReturn:
    """Refuse a file, with what may mend it.

    Raises:
        WordFileError: Always.
    """
    raise WordFileError(
        message, where=name, hint="open it in Word or LibreOffice and save it anew as .docx"
    )
