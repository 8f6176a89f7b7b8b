"""The book's XHTML pages: cover, contents, and one chapter for each article."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from publisher.errors import UsageError
from publisher.model.language import language
from publisher.render.context import Context, NoteStyle, OutlineEntry, Rendered
from publisher.render.edition import Edition, Layout, Picture
from publisher.render.page import render_template, template_terms
from publisher.render.terms import Term
from publisher.render.xhtml import render_article

COVER_PAGE = "cover.xhtml"
CONTENTS_PAGE = "nav.xhtml"
COVER_TEMPLATE = "cover.xhtml.j2"
CONTENTS_TEMPLATE = "nav.xhtml.j2"
CHAPTER_TEMPLATE = "chapter.xhtml.j2"

PICTURES = "images"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Words that name a page or a place in one, and their BCP 47 tag if it is not the book's."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the table of contents, with the lines below it."""

    heading: Heading
    href: str
    children: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """An article as a page of the book; `languages` are the tags of its parts."""

    name: str
    data: bytes
    contents: Entry
    languages: tuple[str, ...]


def set_chapters(
    edition: Edition, layout: Layout, pictures: Mapping[str, Picture], mark: str
) -> tuple[Chapter, ...]:
    """Set each article as a chapter.

    Args:
        edition: The articles, and the language and words for all of them.
        layout: Its `chapter.xhtml.j2` is the template.
        pictures: The pictures as the book holds them, by key.
        mark: The path of the drawing that stands where a picture is withheld.

    Raises:
        UsageError: The layout's template is wrong.
    """
    context = Context(
        language=language(edition.language),
        terms=edition.terms,
        borrowed=edition.borrowed,
        pictures=pictures,
        source=picture_path,
        mark=mark,
        notes=NoteStyle.END,
        epub_types=True,
    )
    return tuple(
        _set_chapter(f"article-{one.slug}.xhtml", render_article(one, context), edition, layout)
        for one in edition.articles
    )


def picture_path(picture: Picture) -> str:
    """Give the path of a picture within the book."""
    return f"{PICTURES}/{picture.name}"


def _set_chapter(name: str, rendered: Rendered, edition: Edition, layout: Layout) -> Chapter:
    (contents,) = _nest(rendered.outline, name)
    values = {"title": contents.heading, "rendered": rendered}
    data = _set_page(CHAPTER_TEMPLATE, values, edition, layout)
    return Chapter(name=name, data=data, contents=contents, languages=rendered.languages)


def _nest(outline: tuple[OutlineEntry, ...], page: str) -> tuple[Entry, ...]:
    """Put each heading under the one that it belongs to."""
    tops = [at for at, one in enumerate(outline) if one.level <= outline[0].level]
    ends = [*tops[1:], len(outline)]
    return tuple(
        Entry(
            heading=Heading(text=outline[top].text, language=outline[top].language),
            href=f"{page}#{outline[top].id}" if outline[top].id else page,
            children=_nest(outline[top + 1 : end], page),
        )
        for top, end in zip(tops, ends, strict=False)
    )


def set_cover(edition: Edition, layout: Layout, picture: str, alternative: Heading) -> bytes:
    """Set the page that shows the cover picture, which lies at that path and says those words.

    Raises:
        UsageError: The layout's template is wrong.
    """
    values = {
        "title": Heading(text=edition.terms[Term.COVER], language=edition.language_of(Term.COVER)),
        "picture": picture,
        "alternative": alternative,
    }
    return _set_page(COVER_TEMPLATE, values, edition, layout)


def set_contents(edition: Edition, layout: Layout, chapters: tuple[Chapter, ...]) -> bytes:
    """Set the navigation document: contents and landmarks.

    Raises:
        UsageError: The layout's template is wrong.
    """
    values = {
        "title": Heading(
            text=edition.terms[Term.CONTENTS], language=edition.language_of(Term.CONTENTS)
        ),
        "contents": tuple(chapter.contents for chapter in chapters),
        "pages": {"cover": COVER_PAGE, "contents": CONTENTS_PAGE, "start": chapters[0].name},
    }
    return _set_page(CONTENTS_TEMPLATE, values, edition, layout)


def _set_page(
    template: str, values: Mapping[str, object], edition: Edition, layout: Layout
) -> bytes:
    shared: Mapping[str, object] = {
        "edition": edition,
        "language": edition.language,
        "direction": language(edition.language).direction,
        "terms": template_terms(edition),
    }
    page = render_template(layout, template, {**shared, **values}).encode()
    try:
        etree.fromstring(page, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise UsageError(
            f"the template makes a page that is not well-formed: {error.msg}",
            where=f"layouts/{layout.name}/{template}",
            hint="pages of a book are XML: every element is closed, every `&` is escaped",
        ) from error
    return page
