"""Assembling a book with EbookLib, and mending what it writes.

EbookLib writes the package document, the container, and the old table of contents for old readers.
It stamps them with the wall clock and says nothing of the language of either; that is mended here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from io import BytesIO
from itertools import count
from typing import Any

from ebooklib import epub
from lxml import etree

from publisher.export.archive import Member, pack, unpack
from publisher.export.epub.metadata import (
    Statement,
    accessibility_of,
    identifier_of,
    statements_of,
    title_of,
)
from publisher.export.epub.pages import Entry
from publisher.model.language import language
from publisher.render.edition import Edition

PACKAGE = "EPUB/content.opf"
OLD_CONTENTS = "EPUB/toc.ncx"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XHTML = "application/xhtml+xml"
COVER_ID = "cover-picture"
PRESSED = (".jpg", ".png")  # deflating would not make them smaller


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of the book, by its path below the package document."""

    path: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What a book is made of.

    Attributes:
        cover: The cover picture.
        cover_page: The page that shows it.
        contents_page: The navigation document.
        chapters: The pages of the articles, in the order of reading.
        files: Everything else: pictures, fonts, style sheets.
        contents: The table of contents.
    """

    cover: File
    cover_page: File
    contents_page: File
    chapters: tuple[File, ...]
    files: tuple[File, ...]
    contents: tuple[Entry, ...]


def assemble(book: Book, edition: Edition) -> bytes:
    """Write a book as an EPUB file; the same input gives the same bytes."""
    made = epub.EpubBook()
    _describe(made, edition)
    _fill(made, book)
    target = BytesIO()
    options = {"mtime": edition.stamp.astimezone(UTC), "compresslevel": 0}  # pressed by `pack`
    epub.EpubWriter(target, made, options).write()
    members = (_mend(member, edition.language) for member in unpack(target.getvalue()))
    return pack(members, edition.stamp)


def _describe(made: Any, edition: Edition) -> None:  # noqa: ANN401 -- EbookLib has no types
    made.metadata.clear()  # it holds a random identifier
    made.set_identifier(identifier_of(edition))
    made.set_language(edition.language)
    made.title = title_of(edition)
    if language(edition.language).direction == "rtl":
        made.set_direction("rtl")
    statements = (*statements_of(edition), *accessibility_of(edition))
    for number, statement in enumerate(statements, start=1):
        _state(made, statement, f"statement-{number}")
    made.add_metadata(None, "meta", "", {"name": "cover", "content": COVER_ID})


def _state(made: Any, statement: Statement, id_: str) -> None:  # noqa: ANN401 -- as above
    attributes = {"id": id_} if statement.refinements else {}
    if statement.language:
        attributes[XML_LANG] = statement.language
    if statement.name.startswith("dc:"):
        made.add_metadata("DC", statement.name.removeprefix("dc:"), statement.text, attributes)
    else:
        made.add_metadata(None, "meta", statement.text, {"property": statement.name, **attributes})
    for one in statement.refinements:
        about = {"refines": f"#{id_}", "property": one.name}
        if one.scheme:
            about["scheme"] = one.scheme
        made.add_metadata(None, "meta", one.text, about)


def _fill(made: Any, book: Book) -> None:  # noqa: ANN401 -- as above
    pages = (book.cover_page, book.contents_page, *book.chapters)
    for number, file in enumerate((*pages, *book.files), start=1):
        item = _add(made, epub.EpubItem(uid=f"file-{number}"), file)
        if file is book.contents_page:
            item.properties = ["nav"]
    _add(made, epub.EpubCover(uid=COVER_ID), book.cover)
    made.add_item(epub.EpubNcx())
    # One article needs no page of contents to turn; every reader's menu has it all the same.
    linear = ["yes", "yes" if len(book.chapters) > 1 else "no", *("yes" for _ in book.chapters)]
    made.spine = [(f"file-{number}", turn) for number, turn in enumerate(linear, start=1)]
    made.toc = _old_contents(book.contents, count(1))


def _add(made: Any, item: Any, file: File) -> Any:  # noqa: ANN401 -- as above
    item.file_name, item.media_type, item.content = file.path, file.media_type, file.data
    return made.add_item(item)


def _mend(member: Member, tag: str) -> Member:
    if member.name == PACKAGE:
        return replace(member, data=_mend_package(member.data, tag))
    if member.name == OLD_CONTENTS:
        return replace(member, data=_mend_old_contents(member.data, tag))
    return replace(member, stored=member.stored or member.name.endswith(PRESSED))


def _mend_package(data: bytes, tag: str) -> bytes:
    root = etree.fromstring(data)
    root.set(XML_LANG, tag)
    del root.attrib["prefix"]  # it declares one that is not used
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _mend_old_contents(data: bytes, tag: str) -> bytes:
    root = etree.fromstring(data)
    root.set(XML_LANG, tag)
    depth = max(_depth(point) for point in root.iter(f"{NCX}navPoint"))
    for meta in root.iter(f"{NCX}meta"):
        if meta.get("name") == "dtb:depth":
            meta.set("content", str(depth))
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _depth(point: etree._Element) -> int:
    return sum(1 for one in point.iterancestors(f"{NCX}navPoint")) + 1


def _old_contents(entries: tuple[Entry, ...], numbers: Iterator[int]) -> list[Any]:
    """Give the contents as EbookLib takes them; each entry needs an id of its own."""
    found: list[Any] = []
    for entry in entries:
        link = epub.Link(entry.href, entry.heading.text, f"entry-{next(numbers)}")
        below = _old_contents(entry.children, numbers)
        found.append((link, below) if below else link)
    return found
