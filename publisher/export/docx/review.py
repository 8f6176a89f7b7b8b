"""The view for editors: a table with a row for each segment, its source and its translation.

Only the translations stand in bookmarks of segments; all else is words that nobody is to change. An
edition in the language that its article was written in has no second column of text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.shared import Mm

from publisher.catalog.extract import role_name
from publisher.export.docx.anchors import Printed
from publisher.export.docx.drawings import OURS, Words, set_small
from publisher.export.docx.elements import w
from publisher.export.docx.figures import set_rights
from publisher.export.docx.inlines import set_inlines, set_run, set_words
from publisher.export.docx.looks import ALERT, TINT
from publisher.export.docx.package import add_part
from publisher.export.docx.paragraphs import paragraph
from publisher.export.docx.pieces import Marks
from publisher.export.docx.remarks import SPOKEN, Remarks
from publisher.export.docx.setting import Setting
from publisher.export.docx.styles import Style
from publisher.export.docx.tables import share_width
from publisher.model.article import Article
from publisher.model.block import Figure
from publisher.model.inline import Prose
from publisher.model.language import language
from publisher.model.walk import Place, Role, figures_of, plain_text, runs
from publisher.readers.word.elements import Element
from publisher.render.edition import Review, picture_key

HEADS = {Role.TITLE, Role.HEADING, Role.ASIDE_TITLE}  # by which one finds one's way
GAP = "120"  # twips between a column's edge and its text
LABELS, PICTURE = Mm(34), Mm(28)  # widths of the first column, and of a picture in it


def set_review(review: Review, document: Document, setting: Setting) -> Iterator[Element]:
    """Set the articles of an edition as tables; remarks become comments of the document."""
    remarks = Remarks(setting)
    for article, source in zip(setting.edition.articles, review.sources, strict=True):
        setting.begin(article)
        yield _Reviewer(article, source, review, remarks, setting).table()
    if len(remarks.element):
        add_part(document, "comments", remarks.element)


def rows_of(article: Article) -> Iterator[tuple[Place, Prose | None]]:
    """List the rows of an article in the order of reading; None stands for a figure's credit."""
    found = runs(article)
    figures = figures_of(article)
    last = {place.number: at for at, (place, _) in enumerate(found) if place.number}
    told = 0
    for at, (place, run) in enumerate(found):
        yield from _credits(figures, told, place.number - 1)
        told = max(told, place.number - 1)
        yield place, run
        if last.get(place.number) == at:
            yield from _credits(figures, told, place.number)
            told = place.number
    yield from _credits(figures, told, len(figures))


def _credits(
    figures: Sequence[Figure], told: int, until: int
) -> Iterator[tuple[Place, Prose | None]]:
    """List the credits of figures after number `told`, up to number `until`."""
    for number in range(told + 1, until + 1):
        figure = figures[number - 1]
        if figure.credit or figure.licence:
            yield Place(role=Role.CAPTION, number=number, figure=figure), None


@dataclass(frozen=True)
class _Reviewer:
    """Sets one article."""

    article: Article
    source: Article
    review: Review
    remarks: Remarks
    setting: Setting

    def table(self) -> Element:
        widths = self._widths()
        properties = w(
            "tblPr",
            w("tblStyle", val=self.setting.style(Style.TABLE)),
            w("tblW", w_=str(sum(widths)), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblCellMar", *(w(side, w_=GAP, type="dxa") for side in ("left", "right"))),
            w("tblLook", val="0600", firstRow="0", lastRow="0", firstColumn="0", lastColumn="0"),
        )
        grid = w("tblGrid", *(w("gridCol", w_=str(width)) for width in widths))
        return w("tbl", properties, grid, self._head(widths), *self._rows(widths))

    @property
    def _is_translated(self) -> bool:
        return self.article.language != self.source.language

    def _widths(self) -> tuple[int, ...]:
        labels = LABELS.twips
        rest = self.setting.page.width.twips - labels
        return (labels, *share_width((1, 1) if self._is_translated else (1,), rest))

    def _head(self, widths: Sequence[int]) -> Element:
        tags = [self.source.language] if self._is_translated else []
        names = (set_words(language(tag).name, self.setting, tag=tag) for tag in tags)
        own = set_words(self.setting.language.name, self.setting)
        slug = set_words(self.article.slug, self.setting)
        cells = [
            [paragraph(Style.REVIEW_HEAD, words, self.setting)] for words in (slug, *names, own)
        ]
        row = _row(cells, widths, shaded=True)
        row[0].append(w("tblHeader"))
        return row

    def _rows(self, widths: Sequence[int]) -> Iterator[Element]:
        printed = {run.segment: run for _, run in runs(self.article)}
        shown = 0
        for place, run in rows_of(self.source):
            label = [self._label(place, run)]
            if place.number > shown:
                shown = place.number
                label[:0] = self._picture(place.number)
            if run is None:
                figure = figures_of(self.article)[place.number - 1]
                yield self._fixed(label, [*set_rights(figure, self.setting)], widths)
            else:
                texts = [self._source(run)] if self._is_translated else []
                texts.append(self._translation(run.segment, printed.get(run.segment)))
                row = _row([label, *([text] for text in texts)], widths)
                if run.segment in self.review.remarks:
                    row[-1][0].append(_shade(ALERT))
                yield row

    def _fixed(
        self, label: Sequence[Element], content: Sequence[Element], widths: Sequence[int]
    ) -> Element:
        """Set a row whose content is nobody's to change across the columns of text."""
        row = _row([label, content], (widths[0], sum(widths[1:])), shaded=True)
        if self._is_translated:
            row[-1][0].insert(1, w("gridSpan", val="2"))
        return row

    def _label(self, place: Place, run: Prose | None) -> Element:
        name = f"credit of figure {place.number}, not to be changed"
        if run is not None:
            name = role_name(place).partition(":")[0]
            number = self.setting.note_number(run.segment) if place.role is Role.FOOTNOTE else 0
            name += f" [{number}]" if number else ""
        words = set_words(name, self.setting, tag=SPOKEN)
        style = Style.REVIEW_HEAD if run and place.role in HEADS else Style.REVIEW_LABEL
        return paragraph(style, words, self.setting)

    def _picture(self, number: int) -> Iterator[Element]:
        """Show a figure to those who describe it."""
        figure = figures_of(self.article)[number - 1]
        if figure.image:
            picture = self.setting.edition.pictures[picture_key(self.article, figure.image.path)]
            text = plain_text(figure.alt.children) if figure.alt else ""
            words = Words(name=f"{OURS}{number}", alternative=text)
            made = set_small(picture, PICTURE, words, self.setting)
            yield paragraph(Style.REVIEW_LABEL, [made], self.setting)

    def _source(self, run: Prose) -> Element:
        marks = Marks(language=self.source.language)
        words = set_inlines(run.children, marks, Printed.WORDS.value, self.setting)
        spoken = language(self.source.language)
        across = spoken.direction != self.setting.language.direction
        turned = (w("bidi", val="1" if spoken.direction == "rtl" else "0"),) if across else ()
        return paragraph(Style.REVIEW_TEXT, words, self.setting, *turned)

    def _translation(self, segment: str, run: Prose | None) -> Element:
        if run is not None and segment not in self.review.waiting:
            made = set_run(run, self.setting)
        else:
            marks = Marks(language=self.setting.language.tag)
            made = set_inlines(self.setting.words(segment), marks, segment, self.setting)
        remarked = self.remarks.on(made, self.review.remarks.get(segment, ()))
        return paragraph(Style.REVIEW_TEXT, remarked, self.setting)


def _row(
    cells: Sequence[Sequence[Element]], widths: Sequence[int], *, shaded: bool = False
) -> Element:
    made = w("tr", w("trPr", w("cantSplit")))
    for content, width in zip(cells, widths, strict=True):
        properties = w("tcPr", w("tcW", w_=str(width), type="dxa"))
        if shaded:
            properties.append(_shade(TINT))
        made.append(w("tc", properties, *content))
    return made


def _shade(colour: str) -> Element:
    return w("shd", val="clear", color="auto", fill=colour)
