"""Preparing: from an article on disk to the edition that an exporter is given."""

from collections.abc import Mapping
from dataclasses import dataclass

from publisher.build.assemble import assemble
from publisher.build.plan import Plan
from publisher.build.review import review_of
from publisher.build.view import DocxView
from publisher.catalog.message import Catalog
from publisher.localize.localize import localize
from publisher.localize.outcome import Localized
from publisher.model.article import Article
from publisher.project.articles import Source, catalogs_for
from publisher.project.linting import LintDesk
from publisher.project.terms import read_terms
from publisher.render.edition import Edition, Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """An article in one language, and the catalogs that it is from."""

    article: Article
    localized: Localized
    catalogs: Mapping[str, Catalog]


def translate(plan: Plan, source: Source, article: Article, language: str) -> Translation:
    """Give an article in a language, as the plan wants it.

    Raises:
        CatalogError: A catalog cannot be read, or does not fit.
    """
    catalogs = catalogs_for(plan.publication, article.slug, language)
    scripts = plan.publication.settings.scripts
    localized = localize(
        article, language, catalogs, scripts=scripts, places=source.places, stale=plan.stale
    )
    return Translation(article=article, localized=localized, catalogs=catalogs)


def prepare(plan: Plan, source: Source, translation: Translation) -> Edition:
    """Make the edition of an article in a language.

    Raises:
        ArticleError: A picture cannot be used.
        CatalogError: The layouts' words cannot be read.
        IncompleteError: They are not translated.
    """
    localized = translation.localized
    terms = read_terms(plan.publication, localized.article.language, draft=plan.unfinished)
    pictures = source.pictures_of(localized.article)
    review = _review(plan, translation) if plan.view is DocxView.REVIEW else None
    return assemble(plan, localized, pictures, terms, review)


def _review(plan: Plan, translation: Translation) -> Review:
    localized = translation.localized
    desk = LintDesk(plan.publication, localized.article.language)
    scripts = plan.publication.settings.scripts
    findings = desk.lint_article(translation.article)
    return review_of(translation.article, localized, translation.catalogs, findings, scripts)
