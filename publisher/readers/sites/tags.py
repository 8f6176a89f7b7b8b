"""Shortcodes of Hugo and tags of Liquid, found in a text and taken apart."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

LONGEST = 2000  # characters of one tag
OPENING = re.compile(r"\{\{[<%]|\{%-?|\{\{-?")
SIGNS = {"{{<": ">}}", "{{%": "%}}", "{%": "%}", "{%-": "%}"}
QUOTED = r'"(?:\\.|[^"\\])*"|“[^”]*”|`[^`]*`|(?<=[\s=:])\'(?:\\.|[^\'\\\n])*\''
CLOSING = r"/?[>%]\}\}|-?%\}|-?\}\}"
INSIDE = re.compile(f"{QUOTED}|{CLOSING}")
ARGUMENT = re.compile(rf"(?:([A-Za-z_][\w.-]*)\s*[=:]\s*)?({QUOTED}|[^\s\"`“]+)")
NAME = re.compile(r"\s*(/?)\s*([A-Za-z_][\w./-]*)")
ESCAPES = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One shortcode or tag.

    Attributes:
        start: Where it begins in the text.
        end: Where it ends.
        liquid: Whether it is Liquid's, rather than Hugo's.
        output: Whether it prints a value (`{{ page.title }}`).
        escaped: Whether it only shows how such a tag is written.
        name: Its first word; for an output, all that is inside.
        closing: Whether it ends what another began.
        named: Its arguments with a name, in lower case.
        others: Its arguments without one.
        raw: The whole.
    """

    start: int
    end: int
    liquid: bool
    output: bool = False
    escaped: bool = False
    name: str = ""
    closing: bool = False
    named: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    others: tuple[str, ...] = ()
    raw: str


def find_tags(text: str) -> Iterator[Tag]:
    """Give the tags of a text in their order; none inside another."""
    at = 0
    ends: dict[str, int] = {}
    while opening := OPENING.search(text, at):
        tag = _tag(text, opening) if _may_end(text, opening, ends) else None
        if tag:
            yield tag
        at = tag.end if tag else opening.end()


def _may_end(text: str, opening: re.Match[str], ends: dict[str, int]) -> bool:
    """Whether the sign that ends a tag stands near; looked for only once between two of them."""
    sign = SIGNS.get(opening.group(), "}}")
    known = ends.get(sign, 0)
    if 0 <= known < opening.end():
        known = ends[sign] = text.find(sign, opening.end())
    return 0 <= known <= opening.end() + LONGEST


class Ends:
    """Where the tags that have an end have it."""

    def __init__(self, tags: Sequence[Tag]) -> None:
        self._tags = tags
        self._closing: dict[str, list[int]] = {}
        for number, tag in enumerate(tags):
            if tag.closing:
                self._closing.setdefault(bare_name(tag), []).append(number)

    def of(self, number: int) -> int | None:
        """Give the number of the next tag that ends one of the same name."""
        closing = self._closing.get(bare_name(self._tags[number]), [])
        at = bisect_right(closing, number)
        return closing[at] if at < len(closing) else None


def bare_name(tag: Tag) -> str:
    """Give the name of a tag, whether it begins or ends something."""
    return tag.name.removeprefix("end") if tag.liquid and tag.closing else tag.name


def _tag(text: str, opening: re.Match[str]) -> Tag | None:
    closings = _closings(opening.group())
    last = min(len(text), opening.end() + LONGEST)
    for found in INSIDE.finditer(text, opening.end(), last):
        if found.group() in closings:
            inside = text[opening.end() : found.start()]
            return _taken_apart(inside, text[opening.start() : found.end()], opening)
    return None


def _closings(opening: str) -> set[str]:
    match opening:
        case "{{<":
            return {">}}", "/>}}"}
        case "{{%":
            return {"%}}", "/%}}"}
        case "{%" | "{%-":
            return {"%}", "-%}"}
        case _:
            return {"}}", "-}}"}


def _taken_apart(inside: str, raw: str, opening: re.Match[str]) -> Tag:
    start, end = opening.start(), opening.start() + len(raw)
    hugo = opening.group() in {"{{<", "{{%"}
    if not hugo and "%" not in opening.group():
        return Tag(start=start, end=end, liquid=True, output=True, name=inside.strip(), raw=raw)
    name = NAME.match(inside)
    if name is None:
        escaped = inside.startswith("/*")
        return Tag(start=start, end=end, liquid=not hugo, escaped=escaped, raw=raw)
    named, others = _arguments(inside[name.end() :])
    return Tag(
        start=start,
        end=end,
        liquid=not hugo,
        name=name[2].lower(),
        closing=bool(name[1]) or (not hugo and name[2].lower().startswith("end")),
        named=named,
        others=others,
        raw=raw,
    )


def _arguments(text: str) -> tuple[Mapping[str, str], tuple[str, ...]]:
    named: dict[str, str] = {}
    others: list[str] = []
    for found in ARGUMENT.finditer(text):
        value = _unquoted(found[2])
        if found[1] and found[1].lower() not in named:
            named[found[1].lower()] = value
        else:
            others.append(value)
    return MappingProxyType(named), tuple(others)


def _unquoted(written: str) -> str:
    if written[:1] in {'"', "'"} and written[-1:] == written[:1] and len(written) > 1:
        return ESCAPES.sub(r"\1", written[1:-1])
    return written.strip("`“”")
