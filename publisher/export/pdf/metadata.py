"""XMP metadata of a file that is PDF/A-3a and PDF/UA-1 at once.

The typesetter writes one of the two identifiers. The other must stand in the same `rdf:RDF`,
beside the extension schema by which PDF/A learns of it (ISO 19005-3, 6.6.2.3).
"""

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
UA = "http://www.aiim.org/pdfua/ns/id/"
EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
PROPERTY = "http://www.aiim.org/pdfa/ns/property#"

Generate = Callable[[str, int, str], bytes]


def with_accessibility(generate: Generate) -> Generate:
    """Wrap the typesetter's writer of metadata so that it also claims PDF/UA-1."""

    def wrapped(variant: str, version: int, conformance: str) -> bytes:
        tree = fromstring(generate(variant, version, conformance))  # noqa: S314 -- written just now
        _describe(tree).set(f"{{{UA}}}part", "1")
        tree.append(_extension_schema())
        return bytes(tostring(tree, encoding="utf-8"))

    return wrapped


def _describe(tree: Element) -> Element:
    return SubElement(tree, f"{{{RDF}}}Description", {f"{{{RDF}}}about": ""})


def _extension_schema() -> Element:
    for prefix, name in (("pdfaExtension", EXTENSION), ("pdfaSchema", SCHEMA)):
        register_namespace(prefix, name)
    register_namespace("pdfaProperty", PROPERTY)
    description = Element(f"{{{RDF}}}Description", {f"{{{RDF}}}about": ""})
    schema = _bag(description, f"{{{EXTENSION}}}schemas", "Bag")
    for name, text in (
        ("schema", "PDF/UA Universal Accessibility Schema"),
        ("namespaceURI", UA),
        ("prefix", "pdfuaid"),
    ):
        SubElement(schema, f"{{{SCHEMA}}}{name}").text = text
    part = _bag(schema, f"{{{SCHEMA}}}property", "Seq")
    for name, text in (
        ("name", "part"),
        ("valueType", "Integer"),
        ("category", "internal"),
        ("description", "Part of ISO 14289 to which the file conforms"),
    ):
        SubElement(part, f"{{{PROPERTY}}}{name}").text = text
    return description


def _bag(parent: Element, name: str, kind: str) -> Element:
    """Add an RDF container with one resource in it, and give the resource."""
    container = SubElement(SubElement(parent, name), f"{{{RDF}}}{kind}")
    return SubElement(container, f"{{{RDF}}}li", {f"{{{RDF}}}parseType": "Resource"})
