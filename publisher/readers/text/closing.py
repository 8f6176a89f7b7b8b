"""The last lines of an article: rights, and notes on who else took part."""

from publisher.model.block import Block, Heading, Paragraph
from publisher.model.inline import LineBreak, Prose
from publisher.model.walk import plain_text
from publisher.readers.closing import LONGEST_NOTE, RESERVED, RIGHTS
from publisher.readers.days import find_days
from publisher.readers.draft import Draft
from publisher.readers.html.phrases import ABOUT_PAGE
from publisher.readers.incoming import Reason
from publisher.readers.text.front import note_days
from publisher.readers.text.phrases import NOTE
from publisher.readers.text.shapes import byline_of, is_dated


def close(draft: Draft) -> None:
    """Take the closing lines off the text."""
    notes: list[Prose] = []
    while len(draft.body) > 1 and (text := _words(draft.body[-1])) and len(text[0]) <= LONGEST_NOTE:
        words, content = text
        if not _take(draft, words, content, notes):
            break
        draft.body.pop()
    if notes and draft.note is None:
        children = tuple(c for note in reversed(notes) for c in (LineBreak(), *note.children))
        draft.note = Prose(children=children[1:])


def _words(block: Block) -> tuple[str, Prose] | None:
    if isinstance(block, Paragraph | Heading):
        return plain_text(block.content.children), block.content
    return None


def _take(draft: Draft, words: str, content: Prose, notes: list[Prose]) -> bool:
    """Take one closing line; tell whether it was one."""
    if RIGHTS.match(words) or RESERVED.search(words):
        if draft.rights is None:
            draft.rights = content
        else:
            draft.leave(words, Reason.PAGE)
    elif NOTE.search(words):
        notes.append(content)
    elif ABOUT_PAGE.search(words):
        draft.leave(words, Reason.PAGE)
    elif is_dated(words, draft.language):
        note_days(draft, words, find_days(words, draft.language))
        draft.leave(words, Reason.UNDERSTOOD)
    else:
        return _byline(draft, words)
    return True


def _byline(draft: Draft, words: str) -> bool:
    found = byline_of(words) if not draft.byline else None
    if found is None:
        return False
    draft.byline.extend(found.contributors)
    draft.leave(found.rest, Reason.UNDERSTOOD)
    return True
