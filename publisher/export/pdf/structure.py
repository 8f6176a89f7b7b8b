"""Mending the structure tree: the language of parts, footnotes, bodies of list items, links.

The typesetter writes neither languages nor notes, calls a credit a paragraph like any other, and
cuts a paragraph in two where its page ends. It does carry links from the page into the tree, so
a part in another language is wrapped in a link whose address only we know. Once the tree stands,
each such link becomes a `Span` with its language, or a `Note`, and nothing of the link is left.
Paragraphs and pictures get anchors, which the typesetter lists page by page: so we learn which
element of the tree stands for which, and what goes on on the next page is put back together.

A reader's link that holds emphasised words comes twice, once outside a `Link` element, which PDF/UA
forbids; that one is dropped.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

import pydyf

MARKS = "https://marks.invalid/"
LANGUAGE = MARKS + "language/"
NOTE = MARKS + "note/"
CALL = MARKS + "call"
PART = "mended-part-"  # begins the anchors of what has a part in the tree, and no other name
UNSEEN = "color: inherit; text-decoration: none"
PARAGRAPHS = {
    "caption": "CaptionText",
    "taken": "Taken",
    "credit": "Credit",
    "licence": "Licence",
    "withheld-label": "Withheld",
    "withheld-reason": "Withheld",
}
QUOTATION = "Quotation"
OWN = (*PARAGRAPHS.values(), QUOTATION)
"""Kinds of element that are our own; a reader that does not know them takes them for paragraphs."""

PdfObject: TypeAlias = Any  # the typesetter has no types


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paragraph or a picture of the page: its kind of element, and a picture's language."""

    kind: str
    language: str = ""


Parts: TypeAlias = Mapping[str, Part]


def mark_parts(page: Element) -> Parts:
    """Make links of ours of what is in another language and of footnotes, and anchor the rest.

    Args:
        page: The `<html>` element, changed in place.

    Returns:
        The paragraphs and pictures by the names of their anchors.
    """
    parts = dict(_anchored(page))
    for part in tuple(page.iter()):
        _wrap_notes(part)
    for number, part in enumerate(tuple(page.iter())):
        if part is page or part.tag == "img":
            continue  # the file says its own language; a picture has nothing to wrap
        if part.get("class") == "footnote":
            _wrap_content(part, f"{NOTE}{number}")
        if part.get("lang"):
            _wrap_content(part, LANGUAGE + part.get("lang", ""))
    return MappingProxyType(parts)


def _anchored(page: Element) -> Iterator[tuple[str, Part]]:
    quoted = {p for part in page.iter("aside") if _is_pull(part) for p in part.iter("p")}
    for number, part in enumerate(page.iter()):
        if part.tag not in {"p", "img"}:
            continue
        name = part.get("id") or f"{PART}{number}"
        part.set("id", name)
        if part.tag == "img":
            yield name, Part(kind="Figure", language=part.get("lang", ""))
        else:
            kind = QUOTATION if part in quoted else PARAGRAPHS.get(part.get("class", ""), "P")
            yield name, Part(kind=kind)


def _wrap_notes(parent: Element) -> None:
    """Wrap the footnotes in an element: what stays of them in the text is their calls."""
    for at, part in enumerate(tuple(parent)):
        if part.get("class") == "footnote":
            call = Element("a", {"href": CALL, "style": UNSEEN})
            call.tail, part.tail = part.tail, None
            parent[at] = call
            call.append(part)


def _is_pull(part: Element) -> bool:
    return part.get("class") == "pull-quotation"


def _wrap_content(part: Element, address: str) -> None:
    link = Element("a", {"href": address, "style": UNSEEN})
    link.text, part.text = part.text, None
    link.extend(part)
    part[:] = [link]


def mend(parts: Parts, document: PdfObject, pdf: PdfObject) -> None:
    """Mend the structure tree of a PDF that is about to be written.

    Args:
        parts: What `mark_parts` gave.
        document: The typeset pages.
        pdf: The file, changed in place.
    """
    _Mender(pdf).mend(tuple(_parts_on(page, parts) for page in document.pages))


def _parts_on(page: PdfObject, parts: Parts) -> tuple[tuple[str, Part], ...]:
    return tuple((name, parts[name]) for name in page.anchors if name in parts)


class _Mender:
    def __init__(self, pdf: PdfObject) -> None:
        self._pdf = pdf
        self._notes = 0
        self._begun: dict[str, PdfObject] = {}  # what may go on on another page, by its name
        self._dropped: set[object] = set()  # references of link annotations

    def mend(self, parts: Sequence[Sequence[tuple[str, Part]]]) -> None:
        self._name_parts(parts)
        for element in self._typed("StructElem"):
            self._unwrap(element)
            if element["S"] == "/LI":
                self._give_body(element)
        for page in self._typed("Page"):
            if "Annots" in page:
                page["Annots"] = pydyf.Array(a for a in page["Annots"] if a not in self._dropped)
        self._forget()
        self._forget_anchors()

    def _name_parts(self, parts: Sequence[Sequence[tuple[str, Part]]]) -> None:
        """Tell what each paragraph and picture is; tree and anchors list them in one order."""
        by_page: dict[bytes, list[PdfObject]] = {}
        for element in self._typed("StructElem"):
            if element["S"] in {"/P", "/Figure"}:
                by_page.setdefault(element["Pg"], []).append(element)
        for page, named in zip(self._pdf.page_references, parts, strict=True):
            elements = by_page.get(page, [])
            if [e["S"] == "/Figure" for e in elements] != [p.kind == "Figure" for _, p in named]:
                continue  # a template hides some of them, or draws them twice
            for element, (name, part) in zip(elements, named, strict=True):
                self._name(element, name, part)
        root = self._follow(self._pdf.catalog["StructTreeRoot"])
        root["RoleMap"] = pydyf.Dictionary(dict.fromkeys(OWN, "/P"))

    def _name(self, element: PdfObject, name: str, part: Part) -> None:
        element["S"] = f"/{part.kind}"
        if part.language:
            element["Lang"] = pydyf.String(part.language)
        self._join(element, name)

    def _forget_anchors(self) -> None:
        """Take the anchors of parts out of the places to which a reader can go."""
        names = self._pdf.catalog["Names"]["Dests"]["Names"]
        pairs = tuple(zip(names[::2], names[1::2], strict=True))
        names[:] = [one for pair in pairs if not pair[0].string.startswith(PART) for one in pair]
        if not names:
            del self._pdf.catalog["Names"]["Dests"]

    def _typed(self, kind: str) -> Iterator[PdfObject]:
        for one in tuple(self._pdf.objects):
            if isinstance(one, dict) and one.get("Type") == f"/{kind}":
                yield one

    def _follow(self, kid: object) -> PdfObject:
        """Give the object that a kid refers to; a number refers to the page's content."""
        return self._pdf.objects[int(kid.split()[0])] if isinstance(kid, bytes) else {}

    def _unwrap(self, element: PdfObject) -> None:
        """Take from an element the links that are ours, or that do not belong there."""
        for kid in tuple(element.get("K", ())):
            annotation = self._follow(kid).get("Obj")
            address = _address(self._follow(annotation))
            if annotation and (address.startswith(MARKS) or element["S"] != "/Link"):
                self._dropped.add(annotation)
                element["K"].remove(kid)
                self._tell(element, address)

    def _tell(self, element: PdfObject, address: str) -> None:
        """Make an element what the address of a link of ours says."""
        if element["S"] != "/Link":
            return  # it only stands inside one
        if address.startswith(LANGUAGE):
            element["S"] = "/Span"
            element["Lang"] = pydyf.String(address.removeprefix(LANGUAGE))
        elif address == CALL:
            element["S"] = "/Reference"
        elif address.startswith(NOTE):
            element["S"] = "/Note"
            if self._join(element, address):
                self._give_label(element)

    def _give_label(self, note: PdfObject) -> None:
        """Number a note, and put the printed number into it."""
        self._notes += 1
        note["ID"] = pydyf.String(f"note-{self._notes}")
        beside = self._follow(note["P"])["K"]
        at = beside.index(note.reference)
        if at:
            label = self._follow(beside.pop(at - 1))
            label["S"], label["P"] = "/Lbl", note.reference
            note["K"].insert(0, label.reference)

    def _join(self, element: PdfObject, address: str) -> bool:
        """Put what goes on on another page into the element it began in; tell whether it began."""
        begun: PdfObject = self._begun.setdefault(address, element)
        if begun is element:
            return True
        self._remove(element)
        element["S"], element["P"] = "/Span", begun.reference
        begun["K"].append(element.reference)
        return False

    def _remove(self, element: PdfObject) -> None:
        """Take an element from the tree, with all around it that is empty then."""
        parent = self._follow(element["P"])
        if element.reference in parent["K"]:
            parent["K"].remove(element.reference)
        if not parent["K"] and parent["S"] != "/Document":
            self._remove(parent)

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
