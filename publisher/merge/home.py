"""One edited file comes home: which files change, and what had no place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from publisher.catalog.extract import extract, new_catalog
from publisher.catalog.message import Catalog, Key
from publisher.catalog.po import write_po
from publisher.catalog.segment import segments, with_segments
from publisher.catalog.update import update
from publisher.errors import ArticleError, UsageError, WordFileError
from publisher.export.docx.remarks import AUTHOR
from publisher.localize.localize import localize
from publisher.localize.waiting import waiting
from publisher.merge.compare import MOVED, compare
from publisher.merge.edition import Edition
from publisher.merge.findings import Comparison, Problem
from publisher.merge.source import Written, merge_source, rekey
from publisher.merge.translation import Change, merge_translation
from publisher.merge.word.returned import Remark, Returned
from publisher.model.article import Article
from publisher.model.language import language as language_of
from publisher.model.language import parse_tag
from publisher.project.articles import (
    Source,
    catalogs_for,
    read_source,
    reader_of,
)
from publisher.project.publication import Publication
from publisher.readers.base import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file as it is to be."""

    path: Path
    shown: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a file.

    Attributes:
        slug: The article.
        language: The edition's.
        files: Those that change; none where nothing was edited.
        remarks: Comments that became translators' comments.
    """

    slug: str
    language: str
    files: tuple[File, ...]
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    remarks: tuple[Remark, ...]


def bring_home(publication: Publication, returned: Returned, name: str, when: datetime) -> Outcome:
    """Bring an edited file home.

    Args:
        publication: Where the file was made.
        returned: What it holds.
        name: Its name as a user knows it.
        when: Goes into the headers of catalogs that change.

    Raises:
        WordFileError: The file does not say which edition it is, or it is none of this publication.
        PublishError: The article or its catalogs cannot be read.
    """
    path, language = _edition(publication, returned, name)
    source = read_source(publication, path)
    if source.article is None:
        raise ArticleError("\n".join(map(str, source.diagnostics)))
    return _Bringer(publication, path, language, source, source.article, returned, when).bring()


def _edition(publication: Publication, returned: Returned, name: str) -> tuple[Path, str]:
    """Give the article and the language that a file says it is of."""
    if not returned.language or not returned.slug or " " in returned.slug:
        raise WordFileError(
            "the file does not say which article it is",
            where=name,
            hint="only a file that `publish --format docx` made of one article comes home",
        )
    path = publication.sources.get(returned.slug)
    if path is None:
        raise WordFileError(
            f"it is of the article {returned.slug!r}, which this publication has not",
            where=name,
            hint="run the command in the folder of the publication that the file was made in",
        )
    try:
        tag = parse_tag(returned.language, serbian=publication.settings.serbian)
        return path, language_of(tag).tag
    except UsageError as error:
        raise WordFileError(error.message, where=name, hint=error.hint) from error


@dataclass(frozen=True)
class _Bringer:
    publication: Publication
    path: Path
    language: str
    source: Source
    article: Article
    returned: Returned
    when: datetime

    def bring(self) -> Outcome:
        language = self.language
        catalogs = catalogs_for(self.publication, self.source.slug, language)
        scripts = self.publication.settings.scripts
        localized = localize(self.article, language, catalogs, scripts=scripts)
        waits = waiting(with_segments(self.article), localized, catalogs, scripts)
        edition = Edition(
            source=self.article,
            localized=localized.article,
            waiting={segment: one.words for segment, one in waits.items()},
        )
        comparison = compare(edition, self.returned)
        made = tuple(remark for remark in self.returned.remarks if remark.author != AUTHOR)
        remarks = _placed(made, edition) if self._has_catalogs else ()
        lost = tuple(_lost(made, remarks))
        if language == self.article.language:
            files, written = self._source(comparison, remarks)
            changes, problems = written.changes, written.problems
            if MOVED in comparison.notes:
                problems += (Problem(code="moved", message="the order was changed", text=MOVED),)
        else:
            files, changes, problems = self._translation(language, edition, comparison, remarks)
        return Outcome(
            slug=self.source.slug,
            language=language,
            files=files,
            changes=changes,
            problems=(*comparison.problems, *problems, *lost, *_unread(self.returned)),
            notes=comparison.notes,
            remarks=tuple(dict.fromkeys(remark for _, remark in remarks)),
        )

    @property
    def _has_catalogs(self) -> bool:
        """Whether there is a catalog that a comment can go into; a translation's is made."""
        if self.language != self.article.language:
            return True
        others = (one for one in self.publication.settings.languages if one != self.language)
        return any(self.publication.catalog(one, self.source.slug) for one in others)

    def _translation(
        self,
        language: str,
        edition: Edition,
        comparison: Comparison,
        remarks: tuple[tuple[Key, Remark], ...],
    ) -> tuple[tuple[File, ...], tuple[Change, ...], tuple[Problem, ...]]:
        before = self._catalog(language, self.source.reading)
        merged = merge_translation(before, edition, comparison, self.returned)
        after = with_remarks(merged.catalog, remarks)
        files = (self._file(after),) if after != before else ()
        return files, merged.changes, merged.problems

    def _source(
        self, comparison: Comparison, remarks: tuple[tuple[Key, Remark], ...]
    ) -> tuple[tuple[File, ...], Written]:
        read = reader_of(self.publication, self.path)
        written = merge_source(
            self.source.data, self.source.reading, comparison, self.returned, read
        )
        files = list(self._catalogs(written, remarks))
        if written.changes:
            name = self.publication.shown(self.path)
            files.insert(0, File(path=self.path, shown=name, data=written.data))
        return tuple(files), written

    def _catalogs(
        self, written: Written, remarks: tuple[tuple[Key, Remark], ...]
    ) -> Iterator[File]:
        """Bring every catalog that there is to the article as it is now."""
        if written.reading.article is None:
            return
        kept = frozenset(segment.key for segment in segments(written.reading.article))
        for language in self.publication.settings.languages:
            old = self.publication.catalog(language, self.source.slug)
            if old is None or language == self.article.language:
                continue
            whole = self._catalog(language, self.source.reading)
            remarked = with_remarks(whole, remarks)
            moved = rekey(remarked, written.keys, kept)
            new = update(
                moved, extract(written.reading.article, self.source.name, written.reading.lines)
            )
            if written.changes or remarked != whole:
                yield self._file(new)

    def _catalog(self, language: str, reading: Reading) -> Catalog:
        """Give the catalog of a language with all messages of the article."""
        old = self.publication.catalog(language, self.source.slug)
        catalog = old or new_catalog(self.source.slug, language, self.when)
        return update(catalog, extract(self.article, self.source.name, reading.lines))

    def _file(self, catalog: Catalog) -> File:
        header = dict(catalog.header) | {"PO-Revision-Date": f"{self.when:%Y-%m-%d %H:%M}+0000"}
        return File(
            path=self.publication.catalog_path(catalog.language, self.source.slug),
            shown=self.publication.catalog_name(catalog.language, self.source.slug),
            data=write_po(replace(catalog, header=header)),
        )


def _placed(remarks: Iterable[Remark], edition: Edition) -> tuple[tuple[Key, Remark], ...]:
    """Give the comments by the key of each entry that they were made on."""
    keys = {segment.id: segment.key for segment in edition.segments if segment.translatable}
    return tuple(
        (keys[anchor.key], remark)
        for remark in remarks
        for anchor in remark.anchors
        if anchor.key in keys and remark.text
    )


def _lost(remarks: Iterable[Remark], placed: tuple[tuple[Key, Remark], ...]) -> Iterator[Problem]:
    there = {remark for _, remark in placed}
    for remark in remarks:
        if remark not in there and remark.text:
            where = "has no catalog entry to go to" if remark.anchors else "stands on no segment"
            message = f"a comment of {remark.author or 'somebody'} {where}"
            yield Problem(code="remark", message=message, text=remark.text)


def _unread(returned: Returned) -> Iterator[Problem]:
    for one in returned.unread:
        yield Problem(code="unread", message=one.what, text=one.text, near=(one.near, ""))


def with_remarks(catalog: Catalog, remarks: tuple[tuple[Key, Remark], ...]) -> Catalog:
    """Add comments to the entries that they were made on, each once."""
    by_key: dict[Key, list[str]] = {}
    for key, remark in remarks:
        said = ", ".join(filter(None, (remark.author, remark.day)))
        by_key.setdefault(key, []).append(f"{said}: {remark.text}")
    messages = tuple(
        message
        if message.obsolete or message.key not in by_key
        else replace(
            message,
            comments=tuple(dict.fromkeys((*message.comments, *by_key[message.key]))),
        )
        for message in catalog.messages
    )
    return replace(catalog, messages=messages)
