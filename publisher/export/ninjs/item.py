"""An article as a news object of ninjs 3."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from publisher.export.ninjs.figures import figures, picture_path
from publisher.export.ninjs.identify import identify
from publisher.export.ninjs.plain import story
from publisher.export.ninjs.words import HTML, PLAIN, Json, known, plain, say
from publisher.model.article import Article
from publisher.model.inline import LineBreak, Prose
from publisher.model.language import language
from publisher.model.words import count_words
from publisher.render.context import Context, NoteStyle
from publisher.render.edition import Edition
from publisher.render.page import AUTHORS
from publisher.render.setting import Ids, Setting
from publisher.render.terms import Term
from publisher.render.xhtml import render_article

UNSEEN = Prose(children=(LineBreak(),))  # for a title that stands elsewhere


def item_of(article: Article, edition: Edition) -> Json:
    """Describe an article with all that belongs to it."""
    uri = identify(edition.publisher, article.slug, article.language)
    context = _context(edition)
    setting = Setting(article, replace(context, notes=NoteStyle.PAGE), Ids())
    return {
        "uri": uri,
        "type": "text",
        "representationType": "full",
        **known(
            versionCreated=_version(article, edition),
            contentCreated=_midnight(article.published),
        ),
        **status_of(edition),
        **known(copyrightNotice=plain(article.rights) if article.rights else ""),
        "language": article.language,
        "headlines": [
            *say("main", article.title, setting, article.language),
            *say("subtitle", article.subtitle, setting, article.language),
        ],
        **known(
            descriptions=say("summary", article.summary, setting, article.language),
            by=_byline(article),
            located=plain(article.dateline) if article.dateline else "",
        ),
        "slugline": article.slug,
        "bodies": _bodies(article, context),
        **known(
            subjects=[{"name": plain(word), "rel": "keyword"} for word in article.keywords],
            altIds=[{"role": "source", "value": article.source}] if article.source else [],
        ),
        "infoSources": list(_sources(article, edition)),
        **known(associations=list(figures(article, edition, setting, uri))),
    }


def status_of(edition: Edition) -> Json:
    """Say whether an edition may be published; who receives a draft is told that it is one."""
    if not edition.draft:
        return {"pubStatus": "usable"}
    return {"pubStatus": "withheld", "edNote": edition.terms[Term.DRAFT]}


def _context(edition: Edition) -> Context:
    return Context(
        language=language(edition.language),
        terms=edition.terms,
        borrowed=edition.borrowed,
        pictures=edition.pictures,
        source=picture_path,
        mark="",
        exchange=True,
    )


def _version(article: Article, edition: Edition) -> str:
    day = article.updated or article.published
    if day is None and edition.when:
        return f"{edition.when:%Y-%m-%dT%H:%M:%SZ}"
    return _midnight(day)


def _midnight(day: date | None) -> str:
    """Give the beginning of a day: ninjs has no days, and an article no time of day."""
    return f"{day.isoformat()}T00:00:00Z" if day else ""


def _byline(article: Article) -> str:
    """Name who wrote the article, or everybody where nobody did."""
    authors = [plain(one.name) for one in article.byline if one.role in AUTHORS]
    return ", ".join(authors or [plain(one.name) for one in article.byline])


def _sources(article: Article, edition: Edition) -> Iterator[Json]:
    """List everybody in the byline with what they did; persons and bodies are not told apart."""
    for one in article.byline:
        yield {"name": plain(one.name), "role": one.role.value}
    yield {"name": edition.publisher, "role": "publisher"}


def _bodies(article: Article, context: Context) -> list[Json]:
    """Write the story as HTML with its figures in place, and as plain text without them.

    The counts are those of the plain text: ninjs leaves captions out of them.
    """
    text = story(article)
    counts = {"charCount": len(text), "wordCount": count_words(text)}
    return [
        {"role": "main", "contentType": HTML, **counts, "value": _markup(article, context)},
        {"role": "main", "contentType": PLAIN, **counts, "value": text},
    ]


def _markup(article: Article, context: Context) -> str:
    """Set the body, the closing note and the footnotes; everything else has a field of its own."""
    told = replace(
        article, title=UNSEEN, subtitle=None, byline=(), keywords=(), source="", rights=None
    )
    rendered = render_article(told, context)
    return "\n".join(map(str, filter(None, (rendered.body, rendered.notes, rendered.footer))))
