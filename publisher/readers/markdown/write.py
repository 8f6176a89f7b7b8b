"""An article to Markdown, so that reading it gives the same article.

Each run is written in the way that reads best; where that would be read as something else, in a
safer one; and where Markdown cannot say it at all, as plain words.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from publisher.model.article import Article
from publisher.model.inline import Container, Emphasis, Footnote, Inline, Prose, Strong, Text
from publisher.model.walk import images_of, map_prose, plain_text, runs
from publisher.readers.base import Reading
from publisher.readers.markdown import read_markdown
from publisher.readers.markdown.compose import FULL, LIGHT, Composer
from publisher.readers.markdown.layout import lay_out
from publisher.readers.markdown.settle import settle
from publisher.readers.markdown.settle_runs import settle_inlines

# How a line of text begins that would be read as a block; composed markup never begins so.
START = re.compile(
    r"(?P<number>\d{1,9})(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|[>:|]|#{1,6}(?:\s|$)|[-=]+\s*$)"
)
TRIAL = "---\ntitle: —\nlang: en\n---\n\n"


class Way(Enum):
    """How a run is written, the most readable way first."""

    LIGHT = "light"  # a backslash where markup is likely
    FULL = "full"  # a backslash before every sign
    UNSTRESSED = "unstressed"  # the same, without emphasis
    BARE = "bare"  # without markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An article as Markdown.

    Attributes:
        data: The file, UTF-8.
        reading: What is read from it; its article is what the file says.
    """

    data: bytes
    reading: Reading


def write_markdown(article: Article) -> Written:
    """Write an article; where Markdown cannot say what it says, words stay and markup goes."""
    settled = settle(article)
    written = _write(settled, {})
    if written.reading.article == settled:
        return written
    plain = tuple(run for _, run in runs(settled))
    written = _write(settled, {run: _way(run) for run in plain})
    if written.reading.article is not None:
        return written
    return _write(settled, dict.fromkeys(plain, Way.BARE))


def _write(article: Article, ways: Mapping[Prose, Way]) -> Written:
    less = {run: _without_markup(run, way) for run, way in ways.items()}
    pen = Pen({less[run]: way for run, way in ways.items()})
    bared = map_prose(article, lambda _, run: less.get(run, run))
    data = lay_out(bared, pen.write, pen.notes).encode()
    pictures = {image.path for image in images_of(article)}
    reading = read_markdown(data, article.slug, slug=article.slug, pictures=pictures)
    return Written(data=data, reading=reading)


def _without_markup(run: Prose, way: Way) -> Prose:
    """Give a run with the markup that a way can write."""
    match way:
        case Way.LIGHT | Way.FULL:
            return run
        case Way.UNSTRESSED:
            return replace(run, children=settle_inlines(_unstressed(run.children), broken=True))
        case Way.BARE:
            text = plain_text(run.children)
            words = (Text(text=text),) if text else ()
            notes = (Footnote(content=note) for note in _notes_of(run.children))
            return replace(run, children=(*words, *notes))


def _unstressed(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Emphasis | Strong):
            yield from _unstressed(inline.children)
        elif isinstance(inline, Container):
            yield replace(inline, children=tuple(_unstressed(inline.children)))
        else:
            yield inline


class Pen:
    """Writes runs, and keeps the footnotes that they call, numbered as they come."""

    def __init__(self, ways: Mapping[Prose, Way]) -> None:
        self._ways = ways
        self._labels: dict[Prose, str] = {}

    def write(self, run: Prose) -> str:
        """Write a run; further lines follow a line break."""
        for note in _notes_of(run.children):
            self._labels.setdefault(note, str(len(self._labels) + 1))
        escaped = LIGHT if self._ways.get(run, Way.LIGHT) is Way.LIGHT else FULL
        text = Composer(self._labels, escaped).compose(run.children)
        return "\n".join(map(_guarded, text.split("\n")))

    def notes(self) -> Iterator[tuple[str, str]]:
        """Give the footnotes called so far, by label, with what they say."""
        for note, label in tuple(self._labels.items()):
            yield label, self.write(note)


def _guarded(line: str) -> str:
    r"""Keep the first characters of a line from beginning a block.

    >>> _guarded("1. May"), _guarded("- so")
    ('1\\. May', '\\- so')
    """
    found = START.match(line)
    return f"{found['number'] or ''}\\{line[found.end() :]}" if found else line


def _notes_of(inlines: tuple[Inline, ...]) -> Iterator[Prose]:
    for inline in inlines:
        if isinstance(inline, Footnote):
            yield inline.content
        else:
            yield from _notes_of(getattr(inline, "children", ()))


def _way(run: Prose) -> Way:
    """Find the most readable way in which a run comes back as it was."""
    return next(way for way in Way if way is Way.BARE or _comes_back(run, way))


def _comes_back(run: Prose, way: Way) -> bool:
    less = _without_markup(run, way)
    pen = Pen({less: way})
    text = TRIAL + pen.write(less) + "".join(f"\n\n[^{k}]: {v}" for k, v in pen.notes())
    article = read_markdown(text.encode(), "", slug="x", pictures=()).article
    if article is None:
        return False
    return [one.children for _, one in runs(article)][1:2] == [less.children]
