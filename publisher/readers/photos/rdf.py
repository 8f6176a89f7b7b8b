"""RDF as XMP packets hold it: properties with their values, in any of its spellings.

Source: ISO 16684-1 (XMP), section 7.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from lxml import etree

from publisher.errors import ArticleError
from publisher.readers.draft import presentable

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
ARRAYS = {f"{{{RDF}}}{name}" for name in ("Alt", "Seq", "Bag")}
RESOURCE, PARSE, VALUE = f"{{{RDF}}}resource", f"{{{RDF}}}parseType", f"{{{RDF}}}value"
NOT_PROPERTIES = {RESOURCE, PARSE, LANGUAGE, f"{{{RDF}}}about", f"{{{RDF}}}ID", f"{{{RDF}}}nodeID"}
DEEPEST = 8  # of structures in structures; no schema of photographs has more than three
LONGEST = 8_000_000  # bytes; only the history of a picture that was edited for years takes more
SURROUNDINGS = b"\x00 \t\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a property.

    Attributes:
        text: One line; empty for a structure.
        language: As `xml:lang` has it.
        fields: What a structure holds.
    """

    text: str = ""
    language: str = ""
    fields: "Properties" = field(default_factory=lambda: MappingProxyType({}))


Properties: TypeAlias = Mapping[str, tuple[Value, ...]]
"""By name, as `{namespace}name`."""


def read_rdf(packet: bytes) -> Properties:
    """Read the properties of a packet; of those that stand twice, the first counts.

    Raises:
        ArticleError: It is not XML, or declares entities, which XMP has none of.
    """
    if len(packet) > LONGEST:
        raise ArticleError(f"it is longer than {LONGEST // 1_000_000} million bytes")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(packet.strip(SURROUNDINGS), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ArticleError(f"it is not well-formed: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ArticleError("it holds a document type, which no XMP has")
    described = (node for rdf in root.iter(f"{{{RDF}}}RDF") for node in rdf.iterchildren("*"))
    return _properties(described, DEEPEST)


def _properties(nodes: Iterable[etree._Element], depth: int) -> Properties:
    found: dict[str, tuple[Value, ...]] = {}
    for node in nodes:
        for name, text in _attributes(node):
            found.setdefault(name, (Value(text=text),))
        for element in node.iterchildren("*"):
            found.setdefault(str(element.tag), _values(element, depth))
    return found


def _attributes(node: etree._Element) -> Iterator[tuple[str, str]]:
    for name, text in node.attrib.items():
        if str(name) not in NOT_PROPERTIES and presentable(str(text)):
            yield str(name), presentable(str(text))


def _values(element: etree._Element, depth: int) -> tuple[Value, ...]:
    array = next((child for child in element.iterchildren("*") if child.tag in ARRAYS), None)
    items = [element] if array is None else array.iterchildren("*")
    values = (_value(item, depth) for item in items)
    return tuple(value for value in values if value.text or value.fields)


def _value(element: etree._Element, depth: int) -> Value:
    language = str(element.get(LANGUAGE, ""))
    if element.get(RESOURCE):
        return Value(text=presentable(str(element.get(RESOURCE))), language=language)
    nodes = [element] if element.get(PARSE) == "Resource" else list(element.iterchildren("*"))
    if element.get(PARSE) == "Resource" or nodes or any(_attributes(element)):
        return _structure([element] if _is_short(element) else nodes, language, depth)
    return Value(text=presentable("".join(map(str, element.itertext()))), language=language)


def _is_short(element: etree._Element) -> bool:
    """Whether a structure's fields stand in the element itself, and not in a node inside it."""
    return element.get(PARSE) == "Resource" or any(_attributes(element))


def _structure(nodes: list[etree._Element], language: str, depth: int) -> Value:
    if not depth:
        return Value()
    fields = _properties(nodes, depth - 1)
    values = fields.get(VALUE, ())  # a value that is qualified
    return values[0] if values else Value(fields=fields, language=language)
