"""Looks as elements of `styles.xml`; the order of children is that of the schema."""

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.export.docx.elements import on_paper, w
from publisher.export.docx.looks import HAIRLINE, INK
from publisher.export.docx.styles import WORD_HAS, Kind, Letters, Lines, Look, Rule, Style
from publisher.readers.word.elements import Element

DEFAULTS = (Style.NORMAL, Style.CHARACTERS, Style.PLAIN_TABLE)


def style_id(style: Style) -> str:
    """Give a style's id in the shipped template.

    >>> style_id(Style.HEADING_1)
    'Heading1'
    """
    return "".join(word[0].upper() + word[1:] for word in style.value.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a style stands in a style sheet: its name and id, and the ids it refers to."""

    name: str
    id: str
    base: str = ""
    following: str = ""


def draw_style(style: Style, look: Look, place: Place) -> Element:
    """Make a `w:style`."""
    drawn = w(
        "style",
        w("name", val=place.name),
        type=look.kind.value,
        default="1" if style in DEFAULTS else None,
        customStyle=None if style in WORD_HAS else "1",
        styleId=place.id,
    )
    if place.base:
        drawn.append(w("basedOn", val=place.base))
    if place.following:
        drawn.append(w("next", val=place.following))
    drawn.append(w("qFormat"))
    drawn.extend(_properties(style, look))
    return drawn


def _properties(style: Style, look: Look) -> Iterator[Element]:
    for made in (w("pPr", *_lines(look.lines)), w("rPr", *_letters(look.letters))):
        if len(made):
            yield made
    if style is Style.PLAIN_TABLE:
        yield w("tblPr", w("tblInd", w_="0", type="dxa"), _margins())
    elif look.kind is Kind.TABLE:
        yield from _ruled_table()


def _lines(lines: Lines) -> Iterator[Element]:
    yield from _switch("keepNext", on=lines.keep_with_next)
    yield from _switch("keepLines", on=lines.keep_whole)
    if lines.numbering is not None:
        yield w("numPr", w("numId", val=str(lines.numbering)))
    if lines.rules:
        yield w("pBdr", *map(_rule, lines.rules))
    if lines.shade is not None:
        yield w("shd", val="clear", color="auto", fill=lines.shade)
    if lines.hyphenated is not None:
        yield from _switch("suppressAutoHyphens", on=not lines.hyphenated)
    yield from _spaces(lines)
    if lines.alignment is not None:
        yield w("jc", val=lines.alignment)
    if lines.outline is not None:
        yield w("outlineLvl", val=str(lines.outline))


def _switch(name: str, *, on: bool | None) -> Iterator[Element]:
    if on is not None:
        yield w(name, val=None if on else "0")


def _rule(rule: Rule) -> Element:
    return w(
        rule.side,
        val="single",
        sz=str(round(rule.width * 8)),
        space=str(round(rule.gap)),
        color=rule.colour,
    )


def _spaces(lines: Lines) -> Iterator[Element]:
    spacing = w("spacing", before=_measure(lines.before), after=_measure(lines.after))
    if lines.pitch is not None:
        spacing = w(
            "spacing",
            before=_measure(lines.before),
            after=_measure(lines.after),
            line=str(round(lines.pitch * 240)),
            lineRule="auto",
        )
    ind = w(
        "ind",
        left=_measure(lines.left),
        right=_measure(lines.right),
        firstLine=_measure(lines.first),
    )
    yield from (made for made in (spacing, ind) if made.attrib)


def _measure(points: float | None) -> str | None:
    return None if points is None else on_paper(points)


def _letters(letters: Letters) -> Iterator[Element]:
    if letters.face is not None:
        yield w("rFonts", ascii=letters.face, hAnsi=letters.face, cs=letters.face)
    for name, on in (
        ("b", letters.bold),
        ("bCs", letters.bold),
        ("i", letters.italic),
        ("iCs", letters.italic),
        ("caps", letters.capitals),
        ("noProof", None if letters.proofed is None else not letters.proofed),
    ):
        yield from _switch(name, on=on)
    if letters.colour is not None:
        yield w("color", val=letters.colour)
    if letters.tracking is not None:
        yield w("spacing", val=on_paper(letters.tracking))
    if letters.size is not None:
        yield from (w(name, val=str(round(letters.size * 2))) for name in ("sz", "szCs"))
    if letters.underlined:
        yield w("u", val="single")
    if letters.raised:
        yield w("vertAlign", val="superscript")


def _ruled_table() -> Iterator[Element]:
    borders = w("tblBorders", _edge("top", 4, INK), _edge("bottom", 4, INK))
    borders.append(_edge("insideH", 4, HAIRLINE))
    yield w("tblPr", borders, _margins())
    yield w(
        "tblStylePr",
        w("rPr", w("b"), w("bCs")),
        w("tcPr", w("tcBorders", _edge("top", 4, INK), _edge("bottom", 8, INK))),
        type="firstRow",
    )


def _edge(side: str, eighths: int, colour: str) -> Element:
    return w(side, val="single", sz=str(eighths), space="0", color=colour)


def _margins() -> Element:
    sides = (("top", "0"), ("left", "80"), ("bottom", "0"), ("right", "80"))
    return w("tblCellMar", *(w(side, w_=width, type="dxa") for side, width in sides))
