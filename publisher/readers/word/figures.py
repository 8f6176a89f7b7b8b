"""Figures: pictures with the lines that belong to them, as caption and credit."""

from collections.abc import Sequence
from dataclasses import dataclass

from publisher.model.block import Block, Gallery
from publisher.readers.captions import split_caption
from publisher.readers.incoming import Reason
from publisher.readers.word.names import Use
from publisher.readers.word.parts import Line, Picture
from publisher.readers.word.pictures import Pictures
from publisher.readers.word.row import BREAK, Piece, Row, cut, text_of, tidy


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What stands below a picture; `more` are credits that have no place."""

    caption: Row = ()
    credit: str = ""
    more: tuple[str, ...] = ()


def figures_of(
    shown: Sequence[Picture], lines: Sequence[Line], pictures: Pictures
) -> tuple[Block, ...]:
    """Make figures of pictures that stand together, in a gallery where one caption is for all."""
    if len(lines) > 1 and len(lines) == len(shown):
        pairs = zip(shown, lines, strict=True)
        return tuple(block for one, line in pairs for block in figures_of([one], [line], pictures))
    words = words_of(lines)
    for credit in words.more:
        pictures.setting.source.draft.leave(credit, Reason.UNPLACED, lines[0].number)
    if len(shown) == 1 or not lines:
        return tuple(pictures.figure(one, words.caption, words.credit) for one in shown)
    figures = tuple(pictures.figure(one, (), words.credit) for one in shown)
    return (Gallery(figures=figures, caption=pictures.setting.heading(words.caption)),)


def words_of(lines: Sequence[Line]) -> Words:
    """Part the words below a picture into caption and credit."""
    credits_ = [_bare(line.text) for line in lines if line.named.use is Use.CREDIT]
    pieces: list[Piece] = []
    for line in lines:
        if line.named.use is not Use.CREDIT:
            pieces += [*line.row, Piece(BREAK)]
    row = tidy(pieces)
    split = split_caption(text_of(row))
    found = [*([split.credit] if split.credit else []), *filter(None, credits_)]
    return Words(
        caption=part_of(row, split.caption) if split.credit else row,
        credit=next(iter(found), ""),
        more=tuple(found[1:]),
    )


def part_of(row: Row, text: str) -> Row:
    """Give the part of a row that reads so."""
    at = text_of(row).find(text)
    if at < 0:
        return tidy([Piece(text)])
    return cut(row, at, at + len(text))


def _bare(text: str) -> str:
    """Take the brackets from around a credit."""
    plain = " ".join(text.split())
    inside = plain[1:-1]
    return inside.strip() if plain[:1] + plain[-1:] == "()" and "(" not in inside else plain
