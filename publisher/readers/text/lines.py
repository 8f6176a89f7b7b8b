"""The lines of a text: which of them are one paragraph, and what stands around each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from publisher.readers.draft import presentable

WRAPPED = 100  # characters; no line of a text that was wrapped is longer
FULL = 45  # characters of a line that is broken because it is full
SHARE = 0.6  # of the lines that go on, those that are full where a text was wrapped
LOOSE = 0.75  # of the margin, which a line that does not end a sentence may fall short of
MARK = re.compile(r"\s*(?:[-*•‣▪●◦·–—]|\d{1,2}[.)])\s+(?=\S)")
QUOTED = re.compile(r"\s*(?:>\s?)+")
HYPHEN = re.compile(r"(?<=[^\W\d_])-[ \t]*\n[ \t]*(?=[^\W\d_])")  # a word goes on behind it
INDENT = re.compile(r"[ \t\u00a0]+(?=\S)")
ENDED = re.compile(r"[.!?…:;][\"'”’“»)\]]*\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, or what looks like one.

    Attributes:
        text: On one line.
        number: Of its first line in the file, 1-based.
        apart: Whether an empty line stands before it.
        followed: Whether an empty line stands after it.
        quoted: Whether it was marked by `>`, as mails mark quotations.
    """

    text: str
    number: int
    apart: bool = False
    followed: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A line as it stands in the file, without the mark of a quotation."""

    number: int
    text: str
    quoted: bool


def raw_lines(text: str) -> list[Raw]:
    """Take a text apart at its line ends."""
    lines = re.split(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]", text)
    return [_raw(number, line) for number, line in enumerate(lines, start=1)]


def _raw(number: int, line: str) -> Raw:
    mark = QUOTED.match(line)
    return Raw(number=number, text=line[mark.end() :] if mark else line, quoted=bool(mark))


def lines_of(raws: Sequence[Raw]) -> tuple[Line, ...]:
    """Give the paragraphs of a text; lines that were broken at a margin are put together."""
    groups = [
        list(group)
        for key, group in groupby(raws, key=lambda one: (bool(presentable(one.text)), one.quoted))
        if key[0]
    ]
    margin = _margin(groups)
    return tuple(line for group in groups for line in _group(group, margin))


def _margin(groups: list[list[Raw]]) -> int:
    """Give the length of the longest line where paragraphs are broken at a margin, or 0.

    They are where lines that go on in the next are mostly full and none is longer, and where lines
    break in the middle of sentences.
    """
    inner = [one.text for group in groups for one in group[:-1]]
    longest = max((len(one.text.rstrip()) for group in groups for one in group), default=0)
    if not inner or longest > WRAPPED or longest < FULL:
        return 0
    unmarked = [line.rstrip() for line in inner if not MARK.match(line)]
    full = [line for line in unmarked if len(line) >= max(FULL, longest * SHARE)]
    broken = [line for line in full if not ENDED.search(line)]
    if len(full) < SHARE * len(unmarked) or len(broken) < SHARE * len(full):
        return 0
    return longest if broken else 0


def _group(group: list[Raw], margin: int) -> Iterator[Line]:
    """Give the paragraphs between two empty lines."""
    parts: list[list[Raw]] = []
    for raw in group:
        if parts and margin and _goes_on(parts[-1], raw, margin):
            parts[-1].append(raw)
        else:
            parts.append([raw])
    for at, part in enumerate(parts):
        yield Line(
            text=presentable(HYPHEN.sub("-", "\n".join(one.text for one in part))),
            number=part[0].number,
            apart=at == 0,
            followed=at == len(parts) - 1,
            quoted=part[0].quoted,
        )


def _goes_on(part: list[Raw], raw: Raw, margin: int) -> bool:
    """Whether a line goes on with what the line before it says."""
    before = part[-1].text.rstrip()
    if MARK.match(raw.text):
        return False
    if INDENT.match(raw.text):
        return bool(MARK.match(part[0].text) or (len(part) > 1 and INDENT.match(part[-1].text)))
    # Had there been room for its first word, it would stand on the line before.
    room = len(before) + 1 + len(raw.text.split(maxsplit=1)[0])
    return room > (margin if ENDED.search(before) else margin * LOOSE)


def item_of(line: str) -> tuple[str, str] | None:
    """Part a line that begins with the mark of a list into mark and words.

    >>> item_of("• Tents"), item_of("2. June"), item_of("– Ne, rekla je.")
    (('•', 'Tents'), ('2.', 'June'), ('–', 'Ne, rekla je.'))
    """
    found = MARK.match(line)
    return (found.group().strip(), line[found.end() :]) if found else None
