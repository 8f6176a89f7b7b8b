"""The Word file as a package of parts: opened from a template, and packed stably."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import cast
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.opc.rel import Relationships
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from publisher.errors import UsageError
from publisher.export.archive import pack, unpack
from publisher.export.docx.elements import w
from publisher.readers.word.elements import Element, qualified
from publisher.render.edition import Layout

TEMPLATE = "template.docx"
# What a document takes over from its template; everything else is its text or its history.
TAKEN_OVER = frozenset(
    {
        RELATIONSHIP_TYPE.STYLES,
        RELATIONSHIP_TYPE.NUMBERING,
        RELATIONSHIP_TYPE.SETTINGS,
        RELATIONSHIP_TYPE.FONT_TABLE,
        RELATIONSHIP_TYPE.THEME,
    }
)
COMPRESSED = (".jpg", ".png")


def open_template(layout: Layout) -> Document:
    """Open a layout's template as an empty document.

    Raises:
        UsageError: There is none, or it is not a Word file.
    """
    if TEMPLATE not in layout.files:
        raise UsageError(
            f"the layout {layout.name!r} has no {TEMPLATE}",
            where=f"layouts/{layout.name}",
            hint="copy that of the layout `article` and restyle it in Word",
        )
    try:
        document = docx.Document(BytesIO(layout.files[TEMPLATE]))
    except (OpcError, BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise UsageError(
            f"the template is not a Word file: {error}",
            where=where_of(layout),
            hint="save it in Word as a document of the kind .docx",
        ) from error
    _empty(document.element.body)
    _keep(document.part.rels, _pages_own(document.element.body) | TAKEN_OVER)
    _keep(document.part.package.rels, {RELATIONSHIP_TYPE.OFFICE_DOCUMENT})
    _ = document.settings  # added where the template has none
    document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels.clear()
    return document


def where_of(layout: Layout) -> str:
    """Give the template's path, for errors."""
    return f"layouts/{layout.name}/{TEMPLATE}"


def _empty(body: Element) -> None:
    """Leave nothing but the properties of the page."""
    page = body.find(qualified("w:sectPr"))
    for child in list(body):
        body.remove(child)
    body.append(w("sectPr") if page is None else page)


def _pages_own(body: Element) -> set[str]:
    """List the ids of the header and footer parts that the page refers to."""
    found = body.iter(qualified("w:headerReference"), qualified("w:footerReference"))
    return {reference.get(qualified("r:id"), "") for reference in found}


def _keep(relationships: Relationships, kept: set[str] | frozenset[str]) -> None:
    """Drop relationships of which neither the kind nor the id is in `kept`."""
    for id_, relationship in list(relationships.items()):
        if relationship.reltype not in kept and id_ not in kept:
            del relationships[id_]


def numbering_of(document: Document) -> Element:
    """Give the root of the numbering part, added where the template has none."""
    try:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        part = add_part(document, "numbering", w("numbering"))
    return cast("Element", cast("XmlPart", part).element)


def add_part(document: Document, name: str, root: Element) -> XmlPart:
    """Add the part `/word/name.xml` and relate the document to it."""
    content_type, relationship = {
        "numbering": (CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
        "footnotes": (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
        "comments": (CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS),
    }[name]
    part = xml_part(document, f"/word/{name}.xml", content_type, root)
    document.part.relate_to(part, relationship)
    return part


def xml_part(document: Document, path: str, content_type: str, root: Element) -> XmlPart:
    """Make a part of the document's package, to which nothing is related yet."""
    element = cast("BaseOxmlElement", root)  # any element serves, and none of its own methods
    return XmlPart(PackURI(path), content_type, element, document.part.package)


def pack_document(document: Document, when: datetime) -> bytes:
    """Write the package, so that the same document gives the same bytes."""
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart):
            _forget_revisions(part.element)
    target = BytesIO()
    document.save(target)
    members = unpack(target.getvalue())
    return pack((replace(one, stored=one.name.endswith(COMPRESSED)) for one in members), when)


def _forget_revisions(root: Element) -> None:
    """Drop the marks by which Word tells one sitting at the template from another."""
    for one in [*root.iter()]:
        parent = one.getparent()
        if one.tag == qualified("w:rsid") and parent is not None:
            parent.remove(one)
        for name in [name for name in one.attrib if str(name).startswith(qualified("w:rsid"))]:
            del one.attrib[name]
