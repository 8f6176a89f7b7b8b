"""From rows of pieces to runs of the model, with links, languages and notes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from urllib.parse import quote

from publisher.model.inline import Footnote, Inline, Prose
from publisher.model.text import FORBIDDEN, SAFE_SCHEMES
from publisher.readers.word.row import Piece, Row, inlines_of, text_of, tidy, without
from publisher.readers.word.source import Source
from publisher.readers.word.speech import Speech

NOT_IN_ADDRESSES = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029\u202a-\u202e\ufffd]")
LONGEST_ADDRESS = 4000  # characters


@dataclass(slots=True)
class Setting:
    """Makes runs of text.

    Attributes:
        source: The file.
        speech: Knows which words are in another language.
        notes: The notes of the file, as they are called.
        called: The notes that stand in the article.
    """

    source: Source
    speech: Speech
    notes: Mapping[str, Row]
    called: set[str] = field(default_factory=set)

    def prose(self, row: Row) -> Prose | None:
        """Make a run; None of a row without words."""
        found = self._inlines(row)
        return Prose(children=found) if found else None

    def heading(self, row: Row) -> Prose | None:
        """Make a run that is set apart as a whole, so that bold and italics say nothing in it."""
        return self.prose(without(row, "strong", "emphasis"))

    def _inlines(self, row: Row) -> tuple[Inline, ...]:
        spoken = self.speech.spoken(self._linked(row))
        return inlines_of(tidy(spoken), self._note)

    def _note(self, id_: str) -> Inline | None:
        note = None if id_ in self.called else self.notes.get(id_)  # a note is called once
        children = self._inlines(note) if note else ()
        if not children:
            return None
        self.called.add(id_)
        return Footnote(content=Prose(children=children))

    def _linked(self, row: Row) -> Row:
        if not any(piece.look.href for piece in row):
            return row
        found: list[Piece] = []
        for href, group in groupby(row, lambda piece: piece.look.href):
            address = safe_address(href)
            if href and not address and not href.startswith("#"):
                self.source.tell(
                    "link-dropped",
                    f"a link to {href[:80]!r} is left out, its words are kept",
                    "links start with https://, http://, mailto: or tel:",
                )
            found += (replace(piece, look=replace(piece.look, href=address)) for piece in group)
        return tuple(found)


def safe_address(href: str) -> str:
    r"""Give an address as a link may have it; empty where it is none that leads outside.

    >>> safe_address("https://example.org/a b"), safe_address("java\tscript:alert(1)")
    ('https://example.org/a%20b', '')
    """
    written = re.sub(r"[\t\r\n]", "", FORBIDDEN.sub("", href)).strip()
    address = NOT_IN_ADDRESSES.sub(lambda found: quote(found.group(), errors="ignore"), written)
    if address.startswith("#") or len(address) > LONGEST_ADDRESS:
        return ""
    return address if address.lower().startswith(SAFE_SCHEMES) else ""


def bare(row: Row) -> str:
    """Give the words of a row in one line."""
    return " ".join(text_of(row).split())
