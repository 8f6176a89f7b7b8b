"""From the paragraphs of a Word file to passages and illustrations in the order of reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from mimetypes import guess_type

from publisher.readers.word.elements import (
    CHOICES,
    Element,
    attribute_of,
    is_said,
    name_of,
    qualified,
)
from publisher.readers.word.package import Package
from publisher.verify.docx.styles import Styles
from publisher.verify.passages import join_runs
from publisher.verify.record import LINE_END, Content, Illustration, Kind, Passage, Run

HEADING = re.compile(r"heading ([1-9])")
KINDS = {
    "caption": Kind.CAPTION,
    "credit": Kind.CREDIT,
    "intense quote": Kind.QUOTATION,
    "licence": Kind.LICENCE,
    "quote": Kind.QUOTATION,
    "table caption": Kind.TABLE_CAPTION,
    "taken": Kind.TAKEN,
    "title": Kind.HEADING,
    "withheld": Kind.WITHHELD,
}
BESIDE_PICTURES = {Kind.CAPTION, Kind.CREDIT, Kind.LICENCE, Kind.TAKEN, Kind.WITHHELD}
CONTINUED = "list continue"
CHARACTERS = {"br": LINE_END, "cr": LINE_END, "noBreakHyphen": "\u2011", "tab": " "}
SILENT = {"del", "moveFrom", "instrText", "pPr", "rPr", "txbxContent", "Fallback"}
OUTSIDE = ("http:", "https:", "mailto:", "tel:")


@dataclass(slots=True, kw_only=True)
class Flow:
    """Goes through a file once.

    Attributes:
        content: What was read.
        links: Addresses that the text leads to.
        notes: Ids of the footnotes that were called.
    """

    package: Package
    styles: Styles
    part: str
    content: list[Content] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    pieces: list[Run] = field(default_factory=list)
    pictures: list[Illustration] = field(default_factory=list)
    rows: int = 0

    def blocks(self, parent: Element, kind: Kind | None = None) -> None:
        """Read paragraphs and tables; `kind` is that of the cell or the note they stand in."""
        for child in parent:
            match name_of(child):
                case "p":
                    self.paragraph(child, kind)
                case "tbl":
                    self.table(child)
                case "sdt" | "sdtContent" | "customXml" | "ins":
                    self.blocks(child, kind)
                case _:
                    pass  # properties, and marks between paragraphs

    def table(self, table: Element) -> None:
        outer, self.rows = self.rows, 0
        for row in table.iter(qualified("w:tr")):
            if next(row.iterancestors(qualified("w:tbl"))) is table:
                self.row(row)
        self.rows = outer

    def row(self, row: Element) -> None:
        self.rows += 1
        heads = is_said(row.find(qualified("w:trPr")), "tblHeader")
        for cell in row.iter(qualified("w:tc")):
            if next(cell.iterancestors(qualified("w:tr"))) is row:
                self.cell(cell, Kind.HEADER_CELL if heads else Kind.CELL)

    def cell(self, cell: Element, kind: Kind) -> None:
        before = len(self.content)
        self.blocks(cell, kind)
        if len(self.content) == before:
            self.content.append(Passage(kind=kind, runs=(), row=self.rows))

    def paragraph(self, paragraph: Element, within: Kind | None) -> None:
        name = self.styles.name_of(paragraph)
        kind = within or self.kind_of(paragraph, name)
        self.inlines(paragraph, paragraph)
        runs, pictures = tuple(join_runs(self.pieces)), tuple(self.pictures)
        self.pieces.clear()
        self.pictures.clear()
        if kind is Kind.WITHHELD:
            self.withheld(runs, pictures)
            return
        self.content.extend(pictures)
        if not runs:
            return
        heading = HEADING.fullmatch(name)
        level = int(heading[1]) if heading else int(kind is Kind.HEADING)
        in_cell = kind in {Kind.CELL, Kind.HEADER_CELL}
        self.passage(Passage(kind=kind, runs=runs, level=level, row=self.rows if in_cell else 0))

    def kind_of(self, paragraph: Element, name: str) -> Kind:
        if HEADING.fullmatch(name):
            return Kind.HEADING
        if name in KINDS:
            return KINDS[name]
        listed = name.startswith(CONTINUED) or self.styles.is_listed(paragraph)
        return Kind.LIST_ITEM if listed else Kind.PARAGRAPH

    def passage(self, passage: Passage) -> None:
        """Add a passage, to the picture right above it where it belongs beside one."""
        last = self.content[-1] if self.content else None
        if isinstance(last, Illustration) and passage.kind in BESIDE_PICTURES:
            self.content[-1] = replace(last, lines=(*last.lines, passage))
        else:
            self.content.append(passage)

    def withheld(self, runs: tuple[Run, ...], marks: tuple[Illustration, ...]) -> None:
        """Add the box that stands in a picture's place; each of its lines is a passage."""
        mark = marks[0] if marks else Illustration(alt=None, lines=())
        lines = (Passage(kind=Kind.WITHHELD, runs=line) for line in _lines(runs))
        self.content.append(replace(mark, lines=tuple(lines), digest=None, media_type=""))

    def inlines(self, parent: Element, paragraph: Element) -> None:
        for child in parent:
            name = name_of(child)
            if name == "r":
                self.run(child, paragraph)
            elif name not in SILENT:
                if name == "hyperlink":
                    self.link(child)
                self.inlines(child, paragraph)

    def link(self, link: Element) -> None:
        relation = self.package.relations(self.part).get(link.get(qualified("r:id"), ""))
        if relation and relation.outside and relation.target.startswith(OUTSIDE):
            self.links.append(relation.target)

    def run(self, run: Element, paragraph: Element) -> None:
        if is_said(run.find(qualified("w:rPr")), "vanish"):
            return
        language = self.styles.language_of(run, paragraph)
        for child in run:
            name = name_of(child)
            if name == "footnoteReference":
                self.notes.append(attribute_of(child, "id"))
            elif name in {"drawing", CHOICES, "pict"}:
                self.pictures.extend(self.drawings(child, language))
            else:
                text = str(child.text or "") if name == "t" else CHARACTERS.get(name, "")
                self.pieces.append(Run(text=text.replace("\u00ad", ""), language=language))

    def drawings(self, parent: Element, language: str | None) -> Iterator[Illustration]:
        """Give the pictures of a drawing, of which only the first of several choices counts."""
        for frame in parent.iter(qualified("wp:inline"), qualified("wp:anchor")):
            about = frame.find(qualified("wp:docPr"))
            alt = None if about is None else about.get("descr")
            blip = next(frame.iter(qualified("a:blip")), None)
            digest, media_type = self.picture(blip)
            yield Illustration(
                alt=Run(text=alt, language=language) if alt is not None else None,
                lines=(),
                digest=digest,
                media_type=media_type,
            )

    def picture(self, blip: Element | None) -> tuple[str | None, str]:
        id_ = "" if blip is None else blip.get(qualified("r:embed"), "")
        relation = self.package.relations(self.part).get(id_)
        if relation is None or relation.outside or relation.target not in self.package.members:
            return None, ""
        data = self.package.read(relation.target)
        return sha256(data).hexdigest(), guess_type(relation.target)[0] or ""


def _lines(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """Divide the words of a box: its first line, which the layout prints, and the reason."""
    lines: tuple[list[Run], list[Run]] = ([], [])
    below = 0
    for run in runs:
        first, end, rest = run.text.partition(LINE_END) if not below else ("", "", run.text)
        lines[0].append(replace(run, text=first))
        lines[1].append(replace(run, text=rest))
        below = below or len(end)
    yield from filter(None, (tuple(join_runs(line)) for line in lines))
