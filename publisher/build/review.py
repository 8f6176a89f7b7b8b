"""Reviews: what editors are shown beside the text of an edition."""

from collections.abc import Iterable, Iterator, Mapping

from publisher.catalog.lint.finding import Finding
from publisher.catalog.message import Catalog
from publisher.catalog.segment import with_segments
from publisher.localize.outcome import Localized
from publisher.localize.scripts import HOUSE, Scripts
from publisher.localize.waiting import waiting
from publisher.model.article import Article
from publisher.render.edition import Review


def review_of(
    article: Article,
    localized: Localized,
    catalogs: Mapping[str, Catalog],
    found: Iterable[Finding] = (),
    scripts: Scripts = HOUSE,
) -> Review:
    """Make the review of an article in a language.

    Args:
        article: In its source language.
        localized: What came of it.
        catalogs: From which it came, by language.
        found: What is probably wrong in the translations.
        scripts: What the publication decides about Serbian in two scripts.
    """
    source = with_segments(article)
    waits = waiting(source, localized, catalogs, scripts)
    said = [(segment, one.remark) for segment, one in waits.items()]
    return Review(
        sources=(source,),
        waiting={segment: one.words for segment, one in waits.items()},
        remarks=_by_segment((*said, *_diagnosed(localized), *_found(found))),
    )


def _found(findings: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    for finding in findings:
        if finding.segment:
            yield finding.segment, f"{finding.message} [{finding.rule}]"


def _diagnosed(localized: Localized) -> Iterator[tuple[str, str]]:
    """List what localisation has noticed, each with the id of its segment."""
    placed: dict[str, list[str]] = {}
    for outcome in localized.outcomes:
        if ":" in outcome.where:  # an entry's line, not a whole catalog
            placed.setdefault(outcome.where, []).append(outcome.segment)
    for diagnostic in localized.diagnostics:
        for segment in placed.get(diagnostic.where, ()):
            yield segment, diagnostic.message


def _by_segment(said: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for segment, remark in dict.fromkeys(said):
        found[segment] = (*found.get(segment, ()), remark)
    return found
