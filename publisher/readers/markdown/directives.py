"""The syntax of directives: `:::{name} argument`, option lines, a body, and `:::`.

A directive's body is parsed in place, so that its lines keep their numbers, and the footnotes and
link addresses of the article are known in it.
"""

import re
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock

INTERRUPTS = ("paragraph", "reference", "blockquote", "list", "footnote_def")
TITLED = frozenset({"aside", "gallery", "table"})  # their argument is a line of text
OPENING = re.compile(r"(?P<colons>:{3,})[ \t]*(?:\{(?P<name>[^{}]*)\})?(?P<rest>.*)")
OPTION = re.compile(r":(?P<name>[A-Za-z][A-Za-z0-9_-]*):(?P<value>.*)")
BLANK = " \t"
KEY = "directive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An option line.

    Attributes:
        name: Between its colons.
        values: What stands after it, byte for byte but for the blanks around it; more than one
            where indented lines continue it.
        line: Counted from the start of the body, from 0.
    """

    name: str
    values: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """The head of a directive.

    Attributes:
        name: Between the braces; None where there are none.
        argument: What follows on the same line.
        options: In the order written.
        closed: Whether its end was found.
    """

    name: str | None
    argument: str
    options: tuple[Option, ...]
    closed: bool


def directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature of a rule
    """Parse a directive; a rule of markdown-it's block parser."""
    opening = None if state.is_code_block(start) else OPENING.fullmatch(_text(state, start))
    if opening is None:
        return False
    if silent:
        return True
    bare = opening["name"] is None and not opening["rest"].strip()
    stop, closed = (start + 1, True) if bare else _end(state, start, end, opening["colons"])
    options, body = _options(state, start, stop)
    head = Directive(
        name=None if opening["name"] is None else opening["name"].strip(),
        argument=opening["rest"].strip(),
        options=options,
        closed=closed,
    )
    _push(state, head, (start, body, stop))
    state.line = stop + (closed and not bare)
    return True


def _text(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _end(state: StateBlock, start: int, end: int, colons: str) -> tuple[int, bool]:
    """Find the line that closes a directive, or the one at which what holds it ends."""
    closing = re.compile(rf"{colons}:*\s*")
    for line in range(start + 1, end):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return line, False
        if closing.fullmatch(_text(state, line)) and not state.is_code_block(line):
            return line, True
    return end, False


def _options(state: StateBlock, start: int, stop: int) -> tuple[tuple[Option, ...], int]:
    """Read the option lines after the opening line; give them and the line after them."""
    found: list[tuple[str, list[str], int]] = []
    line = start + 1
    while line < stop and not state.isEmpty(line):
        option = OPTION.fullmatch(_text(state, line))
        if option:
            found.append((option["name"], [option["value"].strip(BLANK)], line))
        elif found and state.sCount[line] > state.sCount[start]:
            found[-1][1].append(_text(state, line).strip(BLANK))
        else:
            break
        line += 1
    return tuple(
        Option(name=name, values=tuple(values), line=at) for name, values, at in found
    ), line


def _push(state: StateBlock, head: Directive, span: tuple[int, int, int]) -> None:
    """Put the tokens of a directive after those before it; its body is parsed in place."""
    start, body, stop = span
    opened = state.push("directive_open", "", 1)
    opened.map = [start, stop]
    opened.meta[KEY] = head
    if head.name in TITLED and head.argument:
        state.push("directive_title_open", "", 1).map = [start, start + 1]
        title = state.push("inline", "", 0)
        title.map, title.content, title.children = [start, start + 1], head.argument, []
        state.push("directive_title_close", "", -1)
    outer = state.parentType, state.lineMax
    state.parentType, state.lineMax = "directive", stop
    state.md.block.tokenize(state, body, stop)
    state.parentType, state.lineMax = outer
    state.push("directive_close", "", -1)
