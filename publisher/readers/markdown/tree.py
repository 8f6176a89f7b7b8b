"""Tokens as a tree: each with its line and with what stands inside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from publisher.readers.base import Findings

DEEPEST = 20  # a list takes two


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A token and what stands between it and the one that closes it.

    Attributes:
        kind: The token's type, such as `paragraph` or `em`.
        token: The token that opens it.
        line: In the file, 1-based.
        children: In order.
    """

    kind: str
    token: Token
    line: int
    children: tuple["Node", ...] = ()


def grow(tokens: Sequence[Token], first: int, findings: Findings) -> tuple[Node, ...]:
    """Make a tree of tokens; what is nested too deep to be meant is reported, and none is made.

    Args:
        tokens: As the parser gives them, balanced.
        first: The line of the file on which the parsed text begins.
        findings: Takes the report.
    """
    levels: list[list[Node]] = [[]]
    opened: list[tuple[Token, int]] = []
    line = first
    for token in tokens:
        line = first + token.map[0] if token.map else line
        if token.nesting > 0:
            opened.append((token, line))
            levels.append([])
        elif token.nesting < 0:
            opener, at = opened.pop()
            kind, inside = opener.type.removesuffix("_open"), tuple(levels.pop())
            levels[-1].append(Node(kind=kind, token=opener, line=at, children=inside))
        else:
            levels[-1].append(Node(kind=token.type, token=token, line=line))
        if len(opened) > DEEPEST:
            findings.error(line, "nesting", f"more than {DEEPEST} levels of nesting", "flatten it")
            return ()
        line += _line_ends(token)
    return tuple(levels[0])


def _line_ends(token: Token) -> int:
    """Count the line ends that an inline token stands for."""
    if token.type in {"softbreak", "hardbreak"}:
        return 1
    return token.content.count("\n") if token.type == "html_inline" else 0


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """Go through nodes and all nodes inside them, in order."""
    for node in nodes:
        yield node
        yield from walk(node.children)
