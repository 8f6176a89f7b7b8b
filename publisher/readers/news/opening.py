"""The beginning of a story's text: what the head says already, and the dateline."""

import re
from dataclasses import replace

from publisher.model.block import Block, Heading, Paragraph
from publisher.model.inline import Code, Container, Footnote, Inline, Keep, LineBreak, Prose, Text
from publisher.model.inline import prose as prose_of
from publisher.model.walk import plain_text
from publisher.readers.bylines import read_byline
from publisher.readers.dateline import split_dateline
from publisher.readers.draft import Draft, presentable
from publisher.readers.incoming import Reason
from publisher.readers.letters import letters
from publisher.readers.news.story import Story
from publisher.readers.news.wording import line_of

FIRST = 8  # blocks among which lines of the head may stand
LONGEST = 160  # characters of such a line
DASHES = "—–:-"
DASH = re.compile(rf"[\s\u00a0]*[{DASHES}]*[\s\u00a0]*")


def without_head(blocks: tuple[Block, ...], story: Story, draft: Draft) -> tuple[Block, ...]:
    """Leave out the lines above the text that the head has already."""
    lines = (*story.headlines, story.subtitle, *story.bylines, *story.authors, story.dateline)
    known = {letters(line_of(line)) for line in lines} - {""}
    kept: list[Block] = []
    for at, block in enumerate(blocks):
        text = _text(block) if at < FIRST and len(kept) < FIRST else ""
        if letters(text) in known or (not draft.byline and _take_byline(text, block, draft)):
            continue
        if isinstance(block, Paragraph) and len(text) > LONGEST:
            return (*kept, *blocks[at:])
        kept.append(block)
    return tuple(kept)


def _text(block: Block) -> str:
    if isinstance(block, Paragraph | Heading):
        return plain_text(block.content.children)
    return ""


def _take_byline(text: str, block: Block, draft: Draft) -> bool:
    found = read_byline(text) if isinstance(block, Paragraph) and text else None
    if found is None:
        return False
    draft.byline.extend(found.contributors)
    draft.leave(found.rest, Reason.UNDERSTOOD)
    return True


def take_dateline(blocks: tuple[Block, ...], story: Story, draft: Draft) -> tuple[Block, ...]:
    """Take the dateline from the first paragraph, else from the head of the feed."""
    at = next((at for at, block in enumerate(blocks) if isinstance(block, Paragraph)), -1)
    first = blocks[at] if at >= 0 else None
    told = _undashed(story.dateline)
    length = 0
    if isinstance(first, Paragraph):
        text = plain_text(first.content.children)
        length = _same_start(told, text) if told else 0
        dated = None if length else split_dateline(text, draft.language)
        if dated:
            told, length = dated.dateline, len(text) - len(dated.text)
            draft.published = draft.published or dated.day
    told = _without_day(told, draft) or _undashed(story.located)
    draft.dateline = prose_of(told) if told else None
    rest = cut_start(first.content, length) if length and isinstance(first, Paragraph) else None
    if rest is None:
        return blocks
    return (*blocks[:at], Paragraph(content=rest), *blocks[at + 1 :])


def _undashed(line: str) -> str:
    return line_of(line).rstrip().rstrip(DASHES).rstrip()


def _same_start(dateline: str, text: str) -> int:
    """Count the characters of a dateline, and the dash after it, at the start of a text."""
    if len(dateline) > LONGEST:
        return 0
    words = r"[\s\u00a0]+".join(map(re.escape, dateline.split()))
    found = re.match(words, text, re.IGNORECASE)
    dash = DASH.match(text, found.end()) if found else None
    return dash.end() if dash and dash.group().strip() else 0


def _without_day(dateline: str, draft: Draft) -> str:
    dated = split_dateline(f"{dateline} — A", draft.language) if dateline else None
    if dated is None or dated.day is None:
        return dateline
    draft.published = draft.published or dated.day
    return dated.dateline


def cut_start(run: Prose, length: int) -> Prose | None:
    """Give a run without so many characters at its start; None if nothing is left.

    >>> from publisher.model.inline import Strong, prose
    >>> cut_start(Prose(children=(Strong(children=(Text(text="TIRANA"),)), Text(text=" – A"))), 9)
    Prose(children=(Text(text='A'),), language=None, segment='')
    """
    children, _ = _cut(run.children, length)
    return replace(run, children=children) if presentable(plain_text(children)) else None


def _cut(inlines: tuple[Inline, ...], length: int) -> tuple[tuple[Inline, ...], int]:
    kept: list[Inline] = []
    for inline in inlines:
        if length <= 0 or isinstance(inline, Footnote):
            kept.append(inline)
        elif isinstance(inline, Container):
            inside, length = _cut(inline.children, length)
            kept.extend([replace(inline, children=inside)] if inside else [])
        elif isinstance(inline, LineBreak):
            length -= 1
        else:
            kept.extend(_shorter(inline, length))
            length -= len(inline.text)
    return tuple(kept), max(length, 0)


def _shorter(inline: Text | Code | Keep, length: int) -> list[Inline]:
    text = inline.text[length:]
    return [replace(inline, text=text)] if text else []
