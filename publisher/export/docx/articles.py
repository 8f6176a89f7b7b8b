"""An article from its headline to its rights line."""

from collections.abc import Iterator

from publisher.export.docx.blocks import BODY, set_blocks
from publisher.export.docx.elements import w
from publisher.export.docx.inlines import set_label, set_link, set_run, set_term, set_words
from publisher.export.docx.paragraphs import paragraph
from publisher.export.docx.setting import Setting
from publisher.export.docx.styles import Style
from publisher.model.article import Article, Contributor, ContributorRole
from publisher.readers.word.elements import Element
from publisher.render.dates import format_date
from publisher.render.terms import Term

ROLES = {
    ContributorRole.TEXT: Term.BY,
    ContributorRole.REPORTING: Term.REPORTING,
    ContributorRole.PHOTOGRAPHS: Term.PHOTOGRAPHS,
    ContributorRole.TRANSLATION: Term.TRANSLATION,
    ContributorRole.EDITING: Term.EDITING,
    ContributorRole.ILLUSTRATION: Term.ILLUSTRATIONS,
}


def set_article(article: Article, setting: Setting) -> Iterator[Element]:
    """Set an article; in a file of several, each but the first begins a page."""
    new_page = () if article is setting.edition.articles[0] else (w("pageBreakBefore"),)
    setting.begin(article)
    yield paragraph(Style.TITLE, set_run(article.title, setting), setting, *new_page)
    yield from _set_header(article, setting)
    yield from set_blocks(article.body, BODY, setting, _dateline(article, setting))
    yield from _set_footer(article, setting)


def _set_header(article: Article, setting: Setting) -> Iterator[Element]:
    if article.subtitle:
        yield paragraph(Style.SUBTITLE, set_run(article.subtitle, setting), setting)
    for contributor in article.byline:
        yield paragraph(Style.BYLINE, _contributor(contributor, setting), setting)
    for term, day in ((Term.PUBLISHED, article.published), (Term.UPDATED, article.updated)):
        if day:
            printed = set_words(format_date(day, setting.language), setting)
            words = set_term(term, setting, placeholders={"{date}": printed})
            yield paragraph(Style.DATES, words, setting)


def _contributor(contributor: Contributor, setting: Setting) -> list[Element]:
    name = set_run(contributor.name, setting)
    return set_term(ROLES[contributor.role], setting, placeholders={"{name}": name})


def _dateline(article: Article, setting: Setting) -> list[Element]:
    if not article.dateline:
        return []
    dash = set_words(setting.language.dash, setting)
    return [*set_run(article.dateline, setting, Style.DATELINE), *dash]


def _set_footer(article: Article, setting: Setting) -> Iterator[Element]:
    if article.note:
        yield paragraph(Style.NOTE, set_run(article.note, setting), setting)
    if article.keywords:
        yield paragraph(Style.KEYWORDS, _keywords(article, setting), setting)
    if article.source:
        label = set_label(Term.SOURCE, setting)
        yield paragraph(Style.SOURCE, [*label, *set_link(article.source, setting)], setting)
    if article.rights:
        yield paragraph(Style.RIGHTS, set_run(article.rights, setting), setting)


def _keywords(article: Article, setting: Setting) -> Iterator[Element]:
    yield from set_label(Term.KEYWORDS, setting)
    for position, keyword in enumerate(article.keywords):
        yield from set_words(", " if position else "", setting)
        yield from set_run(keyword, setting)
