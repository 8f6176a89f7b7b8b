"""What changed between two texts, word by word."""

from collections.abc import Iterator
from difflib import SequenceMatcher

NEAR = 5  # words shown around a change


def word_diff(before: str, after: str) -> str:
    """Show what was taken out as [-…-] and what was put in as {+…+}.

    >>> word_diff("The old bridge is open", "The bridge is now open")
    'The [-old-] bridge is {+now+} open'
    """
    return " ".join(filter(None, _pieces(before.split(), after.split())))


def _pieces(before: list[str], after: list[str]) -> Iterator[str]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, low, high, start, end in matcher.get_opcodes():
        out, into = " ".join(before[low:high]), " ".join(after[start:end])
        if kind == "equal":
            yield _near(before[low:high], first=low == 0, last=high == len(before))
            continue
        yield f"[-{out}-]" if out else ""
        yield f"{{+{into}+}}" if into else ""


def _near(words: list[str], *, first: bool, last: bool) -> str:
    """Leave out words that are far from any change."""
    if first and last:
        return " ".join(words)
    if first and len(words) > NEAR:
        return "… " + " ".join(words[-NEAR:])
    if last and len(words) > NEAR:
        return " ".join(words[:NEAR]) + " …"
    if len(words) > 2 * NEAR:
        return " ".join([*words[:NEAR], "…", *words[-NEAR:]])
    return " ".join(words)
