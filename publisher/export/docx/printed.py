"""How a run will read in a Word file: what the anchor of its bookmark is made from."""

import re
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import quote, unquote

from publisher.export.docx.anchors import CALL, Stretch, digest_of
from publisher.export.docx.pieces import Marks, Piece, lay_flat
from publisher.model.inline import Footnote, LineBreak, Prose

NOT_IN_ADDRESSES = re.compile(r'[\s<>"{}|\\^`]')
SPACE = re.compile("[\n\t\u0085]")  # characters that are a space to a reader


def address_of(href: str) -> str:
    """Give an address as a Word file can hold it."""
    return NOT_IN_ADDRESSES.sub(lambda found: quote(found.group()), href)


def same_address(href: str) -> str:
    """Give an address without what programs write otherwise when they save a file.

    >>> same_address("HTTPS://Example.org/") == same_address("https://example.org")
    True
    """
    scheme, colon, rest = unquote(href).rstrip("/").partition("://")
    if not colon:
        return scheme
    host, slash, path = rest.partition("/")
    return f"{scheme.lower()}{colon}{host.lower()}{slash}{path}"


def href_of(piece: Piece, targets: Collection[str]) -> str:
    """Give where a piece leads: not within the article to what is not printed, nor from a call.

    `targets` are the segments that are printed.
    """
    href = piece.marks.href
    lost = href.startswith("#") and href[1:] not in targets
    return "" if lost or isinstance(piece.content, Footnote) else href


def digest_of_pieces(pieces: Iterable[Piece], targets: Collection[str]) -> str:
    """Digest what pieces will read like in a file."""
    return digest_of(_stretch(piece, href_of(piece, targets)) for piece in pieces)


def stretches_of_run(run: Prose, targets: Collection[str]) -> Iterator[Stretch]:
    """Give what a run will read like in a file."""
    for piece in lay_flat(run.children, Marks(language="")):
        yield _stretch(piece, href_of(piece, targets))


def digest_of_run(run: Prose, targets: Collection[str]) -> str:
    """Digest what a run will read like in a file."""
    return digest_of(stretches_of_run(run, targets))


def _stretch(piece: Piece, href: str) -> Stretch:
    if isinstance(piece.content, Footnote):
        return Stretch(text=CALL)
    words = "\n" if isinstance(piece.content, LineBreak) else SPACE.sub(" ", piece.content)
    marks = piece.marks
    said = {"b": marks.strong, "i": marks.emphasis}
    said |= {"sup": marks.position == "superscript", "sub": marks.position == "subscript"}
    return Stretch(
        text=words,
        marks=frozenset(mark for mark, is_so in said.items() if is_so),
        leads=same_address(href),
    )
