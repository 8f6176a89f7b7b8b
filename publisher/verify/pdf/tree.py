"""The structure tree of a PDF as a plain value: kinds of elements, and what they show.

Source: ISO 32000-1, 14.7 (logical structure), 14.8.4 (standard structure types).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import pikepdf

from publisher.errors import CheckError
from publisher.verify.pdf.marked import Pages, Shown

DEEPEST = 200  # elements within elements
HINT = "build the edition again with `publish`"

PdfObject: TypeAlias = Any  # whatever a PDF holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """Content of a page; `page` counts from 0."""

    page: int
    shown: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An element of the structure tree.

    Attributes:
        kind: Its type without the slash, as the file has it.
        standard: The standard type that the file says it stands for; the same where it is one.
        language: BCP 47 tag of its own; None where it has none.
        alt: Its text alternative; None where it has none.
        actual: The text that stands for all that it shows; None where it has none.
        address: Where the link in it leads; empty where it holds none to the outside.
    """

    kind: str
    standard: str
    kids: tuple["Node | Leaf", ...]
    language: str | None = None
    alt: str | None = None
    actual: str | None = None
    address: str = ""

    @property
    def nodes(self) -> Iterator["Node"]:
        """The elements right in it."""
        return (kid for kid in self.kids if isinstance(kid, Node))


class TreeReader:
    """Reads the structure tree of a document once.

    Args:
        document: The open file.
        pages: Reads the content of its pages.
        name: The file's name, for errors.
    """

    def __init__(self, document: pikepdf.Pdf, pages: Pages, name: str) -> None:
        self._name = name
        self._root: PdfObject = document.Root.get("/StructTreeRoot", {})
        self._numbers = {page.objgen: number for number, page in enumerate(document.pages)}
        self._shown = tuple(pages.read(page) for page in document.pages)
        self._roles: Mapping[str, str] = {
            str(key): str(value) for key, value in self._root.get("/RoleMap", {}).items()
        }
        self._seen: set[tuple[int, int]] = set()

    def read(self) -> Node:
        """Read the tree; its root has the kind `Root`.

        Raises:
            CheckError: There is none, or it is deeper than any document is.
        """
        if not self._root:
            raise CheckError("the PDF has no structure tree", where=self._name, hint=HINT)
        return Node(kind="Root", standard="Root", kids=tuple(self._kids(self._root, None, 0)))

    def _kids(self, element: PdfObject, page: int | None, depth: int) -> Iterator[Node | Leaf]:
        kids = element.get("/K")
        for kid in kids if isinstance(kids, pikepdf.Array) else () if kids is None else (kids,):
            if isinstance(kid, int):
                yield from self._leaf(kid, page)
            elif isinstance(kid, pikepdf.Dictionary):
                yield from self._kid(kid, page, depth)

    def _kid(self, kid: PdfObject, page: int | None, depth: int) -> Iterator[Node | Leaf]:
        here = self._numbers.get(kid["/Pg"].objgen, page) if "/Pg" in kid else page
        if kid.get("/Type") == "/MCR":
            yield from self._leaf(int(kid.get("/MCID", -1)), here)
        elif "/S" in kid:
            yield self._node(kid, here, depth + 1)

    def _leaf(self, mark: int, page: int | None) -> Iterator[Leaf]:
        if page is not None and mark in self._shown[page]:
            yield Leaf(page=page, shown=self._shown[page][mark])

    def _node(self, element: PdfObject, page: int | None, depth: int) -> Node:
        if depth > DEEPEST or (element.is_indirect and element.objgen in self._seen):
            raise CheckError(
                "the structure tree of the PDF is no tree", where=self._name, hint=HINT
            )
        self._seen.add(element.objgen)
        kind = str(element["/S"])
        return Node(
            kind=kind.removeprefix("/"),
            standard=self._roles.get(kind, kind).removeprefix("/"),
            kids=tuple(self._kids(element, page, depth)),
            language=_text(element, "/Lang"),
            alt=_text(element, "/Alt"),
            actual=_text(element, "/ActualText"),
            address=_address(element),
        )


def _text(element: PdfObject, key: str) -> str | None:
    return str(element[key]) if key in element else None


def _address(element: PdfObject) -> str:
    """Give where the first link among an element's kids leads."""
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else ():
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            action: PdfObject = kid.get("/Obj", {})
            action = action.get("/A", {})
            return str(action.get("/URI", ""))
    return ""
