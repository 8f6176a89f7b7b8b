"""Inline markup as small tags that a translator can move but not invent.

`flatten` writes a run as text with tags; `unflatten` gives the translated text the structure of
the source run: what a tag means (an address, a language) comes from the source, never from the
translation. A run without markup is plain text, `&` and `<` included; whether a run carries tags is
known from its source.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NoReturn

from publisher.errors import CatalogError
from publisher.model.inline import (
    Code,
    Container,
    Emphasis,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Link,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from publisher.model.text import clean, find_forbidden
from publisher.model.walk import plain_text

NAMES: dict[type[Inline], str] = {
    Emphasis: "em",
    Strong: "strong",
    Superscript: "sup",
    Subscript: "sub",
    Link: "a",
    Span: "span",
    Code: "code",
    Keep: "keep",
    LineBreak: "br",
    Footnote: "fn",
}
ENTITIES = {"amp": "&", "lt": "<", "gt": ">"}
ENTITY = re.compile(r"&(amp|lt|gt);")
TOKEN = re.compile(r"<(?P<close>/)?(?P<name>[a-z]+[0-9]*)(?P<empty>(?(close)|/?))>")


def flatten(inlines: tuple[Inline, ...]) -> str:
    """Write a run as text with tags.

    >>> flatten((Text(text="Read "), Emphasis(children=(Text(text="this"),)), Text(text=" & that")))
    'Read <em>this</em> &amp; that'
    >>> flatten((Text(text="this & that"),))
    'this & that'
    """
    if all(isinstance(inline, Text) for inline in inlines):
        return "".join(inline.text for inline in inlines if isinstance(inline, Text))
    names = (name for name, _ in named(inlines))
    return "".join(_write(inline, names) for inline in inlines)


def named(inlines: tuple[Inline, ...]) -> Iterator[tuple[str, Inline]]:
    """Name every tagged node: `em`, `em2`, `em3` in the order of their opening."""
    seen: dict[str, int] = {}
    for node in _tagged(inlines):
        base = NAMES[type(node)]
        seen[base] = seen.get(base, 0) + 1
        yield (base if seen[base] == 1 else f"{base}{seen[base]}"), node


def tag_names(inlines: tuple[Inline, ...]) -> frozenset[str]:
    """List the tags by which `flatten` writes a run.

    >>> sorted(tag_names((LineBreak(), LineBreak())))
    ['br', 'br2']
    """
    return frozenset(name for name, _ in named(inlines))


def _tagged(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    for inline in inlines:
        if not isinstance(inline, Text):
            yield inline
        if isinstance(inline, Container):
            yield from _tagged(inline.children)


def _write(inline: Inline, names: Iterator[str]) -> str:
    if isinstance(inline, Text):
        return html.escape(inline.text, quote=False)
    name = next(names)
    if isinstance(inline, LineBreak | Footnote):
        return f"<{name}/>"
    if isinstance(inline, Code | Keep):
        return f"<{name}>{html.escape(inline.text, quote=False)}</{name}>"
    return f"<{name}>{''.join(_write(child, names) for child in inline.children)}</{name}>"


def unflatten(text: str, source: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Give `text` the structure of `source`.

    Args:
        text: A translation, with each tag of the flattened source exactly once.
        source: The inlines that were flattened.

    Raises:
        CatalogError: A tag is unknown, repeated, dropped, not closed or wrongly nested, or what
            must not be translated was.
    """
    if found := find_forbidden(text):
        _refuse(f"the character U+{ord(found.group()):04X} stands in it, which no file may hold")
    shells = dict(named(source))
    if not shells:
        return (Text(text=clean(text)),) if text else ()
    builder = _Builder(shells)
    at = 0
    for token in TOKEN.finditer(text):
        builder.words(text[at : token.start()])
        builder.tag(token["name"], closes=bool(token["close"]), empty=bool(token["empty"]))
        at = token.end()
    builder.words(text[at:])
    return builder.finish()


@dataclass(frozen=True, slots=True)
class _Open:
    """A tag that is open: its name, the source's node, and what stood before it."""

    name: str
    node: Inline
    outer: list[Inline]


class _Builder:
    """Builds inlines from the words and tags of a translation, one after another."""

    def __init__(self, shells: dict[str, Inline]) -> None:
        self._shells = shells
        self._unused = dict(shells)
        self._open: list[_Open] = []
        self._here: list[Inline] = []

    def words(self, raw: str) -> None:
        if "<" in raw:
            _refuse("a `<` is neither a tag of the source nor written `&lt;`")
        if raw:
            # Not before: composed with U+0338, the `>` of a tag would become another character.
            words = clean(ENTITY.sub(lambda found: ENTITIES[found[1]], raw))
            self._here.append(Text(text=words))

    def tag(self, name: str, *, closes: bool, empty: bool) -> None:
        if name not in self._shells:
            _refuse(f"the tag <{name}> is not in the source")
        if closes:
            self._close(name)
            return
        node = self._unused.pop(name, None)
        if node is None:
            _refuse(f"the tag <{name}> is repeated")
        if empty != isinstance(node, LineBreak | Footnote):
            _refuse(
                f"the tag <{name}> is written {'empty' if empty else 'open'}, unlike the source"
            )
        if empty:
            self._here.append(node)
        else:
            self._open.append(_Open(name, node, self._here))
            self._here = []

    def _close(self, name: str) -> None:
        if not self._open or self._open[-1].name != name:
            _refuse(f"</{name}> closes a tag that is not the last one opened")
        opened = self._open.pop()
        filled = _fill(opened.name, opened.node, tuple(self._here))
        self._here = opened.outer
        self._here.append(filled)

    def finish(self) -> tuple[Inline, ...]:
        if self._open:
            _refuse(f"the tag <{self._open[-1].name}> is not closed")
        if self._unused:
            _refuse(f"the tag <{next(iter(self._unused))}> of the source is missing")
        return tuple(self._here)


def _fill(name: str, node: Inline, inside: tuple[Inline, ...]) -> Inline:
    if isinstance(node, Container):
        if not inside and node.children:
            _refuse(f"the tag <{name}> is empty")
        return replace(node, children=inside)
    kept = clean(plain_text((node,)))
    if inside != ((Text(text=kept),) if kept else ()):
        _refuse(f"<{name}> must keep the words of the source")
    return node


def _refuse(message: str) -> NoReturn:
    raise CatalogError(
        message, hint="copy the tags of the source text, each once, around the right words"
    )
