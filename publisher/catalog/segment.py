"""Segments: the unit of translation, keyed by role and text."""

import hashlib
from dataclasses import dataclass, replace

from publisher.catalog.tags import flatten
from publisher.model.article import Article
from publisher.model.inline import Prose, Text, holds_words
from publisher.model.walk import Place, Role, map_prose, runs

ID_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One run of an article as a translator gets it.

    Attributes:
        role: What it is in the article; the entry's msgctxt.
        text: The source text with inline tags; the entry's msgid.
        run: The run of the source article that the tags stand for.
        place: Where it stands.
    """

    role: Role
    text: str
    run: Prose
    place: Place

    @property
    def key(self) -> tuple[str, str]:
        """The entry's key: (msgctxt, msgid)."""
        return self.role.value, self.text

    @property
    def translatable(self) -> bool:
        """Whether a translator has anything to do; if not, no catalog has an entry for it."""
        return holds_words(self.run.children)

    @property
    def tagged(self) -> bool:
        """Whether the text carries tags; one without is plain, `<` and `&` included."""
        return not all(isinstance(inline, Text) for inline in self.run.children)

    @property
    def id(self) -> str:
        """A short digest of the key: safe as an XML id, a Word bookmark and a file name."""
        return segment_id(*self.key)


def segment_id(role: str, text: str) -> str:
    """Digest a key to `s` and twelve hexadecimal digits.

    >>> segment_id("title", "Hello")
    's034f9de27c53'
    """
    return "s" + hashlib.sha256(f"{role}\0{text}".encode()).hexdigest()[:ID_DIGITS]


def segment_of(place: Place, run: Prose) -> Segment:
    """Make the segment of one run of a source article."""
    return Segment(role=place.role, text=flatten(run.children), run=run, place=place)


def segments(article: Article) -> tuple[Segment, ...]:
    """List the segments of a source article in the order of reading, repeated ones included."""
    return tuple(segment_of(place, run) for place, run in runs(article))


def with_segments(article: Article) -> Article:
    """Give a source article in which each run carries the id of its segment."""
    return map_prose(article, lambda place, run: replace(run, segment=segment_of(place, run).id))
