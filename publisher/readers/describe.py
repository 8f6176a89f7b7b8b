"""Saying what pictures show, where an input did not."""

from dataclasses import replace

from publisher.diagnostics import Diagnostic, Level
from publisher.model.article import Article
from publisher.model.block import Figure
from publisher.model.figures import map_figures
from publisher.model.inline import prose
from publisher.model.walk import plain_text

THE_TITLE = "the title of the article"


def describe(article: Article) -> tuple[Article, tuple[Diagnostic, ...]]:
    """Give every picture words for those who do not see it.

    Without any of its own, a picture takes those of its caption, and without a caption the title of
    the article: each is reported, as both tell less than a description.
    """
    found: list[Diagnostic] = []

    def change(figure: Figure) -> Figure:
        if figure.alt is not None or figure.image is None:
            return figure
        caption = plain_text(figure.caption.children).strip() if figure.caption else ""
        found.append(_missing(figure.image.path, "its caption" if caption else THE_TITLE))
        title = plain_text(article.title.children).strip()
        return replace(figure, alt=prose(caption or title or "—"))

    return map_figures(article, change), tuple(found)


def _missing(path: str, instead: str) -> Diagnostic:
    return Diagnostic(
        level=Level.WARNING,
        code="alt-missing",
        message=f"nothing says what the picture {path} shows; {instead} stands for it",
        hint="say it in the line `:alt: …` of the figure",
    )
