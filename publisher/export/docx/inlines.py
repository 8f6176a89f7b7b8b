"""Runs of text, and the footnotes called in them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from itertools import groupby
from types import MappingProxyType
from typing import TypeAlias

from publisher.errors import UsageError
from publisher.export.docx.anchors import Anchor, Printed, digest_of_text
from publisher.export.docx.elements import element, w
from publisher.export.docx.pieces import Marks, Piece, lay_flat
from publisher.export.docx.printed import SPACE, address_of, digest_of_pieces, href_of
from publisher.export.docx.setting import SEPARATORS, Setting
from publisher.export.docx.styles import Style
from publisher.model.inline import Footnote, Inline, LineBreak, Prose
from publisher.model.language import language
from publisher.readers.word.elements import Element
from publisher.render.terms import Term

UNPROOFED = {Style.CODE, Style.KEEP, Style.CREDIT_LINE}
HYPHEN = re.compile("([\u00ad\u2011])")
HYPHENS = {"\u00ad": "softHyphen", "\u2011": "noBreakHyphen"}  # right in Word only as elements
PLACEHOLDER = re.compile(r"(\{[a-z]+\})")

Fillings: TypeAlias = Mapping[str, list[Element]]
NOTHING: Fillings = MappingProxyType({})


def set_run(run: Prose, setting: Setting, style: Style | None = None) -> list[Element]:
    """Set a run in the bookmark of its segment; `style` is a character style for all of it."""
    marks = Marks(language=run.language or setting.language.tag, style=style)
    return set_inlines(run.children, marks, run.segment, setting)


def set_inlines(
    inlines: tuple[Inline, ...], marks: Marks, key: str, setting: Setting
) -> list[Element]:
    """Set inlines in the bookmark of `key`: a segment's id, a value of `Printed`, or nothing."""
    pieces = tuple(lay_flat(inlines, marks))
    made = _set_pieces(pieces, setting)
    if not key:
        return list(made)
    return setting.bookmarked(key, digest_of_pieces(pieces, setting.targets), made)


def set_words(
    text: str, setting: Setting, style: Style | None = None, tag: str | None = None
) -> list[Element]:
    """Set words in the language `tag`, or the edition's, that belong to no segment."""
    marks = Marks(language=tag or setting.language.tag, style=style)
    return _printed(Printed.WORDS, text, [_run(_text(text), marks, setting)], setting)


def set_text(text: str, marks: Marks, setting: Setting) -> Element:
    """Set text as a run that stands in no bookmark."""
    return _run(_text(text), marks, setting)


def set_term(
    term: Term, setting: Setting, style: Style | None = None, placeholders: Fillings = NOTHING
) -> list[Element]:
    """Set a word of the layout, with what stands for its placeholders."""
    tag = setting.edition.language_of(term)
    parts = PLACEHOLDER.split(setting.edition.terms[term])
    runs = (
        placeholders[part] if part in placeholders else set_words(part, setting, style, tag)
        for part in parts
    )
    return [run for part in runs for run in part]


def set_label(term: Term, setting: Setting) -> list[Element]:
    """Set a word of the layout that stands before what it names."""
    words = f"{setting.edition.terms[term]} "
    return set_words(words, setting, Style.LABEL, setting.edition.language_of(term))


def set_line(
    text: str, tag: str, style: Style, setting: Setting, kind: Printed = Printed.WORDS
) -> list[Element]:
    """Set words that nobody changes, in the language `tag`: one run, one text, as they stand."""
    run = _run([characters(text)], Marks(language=tag, style=style), setting)
    return _printed(kind, text, [run], setting)


def set_link(address: str, setting: Setting) -> list[Element]:
    """Set an address as a link to itself."""
    marks = Marks(language=setting.language.tag, style=Style.HYPERLINK)
    words = [_run(_text(address), marks, setting)]
    made = words if address.startswith("#") else [_link(address, words, setting)]
    return _printed(Printed.WORDS, address, made, setting)


def _printed(kind: Printed, text: str, made: list[Element], setting: Setting) -> list[Element]:
    words = SPACE.sub(" ", text)
    return setting.bookmarked(kind.value, digest_of_text(words), made) if text else []


def _set_pieces(pieces: Iterable[Piece], setting: Setting) -> Iterator[Element]:
    for href, group in groupby(pieces, key=lambda piece: href_of(piece, setting.targets)):
        runs = [_set_piece(piece, href, setting) for piece in group]
        yield from [_link(href, runs, setting)] if href else runs


def _link(href: str, runs: list[Element], setting: Setting) -> Element:
    if href.startswith("#"):
        return _link_within(href[1:], runs, setting)
    return element("w:hyperlink", *runs, r_id=setting.link(address_of(href)), w_history="1")


def _link_within(target: str, runs: list[Element], setting: Setting) -> Element:
    pieces = lay_flat(setting.targets[target], Marks(language=setting.language.tag))
    anchor = Anchor(key=target, digest=digest_of_pieces(pieces, setting.targets))
    return w("hyperlink", *runs, anchor=anchor.name, history="1")


def _set_piece(piece: Piece, href: str, setting: Setting) -> Element:
    marks = piece.marks
    match piece.content:
        case str(text):
            return _run(_text(text), marks, setting, linked=bool(href))
        case LineBreak():
            return _run([w("br")], marks, setting, linked=bool(href))
        case Footnote(content=content):
            return (
                _call_of_row(content, setting)
                if setting.edition.review
                else _call(content, setting)
            )


def _run(
    content: Iterable[Element], marks: Marks, setting: Setting, *, linked: bool = False
) -> Element:
    properties = w("rPr", *_properties(marks, setting, linked=linked))
    return w("r", *([properties] if len(properties) else ()), *content)


def _properties(marks: Marks, setting: Setting, *, linked: bool) -> Iterator[Element]:
    """Say what a run is: by one style, since a run has no more, and the rest beside it."""
    kinds = (
        (marks.style, marks.style is not None),
        (Style.HYPERLINK, linked),
        (Style.STRONG, marks.strong),
        (Style.EMPHASIS, marks.emphasis),
    )
    style = next((kind for kind, is_so in kinds if is_so), None)
    if style is not None:
        yield w("rStyle", val=setting.style(style))
    if marks.strong and style is not Style.STRONG:
        yield from (w("b"), w("bCs"))
    if marks.emphasis and style is not Style.EMPHASIS:
        yield from (w("i"), w("iCs"))
    if style in UNPROOFED:
        yield w("noProof")
    if marks.position:
        yield w("vertAlign", val=marks.position)
    yield from said_in(marks.language, setting)


def said_in(tag: str, setting: Setting) -> Iterator[Element]:
    """Give the properties of a run in a language: none where it is the edition's."""
    word, from_right = _spoken(tag)
    if from_right:
        yield w("rtl")
    if word != setting.language.word:
        yield w("lang", val=word, bidi=word if from_right else None)


def _spoken(tag: str) -> tuple[str, bool]:
    """Give Word's tag of a language, also of an unknown one, and whether it begins at the right."""
    try:
        known = language(tag)
    except UsageError:
        return tag, False
    return known.word, known.direction == "rtl"


def _text(text: str) -> Iterator[Element]:
    for part in HYPHEN.split(SPACE.sub(" ", text)):
        if part in HYPHENS:
            yield w(HYPHENS[part])
        elif part:
            yield characters(part)


def characters(text: str) -> Element:
    """Make a `w:t`, whose spaces count."""
    made = element("w:t", xml_space="preserve")
    made.text = text
    return made


def _call(content: Prose, setting: Setting) -> Element:
    """Set a footnote in the part of the notes, and give the run that calls it."""
    reference = w("rPr", w("rStyle", val=setting.style(Style.FOOTNOTE_REFERENCE)))
    with setting.in_footnotes() as notes:
        words = set_run(content, setting)
        number = str(len(notes) - len(SEPARATORS) + 1)
        mark = w("r", deepcopy(reference), w("footnoteRef"))
        style = w("pPr", w("pStyle", val=setting.style(Style.FOOTNOTE_TEXT)))
        note = w("p", style, mark, w("r", characters(" ")), *words)
        notes.append(w("footnote", note, id=number))
    return w("r", reference, w("footnoteReference", id=number))


def _call_of_row(content: Prose, setting: Setting) -> Element:
    """Call a footnote whose text stands in a row of its own, which can be copied like any words."""
    mark = characters(f"[{setting.note_number(content.segment)}]")
    reference = w("rPr", w("rStyle", val=setting.style(Style.FOOTNOTE_REFERENCE)))
    run = w("r", reference, mark)
    return (
        _link_within(content.segment, [run], setting) if content.segment in setting.targets else run
    )
