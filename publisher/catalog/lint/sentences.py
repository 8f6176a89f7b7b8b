"""Where sentences end, as far as marks of punctuation tell."""

import re
from collections.abc import Iterator

from publisher.catalog.lint.words import Words

CLOSERS = "”“’‘\"'»«)]}"
OPENERS = "“„‘’\"'«»([–—"
END = re.compile(
    rf"(?<![.!?…])(?P<mark>[.!?…。！？؟]+)[{re.escape(CLOSERS)}]{{0,4}}"
    rf"(?P<gap>\s+|(?<=[。！？]))[{re.escape(OPENERS)}]{{0,3}}\s?(?=(?P<next>\S))"
)
BEFORE = re.compile(r"(\w+)\Z")
LONGEST = 20


def sentences(text: str) -> Iterator[str]:
    """Part a text at all that may end a sentence."""
    at = 0
    for end in END.finditer(text):
        yield text[at : end.start("gap")]
        at = end.end("gap")
    yield text[at:]


def count_sentences(text: str, words: Words, *, ordinals: bool) -> tuple[int, int]:
    """Say how many sentences a text has at least and at most.

    Args:
        text: The text.
        words: The words of its language, whose abbreviations end no sentence.
        ordinals: Whether a number with a full stop may be an ordinal.
    """
    least = most = 1 if text.strip() else 0
    for end in END.finditer(text):
        if end["next"].islower():
            continue
        most += 1
        least += _is_certain(text, end, words, ordinals=ordinals)
    return least, most


def _is_certain(text: str, end: re.Match[str], words: Words, *, ordinals: bool) -> bool:
    """Whether nothing but the end of a sentence can stand here."""
    if not end["next"].isupper():
        return False
    if end["mark"] != ".":
        return "…" not in end["mark"] and ".." not in end["mark"]
    at = end.start("mark")
    before = BEFORE.search(text, max(0, at - LONGEST), at)
    if before is None:
        return True
    word = before[1]
    if word[-1].isdecimal():
        return not ordinals
    return len(word) > 1 and word.casefold() not in words.abbreviations
