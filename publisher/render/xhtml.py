"""Articles to XHTML fragments, shared by HTML, PDF and EPUB.

    context = Context(language=…, terms=…, pictures=…, source=…, mark=…)
    rendered = render_article(article, context)          # one article in its own file
    first, second = render_articles(articles, context)   # several in one file

`Rendered` holds `header`, `body`, `notes` and `footer` as `markupsafe.Markup`, `outline`, a tuple
of `OutlineEntry(level, id, text, language)` that begins with the title, and `languages`, the tags
of its parts. See `publisher.render.context` for what each attribute means.

The fragments are polyglot: well-formed XML and valid HTML. Every run of text carries its segment's
id (a second one gets `-2`), and `lang` with `xml:lang` where it is not in the edition's language.
Whatever an author or translator wrote is text; only this package writes elements.
"""

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from publisher.model.article import Article, Contributor, ContributorRole
from publisher.model.block import Paragraph
from publisher.model.inline import Prose
from publisher.render.blocks import set_block
from publisher.render.context import Context, NoteStyle, OutlineEntry, Rendered
from publisher.render.dates import format_date
from publisher.render.inlines import set_notes, set_run, set_words
from publisher.render.setting import Ids, Setting
from publisher.render.terms import Term

__all__ = ["Context", "NoteStyle", "OutlineEntry", "Rendered", "render_article", "render_articles"]

ROLES = {
    ContributorRole.TEXT: Term.BY,
    ContributorRole.REPORTING: Term.REPORTING,
    ContributorRole.PHOTOGRAPHS: Term.PHOTOGRAPHS,
    ContributorRole.TRANSLATION: Term.TRANSLATION,
    ContributorRole.EDITING: Term.EDITING,
    ContributorRole.ILLUSTRATION: Term.ILLUSTRATIONS,
}


def render_article(article: Article, context: Context) -> Rendered:
    """Render the only article of a file."""
    return _render(Setting(article, context, Ids()))


def render_articles(articles: tuple[Article, ...], context: Context) -> tuple[Rendered, ...]:
    """Render the articles of one file; no two elements get the same id."""
    ids = Ids()
    return tuple(_render(Setting(article, context, ids)) for article in articles)


def _render(setting: Setting) -> Rendered:
    header, body = _set_header(setting), _set_body(setting)
    footer = _set_footer(setting)  # before the notes: it may call some
    return Rendered(
        header=header,
        body=body,
        notes=set_notes(setting),
        footer=footer,
        outline=tuple(setting.outline),
        languages=tuple(sorted(setting.languages)),
    )


def _set_header(setting: Setting) -> Markup:
    article = setting.article
    lines = [_set_title(setting)]
    if article.subtitle:
        lines.append(set_run("p", article.subtitle, setting, "standfirst"))
    signature = [*_set_byline(setting), *_set_dates(setting)]
    if signature:
        lines.append(Markup('<div class="signature">\n{}\n</div>').format(_below(signature)))
    return Markup('<header class="article-header">\n{}\n</header>').format(_below(lines))


def _below(lines: Iterable[Markup]) -> Markup:
    return Markup("\n").join(lines)


def _set_title(setting: Setting) -> Markup:
    run, level = setting.article.title, setting.context.title_level
    id_ = setting.ids.take(run.segment)
    setting.enter(level, id_, run)
    return Markup('<h{0} class="headline"{1}>{2}</h{0}>').format(
        str(level), setting.attributes_of(run, id_), set_words(run, setting)
    )


def _set_byline(setting: Setting) -> list[Markup]:
    names = [_set_contributor(one, setting) for one in setting.article.byline]
    return (
        [Markup('<p class="byline">{}</p>').format(Markup("<br />").join(names))] if names else []
    )


def _set_contributor(contributor: Contributor, setting: Setting) -> Markup:
    name = set_run("span", contributor.name, setting, "contributor")
    words = setting.filled(ROLES[contributor.role], "{name}", name)
    return Markup('<span class="{}">{}</span>').format(contributor.role.value, words)


def _set_dates(setting: Setting) -> list[Markup]:
    days = [
        _set_day(term, day, setting)
        for term, day in (
            (Term.PUBLISHED, setting.article.published),
            (Term.UPDATED, setting.article.updated),
        )
        if day
    ]
    return [Markup('<p class="dates">{}</p>').format(Markup("<br />").join(days))] if days else []


def _set_day(term: Term, day: date, setting: Setting) -> Markup:
    time = Markup('<time datetime="{}">{}</time>').format(
        day.isoformat(), format_date(day, setting.context.language)
    )
    words = setting.filled(term, "{date}", time)
    return Markup('<span class="{}">{}</span>').format(term.name.lower(), words)


def _set_body(setting: Setting) -> Markup:
    """Set the blocks; the dateline runs into the first paragraph."""
    dateline = setting.article.dateline
    parts: list[Markup] = []
    for block in setting.article.body:
        if dateline and isinstance(block, Paragraph):
            parts.append(_set_opening(dateline, block, setting))
            dateline = None
        else:
            parts.append(set_block(block, setting))
    if dateline:
        parts.insert(0, set_run("p", dateline, setting, "opening"))
    return _below(parts)


def _set_opening(dateline: Prose, paragraph: Paragraph, setting: Setting) -> Markup:
    run = paragraph.content
    own = setting.attributes_of(run)
    with setting.speaking(setting.language_of(run)):
        place = set_run("span", dateline, setting, "dateline")
        words = set_words(run, setting)
    return Markup('<p class="opening"{}>{}<span class="dateline-dash">{}</span>{}</p>').format(
        own, place, setting.context.language.dash, words
    )


def _set_footer(setting: Setting) -> Markup:
    article = setting.article
    lines: list[Markup] = []
    if article.note:
        lines.append(set_run("p", article.note, setting, "note"))
    if article.keywords:
        words = Markup(", ").join(set_run("span", word, setting) for word in article.keywords)
        lines.append(_labelled("keywords", setting.word(Term.KEYWORDS), words))
    if article.source:
        link = Markup('<a href="{0}">{0}</a>').format(article.source)
        lines.append(_labelled("source", setting.word(Term.SOURCE), link))
    if article.rights:
        lines.append(set_run("p", article.rights, setting, "rights"))
    if not lines:
        return Markup()
    return Markup('<footer class="article-footer">\n{}\n</footer>').format(Markup("\n").join(lines))


def _labelled(kind: str, label: Markup, value: Markup) -> Markup:
    return Markup('<p class="{}"><span class="label">{}</span> {}</p>').format(kind, label, value)
