"""Mending the structure tree: the language of parts, footnotes, bodies of list items, links.

The typesetter writes neither languages nor notes. It does carry links from the page into the tree,
so a part in another language is wrapped in a link whose address only we know. Once the tree stands,
each such link becomes a `Span` with its language, or a `Note`, and nothing of the link is left.

A reader's link that holds emphasised words comes twice, once outside a `Link` element, which PDF/UA
forbids; that one is dropped.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

import pydyf

MARKS = "https://marks.invalid/"
LANGUAGE = MARKS + "language/"
NOTE = MARKS + "note"
UNSEEN = "color: inherit; text-decoration: none"

PdfObject: TypeAlias = Any  # the typesetter has no types


def mark_parts(page: Element) -> None:
    """Wrap what is in another language, and what is a footnote, in links of ours.

    Args:
        page: The `<html>` element, changed in place.
    """
    for part in list(page.iter()):
        if part is page or part.tag == "img":
            continue  # the file says its own language; a picture has nothing to wrap
        if part.get("class") == "footnote":
            _wrap_content(part, NOTE)
        if part.get("lang"):
            _wrap_content(part, LANGUAGE + part.get("lang", ""))


def _wrap_content(part: Element, address: str) -> None:
    link = Element("a", {"href": address, "style": UNSEEN})
    link.text, part.text = part.text, None
    link.extend(part)
    part[:] = [link]


def mend(_document: object, pdf: PdfObject) -> None:
    """Mend the structure tree of a PDF that is about to be written."""
    _Mender(pdf).mend()


class _Mender:
    def __init__(self, pdf: PdfObject) -> None:
        self._pdf = pdf
        self._notes = 0
        self._dropped: set[object] = set()  # references of link annotations

    def mend(self) -> None:
        for element in self._typed("StructElem"):
            self._unwrap(element)
            if element["S"] == "/LI":
                self._give_body(element)
        for page in self._typed("Page"):
            if "Annots" in page:
                page["Annots"] = pydyf.Array(a for a in page["Annots"] if a not in self._dropped)
        self._forget()

    def _typed(self, kind: str) -> Iterator[PdfObject]:
        for one in tuple(self._pdf.objects):
            if isinstance(one, dict) and one.get("Type") == f"/{kind}":
                yield one

    def _follow(self, kid: object) -> PdfObject:
        """Give the object that a kid refers to; a number refers to the page's content."""
        return self._pdf.objects[int(kid.split()[0])] if isinstance(kid, bytes) else {}

    def _unwrap(self, element: PdfObject) -> None:
        """Take from an element the links that are ours, or that do not belong there."""
        for kid in tuple(element["K"]):
            annotation = self._follow(kid).get("Obj")
            address = _address(self._follow(annotation))
            if annotation and (address.startswith(MARKS) or element["S"] != "/Link"):
                self._dropped.add(annotation)
                element["K"].remove(kid)
                self._rename(element, address)

    def _rename(self, element: PdfObject, address: str) -> None:
        """Make what was a link of ours what its address says."""
        if element["S"] != "/Link":
            return  # it only stands inside one
        if address == NOTE:
            self._notes += 1
            element["S"], element["ID"] = "/Note", pydyf.String(f"note-{self._notes}")
        else:
            element["S"] = "/Span"
            element["Lang"] = pydyf.String(address.removeprefix(LANGUAGE))

    def _give_body(self, item: PdfObject) -> None:
        """Put what a list item holds, its label aside, into the body that PDF/UA asks for."""
        loose = [kid for kid in item["K"] if self._follow(kid).get("S") not in {"/Lbl", "/LBody"}]
        if not loose:
            return
        body = pydyf.Dictionary(
            {
                "Type": "/StructElem",
                "S": "/LBody",
                "K": pydyf.Array(loose),
                "Pg": item["Pg"],
                "P": item.reference,
            }
        )
        self._pdf.add_object(body)
        for kid in loose:
            self._follow(kid)["P"] = body.reference
        item["K"] = pydyf.Array([k for k in item["K"] if k not in loose] + [body.reference])

    def _forget(self) -> None:
        """Take dropped links out of the map from content to structure, and empty them."""
        root = self._follow(self._pdf.catalog["StructTreeRoot"])
        numbers = self._follow(root["ParentTree"])["Nums"]
        gone = {self._follow(link)["StructParent"] for link in self._dropped}
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        numbers[:] = [
            part for number, value in pairs if number not in gone for part in (number, value)
        ]
        for link in self._dropped:
            self._follow(link).clear()


def _address(annotation: PdfObject) -> str:
    uri = annotation.get("A", {}).get("URI")
    return uri.string if isinstance(uri, pydyf.String) else ""
