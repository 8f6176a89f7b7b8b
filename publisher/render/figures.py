"""Figures and galleries to XHTML: picture or placeholder, and every word that belongs to it.

A figure's words stand in elements of their own, never in one run: `p.caption`, `p.taken`,
`p.credit` with `span.credit-line` and, where the line has no label of its own, `span.label`,
`p.licence`. The text of `span.credit-line` is the credit's line and nothing else.
"""

import re

from markupsafe import Markup

from publisher.model.block import Figure, Gallery
from publisher.model.credit import Credit
from publisher.model.inline import Prose
from publisher.model.walk import plain_text
from publisher.render.dates import format_date
from publisher.render.edition import Picture, picture_key
from publisher.render.inlines import set_run
from publisher.render.setting import Setting, attributes
from publisher.render.terms import CREDIT_LABELS, Term

FOREIGN = "en"  # the language of agencies and licences, whatever that of the edition
CYRILLIC = re.compile(r"[\u0400-\u052f]")


def set_figure(figure: Figure, setting: Setting) -> Markup:
    """Set a figure."""
    setting.figures += 1
    picture = _picture(figure, setting)
    own = setting.ids.take(f"figure-{setting.figures}") if setting.context.exchange else ""
    return Markup('<figure{} class="figure {}">\n{}\n{}</figure>').format(
        attributes(id=own),
        _shape(picture),
        _image(figure, picture, setting) if picture else _placeholder(figure, setting),
        _words(figure, setting),
    )


def set_gallery(gallery: Gallery, setting: Setting) -> Markup:
    """Set the figures of a gallery, then the caption that they share."""
    figures = Markup("\n").join(set_figure(figure, setting) for figure in gallery.figures)
    caption = Markup()
    if gallery.caption:
        caption = set_run("p", gallery.caption, setting, "gallery-caption") + Markup("\n")
    return Markup(
        '<div class="gallery">\n<div class="gallery-figures">\n{}\n</div>\n{}</div>'
    ).format(figures, caption)


def _picture(figure: Figure, setting: Setting) -> Picture | None:
    if figure.image is None:
        return None
    return setting.context.pictures[picture_key(setting.article, figure.image.path)]


def _shape(picture: Picture | None) -> str:
    """Name the shape, for style sheets that set upright pictures smaller."""
    if picture is None:
        return "without-picture"
    return "upright" if picture.height > picture.width else "wide"


def _image(figure: Figure, picture: Picture, setting: Setting) -> Markup:
    return Markup('<img{} src="{}" alt="{}" width="{}" height="{}" />').format(
        _alternative_attributes(figure, setting),
        setting.context.source(picture),
        alternative(figure, setting),
        str(picture.width),
        str(picture.height),
    )


def alternative(figure: Figure, setting: Setting) -> str:
    """Give the text alternative: what was written for it, else the caption, else a number."""
    run = _spoken(figure)
    if run:
        return plain_text(run.children).strip()
    return setting.context.terms[Term.FIGURE].replace("{number}", str(setting.figures))


def _spoken(figure: Figure) -> Prose | None:
    """Give the run that serves as a figure's text alternative."""
    written = (run for run in (figure.alt, figure.caption) if run)
    return next((run for run in written if plain_text(run.children).strip()), None)


def _alternative_attributes(figure: Figure, setting: Setting) -> Markup:
    """Give the id and the language of the text alternative; a caption has its id elsewhere."""
    run = _spoken(figure)
    if run is None:
        return setting.in_language_of(Term.FIGURE)
    return setting.attributes_of(run, None if run is figure.alt else "")


def _placeholder(figure: Figure, setting: Setting) -> Markup:
    """Set a box that says that there is no picture, and why; its mark carries the alternative."""
    return Markup('<div class="withheld">\n{}<p class="withheld-label">{}</p>\n{}\n</div>').format(
        _mark(figure, setting) if setting.context.mark else "",
        setting.word(Term.WITHHELD),
        set_run("p", figure.withheld, setting, "withheld-reason") if figure.withheld else "",
    )


def _mark(figure: Figure, setting: Setting) -> Markup:
    return Markup('<img class="withheld-mark"{} src="{}" alt="{}" />\n').format(
        _alternative_attributes(figure, setting),
        setting.context.mark,
        alternative(figure, setting),
    )


def _words(figure: Figure, setting: Setting) -> Markup:
    lines = [
        set_run("p", figure.caption, setting, "caption") if figure.caption else Markup(),
        _taken(figure, setting),
        _credit(figure.credit, CREDIT_LABELS[figure.kind], setting) if figure.credit else Markup(),
        _licence(figure.licence, setting) if figure.licence else Markup(),
    ]
    kept = Markup("\n").join(line for line in lines if line)
    return Markup("<figcaption>\n{}\n</figcaption>\n").format(kept) if kept else Markup()


def _taken(figure: Figure, setting: Setting) -> Markup:
    parts: list[Markup] = []
    if figure.place:
        parts.append(set_run("span", figure.place, setting, "place"))
    if figure.taken:
        day = format_date(figure.taken, setting.context.language)
        parts.append(Markup('<time datetime="{}">{}</time>').format(figure.taken.isoformat(), day))
    return Markup('<p class="taken">{}</p>').format(Markup(", ").join(parts)) if parts else Markup()


def _credit(credit: Credit, label: Term, setting: Setting) -> Markup:
    """Set a credit; the layout's label stands before it unless the line has one of its own."""
    labelled = Markup('<span class="label">{}</span> ').format(setting.word(label))
    return Markup(
        '<p class="credit">{}<span class="credit-line" translate="no"{}{}>{}</span></p>'
    ).format(
        Markup() if credit.label else labelled,
        _credit_language(credit, setting),
        _spacing(credit, setting),
        credit.line,
    )


def _credit_language(credit: Credit, setting: Setting) -> Markup:
    """Give the language of a credit line, which nobody translates; Cyrillic speaks for itself."""
    return Markup() if CYRILLIC.search(credit.line) else setting.in_language(FOREIGN)


def _spacing(credit: Credit, setting: Setting) -> Markup:
    """Keep spaces that HTML would merge; only where there are any, since lines break worse so."""
    merges = " ".join(credit.line.split()) != credit.line and not setting.context.exchange
    return attributes(style="white-space: pre-wrap" if merges else "")


def _licence(licence: str, setting: Setting) -> Markup:
    return Markup(
        '<p class="licence"><span class="label">{}</span> '
        '<span class="licence-line" translate="no"{}>{}</span></p>'
    ).format(setting.word(Term.LICENCE), setting.in_language(FOREIGN), licence)
