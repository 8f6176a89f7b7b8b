"""What a book says of itself, all of it computed from what is in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid5

from publisher.model.article import Article, Contributor, ContributorRole
from publisher.model.block import Figure
from publisher.model.inline import Prose
from publisher.model.walk import figures_of, plain_text
from publisher.render.edition import Edition
from publisher.render.terms import Term

IDENTIFIERS = UUID("5f6f7d5e-8c0a-5d0b-9f0e-2b6a0f3d9c41")  # the names of books begin here

# MARC relators; who writes is a creator, everybody else a contributor.
RELATORS = {
    ContributorRole.TEXT: "aut",
    ContributorRole.REPORTING: "rpt",
    ContributorRole.PHOTOGRAPHS: "pht",
    ContributorRole.TRANSLATION: "trl",
    ContributorRole.EDITING: "edt",
    ContributorRole.ILLUSTRATION: "ill",
}
CREATORS = {ContributorRole.TEXT, ContributorRole.REPORTING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refinement:
    """What is said of a statement: a property, its value, and the list it is taken from."""

    name: str
    text: str
    scheme: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement about the book.

    Attributes:
        name: `dc:` with an element of Dublin Core, or a property of the EPUB vocabularies.
        language: BCP 47 tag where the text is not in the book's language.
    """

    name: str
    text: str
    language: str | None = None
    refinements: tuple[Refinement, ...] = ()


def identifier_of(edition: Edition) -> str:
    """Name the book by publisher, articles and language: the same for every issue of it."""
    names = (edition.publisher, *(article.slug for article in edition.articles), edition.language)
    return uuid5(IDENTIFIERS, "\n".join(names)).urn


def title_of(edition: Edition) -> str:
    """Give the headline of the only article, or the edition's title."""
    alone = len(edition.articles) == 1
    return plain_text(edition.articles[0].title.children) if alone else edition.title


def statements_of(edition: Edition) -> tuple[Statement, ...]:
    """List what a library wants to know of the book, but for its identifier and language."""
    found = (
        *_titles(edition),
        *_contributors(edition),
        Statement(name="dc:publisher", text=edition.publisher),
        *_day(edition),
        *(statement for article in edition.articles for statement in _about(article)),
    )
    return tuple(dict.fromkeys(found))


def _titles(edition: Edition) -> Iterator[Statement]:
    main, subtitle, series = (
        Refinement(name="title-type", text="main"),
        Refinement(name="title-type", text="subtitle"),
        Refinement(name="collection-type", text="series"),
    )
    if len(edition.articles) > 1:
        yield Statement(name="dc:title", text=edition.title, refinements=(main,))
        return
    article = edition.articles[0]
    yield _statement("dc:title", article.title, main)
    if article.subtitle:
        yield _statement("dc:title", article.subtitle, subtitle)
    yield Statement(name="belongs-to-collection", text=edition.title, refinements=(series,))


def _contributors(edition: Edition) -> Iterator[Statement]:
    everybody = [one for article in edition.articles for one in article.byline]
    if not any(one.role in CREATORS for one in everybody):
        yield Statement(name="dc:creator", text=edition.publisher)
    for one in sorted(everybody, key=lambda one: one.role not in CREATORS):
        yield _contributor(one)


def _contributor(one: Contributor) -> Statement:
    name = "dc:creator" if one.role in CREATORS else "dc:contributor"
    role = Refinement(name="role", text=RELATORS[one.role], scheme="marc:relators")
    return _statement(name, one.name, role)


def _day(edition: Edition) -> Iterator[Statement]:
    days = [article.published for article in edition.articles if article.published]
    day = max(days) if days else edition.when and edition.when.date()
    if day:
        yield Statement(name="dc:date", text=day.isoformat())


def _about(article: Article) -> Iterator[Statement]:
    if article.summary:
        yield _statement("dc:description", article.summary)
    for keyword in article.keywords:
        yield _statement("dc:subject", keyword)
    if article.rights:
        yield _statement("dc:rights", article.rights)
    if article.source:
        yield Statement(name="dc:source", text=article.source)


def _statement(name: str, run: Prose, *refinements: Refinement) -> Statement:
    text = plain_text(run.children)
    return Statement(name=name, text=text, language=run.language, refinements=refinements)


def accessibility_of(edition: Edition) -> tuple[Statement, ...]:
    """State what the book offers to those who do not see it.

    No standard is claimed: that takes somebody who has looked at the book. The summary is left
    out where it would not be true.
    """
    shown = [one for article in edition.articles for one in figures_of(article) if one.image]
    described = all(_says(figure.alt) for figure in shown)
    modes = ("textual", "visual") if shown else ("textual",)
    sufficient = (",".join(modes), *(["textual"] if shown and described else []))
    features = (
        *(["alternativeText"] if shown and described else []),
        *("ARIA", "displayTransformability", "readingOrder", "structuralNavigation"),
        *("tableOfContents", "unlocked"),
    )
    summary = (edition.terms[Term.ACCESSIBILITY],) if all(map(_has_words, shown)) else ()
    return tuple(
        Statement(name=f"schema:{name}", text=text, language=tag)
        for name, texts, tag in (
            ("accessMode", modes, None),
            ("accessModeSufficient", sufficient, None),
            ("accessibilityFeature", features, None),
            ("accessibilityHazard", ("none",), None),  # a picture that moves is refused or stilled
            ("accessibilitySummary", summary, edition.language_of(Term.ACCESSIBILITY)),
        )
        for text in texts
    )


def _has_words(figure: Figure) -> bool:
    """Whether a picture has a text alternative: its caption stands in for a missing one."""
    return _says(figure.alt) or _says(figure.caption)


def _says(run: Prose | None) -> bool:
    return run is not None and bool(plain_text(run.children).strip())
