"""Which parts of an edited text are which tags of its source."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from publisher.catalog.segment import segment_id
from publisher.catalog.tags import flatten, named
from publisher.errors import UsageError
from publisher.export.docx.anchors import CALL
from publisher.export.docx.printed import same_address
from publisher.merge.word.returned import Bit, Bits
from publisher.model.inline import (
    Code,
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
)
from publisher.model.language import language
from publisher.model.walk import Role

KINDS: Mapping[type[Inline], Callable[[Bit], str]] = {
    Link: lambda bit: bit.href,
    Emphasis: lambda bit: "yes" if bit.emphasis else "",
    Strong: lambda bit: "yes" if bit.strong else "",
    Superscript: lambda bit: "yes" if bit.position == "superscript" else "",
    Subscript: lambda bit: "yes" if bit.position == "subscript" else "",
    Code: lambda bit: "yes" if bit.style == "Code" else "",
    Keep: lambda bit: "yes" if bit.style == "Keep" else "",
    LineBreak: lambda bit: "yes" if bit.text == "\n" else "",
    Footnote: lambda bit: bit.note,
}
WORDS = {
    Link: "a link",
    Emphasis: "italics",
    Strong: "bold",
    Superscript: "superscript",
    Subscript: "subscript",
    Code: "words in the style Code",
    Keep: "words in the style Keep",
    LineBreak: "a line break",
    Footnote: "a footnote",
    Span: "words in another language",
}


class UnplacedError(Exception):
    """An edited text cannot be given the tags of its source; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """A tag of the source, and the bits that stand in it: from `start` up to `end`."""

    name: str
    start: int
    end: int
    is_empty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The tags of a source in an edited text.

    Attributes:
        bits: The text, cut where tags begin and end.
        shells: In the order of the source.
        lost: Formatting that the source has not, in words: its text is kept, it is not.
    """

    bits: Bits
    shells: tuple[Shell, ...]
    lost: tuple[str, ...]


def match(bits: Bits, source: tuple[Inline, ...], notes: Mapping[str, str]) -> Match:
    """Find the tags of a source in an edited text.

    Args:
        bits: The text.
        source: The inlines of the segment in the source article.
        notes: The segment of each footnote in the file, by the note's id.

    Raises:
        UnplacedError: A tag is missing, or it is not clear which it is.
    """
    nodes = tuple(named(source))
    bits = _keep(_keep(bits, nodes, Code), nodes, Keep)
    shells: dict[str, Shell] = {}
    lost: list[str] = []
    for kind, value in (*KINDS.items(), (Span, _spoken(nodes))):
        mine = [(name, node) for name, node in nodes if type(node) is kind]
        groups = tuple(_groups(bits, value))
        if not mine and groups:
            lost.append(WORDS[kind])
            continue
        for name, group in _pair(mine, groups, bits, notes):
            shells[name] = Shell(
                name=name, start=group[0], end=group[1], is_empty=kind in {LineBreak, Footnote}
            )
    ordered = tuple(shells[name] for name, _ in nodes)
    return Match(bits=bits, shells=ordered, lost=tuple(lost))


def _spoken(nodes: Sequence[tuple[str, Inline]]) -> Callable[[Bit], str]:
    """Tell bits in a language that the source has, by Word's tag; others are the keyboard's."""
    tags = {word_tag(node.language) for _, node in nodes if isinstance(node, Span)}
    return lambda bit: bit.spoken if bit.spoken in tags else ""


def word_tag(tag: str) -> str:
    """Give Word's tag of a language, also of an unknown one."""
    try:
        return language(tag).word
    except UsageError:
        return tag


def led_elsewhere(found: Match, source: tuple[Inline, ...]) -> Iterator[str]:
    """Give the addresses of links that lead elsewhere than in the source."""
    nodes = dict(named(source))
    for shell in found.shells:
        node, href = nodes[shell.name], found.bits[shell.start].href
        if isinstance(node, Link) and same_address(href) != same_address(node.href):
            yield href


def _groups(bits: Bits, value: Callable[[Bit], str]) -> Iterator[tuple[int, int]]:
    at = 0
    for said, group in groupby(bits, key=value):
        length = len(tuple(group))
        if said:
            yield at, at + length
        at += length


def _pair(
    nodes: Sequence[tuple[str, Inline]],
    groups: Sequence[tuple[int, int]],
    bits: Bits,
    notes: Mapping[str, str],
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Pair each tag with a group: by what marks it for certain, else by their order."""
    if len(groups) != len(nodes):
        kind = type(nodes[0][1])
        raise UnplacedError(
            f"{WORDS[kind]}: {len(nodes)} in the source, {len(groups)} in the edited text"
        )
    wanted = [_mark(node) for _, node in nodes]
    given = [_given(bits[start:end], notes) for start, end in groups]
    if len(set(wanted)) == len(wanted) and set(wanted) == set(given):
        by_mark = dict(zip(given, groups, strict=True))
        yield from ((name, by_mark[_mark(node)]) for name, node in nodes)
        return
    for (name, node), group in zip(nodes, groups, strict=True):
        if isinstance(node, Code | Keep) and _text(bits[group[0] : group[1]]) != node.text:
            raise UnplacedError(f"{node.text!r} must stay as it is")
        yield name, group


def _mark(node: Inline) -> str:
    match node:
        case Link(href=href):
            return same_address(href)
        case Span(language=tag):
            return word_tag(tag)
        case Footnote(content=content):
            return segment_id(Role.FOOTNOTE.value, flatten(content.children))
        case Code(text=text) | Keep(text=text):
            return text
        case _:
            return ""


def _given(bits: Bits, notes: Mapping[str, str]) -> str:
    first = bits[0]
    if first.text == CALL:
        return notes.get(first.note, "")
    return same_address(first.href) or (_text(bits) if first.style else first.spoken)


def _text(bits: Bits) -> str:
    return "".join(bit.text for bit in bits)


def _keep(bits: Bits, nodes: Sequence[tuple[str, Inline]], kind: type[Code | Keep]) -> Bits:
    """Mark kept words by their text, where each stands once: typing beside them spreads a style."""
    kept = [node.text for _, node in nodes if isinstance(node, kind)]
    whole = _text(bits)
    if not kept or any(whole.count(text) != 1 for text in kept):
        return bits
    style = kind.__name__
    bits = tuple(replace(bit, style="") if bit.style == style else bit for bit in bits)
    for text in kept:
        start = whole.index(text)
        bits = tuple(_styled(bits, start, start + len(text), style))
    return bits


def _styled(bits: Bits, start: int, end: int, style: str) -> Iterator[Bit]:
    """Give the characters from `start` up to `end` a style."""
    at = 0
    for bit in bits:
        stop = at + len(bit.text)
        first, last = max(at, min(start, stop)) - at, max(at, min(end, stop)) - at
        for text, own in (
            (bit.text[:first], bit.style),
            (bit.text[first:last], style),
            (bit.text[last:], bit.style),
        ):
            if text:
                yield replace(bit, text=text, style=own)
        at = stop
