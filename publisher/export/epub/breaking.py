"""Breaking a headline into lines of even length, by the width of its words."""

import re
from collections.abc import Callable, Iterator

Measure = Callable[[str], float]

# A space at which no line may break: behind a single letter or a number, or before a dash.
BOUND = re.compile(r"(?:(?<=^\w)|(?<=[\s(„“«]\w)|(?<=\d)|(?<=\d\.)) | (?=[–—-](?:\s|$))")
CUT = "…"
NO_BREAK = "\u00a0"


def bind(text: str) -> str:
    """Put no-break spaces where a line should not break.

    A word of one letter stays with the next, a number with what it counts, and a dash with the
    word before it.

    >>> bind("Рат и мир 2. јуна – први дан").replace(NO_BREAK, "~")
    'Рат и~мир 2.~јуна~– први дан'
    """
    return BOUND.sub(NO_BREAK, text)


def break_evenly(text: str, column: float, measure: Measure) -> tuple[str, ...]:
    """Break a text at its spaces into as few lines as fit, as even as possible.

    Args:
        text: One or more words.
        column: The width of a line.
        measure: Gives the width of a piece of text.

    Returns:
        The lines, or nothing where a word is too wide.
    """
    words = text.split(" ")
    best: list[tuple[int, float, tuple[str, ...]] | None] = [(0, 0.0, ())]
    for end in range(1, len(words) + 1):
        settings = []
        for start in range(end - 1, -1, -1):
            line = " ".join(words[start:end])
            width = measure(line)
            if width > column:
                break  # so is every longer line
            if before := best[start]:
                settings.append((before[0] + 1, before[1] + width**2, (*before[2], line)))
        best.append(min(settings, default=None))
    return best[-1][2] if best[-1] else ()


def break_anywhere(text: str, column: float, measure: Measure, most: int) -> tuple[str, ...]:
    """Break a text of which a word is too wide, letter by letter, and cut what is too long."""
    lines = tuple(_fill(text, column, measure))
    if len(lines) <= most:
        return lines
    last = lines[most - 1].rstrip()
    while last and measure(last + CUT) > column:
        last = last[:-1]
    return (*lines[: most - 1], last + CUT)


def _fill(text: str, column: float, measure: Measure) -> Iterator[str]:
    line = ""
    for letter in text:
        if line and measure(line + letter) > column:
            yield line
            line = ""
        line = (line + letter).lstrip(" ")
    yield line
