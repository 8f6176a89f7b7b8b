"""Writing an edited run back into the source it was read from, at its own lines.

Each way of writing it is tried, and the source read anew: only one that changes this run and
nothing else is taken. So a text that looks like markup is never taken for it.
"""

import json
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from publisher.model.article import Article
from publisher.model.inline import Container, Footnote, Inline, Prose, Text, prose
from publisher.model.walk import map_prose, plain_text, runs
from publisher.readers.base import Reading, Spot, Syntax
from publisher.readers.markdown.compose import FULL, LIGHT, Composer

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
CALL = re.compile(r"\[\^([^\]\s]+)\]")
Read = Callable[[bytes], Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """A source with one run changed."""

    data: bytes
    reading: Reading


def rewrite(
    data: bytes, reading: Reading, number: int, children: tuple[Inline, ...], read: Read
) -> Rewritten | None:
    """Give a run of a source other words.

    Args:
        data: The source, in UTF-8.
        reading: What was read from it.
        number: Of the run, in the order of reading, from 0.
        children: What it is to say; its footnotes are footnotes of the article.
        read: Reads a source as `data` was read.

    Returns:
        None where there is no way to write it there.
    """
    if reading.article is None:
        return None
    wanted = _expected(reading.article, number, children)
    spot = reading.spots[number]
    labels = _labels(reading.article, number, spot)
    for candidate in dict.fromkeys(_candidates(data.decode(), spot, children, labels)):
        found = read(candidate.encode())
        if found.article and _shape(found.article) == wanted:
            return Rewritten(data=candidate.encode(), reading=found)
    return None


Shape = tuple[Article, tuple[tuple[Inline, ...], ...]]


def _expected(article: Article, number: int, children: tuple[Inline, ...]) -> Shape:
    frame, texts = _shape(article)
    return frame, (*texts[:number], _bare(children), *texts[number + 1 :])


def _shape(article: Article) -> Shape:
    """Give an article apart from its text, and the text; footnotes stand among the runs once."""
    blank = map_prose(article, lambda _, run: replace(prose("·"), language=run.language))
    return blank, tuple(_bare(run.children) for _, run in runs(article))


def _bare(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Give inlines with their texts joined, and their footnotes empty."""
    joined: list[Inline] = []
    for inline in map(_without_note, inlines):
        before = joined[-1] if joined else None
        if isinstance(inline, Text) and isinstance(before, Text):
            joined[-1] = Text(text=before.text + inline.text)
        else:
            joined.append(inline)
    return tuple(joined)


def _without_note(inline: Inline) -> Inline:
    if isinstance(inline, Footnote):
        return Footnote(content=prose("·"))
    if isinstance(inline, Container):
        return replace(inline, children=_bare(inline.children))
    return inline


def _labels(article: Article, number: int, spot: Spot) -> Mapping[Prose, str]:
    """Pair the footnotes called in a run with the labels that are written there."""
    run = runs(article)[number][1]
    return dict(zip(_notes(run.children), CALL.findall(spot.written), strict=False))


def _notes(inlines: tuple[Inline, ...]) -> Iterator[Prose]:
    for inline in inlines:
        if isinstance(inline, Footnote):
            yield inline.content
        elif isinstance(inline, Container):
            yield from _notes(inline.children)


def _candidates(
    text: str, spot: Spot, children: tuple[Inline, ...], labels: Mapping[Prose, str]
) -> Iterator[str]:
    lines = LINE.findall(text)
    for written in _writings(spot, children, labels):
        yield from _placed(lines, spot, written)


def _writings(
    spot: Spot, children: tuple[Inline, ...], labels: Mapping[Prose, str]
) -> Iterator[str]:
    match spot.syntax:
        case Syntax.PLAIN:
            yield plain_text(children)
        case Syntax.YAML:
            yield plain_text(children)
            yield json.dumps(plain_text(children), ensure_ascii=False)
        case Syntax.MARKDOWN:
            if set(_notes(children)) <= labels.keys():
                for escaped in (LIGHT, FULL):
                    written = Composer(labels, escaped).compose(children)
                    yield from _wrapped(written, spot)
                    yield written


def _wrapped(written: str, spot: Spot) -> Iterator[str]:
    """Break lines as long as those that were there, where there was more than one."""
    before = spot.written.split("\n")
    if len(before) > 1:
        width = max(map(len, before))
        parts = [
            textwrap.fill(part, width, break_long_words=False, break_on_hyphens=False)
            for part in written.split("\n")
        ]
        yield "\n".join(parts)


def _placed(lines: list[str], spot: Spot, written: str) -> Iterator[str]:
    """Put a text in the place of what is written; where that stands twice in a line, try both."""
    first, *further = spot.written.split("\n")
    at = spot.line - 1
    last = at + len(further)
    bodies = [line.rstrip("\r\n") for line in lines[at : last + 1]]
    if len(bodies) <= len(further) or not _fits(bodies[1:], further):
        return
    for start in _starts(bodies[0], first, whole=bool(further)):
        end = start + len(first) if not further else len(bodies[-1])
        prefix = bodies[0][:start]
        hang = re.sub(r"[^>\s]", " ", prefix)
        if further:
            hang = bodies[1].rstrip()[: len(bodies[1].rstrip()) - len(further[0].rstrip())]
        ending = lines[at][len(bodies[0]) :] or "\n"
        new = prefix + written.replace("\n", ending + hang)
        new += bodies[-1][end:] + lines[last][len(bodies[-1]) :]
        yield "".join([*lines[:at], new, *lines[last + 1 :]])


def _fits(bodies: list[str], written: list[str]) -> bool:
    return all(
        body.rstrip().endswith(one.rstrip()) for body, one in zip(bodies, written, strict=True)
    )


def _starts(body: str, first: str, *, whole: bool) -> Iterator[int]:
    """Give where a text begins in a line: at its end where more lines follow."""
    if whole:
        if body.rstrip().endswith(first.rstrip()):
            yield len(body.rstrip()) - len(first.rstrip())
        return
    yield from (found.start() for found in re.finditer(re.escape(first), body))
