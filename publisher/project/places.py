"""Where a setting stands in a TOML file, for errors: the parser itself does not tell."""

import re
from collections.abc import Iterator

WORD = r"[\w-]+|\"[^\"]*\"|'[^']*'"
PATH = re.compile(rf"(?:{WORD})(?:\s*\.\s*(?:{WORD}))*")
HEADER = re.compile(rf"\s*\[\s*({PATH.pattern})\s*\]")
KEY = re.compile(rf"\s*({PATH.pattern})\s*=")
PART = re.compile(WORD)


def line_of(text: str, *path: str) -> int:
    r"""Give the line of a setting; else of the table that it should be in; else the first.

    >>> line_of('title = "a"\n[complete]\ntitle = 1', "complete", "title")
    3
    >>> line_of('a = 1\ncomplete = { title = 1 }', "complete", "title")
    2
    """
    best, known = 1, 0
    for number, found in _paths(text):
        shared = found if len(found) < len(path) else found[: len(path)]
        if shared == path[: len(shared)] and len(shared) > known:
            best, known = number, len(shared)
    return best


def _paths(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """List the lines on which a table or a setting begins, with its full name."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), start=1):
        header, key = HEADER.match(line), KEY.match(line)
        if header:
            table = _parts(header[1])
            yield number, table
        elif key:
            yield number, (*table, *_parts(key[1]))


def _parts(path: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in PART.findall(path))
