"""The timeline: flags above and below an axis on which every day has its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from publisher.errors import ArticleError
from publisher.sample.drawing import svg
from publisher.sample.drawing.labels import Event, Timeline
from publisher.sample.drawing.typesetting import Fonts, Type, break_lines, set_line

HEIGHT = 560
AXIS = 322
BREAK = 150
FIRST_DAY = 250
DAY = 97
MONTH_ONLY = 50

ABOVE = 170
BELOW = 384
ROOM = 110
INDENT = 12
GUTTER = 20
LEADING = 26
DATE_LEADING = 29

BODY = Type(size=21, fill=svg.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """An event's place: the x of its pole, the y of its date's baseline, the x where it ends."""

    event: Event
    pole: float
    top: float
    end: float


def draw(words: Timeline, fonts: Fonts) -> bytes:
    """Draw the timeline as SVG.

    Raises:
        ArticleError: A label does not fit its place.
    """
    flags = _place(words.events)
    body = [
        svg.text(svg.MARGIN, 58, set_line(words.title, svg.TITLE, fonts)),
        svg.text(svg.MARGIN, 94, set_line(words.subtitle, svg.SUBTITLE, fonts)),
        *_axis(words.events),
        *(shape for flag in flags for shape in _flag(flag, fonts)),
        svg.text(svg.MARGIN, HEIGHT - 16, set_line(words.note, svg.NOTE, fonts)),
    ]
    description = " ".join(f"{event.date}: {event.text}." for event in words.events)
    return svg.document(HEIGHT, words.language, (words.title, description), body)


def _position(day: date | None, first: date) -> float:
    return MONTH_ONLY if day is None else FIRST_DAY + (day - first).days * DAY


def _days(events: Sequence[Event]) -> tuple[date, date]:
    days = [event.day for event in events if event.day is not None]
    return min(days), max(days)


def _place(events: Sequence[Event]) -> tuple[Flag, ...]:
    """Put every other event above the axis, so that each label has the room of two."""
    first, _ = _days(events)
    poles = [_position(event.day, first) for event in events]
    ends = [pole - GUTTER for pole in poles[2:]] + [svg.WIDTH - svg.MARGIN] * 2
    return tuple(
        Flag(event=event, pole=pole, top=BELOW if index % 2 else ABOVE, end=end)
        for index, (event, pole, end) in enumerate(zip(events, poles, ends, strict=True))
    )


def _axis(events: Sequence[Event]) -> list[Markup]:
    first, last = _days(events)
    right = svg.WIDTH - svg.MARGIN
    ticks = [FIRST_DAY + index * DAY for index in range((last - first).days + 1)]
    return [
        svg.rule((MONTH_ONLY, AXIS), (BREAK - 6, AXIS), svg.INK, 4),
        svg.rule((BREAK + 6, AXIS), (ticks[-1], AXIS), svg.INK, 4),
        svg.rule((ticks[-1], AXIS), (right, AXIS), svg.HAIRLINE, 4),
        *(
            svg.rule((x - 5, AXIS + 13), (x + 5, AXIS - 13), svg.INK, 2.5)
            for x in (BREAK - 6, BREAK + 6)
        ),
        *(svg.rule((x, AXIS - 9), (x, AXIS + 9), svg.INK, 2.5) for x in ticks),
    ]


def _flag(flag: Flag, fonts: Fonts) -> list[Markup]:
    event, left = flag.event, flag.pole + INDENT
    lines = break_lines(event.text, flag.end - left, BODY, fonts)
    depth = DATE_LEADING + (len(lines) - 1) * LEADING
    if depth > ROOM:
        raise ArticleError(
            f"the label of {event.date!r} takes {len(lines)} lines", hint="shorten it"
        )
    colour = svg.ACCENT if event.turning_point else svg.INK
    foot = flag.top + depth + 5 if flag.top > AXIS else flag.top - 19
    return [
        svg.rule((flag.pole, foot), (flag.pole, AXIS), colour, 1.5),
        svg.circle((flag.pole, AXIS), 11 if event.turning_point else 9, colour),
        svg.text(
            left, flag.top, set_line(event.date, Type(size=25, fill=colour, bold=True), fonts)
        ),
        svg.paragraph(left, flag.top + DATE_LEADING, lines, LEADING),
    ]
