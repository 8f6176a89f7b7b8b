"""Spaces: what a reader does not see is no edit."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from publisher.export.docx.anchors import Stretch

SPACE = " "


def evenly(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Give text with one space for several, and with none at its ends.

    Spaces that do not break are no such spaces: who types one means it.

    >>> bold = frozenset("b")
    >>> [one.text for one in evenly([Stretch(text=" a "), Stretch(text=" b ", marks=bold)])]
    ['a ', 'b']
    """
    spaced = list(_single(stretches))
    while spaced and not spaced[-1].text.strip(SPACE):
        spaced.pop()
    if not spaced:
        return ()
    return (*spaced[:-1], replace(spaced[-1], text=spaced[-1].text.rstrip(SPACE)))


def _single(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    after_space = True
    for one in stretches:
        words = one.text.split(SPACE)
        kept = [word for word in words[1:-1] if word]
        text = SPACE.join([words[0], *kept, words[-1]]) if len(words) > 1 else one.text
        text = text.lstrip(SPACE) if after_space else text
        if text:
            after_space = text.endswith(SPACE)
            yield replace(one, text=text)


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ by no more than white space."""
    return one.split() == other.split()
