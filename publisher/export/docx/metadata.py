"""What the file says about itself: the core properties of the package, and some of our own."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count, takewhile
from types import MappingProxyType

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from lxml import etree

from publisher.export.docx.margins import MEMBER, margin_digest, margin_words
from publisher.export.docx.package import xml_part
from publisher.model.walk import plain_text, runs
from publisher.readers.word.elements import Element
from publisher.render.edition import Edition
from publisher.render.page import metadata_of

CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
TERMS = "http://purl.org/dc/terms/"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the format id of such properties
FIRST_PROPERTY = 2  # ids 0 and 1 are reserved
ARTICLE, LANGUAGE, SEGMENTS = "Article", "Edition language", "Segments"
MARGINS = "Headers and footers"
LONGEST = 248  # characters of a property: Word shows and keeps no more than 255 of a text
IN_ONE = 27  # digests in a property
DIGITS = 8  # of a segment in a property, in base 64
ID = re.compile("s[0-9a-f]{12}")
SHORT = re.compile("(?:[0-9A-Za-z_-]{8})+")
NOTHING: Mapping[str, str] = MappingProxyType({})
NAMESPACES = {"cp": CORE, "dc": DUBLIN_CORE, "dcterms": TERMS, "xsi": INSTANCE}


def set_metadata(document: Document, edition: Edition) -> None:
    """Give the document its core properties, in place of all that its template had."""
    root = core_properties(edition)
    part = xml_part(document, "/docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, root)
    document.part.package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    custom = custom_properties(edition, write_margins(document))
    part = xml_part(document, "/docProps/custom.xml", CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, custom)
    document.part.package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def custom_properties(edition: Edition, more: Mapping[str, str] = NOTHING) -> Element:
    """Make the `Properties` by which a file that comes home says which edition it is."""
    root = etree.Element(f"{{{CUSTOM}}}Properties", nsmap={"op": CUSTOM, "vt": VARIANT})
    articles = " ".join(article.slug for article in edition.articles)
    segments = write_segments(segments_in(edition))
    said = {ARTICLE: articles, LANGUAGE: edition.language, **segments, **more}
    for number, (name, text) in enumerate(said.items(), start=FIRST_PROPERTY):
        attributes = {"fmtid": USER_DEFINED, "pid": str(number), "name": name}
        one = etree.SubElement(root, f"{{{CUSTOM}}}property", attributes)
        etree.SubElement(one, f"{{{VARIANT}}}lpwstr").text = text
    return root


def write_margins(document: Document) -> Mapping[str, str]:
    """Write what the headers and footers have as properties."""
    found = {
        margin_digest(words)
        for part in document.part.package.iter_parts()
        if isinstance(part, XmlPart) and MEMBER.fullmatch(part.partname)
        for words in margin_words(part.element)
    }
    digests = sorted(found) or ["none"]
    parts = (digests[at : at + IN_ONE] for at in range(0, len(digests), IN_ONE))
    return {f"{MARGINS} {number}": " ".join(part) for number, part in enumerate(parts, start=1)}


def read_margins(properties: Mapping[str, str]) -> frozenset[str] | None:
    """Read the digests of headers and footers; None where they are missing."""
    said = [text for name, text in properties.items() if name.startswith(f"{MARGINS} ")]
    return frozenset(one for text in said for one in text.split()) if said else None


def segments_in(edition: Edition) -> Iterator[str]:
    """List the segments that the file of an edition is made from, in the order of reading."""
    if edition.review:
        articles = edition.review.sources
    else:
        articles = tuple(replace(article, summary=None) for article in edition.articles)
    for article in articles:
        yield from (run.segment for _, run in runs(article))


def write_segments(segments: Iterable[str]) -> Mapping[str, str]:
    """Write segments as properties; none of a text that did not come from an article's source.

    >>> write_segments(["s034f9de27c53", "s034f9de27c53"])
    {'Segments 1': 'A0-d4nxTA0-d4nxT'}
    """
    listed = tuple(segments)
    if not all(map(ID.fullmatch, listed)):
        return {}
    short = "".join(urlsafe_b64encode(bytes.fromhex(one[1:])).decode() for one in listed)
    parts = (short[at : at + LONGEST] for at in range(0, len(short), LONGEST))
    return {f"{SEGMENTS} {number}": part for number, part in enumerate(parts, start=1)}


def read_segments(properties: Mapping[str, str]) -> tuple[str, ...]:
    """Read segments from properties; none where they are missing, as older files have them.

    >>> read_segments({"Segments 1": "A0-d4nxT", "Segments 2": "A0-d4nxT"})
    ('s034f9de27c53', 's034f9de27c53')
    >>> read_segments({"Segments 2": "A0-d4nxT"})
    ()
    """
    names = (f"{SEGMENTS} {number}" for number in count(1))
    short = "".join(takewhile(bool, (properties.get(name, "") for name in names)))
    if not SHORT.fullmatch(short):
        return ()
    parts = (short[at : at + DIGITS] for at in range(0, len(short), DIGITS))
    return tuple(f"s{urlsafe_b64decode(part).hex()}" for part in parts)


def core_properties(edition: Edition) -> Element:
    """Make the `cp:coreProperties` of an edition."""
    about = metadata_of(edition)
    root = etree.Element(f"{{{CORE}}}coreProperties", nsmap=NAMESPACES)
    for name, text in (
        (f"{{{DUBLIN_CORE}}}title", about.title),
        (f"{{{DUBLIN_CORE}}}subject", _subject(edition)),
        (f"{{{DUBLIN_CORE}}}creator", "; ".join(about.authors)),
        (f"{{{CORE}}}keywords", ", ".join(about.keywords)),
        (f"{{{DUBLIN_CORE}}}description", about.description),
        (f"{{{CORE}}}lastModifiedBy", edition.publisher),
        (f"{{{CORE}}}revision", "1"),
        (f"{{{DUBLIN_CORE}}}language", edition.language),
    ):
        if text:
            etree.SubElement(root, name).text = text
    for name in ("created", "modified") if edition.when else ():
        moment = etree.SubElement(root, f"{{{TERMS}}}{name}")
        moment.set(f"{{{INSTANCE}}}type", "dcterms:W3CDTF")
        moment.text = timestamp(edition.stamp)
    return root


def timestamp(when: datetime) -> str:
    """Write a time as the core properties want it: in UTC, to the second.

    >>> timestamp(datetime(2023, 6, 4, 10, 30, tzinfo=UTC))
    '2023-06-04T10:30:00Z'
    """
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _subject(edition: Edition) -> str:
    """Give the standfirst of the only article."""
    subtitle = edition.articles[0].subtitle
    return plain_text(subtitle.children) if subtitle and len(edition.articles) == 1 else ""
