"""How alike two texts are."""

from difflib import SequenceMatcher

ALIKE, UNLIKE = 0.8, 0.5  # ratios of equal characters: the same text edited, and another text


def likeness(one: str, other: str) -> float:
    """Give the ratio of equal characters; 0 for texts that are plainly unlike, which is quick."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < UNLIKE or matcher.quick_ratio() < UNLIKE:
        return 0.0
    return matcher.ratio()
