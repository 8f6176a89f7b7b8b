"""Lists: lines that begin with marks of one kind."""

from collections.abc import Sequence

from publisher.readers.text.lines import Line, item_of
from publisher.readers.text.shapes import is_sentence

FEWEST = 2  # items
DASHES = frozenset("-–—")
SPEECH = frozenset({"sr-Cyrl", "sr-Latn", "sq", "hr", "bs", "mk", "bg", "fr", "es", "it", "ru"})


def items_of(lines: Sequence[Line], language: str) -> tuple[tuple[str, str], ...]:
    """Give mark and words of the items with which lines begin; nothing where they are no list."""
    items: list[tuple[str, str]] = []
    for line in lines:
        found = item_of(line.text)
        if found is None or not _follows(items, found) or line.quoted != lines[0].quoted:
            break
        items.append(found)
    return () if len(items) < FEWEST or _is_speech(items, language) else tuple(items)


def _follows(items: Sequence[tuple[str, str]], found: tuple[str, str]) -> bool:
    if not items:
        return True
    last, mark = items[-1][0], found[0]
    if last[0].isdigit() and mark[0].isdigit():
        return last[-1] == mark[-1] and int(mark[:-1]) == int(last[:-1]) + 1
    return last == mark


def _is_speech(items: Sequence[tuple[str, str]], language: str) -> bool:
    """Whether dashes begin speech, as they do in Serbian and Albanian, and not items."""
    said = sum(is_sentence(words) and words[:1].isupper() for _, words in items)
    return items[0][0] in DASHES and language in SPEECH and said > len(items) // 2
