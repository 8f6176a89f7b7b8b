"""One paragraph in the making: its pieces, and the pictures and boxes that are tied to it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from publisher.readers.incoming import Reason
from publisher.readers.word.elements import Element
from publisher.readers.word.letters import Letters
from publisher.readers.word.names import Named, Use
from publisher.readers.word.parts import Line, Part, Picture, Rule, Set
from publisher.readers.word.properties import is_ruled, mark, named, number, said
from publisher.readers.word.row import Piece, Row, cut, text_of, tidy
from publisher.readers.word.source import Source

NEW_PAGE = "\f"  # a piece that ends a page, and with it a paragraph
LONGEST_LABEL = 30  # characters of "Figure 12: "
AFTER_LABEL = re.compile(r"[\s.:–—\-|)]*")


@dataclass(slots=True, kw_only=True)
class Paragraph:
    """A paragraph that is being read.

    Attributes:
        properties: Its `w:pPr`.
        style: The id of its style.
        base: How letters look in that style.
        pieces: Its text so far.
        letters: How each piece looks.
        beside: What is tied to it, each with the number of pieces before it.
        counted: Number of pieces up to the end of the number of a caption; 0 where it has none.
        listed: Whether words of it belong to a table of contents, or to an index.
        told: Whether others do not.
    """

    properties: Element | None
    style: str
    base: Letters
    pieces: list[Piece] = field(default_factory=list)
    letters: list[Letters] = field(default_factory=list)
    beside: list[tuple[int, Part]] = field(default_factory=list)
    counted: int = 0
    listed: bool = False
    told: bool = False

    def add(self, text: str, letters: Letters, href: str = "") -> None:
        """Add text."""
        self.put(Piece(text, letters.upon(self.base, href)), letters)

    def put(self, piece: Piece, letters: Letters) -> None:
        """Add a piece that is made."""
        self.pieces.append(piece)
        self.letters.append(letters)

    def call(self, note: str) -> None:
        """Add the call of a note."""
        self.put(Piece("", note=note), self.base)

    def tie(self, part: Part) -> None:
        """Tie a picture, a box or a line to this place."""
        self.beside.append((len(self.pieces), part))

    def take(self, before: "Paragraph") -> None:
        """Begin with the text of a paragraph whose end is gone."""
        self.pieces, self.letters, self.beside = before.pieces, before.letters, before.beside

    def parts(self, source: Source) -> list[Part]:
        """Give the paragraph with what is tied to it, in the order of reading."""
        use = named(self.properties, self.style, source)
        if self.listed and not self.told:
            use = Named(use=Use.CONTENTS)
        label = self._label(use)
        if label:
            source.leave(label, Reason.UNDERSTOOD)
            rows = [_after_label(self.pieces[self.counted :])]
            use = Named(use=Use.CAPTION)
        else:
            rows = [tidy(page) for page in _pages(self.pieces)]
        lines = self._lines([row for row in rows if row], use, source)
        return self._with_beside(
            [replace(line, label=label) for line in lines] if label else lines, source
        )

    def _lines(self, rows: list[Row], use: Named, source: Source) -> list[Line]:
        if not rows:
            return []
        first = Line(
            row=rows[0],
            named=use,
            mark=mark(self.properties, self.style, use, source),
            set=self._set(source),
            number=source.paragraph,
        )
        return [first, *(replace(first, row=row, mark=None) for row in rows[1:])]

    def _with_beside(self, lines: list[Line], source: Source) -> list[Part]:
        if not lines and not self.beside and is_ruled(self.properties):
            return [Rule(number=source.paragraph)]
        first = next((n for n, p in enumerate(self.pieces) if p.text.strip()), len(self.pieces))
        before = [part for at, part in self.beside if at <= first]
        after = [part for at, part in self.beside if at > first]
        if lines and any(isinstance(one, Picture) and not one.floating for one in before):
            lines = [replace(lines[0], under=True), *lines[1:]]
        return [*before, *lines, *after]

    def _label(self, use: Named) -> str:
        """Give the label and number that a caption begins with."""
        label = text_of(self.pieces[: self.counted])
        is_caption = use.use in {Use.BODY, Use.CAPTION} and len(label.strip()) <= LONGEST_LABEL
        return label if is_caption else ""

    def _set(self, source: Source) -> Set:
        worded = [
            (letters, len(piece.text))
            for piece, letters in zip(self.pieces, self.letters, strict=True)
            if any(c.isalnum() for c in piece.text)
        ]
        sizes: Counter[int] = Counter()
        for letters, length in worded:
            sizes[letters.size] += length
        indents = (
            said(self.properties, self.style, source, "ind", one) for one in ("left", "start")
        )
        return Set(
            bold=bool(worded) and all(one.is_bold for one, _ in worded),
            italic=bool(worded) and all(one.is_italic for one, _ in worded),
            underlined=bool(worded) and all(one.underlined for one, _ in worded),
            capitals=bool(worded) and all(one.capitals for one, _ in worded),
            size=max(sizes, key=lambda size: sizes[size], default=0),
            alignment=said(self.properties, self.style, source, "jc"),
            indent=number(next(filter(None, indents), "")),
        )


def _pages(pieces: list[Piece]) -> Iterator[list[Piece]]:
    page: list[Piece] = []
    for piece in pieces:
        if piece.text == NEW_PAGE:
            yield page
            page = []
        else:
            page.append(piece)
    yield page


def _after_label(pieces: list[Piece]) -> Row:
    row = tidy(pieces)
    text = text_of(row)
    found = AFTER_LABEL.match(text)
    return cut(row, found.end() if found else 0, len(text))
