"""An edition as it would be printed now, run by run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from publisher.catalog.segment import Segment, segment_of
from publisher.export.docx.anchors import BLANK, digest_of, digest_of_text
from publisher.export.docx.pieces import Marks, lay_flat
from publisher.export.docx.printed import digest_of_pieces, digest_of_run, stretches_of_run
from publisher.merge.spacing import evenly
from publisher.model.article import Article
from publisher.model.inline import Inline, Prose
from publisher.model.walk import Role, plain_text, runs

UNPRINTED = {Role.SUMMARY, Role.ALT}
# What is printed in the order in which it is read; the rest has places of its own on the page.
IN_ORDER = {
    Role.HEADING,
    Role.PARAGRAPH,
    Role.QUOTATION,
    Role.LIST_ITEM,
    Role.CELL,
    Role.ASIDE_TITLE,
    Role.CAPTION,
}
# What has a paragraph to itself, without words of the layout.
ALONE = IN_ORDER | {Role.TITLE, Role.SUBTITLE, Role.NOTE, Role.RIGHTS}


@dataclass(frozen=True, kw_only=True)
class Edition:
    """An edition as it would be printed now: the source article, and the localised one.

    Attributes:
        waiting: What a file that was made for review has in place of a run that has no translation
            to print, by the segment's id.
    """

    source: Article
    localized: Article
    waiting: Mapping[str, tuple[Inline, ...]] = field(default_factory=dict)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The segments of the source, by the number of their run."""
        return tuple(segment_of(place, run) for place, run in runs(self.source))

    @cached_property
    def printed(self) -> tuple[Prose, ...]:
        """The runs as printed, by number."""
        return tuple(run for _, run in runs(self.localized))

    @cached_property
    def expected(self) -> frozenset[int]:
        """The numbers of the runs that every file has as text."""
        found: set[int] = set()
        is_printed = True
        for number, segment in enumerate(self.segments):
            if segment.role is not Role.FOOTNOTE:  # which follows the run that calls it
                is_printed = segment.role not in UNPRINTED
            if is_printed:
                found.add(number)
        return frozenset(found)

    @cached_property
    def targets(self) -> frozenset[str]:
        """The segments to which a link within a file can lead."""
        return frozenset(self.segments[number].id for number in self.expected)

    def digest(self, number: int) -> str:
        """Digest a run as it would be printed now."""
        return digest_of_run(self.printed[number], self.targets)

    def reading(self, number: int) -> str:
        """Digest a run as it would be printed now, however it is spaced."""
        return digest_of(evenly(stretches_of_run(self.printed[number], self.targets)))

    def digests(self, number: int) -> frozenset[str]:
        """Digest all that a file can have for a run as the catalog is now."""
        segment = self.segments[number]
        found = {self.digest(number), digest_of_run(segment.run, self.targets)}
        if segment.id in self.waiting:
            words = self.waiting[segment.id]
            pieces = lay_flat(words, Marks(language=""))
            made = digest_of_pieces(pieces, self.targets) if words else digest_of_text(BLANK)
            found.add(made)
        return frozenset(found)

    def role(self, number: int) -> Role:
        """Give what a run is in its article."""
        return self.segments[number].role

    def text(self, number: int) -> str:
        """Give a run as it would be printed now, without markup."""
        return plain_text(self.printed[number].children)
