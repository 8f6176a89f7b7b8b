"""Assembling: everything that an exporter needs, gathered into an edition."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time

from publisher.build.plan import Plan
from publisher.localize.outcome import Localized
from publisher.model.article import Article
from publisher.model.walk import images_of
from publisher.project.terms import untranslated_terms
from publisher.render.edition import Edition, Picture, Review, picture_key
from publisher.render.terms import Terms


def assemble(
    plan: Plan,
    localized: Localized,
    pictures: Mapping[str, Picture],
    terms: Terms,
    review: Review | None = None,
) -> Edition:
    """Make the edition of one localised article; with a `review`, one to work on."""
    article = localized.article
    settings = plan.publication.settings
    return Edition(
        title=settings.title_in(article.language),
        publisher=settings.publisher_in(article.language),
        language=article.language,
        articles=(article,),
        terms=terms,
        pictures=dict(_pictures(article, pictures)),
        when=plan.when or _day_of(article),
        draft=plan.draft,
        borrowed=untranslated_terms(plan.publication, article.language)
        if plan.unfinished
        else frozenset(),
        review=review,
    )


def _pictures(article: Article, pictures: Mapping[str, Picture]) -> Iterator[tuple[str, Picture]]:
    for image in images_of(article):
        yield picture_key(article, image.path), pictures[image.path]


def _day_of(article: Article) -> datetime | None:
    day = article.updated or article.published
    return datetime.combine(day, time(), UTC) if day else None
