"""Inlines and footnotes to XHTML."""

import re
from typing import assert_never

from markupsafe import Markup, escape

from publisher.model.inline import (
    Code,
    Emphasis,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Link,
    Prose,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from publisher.render.context import NoteStyle
from publisher.render.setting import Setting, attributes
from publisher.render.terms import Term

ENDING = re.compile(r"((?<![\w-])\w{1,12}-\w{1,3}(?![\w-]))")
BACK_ARROW = "↑"  # the arrow that bends back is missing from most text fonts


def set_inlines(inlines: tuple[Inline, ...], setting: Setting) -> Markup:
    """Set inlines one after another."""
    return Markup().join(_set(inline, setting) for inline in inlines)


def set_words(run: Prose, setting: Setting) -> Markup:
    """Set what a run says, without an element of its own."""
    with setting.speaking(setting.language_of(run)):
        return set_inlines(run.children, setting)


def set_run(element: str, run: Prose, setting: Setting, kind: str = "") -> Markup:
    """Set a run as an element with a class, the run's id and its language."""
    return Markup("<{0}{1}{2}>{3}</{0}>").format(
        element,
        attributes(**{"class": kind}),
        setting.attributes_of(run),
        set_words(run, setting),
    )


def _set(  # noqa: C901, PLR0912 -- one case for each kind of inline
    inline: Inline, setting: Setting
) -> Markup:
    match inline:
        case Text(text=text):
            return escape(text) if setting.context.exchange else _set_text(text)
        case Emphasis(children=children):
            return Markup("<em>{}</em>").format(set_inlines(children, setting))
        case Strong(children=children):
            return Markup("<strong>{}</strong>").format(set_inlines(children, setting))
        case Superscript(children=children):
            return Markup("<sup>{}</sup>").format(set_inlines(children, setting))
        case Subscript(children=children):
            return Markup("<sub>{}</sub>").format(set_inlines(children, setting))
        case Link():
            return _set_link(inline, setting)
        case Span(children=children, language=language):
            with setting.speaking(language):
                inside = set_inlines(children, setting)
            return Markup("<span{}>{}</span>").format(setting.in_language(language), inside)
        case Code(text=text):
            return Markup('<code translate="no">{}</code>').format(text)
        case Keep(text=text):
            return Markup('<span class="keep" translate="no">{}</span>').format(text)
        case LineBreak():
            return Markup("<br />")
        case Footnote(content=content):
            return _set_footnote(content, setting)
        case _:
            assert_never(inline)


def _set_text(text: str) -> Markup:
    """Set text; an ending after a hyphen ("NATO-ja", "20-të") stays with its word."""
    parts = ENDING.split(text)
    joined = Markup('<span class="nowrap">{}</span>')
    return Markup().join(
        joined.format(part) if at % 2 else escape(part) for at, part in enumerate(parts)
    )


def _set_link(link: Link, setting: Setting) -> Markup:
    """Set a link; links do not nest in HTML, so notes called inside it are called after it."""
    if setting.held is not None:
        return set_inlines(link.children, setting)
    setting.held = []
    inside = set_inlines(link.children, setting)
    calls, setting.held = Markup().join(setting.held), None
    if link.href.startswith("#") and link.href[1:] not in setting.targets:
        return inside + calls  # a place of the source that this file does not have
    return Markup('<a href="{}">{}</a>{}').format(link.href, inside, calls)


def _set_footnote(content: Prose, setting: Setting) -> Markup:
    held, setting.held = setting.held, None
    call = _call(content, setting)
    setting.held = held
    if held is None:
        return call
    held.append(call)
    return Markup()


def _call(content: Prose, setting: Setting) -> Markup:
    if setting.context.notes is NoteStyle.PAGE:
        return set_run("span", content, setting, "footnote")
    number = str(len(setting.notes) + 1)
    here = setting.ids.take(f"{setting.article.slug}-call-{number}")
    there = setting.ids.take(f"{setting.article.slug}-note-{number}")
    setting.notes.append(_note(content, here, there, setting))
    return Markup(
        '<sup class="note-call"><a id="{}" href="#{}" role="doc-noteref"{}{} aria-label="{}">{}</a>'
        "</sup>"
    ).format(
        here,
        there,
        setting.epub_type("noteref"),
        setting.in_language_of(Term.NOTE),
        setting.context.terms[Term.NOTE].replace("{number}", number),
        number,
    )


def _note(content: Prose, here: str, there: str, setting: Setting) -> Markup:
    with setting.speaking(setting.context.language.tag):  # it does not stand where it is called
        words = set_run("span", content, setting)
    return Markup(
        '<li id="{}"{}><p>{} <a class="back" href="#{}" role="doc-backlink"{} aria-label="{}">'
        "{}</a></p></li>"
    ).format(
        there,
        setting.epub_type("endnote"),
        words,
        here,
        setting.in_language_of(Term.BACK),
        setting.context.terms[Term.BACK],
        BACK_ARROW,
    )


def set_notes(setting: Setting) -> Markup:
    """Set the section of the notes that were called so far, or nothing."""
    if not setting.notes:
        return Markup()
    heading = setting.ids.take(f"{setting.article.slug}-notes")
    # Several articles in a file have several such sections; a body alone has no title to name.
    named = heading if setting.context.exchange else f"{heading} {setting.outline[0].id}"
    return Markup(
        '<section class="notes" role="doc-endnotes"{} aria-labelledby="{}">\n'
        '<h{level} id="{}">{}</h{level}>\n<ol>\n{}\n</ol>\n</section>'
    ).format(
        setting.epub_type("endnotes"),
        named,
        heading,
        setting.word(Term.NOTES),
        Markup("\n").join(setting.notes),
        level=min(setting.context.title_level + 1, 6),
    )
