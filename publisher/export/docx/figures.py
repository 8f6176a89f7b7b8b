"""Figures and galleries: picture or placeholder, and every word that belongs to it.

A figure's words stand in paragraphs of their own: caption, place and day, credit, licence. A credit
is one run with one text, which is the credit's line; the layout's label is a run of its own, and
stands only where the line has none.
"""

import re
from collections.abc import Iterator, Sequence

from publisher.export.docx.anchors import Anchor, Printed, digest_of_text
from publisher.export.docx.drawings import OURS, Words, set_mark, set_picture
from publisher.export.docx.elements import w
from publisher.export.docx.inlines import set_label, set_line, set_run, set_term, set_words
from publisher.export.docx.paragraphs import keep_together, paragraph
from publisher.export.docx.setting import Setting
from publisher.export.docx.styles import Style
from publisher.model.block import Figure, Gallery
from publisher.model.inline import Prose
from publisher.model.walk import plain_text
from publisher.readers.word.elements import Element
from publisher.render.dates import format_date
from publisher.render.edition import picture_key
from publisher.render.images import load_picture
from publisher.render.page import MARK
from publisher.render.terms import CREDIT_LABELS, Term

CYRILLIC = re.compile(r"[\u0400-\u052f]")
UNTRANSLATED = "en"  # a line that has no translation is read as English


def set_figure(figure: Figure, setting: Setting) -> Sequence[Element]:
    """Set a figure as paragraphs that stay on one page."""
    setting.figures += 1
    if figure.image:
        picture = setting.edition.pictures[picture_key(setting.article, figure.image.path)]
        content = [set_picture(picture, _words(figure, setting), setting)]
        first = paragraph(Style.FIGURE, content, setting)
    else:
        first = _placeholder(figure, setting)
    return keep_together([first, *_below(figure, setting)])


def set_gallery(gallery: Gallery, setting: Setting) -> Sequence[Element]:
    """Set figures one after the other, then the caption that they share."""
    made = [part for figure in gallery.figures for part in set_figure(figure, setting)]
    if gallery.caption:
        words = set_run(gallery.caption, setting)
        made.append(paragraph(Style.GALLERY_CAPTION, words, setting))
        keep_together(made[-2:])
    return made


def _words(figure: Figure, setting: Setting) -> Words:
    """Name a picture by the segment of its alternative, so that an editor's change is found."""
    alternative = _alternative(figure, setting)
    name = f"{OURS}{setting.figures}"
    if figure.alt and figure.alt.segment:
        name = Anchor(key=figure.alt.segment, digest=digest_of_text(alternative)).name
    run = _alternative_run(figure)
    return Words(name=name, alternative=alternative, language=(run and run.language) or "")


def _alternative(figure: Figure, setting: Setting) -> str:
    """Give the text alternative: what was written for it, else the caption, else a number."""
    if run := _alternative_run(figure):
        return plain_text(run.children).strip()
    return setting.edition.terms[Term.FIGURE].replace("{number}", str(setting.figures))


def _alternative_run(figure: Figure) -> Prose | None:
    runs = (run for run in (figure.alt, figure.caption) if run)
    return next((run for run in runs if plain_text(run.children).strip()), None)


def _placeholder(figure: Figure, setting: Setting) -> Element:
    """Set a box that says that there is no picture, and why; its mark carries the alternative."""
    content: list[Element] = []
    if MARK in setting.layout.files:
        mark = load_picture(setting.layout.files[MARK], MARK)
        content += [set_mark(mark, _words(figure, setting), setting), w("r", w("br"))]
    content += set_term(Term.WITHHELD, setting, Style.LABEL)
    if figure.withheld:
        content += [w("r", w("br")), *set_run(figure.withheld, setting)]
    return paragraph(Style.WITHHELD, content, setting)


def _below(figure: Figure, setting: Setting) -> Iterator[Element]:
    if figure.caption:
        yield paragraph(Style.CAPTION, set_run(figure.caption, setting), setting)
    if figure.place or figure.taken:
        yield paragraph(Style.TAKEN, _taken(figure, setting), setting)
    yield from set_rights(figure, setting)


def set_rights(figure: Figure, setting: Setting) -> Iterator[Element]:
    """Set the credit and the licence, each in a paragraph: lines that nobody changes."""
    if figure.credit:
        label = None if figure.credit.label else CREDIT_LABELS[figure.kind]
        line = _line(figure.credit.line, setting, Printed.CREDIT)
        yield _labelled(Style.CREDIT, label, line, setting)
    if figure.licence:
        line = _line(figure.licence, setting, Printed.WORDS)
        yield _labelled(Style.LICENCE, Term.LICENCE, line, setting)


def _taken(figure: Figure, setting: Setting) -> list[Element]:
    day = format_date(figure.taken, setting.language) if figure.taken else ""
    if not figure.place:
        return set_words(day, setting)
    return [*set_run(figure.place, setting), *set_words(f", {day}" if day else "", setting)]


def _line(line: str, setting: Setting, kind: Printed) -> list[Element]:
    tag = setting.language.tag if CYRILLIC.search(line) else UNTRANSLATED
    return set_line(line, tag, Style.CREDIT_LINE, setting, kind)


def _labelled(style: Style, label: Term | None, line: list[Element], setting: Setting) -> Element:
    return paragraph(style, [*(set_label(label, setting) if label else ()), *line], setting)
