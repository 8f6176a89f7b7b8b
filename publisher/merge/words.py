"""From an edited text to a translation with tags, or to the inlines of a source."""

import html
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from publisher.catalog.tags import named
from publisher.export.docx.anchors import CALL
from publisher.export.docx.printed import same_address
from publisher.merge.shells import Match, Shell, UnplacedError, word_tag
from publisher.merge.word.returned import Bit, Bits
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
from publisher.model.text import clean

TAGLESS = {"\n": " ", CALL: ""}  # what is left of a break or a call that is no tag of the source


def write_tagged(found: Match) -> str:
    """Write an edited text with the tags of its source, as a translation.

    Raises:
        UnplacedError: Tags overlap, so that no text with tags says it.
    """
    if not found.shells:
        return clean("".join(TAGLESS.get(bit.text, bit.text) for bit in found.bits)).strip()
    order = {shell.name: number for number, shell in enumerate(found.shells)}
    opened: list[Shell] = []
    written: list[str] = []
    for at, bit in enumerate(found.bits):
        starting = [shell for shell in found.shells if shell.start == at]
        for shell in sorted(starting, key=lambda one: (-one.end, order[one.name])):
            if opened and shell.end > opened[-1].end:
                raise UnplacedError(f"<{opened[-1].name}> and <{shell.name}> overlap")
            opened.append(shell)
            written.append(f"<{shell.name}/>" if shell.is_empty else f"<{shell.name}>")
        if not (opened and opened[-1].is_empty):
            written.append(html.escape(clean(TAGLESS.get(bit.text, bit.text)), quote=False))
        while opened and opened[-1].end == at + 1:
            shell = opened.pop()
            written.append("" if shell.is_empty else f"</{shell.name}>")
    return "".join(written).strip()


def write_inlines(
    bits: Bits, source: tuple[Inline, ...], notes: Mapping[str, Footnote]
) -> tuple[Inline, ...]:
    """Give an edited source text as inlines.

    Args:
        bits: The text.
        source: The inlines as they were; a language counts only where one of these has it, since
            programs note the keyboard's with whatever is typed.
        notes: The footnotes of the article by the id of the note in the file.

    Raises:
        UnplacedError: A footnote is called that the article has not.
    """
    nodes = [node for _, node in named(source)]
    return _Builder(
        spans={word_tag(one.language): one.language for one in nodes if isinstance(one, Span)},
        links={same_address(one.href): one.href for one in nodes if isinstance(one, Link)},
        notes=notes,
    ).build(bits, 0)


class _Builder:
    """Nests bits: what is marked alike and follows each other stands in one container."""

    def __init__(
        self,
        *,
        spans: Mapping[str, str],
        links: Mapping[str, str],
        notes: Mapping[str, Footnote],
    ) -> None:
        self._notes = notes
        self._layers: tuple[
            tuple[Callable[[Bit], str], Callable[[tuple[Inline, ...], str], Container]], ...
        ] = (
            (
                lambda bit: links.get(same_address(bit.href), bit.href),
                lambda inside, said: Link(children=inside, href=said),
            ),
            (
                lambda bit: spans.get(bit.spoken, ""),
                lambda inside, said: Span(children=inside, language=said),
            ),
            (lambda bit: "x" * bit.strong, lambda inside, _: Strong(children=inside)),
            (lambda bit: "x" * bit.emphasis, lambda inside, _: Emphasis(children=inside)),
            (lambda bit: bit.position, _raised),
        )

    def build(self, bits: Bits, layer: int) -> tuple[Inline, ...]:
        if layer == len(self._layers):
            return tuple(self._leaves(bits))
        said_of, contain = self._layers[layer]
        made: list[Inline] = []
        for said, group in groupby(bits, key=said_of):
            inside = self.build(tuple(group), layer + 1)
            made.extend([contain(inside, said)] if said else inside)
        return tuple(made)

    def _leaves(self, bits: Bits) -> Iterator[Inline]:
        for kind, group in groupby(bits, key=_kind):
            inside = tuple(group)
            text = clean("".join(bit.text for bit in inside))
            match kind:
                case "call":
                    yield from (self._call(bit) for bit in inside)
                case "break":
                    yield from (LineBreak() for _ in inside)
                case "Code":
                    yield Code(text=text)
                case "Keep":
                    yield Keep(text=text)
                case _:
                    yield Text(text=text)

    def _call(self, bit: Bit) -> Footnote:
        if bit.note not in self._notes:
            raise UnplacedError("a footnote is called that the article has not")
        return self._notes[bit.note]


def _raised(inside: tuple[Inline, ...], position: str) -> Container:
    kind = Superscript if position == "superscript" else Subscript
    return kind(children=inside)


def _kind(bit: Bit) -> str:
    if bit.text == CALL:
        return "call"
    return "break" if bit.text == "\n" else bit.style
