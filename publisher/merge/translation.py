"""Edits of a translated edition become translations in its catalog."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from publisher.catalog.message import FUZZY, Catalog, Key, Message
from publisher.catalog.tags import unflatten
from publisher.errors import ArticleError, CatalogError
from publisher.export.docx.printed import digest_of_run
from publisher.merge.edition import Edition
from publisher.merge.findings import Comparison, Edit, Problem
from publisher.merge.shells import UnplacedError, led_elsewhere, match
from publisher.merge.spacing import same_words
from publisher.merge.word.returned import Returned, words_of
from publisher.merge.words import write_tagged
from publisher.model.inline import Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A text that reads otherwise now: in a catalog, or in an article."""

    segment: str
    role: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A catalog with an editor's changes, and what had no place."""

    catalog: Catalog
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]


def merge_translation(
    catalog: Catalog, edition: Edition, comparison: Comparison, returned: Returned
) -> Merged:
    """Take the edits of a translated edition into its catalog.

    Args:
        catalog: With all messages of the article.
        edition: As it would be printed now from this catalog.
        comparison: Of the file with it.
        returned: The file.
    """
    merger = _Merger(catalog, edition, notes_of(returned))
    changes: dict[Key, tuple[Change, Message]] = {}
    torn = _torn(comparison.edits)
    problems = [_clash(edit) for edit in comparison.edits if edit.segment.id in torn]
    for edit in comparison.edits:
        if edit.segment.id in torn:
            continue
        try:
            made = merger.change(edit)
        except UnplacedError as error:
            problems.append(_unplaced(edit, str(error)))
            continue
        problems.extend(merger.problems(edit))
        if made:
            changes[edit.segment.key] = made
    messages = tuple(
        changes[message.key][1] if message.key in changes and not message.obsolete else message
        for message in catalog.messages
    )
    return Merged(
        catalog=replace(catalog, messages=messages),
        changes=tuple(change for change, _ in changes.values()),
        problems=tuple(problems),
    )


def _torn(edits: tuple[Edit, ...]) -> frozenset[str]:
    """Give the segments of which one entry would read in two ways."""
    first: dict[str, Edit] = {}
    return frozenset(
        edit.segment.id
        for edit in edits
        if not _reads_as(first.setdefault(edit.segment.id, edit), edit)
    )


def _reads_as(edit: Edit, other: Edit) -> bool:
    return same_words(words_of(edit.bits), words_of(other.bits))


def _clash(edit: Edit) -> Problem:
    message = "the same text stands twice, and was edited in two ways"
    return Problem(code="clash", message=message, text=words_of(edit.bits))


def notes_of(returned: Returned) -> Mapping[str, str]:
    """Give the segment of each footnote of a file, by the note's id.

    A footnote in a row of a table is called by its segment.
    """
    anchored = [
        (line.note, part.anchor.key)
        for line in returned.lines
        for part in line.parts
        if part.anchor and part.anchor.is_segment
    ]
    return {note or key: key for note, key in anchored}


def _unplaced(edit: Edit, message: str) -> Problem:
    return Problem(code="markup", message=message, text=words_of(edit.bits))


@dataclass(frozen=True)
class _Merger:
    catalog: Catalog
    edition: Edition
    notes: Mapping[str, str]

    def change(self, edit: Edit) -> tuple[Change, Message] | None:
        """Make the message that an edit asks for; None where it reads so already.

        Raises:
            UnplacedError: The edit has no place.
        """
        message = self.catalog.find(edit.segment.key)
        if message is None:
            raise UnplacedError("the catalog has no such entry")
        found = match(edit.bits, edit.segment.run.children, self.notes)
        text = write_tagged(found)
        if not text:
            raise UnplacedError("the text was deleted")
        try:
            unflatten(text, edit.segment.run.children)
        except (CatalogError, ArticleError) as error:
            raise UnplacedError(error.message) from error
        before = message.translation if message.usable else ""
        if text == before or self._is_as_printed(edit, message, text):
            return None
        if self._is_overtaken(edit, message):
            raise UnplacedError(f"it was also changed in the catalog, to: {before or edit.before}")
        change = Change(
            segment=edit.segment.id,
            role=edit.segment.role.value,
            before=before or edit.before,
            after=text,
        )
        flags = tuple(flag for flag in message.flags if flag != FUZZY)
        return change, replace(message, translations=(text,), flags=flags, previous=None)

    def _is_as_printed(self, edit: Edit, message: Message, text: str) -> bool:
        """Whether it says what stood for want of a translation: only its looks were edited."""
        printed = self.edition.digest(edit.number)
        return not message.usable and text == edit.segment.text and edit.anchor.digest == printed

    def _is_overtaken(self, edit: Edit, message: Message) -> bool:
        """Whether the file was made from none of the texts that it can have been made from."""
        known = {self.edition.digest(edit.number)}
        if not message.usable:
            known |= self.edition.digests(edit.number)
        if message.translation:
            try:
                children = unflatten(message.translation, edit.segment.run.children)
                known.add(digest_of_run(Prose(children=children), self.edition.targets))
            except (CatalogError, ArticleError):
                pass  # it was never printed
        return edit.anchor.digest not in known

    def problems(self, edit: Edit) -> Iterator[Problem]:
        """Report formatting that the source has not, and links that lead elsewhere."""
        source = edit.segment.run.children
        found = match(edit.bits, source, self.notes)
        for lost in found.lost:
            message = f"left out, since the source has no such thing here: {lost}"
            yield Problem(code="markup", message=message, text=words_of(edit.bits))
        for href in led_elsewhere(found, source):
            message = f"a link leads elsewhere; it keeps the address of the source, not {href}"
            yield Problem(code="link", message=message, text=words_of(edit.bits))
