"""The state of one document while it is set: what it is made of, and which ids are taken."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from publisher.export.docx.anchors import BLANK, Anchor
from publisher.export.docx.elements import w
from publisher.export.docx.numbering import Numbering
from publisher.export.docx.package import add_part, numbering_of, where_of
from publisher.export.docx.page import Page, page_of
from publisher.export.docx.styles import Style
from publisher.export.docx.stylesheet import StyleSheet
from publisher.model.article import Article
from publisher.model.inline import Inline, Text
from publisher.model.language import Language, language
from publisher.model.walk import Role, runs
from publisher.readers.word.elements import Element
from publisher.render.edition import Edition, Layout, Picture
from publisher.render.images.drawing import require_font

SUFFIXES = {"image/jpeg": "jpg", "image/png": "png"}
SEPARATORS = ("separator", "continuationSeparator")  # notes -1 and 0, which every file has


class Setting:
    """What the setting of a document knows at a point of it."""

    def __init__(self, edition: Edition, layout: Layout, document: Document) -> None:
        self.edition = edition
        self.layout = layout
        self.article: Article = edition.articles[0]
        self.language: Language = language(edition.language)
        self.fonts = fonts_of(layout)
        self.page: Page = page_of(document, layout.paper, across=edition.review is not None)
        self.sheet = StyleSheet(document.styles.element, where_of(layout))
        self.numbering = Numbering(numbering_of(document), self.sheet)
        self.figures = 0
        self.targets = {
            run.segment: run.children
            for article in reversed(edition.articles)
            for place, run in reversed(tuple(runs(replace(article, summary=None))))
            if run.segment and place.role is not Role.ALT
        }  # the first run of each segment
        if edition.review:
            waiting = edition.review.waiting.keys() & self.targets.keys()
            self.targets |= {key: self.words(key) for key in waiting}
        self._counts: dict[str, int] = {}
        self._bookmarks = 0
        self._pictures: dict[Picture, str] = {}
        self._drawings = 0
        self._notes: dict[str, int] = {}
        self._open_levels: list[int] = []
        self._footnotes = w("footnotes", *map(_separator, SEPARATORS))
        self._note_part: Part = add_part(document, "footnotes", self._footnotes)
        self._part: Part = document.part

    def begin(self, article: Article) -> None:
        """Turn to an article."""
        self.article = article
        self._open_levels = []

    def style(self, style: Style) -> str:
        """Give the id of a style."""
        return self.sheet.id_of(style)

    def bookmarked(self, key: str, digest: str, inside: Iterable[Element]) -> list[Element]:
        """Put a bookmark around what was made of a segment, or of `Printed` words."""
        made = list(inside)
        count = self._counts[key] = self._counts.get(key, 0) + 1
        name = Anchor(key=key, digest=digest, count=count).name
        self._bookmarks += 1
        id_ = str(self._bookmarks)
        return [w("bookmarkStart", id=id_, name=name), *made, w("bookmarkEnd", id=id_)]

    def words(self, segment: str) -> tuple[Inline, ...]:
        """Give what stands where a segment waits for its translation."""
        review = self.edition.review
        return (review and review.waiting.get(segment)) or (Text(text=BLANK),)

    def note_number(self, segment: str) -> int:
        """Give the number of a footnote whose text stands in a row of a table."""
        return self._notes.setdefault(segment, len(self._notes) + 1)

    def link(self, address: str) -> str:
        """Give the id of the relationship to an outside address."""
        return self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    @contextmanager
    def in_footnotes(self) -> Iterator[Element]:
        """Set what is inside in the part of the footnotes, whose root is given."""
        before, self._part = self._part, self._note_part
        yield self._footnotes
        self._part = before

    def picture(self, picture: Picture) -> str:
        """Give the id of the relationship to a picture, which is in the package once."""
        if picture not in self._pictures:
            name = f"image{len(self._pictures) + 1}.{SUFFIXES[picture.media_type]}"
            path = PackURI(f"/word/media/{name}")
            part = Part(path, picture.media_type, picture.data, self._part.package)
            self._pictures[picture] = self._part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self._pictures[picture]

    def next_drawing(self) -> int:
        """Count a drawing."""
        self._drawings += 1
        return self._drawings

    def descend(self, level: int) -> int:
        """Give the depth of a heading of `level` among those open, so that none is skipped."""
        while self._open_levels and self._open_levels[-1] >= level:
            self._open_levels.pop()
        self._open_levels.append(level)
        return len(self._open_levels)


def _separator(kind: str) -> Element:
    line = w("p", w("r", w(kind)))
    return w("footnote", line, type=kind, id=str(SEPARATORS.index(kind) - 1))


def fonts_of(layout: Layout) -> tuple[bytes, ...]:
    """List a layout's fonts, for drawings that hold words.

    Raises:
        UsageError: One cannot be read.
    """
    fonts = {
        name: data
        for name, data in sorted(layout.files.items())
        if name.startswith("fonts/") and name.endswith(".ttf")
    }
    for name, data in fonts.items():
        require_font(data, f"layouts/{layout.name}/{name}")
    return tuple(fonts.values())
