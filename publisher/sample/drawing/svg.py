"""The pieces of which every graphic is made: colours, type, lines of text, the document."""

from collections.abc import Sequence

from markupsafe import Markup

from publisher.sample.drawing.typesetting import Line, Type

WIDTH = 1200
MARGIN = 40

PAPER = "#ffffff"
INK = "#1f3350"
TEXT = "#25303d"
QUIET = "#566270"
HAIRLINE = "#c3ccd6"
ACCENT = "#b3341f"

# The semibold file calls its family "Source Sans 3 SemiBold": a renderer that reads font files
# knows it by that name only, a style sheet that declares weight 600 by the second.
# No space after a comma: WeasyPrint would take it for a part of the name.
REGULAR = Markup("'Source Sans 3',sans-serif")
SEMIBOLD = Markup("'Source Sans 3 SemiBold','Source Sans 3',sans-serif")

TITLE = Type(size=38, fill=INK, bold=True)
SUBTITLE = Type(size=24, fill=QUIET)
NOTE = Type(size=19, fill=QUIET)


def text(x: float, y: float, line: Line, anchor: str = "start") -> Markup:
    """Set one line with its baseline at `y`; `anchor` says which end of it stands at `x`."""
    end = Markup(' text-anchor="{}"').format(anchor) if anchor != "start" else ""
    return Markup("<text {}{} {}>{}</text>").format(
        _place(x, y, line), end, _look(line.style), line.text
    )


def paragraph(x: float, y: float, lines: Sequence[Line], leading: float) -> Markup:
    """Set broken lines of one type, the first baseline at `y`, the others `leading` units apart."""
    spans = Markup("\n  ").join(
        Markup("<tspan {}>{}</tspan>").format(_place(x, y + index * leading, line), line.text)
        for index, line in enumerate(lines)
    )
    return Markup("<text {}>\n  {}\n</text>").format(_look(lines[0].style), spans)


def _place(x: float, y: float, line: Line) -> Markup:
    # The length keeps a reader's wider font, where ours is missing, from running over its place.
    return Markup('x="{}" y="{}" textLength="{}" lengthAdjust="spacingAndGlyphs"').format(
        _number(x), _number(y), _number(line.width)
    )


def _look(style: Type) -> Markup:
    look = Markup('font-size="{}" fill="{}"').format(style.size, style.fill)
    if style.bold:
        look += Markup(' font-family="{}" font-weight="600"').format(SEMIBOLD)
    return look


def rule(start: tuple[float, float], end: tuple[float, float], colour: str, thick: float) -> Markup:
    """Rule a straight line from `start` to `end`, each x and y."""
    (x1, y1), (x2, y2) = start, end
    return Markup('<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="{}"/>').format(
        _number(x1), _number(y1), _number(x2), _number(y2), colour, _number(thick)
    )


def rectangle(corner: tuple[float, float], size: tuple[float, float], colour: str) -> Markup:
    """Fill a rectangle, from its upper left `corner`, `size` being width and height."""
    (x, y), (wide, high) = corner, size
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>').format(
        _number(x), _number(y), _number(wide), _number(high), colour
    )


def circle(centre: tuple[float, float], radius: float, colour: str) -> Markup:
    """Fill a circle with a rim of paper, which parts it from the line that it stands on."""
    return Markup('<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="3"/>').format(
        _number(centre[0]), _number(centre[1]), _number(radius), colour, PAPER
    )


def document(height: int, language: str, name: tuple[str, str], body: Sequence[Markup]) -> bytes:
    """Wrap shapes into an SVG file.

    Args:
        height: In units; every graphic is `WIDTH` wide.
        language: BCP 47 tag of all the words in it.
        name: Its title and its description, for those who do not see it.
        body: The shapes, in the order of painting.
    """
    title, description = name
    head = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}"'
        ' xml:lang="{language}" role="img" font-family="{family}">\n'
        "<title>{title}</title>\n<desc>{description}</desc>\n"
    ).format(
        w=WIDTH,
        h=height,
        language=language,
        family=REGULAR,
        title=title,
        description=description,
    )
    paper = rectangle((0, 0), (WIDTH, height), PAPER)
    shapes = Markup("\n").join((paper, *body))
    return (head + shapes + Markup("\n</svg>\n")).encode()


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
