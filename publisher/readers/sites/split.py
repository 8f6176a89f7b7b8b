"""A page's front matter, in whichever notation, and its body."""

import json
import re
from dataclasses import dataclass
from enum import Enum


class Notation(Enum):
    """How front matter is written."""

    NONE = "none"
    YAML = "YAML"
    TOML = "TOML"
    JSON = "JSON"
    LINES = "plain"


FENCED = {
    Notation.YAML: re.compile(r"(?ms)---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)"),
    Notation.TOML: re.compile(r"(?ms)\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)"),
}
LINES = re.compile(r"(?:[A-Za-z][\w-]*:[ \t]*\S[^\n]*\n(?:[ \t]{4}[^\n]*\n)*)+(?=\n|\Z)")
TITLED = re.compile(r"^title:", re.IGNORECASE | re.MULTILINE)
BLANK = re.compile(r"\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The two parts of a page; `line` is the first of the body, 1-based."""

    notation: Notation
    front: str
    body: str
    line: int


def split_page(text: str) -> Page:
    r"""Part the front matter of a page from its body.

    >>> split_page("---\ntitle: A\n---\nText").front
    'title: A\n'
    >>> split_page("Title: A\nDate: 2023-06-02\n\nText").body
    '\nText'
    >>> split_page('{"title": "A"}\n\nText').notation
    <Notation.JSON: 'JSON'>
    """
    blank = BLANK.match(text)
    start = blank.end() if blank else 0
    for notation, fences in FENCED.items():
        found = fences.match(text, start)
        if found:
            return _page(notation, found[1], text, found.end())
    if text.startswith("{", start):
        end = _end_of_json(text, start)
        if end:
            return _page(Notation.JSON, text[start:end], text, end)
    lines = LINES.match(text, start)
    if lines and TITLED.search(lines.group()):  # as Pelican has it
        return _page(Notation.LINES, lines.group(), text, lines.end())
    return _page(Notation.NONE, "", text, 0)


def _page(notation: Notation, front: str, text: str, end: int) -> Page:
    return Page(notation=notation, front=front, body=text[end:], line=1 + text.count("\n", 0, end))


def _end_of_json(text: str, start: int) -> int:
    try:
        found, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return 0
    return end if isinstance(found, dict) and found else 0
