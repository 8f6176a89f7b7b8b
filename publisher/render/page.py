"""Whole pages from a layout's templates: HTML for the screen, and the source of the PDF."""

import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from publisher.errors import PublishError, UsageError
from publisher.model.article import ContributorRole
from publisher.model.inline import Prose
from publisher.model.language import language
from publisher.model.walk import plain_text
from publisher.render.context import Context
from publisher.render.edition import Edition, Layout
from publisher.render.typography import css_quotes
from publisher.render.xhtml import render_articles

TEMPLATE = "page.html.j2"
SUFFIX = ".j2"
MARK = "withheld.svg"
AUTHORS = {ContributorRole.TEXT, ContributorRole.REPORTING}


class Medium(Enum):
    """What a page is for; style sheets and templates may differ by it."""

    SCREEN = "screen"
    PRINT = "print"


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a file says about itself, as plain text.

    Attributes:
        title: The headline of the only article, or the edition's title.
        authors: Who wrote the articles; where nobody is named, the publisher.
    """

    title: str
    authors: tuple[str, ...]
    description: str
    keywords: tuple[str, ...]


def title_level(edition: Edition) -> int:
    """Give the level of an article's title: the first where it is alone in its file."""
    return 1 if len(edition.articles) == 1 else 2


def metadata_of(edition: Edition) -> Metadata:
    """Gather what an edition's file says about itself."""
    articles = edition.articles
    alone = articles[0] if len(articles) == 1 else None
    names = (
        _plain(one.name) for article in articles for one in article.byline if one.role in AUTHORS
    )
    keywords = (_plain(word) for article in articles for word in article.keywords)
    return Metadata(
        title=_plain(alone.title) if alone else edition.title,
        authors=tuple(dict.fromkeys(names)) or (edition.publisher,),
        description=_plain(alone.summary) if alone and alone.summary else "",
        keywords=tuple(dict.fromkeys(keywords)),
    )


def _plain(run: Prose) -> str:
    return plain_text(run.children)


def withheld_mark(layout: Layout) -> bytes:
    """Give the drawing that stands where a picture is withheld.

    Raises:
        UsageError: The layout has none.
    """
    if MARK not in layout.files:
        raise UsageError(
            f"the layout has no {MARK}, which stands where a picture is withheld",
            where=f"layouts/{layout.name}",
            hint="copy the one of the layout `article`",
        )
    return layout.files[MARK]


def render_page(
    edition: Edition, layout: Layout, context: Context, *, medium: Medium, styles: tuple[str, ...]
) -> str:
    """Render an edition as one HTML page.

    Args:
        edition: What to render.
        layout: Its `page.html.j2` is the template.
        context: What the articles are set with.
        medium: What the page is for.
        styles: Names of the layout's style sheets to write into the page; missing ones count
            as empty.

    Raises:
        UsageError: A template of the layout is wrong.
    """
    rendered = render_articles(edition.articles, context)
    own = filter(None, map(edition.language_of, edition.terms))
    tags = {edition.language, *own}.union(*(one.languages for one in rendered))
    sheets = [layout.text(name) for name in styles if name in layout.files]
    values: Mapping[str, object] = {
        "edition": edition,
        "direction": context.language.direction,
        "metadata": metadata_of(edition),
        "medium": medium.value,
        "when": f"{edition.when:%Y-%m-%dT%H:%M:%SZ}" if edition.when else "",
        "style": style_element([*sheets, language_style(tags, medium)], layout),
        "terms": template_terms(edition),
        "articles": tuple(
            {"article": article, "rendered": one}
            for article, one in zip(edition.articles, rendered, strict=True)
        ),
    }
    return render_template(layout, TEMPLATE, values)


def template_terms(edition: Edition) -> Mapping[str, str]:
    """Give templates the layout's words by name, marked up where they are in English."""
    return {
        term.name: Markup('<span lang="{0}" xml:lang="{0}">{1}</span>').format(tag, word)
        if (tag := edition.language_of(term))
        else word
        for term, word in edition.terms.items()
    }


def render_template(layout: Layout, name: str, values: Mapping[str, object]) -> str:
    """Render one of a layout's templates, which can reach its fellow templates and nothing else.

    Raises:
        UsageError: The template, or one that it includes, is wrong or missing.
    """
    environment = ImmutableSandboxedEnvironment(
        loader=_Loader(layout),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    try:
        return environment.get_template(name).render(values)
    except PublishError:
        raise
    except Exception as error:  # a template is the designer's program, and may raise anything
        raise UsageError(
            f"the template cannot be used: {_reason(error)}",
            where=f"layouts/{layout.name}/{_place(error, name)}",
            hint="compare it with the template of the same name that comes with the program",
        ) from error


def _reason(error: Exception) -> str:
    match error:
        case TemplateNotFound(name=name):
            return f"there is no template {name!r}"
        case RecursionError():
            return "it includes itself without end"
        case _:
            return str(error) or type(error).__name__


def _place(error: Exception, name: str) -> str:
    """Give the template and the line that were being read when `error` was raised."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name or name}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno}" for frame in frames if _is_template(frame.filename)]
    return lines[-1] if lines else name


def _is_template(name: str) -> bool:
    return name.endswith(SUFFIX)


class _Loader(BaseLoader):
    """Finds a layout's templates; their names stand for files in what Python says of errors."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 -- Jinja's own signature
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        if not _is_template(template) or template not in self._layout.files:
            raise TemplateNotFound(template)
        return self._layout.text(template), template, lambda: True


def style_element(sheets: list[str], layout: Layout) -> Markup:
    """Put style sheets into a `<style>` element, whose content HTML does not unescape.

    Raises:
        UsageError: A style sheet would end the element early.
    """
    text = "\n".join(sheets)
    if "</" in text or "<!--" in text:
        raise UsageError(
            "a style sheet holds `</` or `<!--`, which cannot stand in a page",
            where=f"layouts/{layout.name}",
            hint="write `\\3C ` for `<` in strings",
        )
    return Markup("<style>\n{}</style>").format(Markup(text))  # noqa: S704 -- the layout's own


def language_style(tags: Iterable[str], medium: Medium) -> str:
    """Write the rules that differ by language: where words may break, and quotation marks.

    A language that nobody knows has no rules.
    """
    return "".join(_rule(tag, medium) for tag in sorted(set(tags)))


def _rule(tag: str, medium: Medium) -> str:
    try:
        known = language(tag)
    except UsageError:
        return ""
    limits = " ".join(map(str, known.hyphenate_limits))
    rules = [f"hyphenate-limit-chars: {limits}", f"quotes: {css_quotes(known)}"]
    if medium is Medium.PRINT and known.hyphenation != known.tag:
        rules.append(f'-weasy-lang: "{known.hyphenation}"')
    return f":lang({known.tag}) {{ {'; '.join(rules)} }}\n"
