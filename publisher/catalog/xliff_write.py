"""Writing XLIFF: the entries in use of one article's catalog, for a CAT tool."""

from collections.abc import Collection, Iterable, Iterator
from io import BytesIO

from lxml import etree

from publisher.catalog.message import Catalog, Key, Message
from publisher.catalog.segment import segment_id
from publisher.catalog.xliff import (
    FUZZY_STATE,
    RAW_TARGET,
    VERSION,
    Note,
    comments_of,
    state_of,
)
from publisher.catalog.xliff_inline import NOT_XML, Codes, UnfitError, add_text, name
from publisher.catalog.xliff_toolkit import toolkit
from publisher.errors import CatalogError

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write_xliff(
    catalog: Catalog, slug: str, source_language: str, tagged: Collection[Key]
) -> bytes:
    """Write the entries in use as XLIFF 2.1.

    Args:
        catalog: Of one article, in the language to translate into.
        slug: The article.
        source_language: BCP 47 tag.
        tagged: The keys of the texts that carry tags; the others are plain text.

    Raises:
        CatalogError: An entry has plural forms, or a comment that XML cannot hold.
        SystemComponentError: The Translate Toolkit is not installed.
    """
    file_class, unit_class = toolkit()
    store = file_class(sourcelanguage=source_language, targetlanguage=catalog.language)
    root = store.document.getroot()
    root.set("version", VERSION)
    body = next(root.iterchildren(name("file")))
    body.set("id", slug)
    body.set("canResegment", "no")
    body.set(SPACE, "preserve")
    ids: set[str] = set()
    for message in catalog.by_key.values():
        key = segment_id(*message.key)
        if message.plural is not None or key in ids:
            _refuse("XLIFF 2.1 has no plural forms", catalog, message)
        ids.add(key)
        unit = unit_class("")
        store.addunit(unit)
        unit.setid(key)
        writer = _Unit(catalog, message, unit.xmlelement)
        writer.fill(Codes(message.source) if message.key in tagged else None)
    body.text = "\n    "  # the Toolkit leaves a place alone where space counts
    out = BytesIO()
    store.serialize(out)
    return out.getvalue()


class _Unit:
    """Fills the unit of one message, which the Toolkit made."""

    def __init__(self, catalog: Catalog, message: Message, segment: etree._Element) -> None:
        parent = segment.getparent()
        assert parent is not None  # noqa: S101 -- the Toolkit puts a segment into a unit
        self._catalog = catalog
        self._message = message
        self._segment = segment
        self._unit = parent

    def fill(self, codes: Codes | None) -> None:
        message, segment = self._message, self._segment
        segment.attrib.pop(SPACE, "")  # the schema has it on the file and the texts only
        if message.context is not None:
            self._unit.set("name", message.context)
        segment.set("state", state_of(message).value)
        if message.fuzzy:
            segment.set("subState", FUZZY_STATE)
        for child in list(segment):
            segment.remove(child)
        self._texts(codes)
        if codes and codes.wholes:
            self._original(codes)
        notes = list(_notes(message))
        if notes:
            self._notes(notes)

    def _texts(self, codes: Codes | None) -> None:
        source = etree.SubElement(self._segment, name("source"))
        if codes:
            codes.fill(source, self._message.source)
        else:
            add_text(source, self._message.source)
        if self._message.translation:
            target = etree.SubElement(self._segment, name("target"))
            self._target(target, codes)

    def _target(self, target: etree._Element, codes: Codes | None) -> None:
        if codes:
            try:
                codes.fill(target, self._message.translation)
            except UnfitError:
                target.clear()
                self._unit.set("type", RAW_TARGET)
            else:
                return
        add_text(target, self._message.translation)

    def _original(self, codes: Codes) -> None:
        original = etree.Element(name("originalData"))
        for tag, whole in codes.wholes.items():
            add_text(etree.SubElement(original, name("data"), id=tag), whole)
        self._unit.insert(0, original)

    def _notes(self, notes: Iterable[tuple[Note, str]]) -> None:
        element = etree.Element(name("notes"))
        for kind, text in notes:
            if kind is Note.COMMENT and NOT_XML.search(text):
                _refuse("a comment holds a character that XML cannot", self._catalog, self._message)
            etree.SubElement(element, name("note"), category=kind.value).text = NOT_XML.sub(
                "\ufffd", text
            )
        self._unit.insert(0, element)


def _notes(message: Message) -> Iterator[tuple[Note, str]]:
    comments = comments_of(message)
    if comments:
        yield Note.COMMENT, "\n".join(comments)
    for note in message.notes:
        yield Note.EXTRACTED, note
    for reference in message.references:
        yield Note.LOCATION, reference
    if message.previous:
        yield Note.PREVIOUS, message.previous.source


def _refuse(words: str, catalog: Catalog, message: Message) -> None:
    raise CatalogError(words, where=catalog.where(message), hint="translate this catalog as PO")
