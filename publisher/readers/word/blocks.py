"""From items to the blocks of an article."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from publisher.model.block import (
    DEEPEST_HEADING,
    Aside,
    Block,
    Heading,
    Paragraph,
    Quotation,
    Separator,
)
from publisher.readers.incoming import Reason
from publisher.readers.word.captions import Item, Shown, items_of
from publisher.readers.word.figures import figures_of
from publisher.readers.word.lists import Entry, nested
from publisher.readers.word.looks import with_captions
from publisher.readers.word.names import Use
from publisher.readers.word.parts import Box, Grid, Line, Rule
from publisher.readers.word.pictures import Pictures
from publisher.readers.word.row import BREAK, Piece, Row, cut, paragraphs_of, text_of, tidy
from publisher.readers.word.setting import Setting, bare
from publisher.readers.word.tables import opened, table_of
from publisher.readers.word.typed import with_typed_lists

SEPARATOR = re.compile(r"[\s*·•⁂※◊♦◆❖#~_=\-–—]{1,60}")
SOURCE = re.compile(r"\s*[—–―-]+\s*(?=\S)")
HEADED = frozenset({Use.HEADING, Use.TITLE, Use.SUBTITLE})  # below the head of the article
LONGEST_SOURCE = 100  # characters
LONGEST_BOX_TITLE = 100
PULLED = range(25, 500)  # characters of words that are printed again, larger
MOST_PULLED = 50  # boxes of a file that are compared with its text


@dataclass(slots=True)
class Blocks:
    """Makes blocks.

    Attributes:
        setting: Makes the runs.
        levels: Which level each level of the file's headings has in the article.
        text: All text of the body, to know words that are printed twice.
    """

    setting: Setting
    pictures: Pictures
    levels: Mapping[int, int]
    text: str = ""
    _compared: int = field(default=0)

    def of(self, items: Iterable[Item]) -> tuple[Block, ...]:
        """Make the blocks of items."""
        found: list[Block] = []
        for kind, group in groupby(with_typed_lists(tuple(items)), _kind):
            run = tuple(group)
            match kind:
                case "list":
                    found += self._lists(run)
                case "quotation":
                    found += self._quotation([item for item in run if isinstance(item, Line)])
                case "code":
                    found += self._code([item for item in run if isinstance(item, Line)])
                case _:
                    found += [block for item in run for block in self._item(item)]
        return tuple(_between(found))

    def _item(self, item: Item) -> tuple[Block, ...]:
        match item:
            case Line():
                return self._line(item)
            case Shown(what=Grid() as grid, lines=lines):
                return (table_of(grid, _joined(lines), self.setting),)
            case Shown(what=tuple() as pictures, lines=lines):
                return figures_of(pictures, lines, self.pictures)
            case Box():
                return self._box(item)
            case Rule():
                return (Separator(),)
            case _:
                return ()

    def _line(self, line: Line) -> tuple[Block, ...]:
        draft = self.setting.source.draft
        if line.named.use is Use.CONTENTS:
            draft.leave(line.text, Reason.PAGE, line.number)
            return ()
        if SEPARATOR.fullmatch(line.text):
            return (Separator(),)
        if line.named.use in HEADED:
            content = self.setting.heading(line.row)
            level = self.levels.get(line.named.level, 1)
            return (Heading(level=level, content=content),) if content else ()
        return self._paragraphs(line.row)

    def _paragraphs(self, row: Row) -> tuple[Block, ...]:
        contents = (self.setting.prose(part) for part in paragraphs_of(row))
        return tuple(Paragraph(content=content) for content in contents if content)

    def _quotation(self, lines: list[Line]) -> tuple[Block, ...]:
        source = None
        last = lines[-1]
        dash = SOURCE.match(last.text)
        if last.named.use is Use.SOURCE:
            source, lines = last.row, lines[:-1]
        elif dash and len(lines) > 1 and len(last.text) <= LONGEST_SOURCE:
            source, lines = _after(last.row, dash.end()), lines[:-1]
        body = tuple(block for line in lines for block in self._paragraphs(line.row))
        if not body:
            return self._paragraphs(source or ())
        return (Quotation(body=body, source=self.setting.prose(source) if source else None),)

    def _code(self, lines: list[Line]) -> tuple[Block, ...]:
        row = _joined(lines)
        content = self.setting.prose(
            tuple(
                piece if piece.note else replace(piece, look=replace(piece.look, code=True))
                for piece in row
            )
        )
        return (Paragraph(content=content),) if content else ()

    def _lists(self, items: Sequence[Item]) -> tuple[Block, ...]:
        before: list[Block] = []  # what goes on from no item
        entries: list[Entry] = []
        for item in items:
            if isinstance(item, Line) and item.mark and not _continues(item):
                if item.label:
                    reason = Reason.UNDERSTOOD
                    self.setting.source.draft.leave(item.label, reason, item.number)
                body = self._paragraphs(item.row)
                if body:
                    entries.append(Entry(mark=item.mark, body=body))
            elif entries:
                more = self._item(item)
                entries[-1] = replace(entries[-1], body=(*entries[-1].body, *more))
            else:
                before += self._item(item)
        return (*before, *nested(entries))

    def _box(self, box: Box) -> tuple[Block, ...]:
        lines = [part for part in box.parts if isinstance(part, Line)]
        words = " ".join(bare(line.row) for line in lines)
        if len(lines) == len(box.parts) and self._is_pulled(words):
            body = tuple(block for line in lines for block in self._paragraphs(line.row))
            return (Quotation(body=body, pull=True),) if body else ()
        items = list(with_captions(items_of(opened(box.parts, self.setting.source))))
        title = None
        if len(items) > 1 and isinstance(items[0], Line) and _is_title_of_box(items[0]):
            title = self.setting.heading(items.pop(0).row)  # type: ignore[union-attr]
        body = tuple(_flat(self.of(items)))
        return (Aside(body=body, title=title),) if body else ()

    def _is_pulled(self, words: str) -> bool:
        """Whether a box only says again what the article says."""
        if len(words) not in PULLED or self._compared >= MOST_PULLED:
            return False
        self._compared += 1
        return words.strip(" „“”\"'«»‘’") in self.text


def _kind(item: Item) -> str:
    if not isinstance(item, Line):
        return ""
    if item.mark or _continues(item):
        return "list"
    if item.named.use in {Use.QUOTATION, Use.SOURCE}:
        return "quotation"
    return "code" if item.named.use is Use.CODE else ""


def _continues(line: Line) -> bool:
    return line.named.use is Use.CONTINUED


def _is_title_of_box(line: Line) -> bool:
    stands_out = line.named.use in {Use.HEADING, Use.TITLE} or line.set.bold
    return stands_out and not line.mark and len(line.text) <= LONGEST_BOX_TITLE


def _flat(blocks: Iterable[Block]) -> Iterable[Block]:
    """Take boxes out of a box, for they do not nest."""
    for block in blocks:
        if isinstance(block, Aside):
            if block.title:
                yield Paragraph(content=block.title)
            yield from block.body
        else:
            yield block


def _between(blocks: Sequence[Block]) -> Iterable[Block]:
    """Keep separators only where they separate something."""
    for number, block in enumerate(blocks):
        if isinstance(block, Separator) and (
            number in {0, len(blocks) - 1} or isinstance(blocks[number - 1], Separator)
        ):
            continue
        yield block


def _after(row: Row, at: int) -> Row:
    return cut(row, at, len(text_of(row)))


def _joined(lines: Sequence[Line]) -> Row:
    pieces: list[Piece] = []
    for line in lines:
        pieces += [*line.row, Piece(BREAK)]
    return tidy(pieces)


def levels_of(items: Sequence[Item]) -> Mapping[int, int]:
    """Number the levels of headings without gaps, from 1."""
    used = sorted(
        {
            item.named.level
            for item in items
            if isinstance(item, Line) and item.named.use is Use.HEADING
        }
    )
    return {level: min(number, DEEPEST_HEADING) for number, level in enumerate(used, start=1)}
