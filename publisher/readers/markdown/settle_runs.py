"""Bringing runs of text to what Markdown can say."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeGuard

from markdown_it.common.normalize_url import normalizeLink

from publisher.model.inline import (
    Code,
    Container,
    Emphasis,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Link,
    Prose,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from publisher.model.walk import plain_text

RAISED = {Superscript, Subscript}
BLANK = re.compile(r"[ \t\n]+")


def settle_run(run: Prose | None, *, broken: bool = False) -> Prose | None:
    """Give a run as Markdown can say it, or None where nothing is left of it."""
    children = settle_inlines(run.children, broken=broken) if run else ()
    return Prose(children=children) if children else None


def settle_inlines(inlines: Iterable[Inline], *, broken: bool = False) -> tuple[Inline, ...]:
    """Give inlines as Markdown can say them.

    Args:
        inlines: Of one run.
        broken: Whether lines may break in it.

    >>> settle_inlines((Strong(children=(Text(text="a "), Strong(children=(Text(text="b"),)))),))
    (Strong(children=(Text(text='a b'),)),)
    """
    flat: list[Inline] = []
    for inline in inlines:
        flat.extend(_inline(inline, (), broken=broken))
    return _trimmed(_joined(flat))


def _inline(inline: Inline, outer: tuple[type, ...], *, broken: bool) -> tuple[Inline, ...]:
    match inline:
        case Text(text=text):
            return (Text(text=BLANK.sub(" ", text)),)
        case Code(text=text) | Keep(text=text):
            words = BLANK.sub(" ", text).strip()
            return (replace(inline, text=words),) if words else ()
        case LineBreak():
            return (inline,) if broken else (Text(text=" "),)
        case Footnote(content=content):
            note = settle_run(content)
            return (Footnote(content=note),) if note else ()
        case Link(href=href):
            return _container(replace(inline, href=normalizeLink(href)), outer, broken=broken)
        case _:
            return _container(inline, outer, broken=broken)


def _container(
    container: Container, outer: tuple[type, ...], *, broken: bool
) -> tuple[Inline, ...]:
    """Give a container with the spaces at its ends outside; one in one of its kind is dissolved."""
    kind = type(container)
    if kind in RAISED:
        return _raised(container, outer)
    flat: list[Inline] = []
    for child in container.children:
        flat.extend(_inline(child, (*outer, kind), broken=broken))
    inside = _joined(flat)
    kept = _trimmed(inside)
    if kind in outer or not plain_text(kept).strip():
        return inside
    if kind is Strong and len(kept) == 1 and isinstance(kept[0], Emphasis):
        kept = (Strong(children=kept[0].children),)
        container = Emphasis(children=kept)
    before, after = _ends(inside)
    return (*before, replace(container, children=kept), *after)


def _raised(container: Container, outer: tuple[type, ...]) -> tuple[Inline, ...]:
    """Give raised or lowered words, which hold no markup; notes called in them follow them."""
    text = BLANK.sub(" ", plain_text(container.children))
    words = text.strip(" ")
    raised = (replace(container, children=(Text(text=words),)),) if words else ()
    notes = (
        note for child in _notes(container.children) for note in _inline(child, outer, broken=False)
    )
    before = _white(text[: len(text) - len(text.lstrip(" "))])
    after = _white(text[len(text.rstrip(" ")) :]) if words else ()
    return (*before, *raised, *notes, *after)


def _notes(inlines: tuple[Inline, ...]) -> Iterator[Footnote]:
    for inline in inlines:
        if isinstance(inline, Footnote):
            yield inline
        elif isinstance(inline, Container):
            yield from _notes(inline.children)


def _ends(inlines: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Give the white space at both ends of what a container holds."""
    text = "".join("\n" if isinstance(one, LineBreak) else plain_text((one,)) for one in inlines)
    before = text[: len(text) - len(text.lstrip(" \n"))]
    after = text[len(text.rstrip(" \n")) :]
    return _white(before), _white(after)


def _white(text: str) -> tuple[Inline, ...]:
    if "\n" in text:
        return (LineBreak(),)
    return (Text(text=" "),) if text else ()


def _joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Join what is alike, and drop the spaces that double or stand beside a line break."""
    joined: list[Inline] = []
    for inline in inlines:
        if joined:
            joined[-1:] = _pair(joined[-1], inline)
        else:
            joined.append(inline)
    return tuple(joined)


def _pair(before: Inline, inline: Inline) -> tuple[Inline, ...]:
    """Give two inlines that follow each other as they are written."""
    match before, inline:
        case Text(text=one), Text(text=other):
            return (Text(text=BLANK.sub(" ", one + other)),)
        case Code(text=one), Code(text=other):
            return (Code(text=one + other),)
        case LineBreak(), Text(text=text):
            return (before, Text(text=text.lstrip(" "))) if text.strip(" ") else (before,)
        case Text(text=text), LineBreak():
            return (Text(text=text.rstrip(" ")), inline) if text.strip(" ") else (inline,)
        case LineBreak(), LineBreak():
            return (before,)
        case _ if isinstance(before, Container) and _alike(inline, before):
            return (replace(before, children=_joined((*before.children, *inline.children))),)
        case _:
            return before, inline


def _alike(inline: Inline, before: Container) -> TypeGuard[Container]:
    """Whether two containers differ in nothing but what they hold."""
    return isinstance(inline, Container) and replace(inline, children=before.children) == before


def _trimmed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    while inlines and _is_white(inlines[0]):
        inlines = inlines[1:]
    while inlines and _is_white(inlines[-1]):
        inlines = inlines[:-1]
    if inlines and isinstance(inlines[0], Text):
        inlines = (Text(text=inlines[0].text.lstrip(" ")), *inlines[1:])
    if inlines and isinstance(inlines[-1], Text):
        inlines = (*inlines[:-1], Text(text=inlines[-1].text.rstrip(" ")))
    return inlines


def _is_white(inline: Inline) -> bool:
    return isinstance(inline, LineBreak) or (
        isinstance(inline, Text) and not inline.text.strip(" ")
    )
