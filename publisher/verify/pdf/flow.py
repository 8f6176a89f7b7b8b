"""From the structure tree of a PDF to passages and illustrations in the order of reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from publisher.verify.passages import join_runs
from publisher.verify.pdf.marked import Shown
from publisher.verify.pdf.tree import Leaf, Node
from publisher.verify.record import LINE_END, Content, Illustration, Kind, Passage, Run

NEXT_LINE = 0.8  # of the larger letters' size: what is lower begins a line; a raised letter is not
HEADING = re.compile(r"H([1-6])")
SILENT = {"Artifact", "Lbl", "Reference", "TOC"}
BREAKING = {
    *("Art", "BlockQuote", "Caption", "Div", "Document", "Figure", "H", "L", "LBody", "LI", "Note"),
    *("P", "Part", "Sect", "TBody", "TD", "TFoot", "TH", "THead", "TR", "Table"),
    *(f"H{level}" for level in range(1, 7)),
}
CELLS = {"TD": Kind.CELL, "TH": Kind.HEADER_CELL}
KINDS = {
    "BlockQuote": Kind.QUOTATION,
    "H": Kind.HEADING,
    "LI": Kind.LIST_ITEM,
    "Note": Kind.FOOTNOTE,
    "Quotation": Kind.QUOTATION,
    **CELLS,
}
KINDS_OF_LINES = {
    "CaptionText": Kind.CAPTION,
    "Credit": Kind.CREDIT,
    "Licence": Kind.LICENCE,
    "Taken": Kind.TAKEN,
    "Withheld": Kind.WITHHELD,
}
AROUND_PICTURES = {"NonStruct", "Div", "Sect", "Figure"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """What holds for the characters that are read."""

    language: str | None
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    row: int = 0
    in_table: bool = False


@dataclass(slots=True)
class Flow:
    """Goes through a tree once; an open passage is closed where the text breaks.

    Attributes:
        content: What was read.
        notes: The footnotes, which stand at the foot of their pages.
        links: Addresses that the text leads to.
    """

    content: list[Content] = field(default_factory=list)
    notes: list[Content] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pieces: list[Run] = field(default_factory=list)
    last: Leaf | None = None
    linked: str = ""
    rows: int = 0

    def node(self, node: Node, around: _Place) -> None:
        if node.standard in SILENT:
            return
        place, breaking = _within(node, around), _breaks(node)
        if breaking:
            self.close(around)
        if _is_illustration(node):
            self.illustration(node, place)
        elif node.standard in CELLS:
            self.cell(node, place)
        else:
            self.inside(node, place)
        if breaking:
            self.close(place)

    def inside(self, node: Node, place: _Place) -> None:
        self.count(node)
        if node.actual is not None:
            self.text(node.actual, place)
            return
        for kid in node.kids:
            if isinstance(kid, Node):
                self.node(kid, place)
            else:
                self.leaf(kid, place, node.address)

    def count(self, node: Node) -> None:
        if node.standard == "Table":
            self.rows = 0
        elif node.standard == "TR":
            self.rows += 1
        elif node.address and node.address != self.linked:
            self.links.append(node.address)

    def leaf(self, leaf: Leaf, place: _Place, address: str) -> None:
        if leaf.shown.digest:
            return
        if self.last and self.pieces and _begins_line(leaf, self.last):
            self.end_line()
        # The typesetter opens a mark for a space that stands alone, and draws nothing.
        self.text(leaf.shown.text or " ", place)
        self.linked = address
        if leaf.shown.top is not None:
            self.last = leaf

    def end_line(self) -> None:
        """End a line, unless the space that ends it is there: then nothing is left to say."""
        before = self.pieces[-1]
        if not before.text.endswith(" "):
            self.pieces[-1] = replace(before, text=before.text + LINE_END)

    def text(self, text: str, place: _Place) -> None:
        self.pieces.append(Run(text=text.replace("\u00ad", ""), language=place.language))

    def cell(self, node: Node, place: _Place) -> None:
        before, here = len(self.content), replace(place, row=self.rows)
        self.inside(node, here)
        self.close(here)
        if len(self.content) == before:
            self.content.append(Passage(kind=here.kind, runs=(), row=here.row))

    def illustration(self, node: Node, place: _Place) -> None:
        before = len(self.content)
        for part in _beside_pictures(node):
            self.node(part, place)
        lines = tuple(one for one in self.content[before:] if isinstance(one, Passage))
        del self.content[before:]
        shown = next(_figures(node), None)
        last = self.content[-1] if self.content else None
        if shown is None and isinstance(last, Illustration):  # it goes on on another page
            self.content[-1] = replace(last, lines=last.lines + lines)
        else:
            self.content.append(_illustration(shown, lines, place))

    def close(self, place: _Place) -> None:
        runs = tuple(join_runs(self.pieces))
        self.pieces.clear()
        self.last, self.linked = None, ""
        if runs:
            target = self.notes if place.kind is Kind.FOOTNOTE else self.content
            target.append(Passage(kind=place.kind, runs=runs, level=place.level, row=place.row))


def read_tree(root: Node, language: str | None) -> Flow:
    """Go through a structure tree; `language` is that of the document."""
    flow = Flow()
    for node in root.nodes:
        flow.node(node, _Place(language=language))
    return flow


def _within(node: Node, around: _Place) -> _Place:
    """Say what holds inside an element."""
    heading = HEADING.fullmatch(node.standard)
    return replace(
        around,
        language=node.language or around.language,
        kind=Kind.HEADING if heading else _kind(node, around),
        level=int(heading[1]) if heading else 0,
        in_table=around.in_table or node.standard == "Table",
    )


def _kind(node: Node, around: _Place) -> Kind:
    if around.kind is Kind.FOOTNOTE:
        return around.kind
    if node.standard == "Caption" and around.in_table:
        return Kind.TABLE_CAPTION
    found = KINDS_OF_LINES.get(node.kind) or KINDS.get(node.kind) or KINDS.get(node.standard)
    return found or around.kind


def _breaks(node: Node) -> bool:
    """Tell whether text before and after an element belongs to two passages."""
    if node.standard in BREAKING:
        return True
    return node.standard == "NonStruct" and any(map(_breaks, node.nodes))


def _is_illustration(node: Node) -> bool:
    """Tell whether an element holds a picture, what belongs to it, and nothing else."""
    if node.standard not in AROUND_PICTURES:
        return False
    parts = tuple(_parts(node))
    pictures = [part for part in parts if part.standard == "Figure"]
    words = [part for part in parts if part.standard != "Figure"]
    return (
        len(pictures) <= 1
        and bool(parts)
        and all(part.standard == "Caption" or part.kind == "Withheld" for part in words)
    )


def _parts(node: Node) -> Iterator[Node]:
    """Give what stands in an element next to pictures, below what only holds together."""
    if node.standard in {"Figure", "Caption"} or node.standard not in {"NonStruct", "Div", "Sect"}:
        yield node
        return
    if any(isinstance(kid, Leaf) for kid in node.kids):
        yield node
    for kid in node.nodes:
        yield from _parts(kid)


def _beside_pictures(node: Node) -> Iterator[Node]:
    return (part for part in _parts(node) if part.standard != "Figure")


def _figures(node: Node) -> Iterator[Node]:
    return (part for part in _parts(node) if part.standard == "Figure")


def _illustration(figure: Node | None, lines: tuple[Passage, ...], place: _Place) -> Illustration:
    if figure is None:
        return Illustration(alt=None, lines=lines)
    withheld = any(line.kind is Kind.WITHHELD for line in lines)
    shown = Shown() if withheld else next(_pictures(figure), Shown())
    language = figure.language or place.language
    return Illustration(
        alt=None if figure.alt is None else Run(text=figure.alt, language=language),
        lines=lines,
        digest=shown.digest,
        media_type=shown.media_type,
    )


def _pictures(figure: Node) -> Iterator[Shown]:
    for kid in figure.kids:
        if isinstance(kid, Node):
            yield from _pictures(kid)
        elif kid.shown.digest:
            yield kid.shown


def _begins_line(leaf: Leaf, before: Leaf) -> bool:
    if leaf.shown.top is None or before.shown.top is None:
        return False
    apart = abs(leaf.shown.top - before.shown.top)
    lower = apart >= NEXT_LINE * max(leaf.shown.size, before.shown.size)
    return leaf.page != before.page or lower
