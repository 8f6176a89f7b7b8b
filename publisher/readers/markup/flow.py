"""Elements of a page as blocks of an article, in the order of reading."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from publisher.model.block import DEEPEST_HEADING, Block, Heading, Paragraph, Separator
from publisher.readers.incoming import Reason
from publisher.readers.markup.boxes import Plan, plan_pictures
from publisher.readers.markup.figures import make_figure
from publisher.readers.markup.kinds import (
    BLOCKS,
    PICTURES,
    Element,
    heading_level,
    kind,
    line_of,
)
from publisher.readers.markup.levels import ranked
from publisher.readers.markup.pieces import (
    BREAK,
    Marks,
    Piece,
    split_paragraphs,
    tidy_prose,
    unstyled,
)
from publisher.readers.markup.seen import visible_runs
from publisher.readers.markup.setting import Setting
from publisher.readers.markup.structures import Maker, maker_of
from publisher.readers.markup.walk import Node, walk

DEEPEST = 12  # structures inside one another; what is deeper is read as plain paragraphs
LEAVES = frozenset(("img", "br", "hr"))


@dataclass(slots=True)
class Flow:
    """Reads what it is led through, block by block."""

    setting: Setting
    plan: Plan
    depth: int = 0
    blocks: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)

    @property
    def base(self) -> str:
        return self.setting.base

    @property
    def language(self) -> str:
        return self.setting.draft.language

    def read(self, nodes: Iterable[Node], marks: Marks = ()) -> tuple[Block, ...]:
        """Read nodes to their end."""
        walk(nodes, self, marks)
        self.flush()
        return tuple(self.blocks)

    def inner(self, nodes: Iterable[Node], marks: Marks = ()) -> tuple[Block, ...]:
        """Read what stands inside a structure as blocks of their own."""
        return Flow(self.setting, self.plan, self.depth + 1).read(nodes, marks)

    def enter(self, element: Element, marks: Marks) -> bool:
        """Read a structure as a whole, or go into what is none."""
        if kind(element) in BLOCKS:
            self.flush()
        if element in self.plan.taken:
            return False
        if kind(element) == "noscript" and element not in self.plan.boxes:
            return False
        reason = self.setting.apart(element)
        if reason is not None:
            self.leave_out(element, reason)
            return False
        if element in self.plan.boxes:
            self.flush()
            self.blocks.append(make_figure(self.plan.boxes[element], self.setting))
            return False
        maker = self._maker(element)
        if maker is None:
            return self._go_in(element, marks)
        self.flush()
        self.blocks.extend(maker(element, marks, self.inner, self.setting))
        return False

    def _maker(self, element: Element) -> Maker | None:
        return maker_of(element, self.plan) if self.depth < DEEPEST else None

    def _go_in(self, element: Element, marks: Marks) -> bool:
        tag = kind(element)
        if tag == "br":
            self.pieces.append(Piece(BREAK))
        elif tag in PICTURES:
            self.pieces.append(Piece(_emoji(element), marks))
        elif tag in BLOCKS:
            if level := heading_level(element):
                self.levels.append(level)
            if tag == "hr":
                self.blocks.append(Separator())
        return tag not in LEAVES

    def leave(self, element: Element) -> None:
        """End what the end of a block ends."""
        tag = kind(element)
        if tag in BLOCKS:
            self.flush()
            if heading_level(element):
                self.levels.pop()

    def words(self, text: str, marks: Marks) -> None:
        """Add to the paragraph."""
        self.pieces.append(Piece(text, marks))

    def flush(self) -> None:
        """End a paragraph or a heading."""
        rows, self.pieces = tuple(split_paragraphs(self.pieces)), []
        self.blocks.extend(block for row in rows for block in self._block(row))

    def _block(self, row: tuple[Piece, ...]) -> list[Block]:
        run = tidy_prose(unstyled(row) if self.levels else row)
        if run is None:
            return []
        if not self.levels:
            return [Paragraph(content=run)]
        return [Heading(level=min(self.levels[-1], DEEPEST_HEADING), content=run)]

    def leave_out(self, element: Element, reason: Reason) -> None:
        """Note the words of an element that does not stand in the body."""
        for run in visible_runs(element):
            self.setting.draft.leave(run, reason, line_of(element))


def read_blocks(
    elements: Iterable[Node], setting: Setting, plan: Plan | None = None
) -> tuple[Block, ...]:
    """Read elements of a page, and the text directly inside them, as blocks.

    Words that belong to the page, or stand twice below one picture, are left to `setting.draft`;
    every other visible word is in the blocks.

    Args:
        elements: In their order, or texts; none inside another.
        setting: What is known around them; the draft's language is settled.
        plan: Where the pictures are; else it is made of the elements.

    >>> from publisher.readers.incoming import Incoming
    >>> from publisher.readers.draft import Draft
    >>> from publisher.readers.markup.parse import parse_fragment
    >>> draft = Draft(Incoming(data=b"", name="a.html"), language="en")
    >>> [type(block).__name__ for block in read_blocks(
    ...     [parse_fragment("<h2>A</h2><p>b<hr>c")], Setting(draft=draft))]
    ['Heading', 'Paragraph', 'Separator', 'Paragraph']
    """
    nodes = tuple(elements)
    roots = [node for node in nodes if not isinstance(node, str)]
    return ranked(Flow(setting, plan or plan_pictures(roots, setting.apart)).read(nodes))


def _emoji(element: Element) -> str:
    """Give the sign that a picture inside a line stands for."""
    images = [element, *element.iter("img")]
    emoji = (one for one in images if "emoji" in (one.get("class") or "").lower())
    return next((one.get("alt") or "" for one in emoji), "")
