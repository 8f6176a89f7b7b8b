"""What a Word file is made of, before anybody judges what it means for an article."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from publisher.readers.word.names import Named, Use
from publisher.readers.word.numbering import Mark
from publisher.readers.word.row import Row, text_of

BODY = Named(use=Use.BODY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """How a paragraph is set, as far as that says what it is.

    Attributes:
        bold: Whether all its words are; so for `italic`, `underlined` and `capitals`.
        size: Of most of its letters, in half points; 0 where it is not said.
        alignment: As Word says it, such as `center`.
        indent: Of its left side, in twentieths of a point.
    """

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    capitals: bool = False
    size: int = 0
    alignment: str = ""
    indent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph.

    Attributes:
        row: Its text; empty where it has none.
        named: What its style says that it is.
        mark: What stands before it, where it is an item of a list.
        set: How it is set.
        number: Its number in the file, from 1.
        under: Whether it began with a picture, which now stands before it.
        label: What a caption began with and no longer does: "Figure 3: ".
    """

    row: Row
    named: Named = BODY
    mark: Mark | None = None
    set: Set = Set()
    number: int = 0
    under: bool = False
    label: str = ""

    @property
    def text(self) -> str:
        """Its characters."""
        return text_of(self.row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture.

    Attributes:
        member: The part that holds it; empty where none does.
        address: What the file says where it is, where it is not in the file.
        alt: The text alternative.
        floating: Whether the text runs around it.
        cropped: Whether a part of it is hidden.
        number: That of its paragraph.
    """

    member: str = ""
    address: str = ""
    alt: str = ""
    floating: bool = False
    cropped: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Text in a frame of its own."""

    parts: tuple["Part", ...]
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table; `width` is how many columns it spans, `continued` is one from above."""

    parts: tuple["Part", ...]
    width: int = 1
    continued: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of a table; `skipped` are the columns before its first cell."""

    cells: tuple[Cell, ...]
    header: bool = False
    skipped: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table.

    Attributes:
        rows: From top to bottom.
        headed: What the file says about its first row being a header, where it says anything.
    """

    rows: tuple[TableRow, ...]
    headed: bool | None = None
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line across the page."""

    number: int = 0


Part: TypeAlias = Line | Picture | Box | Grid | Rule


def everything_in(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Go through parts, and through those of boxes and tables in their place."""
    ahead = list(reversed(parts))
    while ahead:
        part = ahead.pop()
        yield part
        match part:
            case Box(parts=inside):
                ahead += reversed(inside)
            case Grid(rows=rows):
                cells = [cell for row in rows for cell in row.cells]
                ahead += [part for cell in reversed(cells) for part in reversed(cell.parts)]
            case Line() | Picture() | Rule():
                pass
            case _:
                assert_never(part)


def lines_in(parts: tuple[Part, ...]) -> Iterator[Line]:
    """Go through all paragraphs, those of boxes and tables too."""
    return (part for part in everything_in(parts) if isinstance(part, Line))


def pictures_in(parts: tuple[Part, ...]) -> Iterator[Picture]:
    """Go through all pictures, those of boxes and tables too."""
    return (part for part in everything_in(parts) if isinstance(part, Picture))
