"""The footnotes and endnotes of a Word file."""

from collections.abc import Mapping

from publisher.readers.word.elements import attribute_of, qualified
from publisher.readers.word.flow import Flow
from publisher.readers.word.parts import Part, lines_in, pictures_in
from publisher.readers.word.row import BREAK, Piece, Row, tidy
from publisher.readers.word.source import Source

KINDS = ("footnote", "endnote")
OF_THE_PAGE = {"separator", "continuationSeparator", "continuationNotice"}


def notes_of(source: Source) -> Mapping[str, Row]:
    """Read the notes; the key is what `Flow` writes where one is called."""
    found: dict[str, Row] = {}
    for kind in KINDS:
        member = source.member(f"{kind}s")
        root = source.root(member)
        for note in () if root is None else root.iter(qualified(f"w:{kind}")):
            if attribute_of(note, "type") not in OF_THE_PAGE:
                parts = Flow(source, member).read(note)
                if row := _row(parts, source):
                    found[f"{kind} {attribute_of(note, 'id')}"] = row
    return found


def _row(parts: tuple[Part, ...], source: Source) -> Row:
    """Put the paragraphs of a note in one, for a note holds no blocks."""
    if any(pictures_in(parts)):
        source.tell("picture-in-note", "a picture in a note is left out", "put it in the text")
    pieces: list[Piece] = []
    for line in lines_in(parts):
        pieces += [*line.row, Piece(BREAK)]
    return tidy(piece for piece in pieces if not piece.note)  # notes do not nest
