"""The record: what a finished file of any format says, as one plain value.

A reader of a format is one pure function, `read(data: bytes, name: str) -> Record`, that uses
another library than the one that wrote the file and knows nothing of the article. What the format
does not tell stays None, empty, or `Kind.PARAGRAPH`; a reader never guesses.
"""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

LINE_END = "\u2028"
"""Where a line ends in a paragraph: by a forced break, or in a format that has fixed lines.

A reader of such a format writes it between two lines, after the hyphen where the line ends with
one; whether hyphen and line's end stand for a space, a hyphen or nothing is decided by comparison.
"""


class Kind(Enum):
    """What a passage is in its file."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    TABLE_CAPTION = "table-caption"
    HEADER_CELL = "header-cell"
    CELL = "cell"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    TAKEN = "taken"
    CREDIT = "credit"
    LICENCE = "licence"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters in one language.

    Attributes:
        text: As a reader sees it: spaces as the format joins them, no soft hyphens, ligatures and
            combining marks as the file has them. Non-breaking spaces stay.
        language: The BCP 47 tag that holds here, also where an element around it or the document
            gives it; None where the file does not say.
    """

    text: str
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph of any kind: what stands between two breaks of the text.

    Attributes:
        kind: What it is; a paragraph inside a list item, a quotation or a cell is of that kind.
        runs: What it says; an empty cell has none, other passages at least one.
        level: Of a heading, 1 for the outermost, as the file has it; 0 for others.
        row: Of a cell, its row in the table from 1, so that a table begins where it falls back to
            1 from a greater one or after something else; 0 for others.
    """

    kind: Kind
    runs: tuple[Run, ...]
    level: int = 0
    row: int = 0

    @property
    def text(self) -> str:
        """All its characters."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Illustration:
    """A picture, or the box in its place, with all that is printed as belonging to it.

    Attributes:
        alt: The alternative text with its language; None where the file has none.
        lines: The passages that the file holds together with the picture, in their order, of the
            kinds `CAPTION`, `TAKEN`, `CREDIT` (its label included), `LICENCE` (its label
            included), `WITHHELD` (the box's words, one passage each); `PARAGRAPH` where the format
            does not tell which it is.
        digest: SHA-256 of the picture's bytes as they stand in the file, hexadecimal; None where
            there is no picture.
        media_type: Of those bytes, such as `image/jpeg`; empty where there is no picture.
    """

    alt: Run | None
    lines: tuple[Passage, ...]
    digest: str | None = None
    media_type: str = ""


Content: TypeAlias = Passage | Illustration


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the file says about itself apart from its text; empty where it does not.

    Attributes:
        title: What the file shows as its title outside the text (`<title>`, `dc:title`, …).
        authors: In their order.
        description: The summary.
        keywords: In their order.
        publisher: Who publishes it.
        rights: The rights line.
        created: As the file writes it, brought to `YYYY-MM-DDThh:mm:ssZ`.
        modified: The same.
        identifier: What names it for ever.
        source: Address of the original.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    description: str = ""
    keywords: tuple[str, ...] = ()
    publisher: str = ""
    rights: str = ""
    created: str = ""
    modified: str = ""
    identifier: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """A font that the file prints with.

    Attributes:
        name: Its PostScript name without a subset's prefix, or its family.
        embedded: Whether the file holds it.
        blanks: How many characters are printed as its empty box (.notdef).
    """

    name: str
    embedded: bool
    blanks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A finished file as read back.

    Attributes:
        name: Its name, for findings.
        format: `html`, `epub`, `pdf` or `docx`.
        language: BCP 47 tag of the document; None where it gives none.
        metadata: What it says about itself.
        content: Passages and illustrations in the order of reading; without covers, tables of
            contents, and what is repeated on every page.
        links: Addresses of the web that the text leads to, in the order of reading; without links
            into the file itself.
        fonts: Sorted by name; none where the format does not tell.
    """

    name: str
    format: str
    language: str | None
    metadata: Metadata
    content: tuple[Content, ...]
    links: tuple[str, ...] = ()
    fonts: tuple[Font, ...] = ()
