"""Headings: those that a page marks, else those that can be seen by their shape."""

from collections.abc import Iterator
from dataclasses import replace

from publisher.model.block import Block, Heading, Paragraph
from publisher.model.inline import Emphasis, Inline, Prose, Strong
from publisher.model.walk import plain_text

LONGEST = 90  # characters of a bold line that is a heading
QUOTES = "\"“”„«»‘’'"
ENDS = (".", ",", ":", ";", "!", "?", "…", ")", "”", "“", '"', "»")


def ranked(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Number the levels of the headings without gaps, from 1.

    >>> from publisher.model.inline import prose
    >>> [b.level for b in ranked((Heading(level=2, content=prose("A")),
    ...     Heading(level=4, content=prose("B"))))]
    [1, 2]
    """
    used = sorted({block.level for block in blocks if isinstance(block, Heading)})
    if not used:
        return tuple(_seen(blocks))
    ranks = {level: rank for rank, level in enumerate(used, 1)}
    return tuple(
        replace(block, level=ranks[block.level]) if isinstance(block, Heading) else block
        for block in blocks
    )


def _seen(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Make headings of short bold lines that stand alone before a paragraph."""
    for at, block in enumerate(blocks):
        words = _bold(block) if 0 < at < len(blocks) - 1 else ()
        text = plain_text(words)
        following = blocks[at + 1] if words else None
        if not text or len(text) > LONGEST or _is_sentence(text) or _bold(following):
            yield block
        else:
            yield Heading(level=1, content=Prose(children=words))


def _is_sentence(text: str) -> bool:
    """Whether a line ends like a sentence; one that is a quotation as a whole may be a heading."""
    return text.endswith(ENDS) and not (text[0] in QUOTES and text[-1] in QUOTES)


def _bold(block: Block | None) -> tuple[Inline, ...]:
    """Give what a paragraph says if all of it is bold."""
    if not isinstance(block, Paragraph) or len(block.content.children) != 1:
        return ()
    match block.content.children[0]:
        case Strong(children=children):
            return children
        case Emphasis(children=(Strong(children=children),)):
            return children
        case _:
            return ()
