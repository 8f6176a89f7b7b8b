"""EPUB 3.3: one chapter for each article, with cover, contents and fonts.

The fragments are those of `publisher.render.xhtml`; the layout gives `chapter.xhtml.j2`,
`cover.xhtml.j2`, `nav.xhtml.j2` and `epub.css`.
"""

from collections.abc import Iterator

from publisher.errors import UsageError
from publisher.export.base import Artifact
from publisher.export.epub.cover import draw_cover, words_of
from publisher.export.epub.package import XHTML, Book, File, assemble
from publisher.export.epub.pages import (
    CONTENTS_PAGE,
    COVER_PAGE,
    Chapter,
    picture_path,
    set_chapters,
    set_contents,
    set_cover,
)
from publisher.export.epub.styles import NAME, Style, media_type, read_style
from publisher.model.walk import figures_of, images_of
from publisher.render.edition import Edition, Layout, Picture, picture_key
from publisher.render.images import fit
from publisher.render.page import Medium, language_style

LONGEST = 1600  # pixels of a picture's longest side: a large reader's screen, held upright
COVER_PICTURE = "cover.png"
MARK = "withheld.svg"


def export(edition: Edition, layout: Layout) -> Artifact:
    """Export an edition as a book.

    Raises:
        UsageError: The layout's templates, style sheet or fonts are wrong.
    """
    style = read_style(layout)
    pictures = dict(_pictures(edition))
    chapters = set_chapters(edition, layout, pictures, MARK)
    words = words_of(edition)
    book = Book(
        cover=File(
            path=COVER_PICTURE, media_type="image/png", data=draw_cover(words, layout, style)
        ),
        cover_page=_page(COVER_PAGE, set_cover(edition, layout, COVER_PICTURE, words.heading)),
        contents_page=_page(CONTENTS_PAGE, set_contents(edition, layout, chapters)),
        chapters=tuple(_page(chapter.name, chapter.data) for chapter in chapters),
        files=(
            _style_sheet(style, edition, chapters),
            *_layout_files(edition, layout, style),
            *_picture_files(pictures),
        ),
        contents=tuple(chapter.contents for chapter in chapters),
    )
    data = assemble(book, edition)
    return Artifact(suffix="epub", media_type="application/epub+zip", data=data)


def _page(path: str, data: bytes) -> File:
    return File(path=path, media_type=XHTML, data=data)


def _pictures(edition: Edition) -> Iterator[tuple[str, Picture]]:
    for article in edition.articles:
        for image in images_of(article):
            key = picture_key(article, image.path)
            yield key, fit(edition.pictures[key], LONGEST)


def _picture_files(pictures: dict[str, Picture]) -> Iterator[File]:
    for picture in {picture.name: picture for picture in pictures.values()}.values():
        yield File(path=picture_path(picture), media_type=picture.media_type, data=picture.data)


def _style_sheet(style: Style, edition: Edition, chapters: tuple[Chapter, ...]) -> File:
    tags = {edition.language}.union(*(chapter.languages for chapter in chapters))
    text = style.text + language_style(tags, Medium.SCREEN)
    return File(path=NAME, media_type="text/css", data=text.encode())


def _layout_files(edition: Edition, layout: Layout, style: Style) -> Iterator[File]:
    withheld = any(
        figure.image is None for article in edition.articles for figure in figures_of(article)
    )
    for path in dict.fromkeys((*style.files, *([MARK] if withheld else []))):
        if path not in layout.files:
            raise UsageError(
                "the layout has no drawing for pictures that are withheld",
                where=f"layouts/{layout.name}/{path}",
                hint="add one, or take another layout",
            )
        yield File(path=path, media_type=media_type(path), data=layout.files[path])
