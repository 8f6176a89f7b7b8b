"""The bar chart: how many troops there were, how many are announced, and both together."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from markupsafe import Markup

from publisher.errors import ArticleError
from publisher.sample.drawing import svg
from publisher.sample.drawing.labels import Bar, Strength
from publisher.sample.drawing.typesetting import Fonts, Type, set_line

HEIGHT = 640
ORIGIN = 350
PER_TROOP = 0.138
FIRST_BAR = 162
STEP = 124
THICK = 76
FLOOR = 538
GAP = 14

LABEL = Type(size=25, fill=svg.TEXT)
VALUE = Type(size=27, fill=svg.INK, bold=True)
ADDED_VALUE = Type(size=27, fill=svg.ACCENT, bold=True)
SCALE = Type(size=20, fill=svg.QUIET)
COLOURS = (svg.INK, svg.ACCENT)


def draw(words: Strength, fonts: Fonts) -> bytes:
    """Draw the bar chart as SVG.

    Raises:
        ArticleError: A label does not fit its place.
    """
    body = [
        svg.text(svg.MARGIN, 58, set_line(words.title, svg.TITLE, fonts)),
        svg.text(svg.MARGIN, 94, set_line(words.subtitle, svg.SUBTITLE, fonts)),
        *_scale(words.axis, fonts),
        *(
            shape
            for index, bar in enumerate(words.bars)
            for shape in _bar(bar, FIRST_BAR + index * STEP, fonts)
        ),
        svg.rule((ORIGIN, FIRST_BAR - 22), (ORIGIN, FLOOR), svg.INK, 2.5),
        svg.text(svg.MARGIN, HEIGHT - 20, set_line(words.source, svg.NOTE, fonts)),
    ]
    return svg.document(HEIGHT, words.language, (words.title, words.caption), body)


def _scale(axis: Sequence[tuple[int, str]], fonts: Fonts) -> list[Markup]:
    marks = [
        (ORIGIN + value * PER_TROOP, set_line(printed, SCALE, fonts)) for value, printed in axis
    ]
    return [
        *(svg.rule((x, FIRST_BAR - 22), (x, FLOOR), svg.HAIRLINE, 1.5) for x, _ in marks),
        *(svg.text(x, FLOOR + 29, printed, "middle") for x, printed in marks),
    ]


def _bar(bar: Bar, top: float, fonts: Fonts) -> list[Markup]:
    label = set_line(bar.label, LABEL, fonts)
    value = set_line(bar.value, VALUE if bar.parts[0] else ADDED_VALUE, fonts)
    room = ORIGIN - GAP - svg.MARGIN
    if label.width > room:
        raise ArticleError(f"the label {bar.label!r} is wider than {room} units", hint="shorten it")
    ends = [ORIGIN + amount * PER_TROOP for amount in (0, *accumulate(bar.parts))]
    left, middle = ends[-1] + GAP, top + THICK / 2 + 9
    # A patch of paper, so that no rule of the scale runs through the figures.
    patch = (value.width + GAP, value.style.size * 1.3)
    return [
        *(
            svg.rectangle((start, top), (end - start, THICK), colour)
            for (start, end), colour in zip(pairwise(ends), COLOURS, strict=False)
            if end > start
        ),
        *(svg.rule((x, top), (x, top + THICK), svg.PAPER, 3) for x in ends[1:-1] if x > ORIGIN),
        svg.text(ORIGIN - GAP, middle, label, "end"),
        svg.rectangle((left - GAP / 2, middle - value.style.size), patch, svg.PAPER),
        svg.text(left, middle, value),
    ]
