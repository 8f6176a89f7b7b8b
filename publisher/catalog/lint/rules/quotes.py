"""Q: quotation marks are those of the language, and each one that opens is closed."""

import re
from collections.abc import Iterator

from publisher.catalog.lint.entry import Context, Entry
from publisher.catalog.lint.finding import Slip, listed
from publisher.model.language import Language

APOSTROPHE = "’"
MARK = re.compile("[“”„‟«»‹›‘’‚‛]")
STRAIGHT = re.compile(r'(?<!\d)"|(?<=[^\W\d_])\'(?=[^\W\d_])')
APOSTROPHES = re.compile(r"(?<=[^\W\d_])[`´‘](?=[^\W\d_])")
TYPED = ("en", "sr", "sq")  # whose apostrophe is known to be ’


def straight(entry: Entry, context: Context) -> Iterator[Slip]:
    """Q1: no marks of a typewriter, and no other mark for an apostrophe."""
    text = entry.target.own
    found = STRAIGHT.findall(text) if '"' in text or "'" in text else []
    if context.catalog.language.partition("-")[0] in TYPED:
        found += APOSTROPHES.findall(text) if any(mark in text for mark in "`´‘") else []
    if found:
        yield Slip(
            message=f"{listed(found)} stands for a quotation mark or an apostrophe",
            hint=f"write {_shown(context.target)}, and ’ for an apostrophe",
        )


def style(entry: Entry, context: Context) -> Iterator[Slip]:
    """Q2: only the quotation marks of the language."""
    strangers = _strangers(entry.target.own, context.target)
    if strangers:
        yield Slip(
            message=f"{listed(strangers)}: not a quotation mark of {context.target.tag}",
            hint=f"write {_shown(context.target)}",
        )


def balance(entry: Entry, context: Context) -> Iterator[Slip]:
    """Q3: quotation marks open and close in turn, unless the source leaves one open as well."""
    text = entry.target.own
    if _strangers(text, context.target):
        return  # what is not ours cannot be told to open or to close
    left = _left_open(text, context.target)
    if left is None:
        yield Slip(
            message="a quotation mark closes what none has opened, or opens twice",
            hint=f"write {_shown(context.target)}",
        )
    elif left and left != _left_open(entry.source.own, context.source):
        yield Slip(message="a quotation mark is not closed", hint=f"write {_shown(context.target)}")


def _strangers(text: str, language: Language) -> list[str]:
    ours = {mark for pair in language.quotes for marks in pair for mark in marks}
    return [mark for mark in MARK.findall(text) if mark not in ours and mark != APOSTROPHE]


def _left_open(text: str, language: Language) -> int | None:
    """Count what is still open at the end of a text; None where the order is wrong."""
    marks = MARK.findall(text)
    counts = [_left(marks, *pair) for pair in _told_apart(language)] if marks else []
    return None if None in counts else sum(filter(None, counts))


def _told_apart(language: Language) -> Iterator[tuple[str, str, bool]]:
    """Give the pairs of marks, and whether one may stand inside another of its kind."""
    (outer_open, outer_close), (inner_open, inner_close) = (
        (opening.strip(), closing.strip()) for opening, closing in language.quotes
    )
    yield outer_open, outer_close, (outer_open, outer_close) == (inner_open, inner_close)
    shared = {outer_open, outer_close} & {inner_open, inner_close}
    if not shared:
        yield inner_open, inner_close, False


def _left(marks: list[str], opening: str, closing: str, nests: bool) -> int | None:  # noqa: FBT001 -- unpacked
    if APOSTROPHE in {opening, closing}:
        return 0
    if opening == closing:
        return marks.count(opening) % 2
    depth = 0
    for mark in marks:
        depth += (mark == opening) - (mark == closing)
        if depth < 0 or (depth > 1 and not nests):
            return None
    return depth


def _shown(language: Language) -> str:
    return " ".join(opening + closing for opening, closing in language.quotes)
