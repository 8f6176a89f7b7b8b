"""The footnotes of a text that calls them by links: they become what they were.

The reader of pages knows no footnotes. A sign stands for each while it reads, and gives way to the
footnote in the finished article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from publisher.model.article import Article
from publisher.model.block import Paragraph
from publisher.model.inline import (
    Container,
    Footnote,
    Inline,
    LineBreak,
    Prose,
    Text,
    holds_footnote,
)
from publisher.model.walk import Place, map_prose
from publisher.readers.draft import Draft
from publisher.readers.incoming import Reason
from publisher.readers.markup.flow import read_blocks
from publisher.readers.markup.kinds import HEADINGS, Element, kind
from publisher.readers.markup.seen import children_of, seen_text
from publisher.readers.markup.setting import Setting
from publisher.readers.news.calls import BACK, NOTES, calls_in, has_role
from publisher.readers.news.tree import empty

SIGN = "\ue001"  # of no script, as that of pictures
SIGNED = re.compile(f"{SIGN}([0-9]{{1,5}}){SIGN}")
NOT_IN = frozenset(("code", "figure", "kbd", "pre", "samp", "table"))  # they are read as characters


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of a text, by the numbers of their signs."""

    contents: tuple[Prose, ...] = ()

    def put(self, article: Article) -> Article:
        """Put the footnotes in the places of their signs."""
        return map_prose(article, self._noted) if self.contents else article

    def _noted(self, _place: Place, run: Prose) -> Prose:
        return replace(run, children=tuple(self._inlines(run.children)))

    def _inlines(self, inlines: tuple[Inline, ...]) -> Iterator[Inline]:
        for inline in inlines:
            if isinstance(inline, Text) and SIGN in inline.text:
                yield from self._parted(inline.text)
            elif isinstance(inline, Container):
                yield replace(inline, children=tuple(self._inlines(inline.children)))
            else:
                yield inline

    def _parted(self, text: str) -> Iterator[Inline]:
        for at, part in enumerate(SIGNED.split(text)):
            if at % 2:
                yield Footnote(content=self.contents[int(part)])
            elif part:
                yield Text(text=part)


def take_notes(body: Element, draft: Draft) -> Notes:
    """Take the footnotes out of a text, and leave signs where they are called."""
    if any(SIGN in text for text in body.itertext()):
        return Notes()
    calls = [pair for pair in calls_in(body) if _is_text(pair[0])]
    notes = {note for _, note in calls}
    notes -= {around for note in notes for around in note.iterancestors()}
    numbers: dict[Element, int] = {}
    contents: list[Prose] = []
    for call, note in calls:
        if note not in notes or not notes.isdisjoint((call, *call.iterancestors())):
            continue  # no note stands in a note
        content = None if note in numbers else _content(note, draft)
        if content is not None:
            numbers[note] = len(contents)
            contents.append(content)
        if note in numbers:
            draft.leave(seen_text(call), Reason.UNDERSTOOD)
            _sign(call, numbers[note])
    for note in numbers:
        empty(note)
    _close(body, draft)
    return Notes(tuple(contents))


def _is_text(call: Element) -> bool:
    return not any(kind(one) in NOT_IN for one in call.iterancestors())


def _content(note: Element, draft: Draft) -> Prose | None:
    """Read a note; None where it is more than paragraphs."""
    for back in [one for one in note.iter("a") if has_role(one, BACK)]:
        draft.leave(seen_text(back), Reason.UNDERSTOOD)
        empty(back)
    children: list[Inline] = []
    for block in read_blocks(children_of(note), Setting(draft=draft)):
        if not isinstance(block, Paragraph) or holds_footnote(block.content.children):
            return None
        children.extend([LineBreak()] if children else [])
        children.extend(block.content.children)
    return Prose(children=tuple(children)) if children else None


def _sign(call: Element, number: int) -> None:
    around = call.getparent()
    is_raised = around is not None and kind(around) == "sup" and len(around) == 1
    place = around if around is not None and is_raised and not (around.text or "").strip() else call
    empty(place)
    place.tag = "span"
    place.text = f"{SIGN}{number}{SIGN}"


def _close(body: Element, draft: Draft) -> None:
    """Take away what is left of the sections in which the notes stood: no more than a heading."""
    for section in [one for one in body.iter() if has_role(one, NOTES)]:
        headings = [one for one in section if kind(one) in HEADINGS]
        words = " ".join(map(seen_text, headings))
        if words == seen_text(section):
            draft.leave(words, Reason.UNDERSTOOD)
            empty(section)
