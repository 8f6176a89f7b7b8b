"""The alphabet: its letters in a grid, those of two characters in the accent colour."""

from markupsafe import Markup

from publisher.sample.drawing import svg
from publisher.sample.drawing.labels import Alphabet
from publisher.sample.drawing.typesetting import Fonts, Type, set_line

HEIGHT = 560
COLUMNS = 9
TOP = 32
ROW = 124
BASELINE = 86

LETTER = Type(size=68, fill=svg.INK)
DIGRAPH = Type(size=68, fill=svg.ACCENT)


def draw(words: Alphabet, fonts: Fonts) -> bytes:
    """Draw the letters, row after row, as SVG."""
    column = (svg.WIDTH - 2 * svg.MARGIN) / COLUMNS
    rows = -(-len(words.letters) // COLUMNS)
    right = svg.WIDTH - svg.MARGIN
    rules = [
        svg.rule((svg.MARGIN, TOP + row * ROW), (right, TOP + row * ROW), svg.HAIRLINE, 1.5)
        for row in range(rows + 1)
    ]
    letters: list[Markup] = []
    for index, letter in enumerate(words.letters):
        row, place = divmod(index, COLUMNS)
        x = svg.MARGIN + (place + 0.5) * column
        line = set_line(letter, DIGRAPH if len(letter) > 1 else LETTER, fonts)
        letters.append(svg.text(x, TOP + row * ROW + BASELINE, line, "middle"))
    return svg.document(
        HEIGHT, words.language, (words.title, words.description), [*rules, *letters]
    )
