"""Passages from pieces of text, for the formats that say themselves where their spaces are."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from publisher.verify.record import LINE_END, Run

EDGES = " " + LINE_END


def join_runs(pieces: Sequence[Run]) -> Iterator[Run]:
    """Join pieces in one language, without the spaces and ends of lines around them all."""
    text = "".join(piece.text for piece in pieces)
    start, end = len(text) - len(text.lstrip(EDGES)), len(text.rstrip(EDGES))
    at, open_ = 0, None
    for piece in pieces:
        part = piece.text[max(0, start - at) : max(0, end - at)]
        at += len(piece.text)
        if not part:
            continue
        if open_ and open_.language == piece.language:
            open_ = replace(open_, text=open_.text + part)
            continue
        if open_:
            yield open_
        open_ = replace(piece, text=part)
    if open_:
        yield open_
