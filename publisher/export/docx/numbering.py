"""Real lists: what numbers them, level by level."""

from publisher.export.docx.draw import style_id
from publisher.export.docx.elements import on_paper, w
from publisher.export.docx.looks import LIST_INDENT
from publisher.export.docx.styles import Style
from publisher.export.docx.stylesheet import StyleSheet
from publisher.readers.word.elements import Element, qualified, value_of

DEEPEST_LEVEL = 8  # WordprocessingML has nine levels, from 0
MARKS = "•–"  # from the text's own typeface, for one level and the next


def draw_list(style: Style, id_: int, *, linked: bool) -> Element:
    """Make the `w:abstractNum` of a list style; `linked` says whether the style names it too."""
    made = w("abstractNum", w("multiLevelType", val="multilevel"), abstractNumId=str(id_))
    for level in range(DEEPEST_LEVEL + 1):
        ordered = style is Style.NUMBERS
        left, hanging = on_paper(LIST_INDENT * (level + 1)), on_paper(LIST_INDENT)
        lines = w("lvl", w("start", val="1"), ilvl=str(level))
        lines.append(w("numFmt", val="decimal" if ordered else "bullet"))
        if linked and level == 0:
            lines.append(w("pStyle", val=style_id(style)))
        mark = f"%{level + 1}." if ordered else MARKS[level % len(MARKS)]
        lines.append(w("lvlText", val=mark))
        lines.append(w("lvlJc", val="left"))
        lines.append(w("pPr", w("ind", left=left, hanging=hanging)))
        made.append(lines)
    return made


class Numbering:
    """The lists of a document; the root of its numbering part is `element`."""

    def __init__(self, element: Element, sheet: StyleSheet) -> None:
        self._element = element
        self._sheet = sheet
        self._drawn: dict[Style, str] = {}
        self._bullets: dict[str, str] = {}

    def bullets(self, level: int) -> str:
        """Give the id of the list that all lists without numbers share at `level`."""
        model = self._model(Style.BULLETS, level)
        if model not in self._bullets:
            self._bullets[model] = self._begin(model)
        return self._bullets[model]

    def numbers(self, level: int, start: int) -> str:
        """Begin a list that counts from `start` at `level`, and give its id."""
        override = w("lvlOverride", w("startOverride", val=str(start)), ilvl=str(level))
        return self._begin(self._model(Style.NUMBERS, level), override)

    def _begin(self, model: str, *overrides: Element) -> str:
        id_ = str(1 + self._highest("num", "numId"))
        num = w("num", w("abstractNumId", val=model), *overrides, numId=id_)
        last = self._element.find(qualified("w:numIdMacAtCleanup"))
        if last is None:
            self._element.append(num)
        else:
            last.addprevious(num)
        return id_

    def _model(self, style: Style, level: int) -> str:
        """Give the id of a style's `w:abstractNum`; a template may draw the first level only."""
        own = self._of_template(style)
        if own and self._has_level(own, level):
            return own
        if style not in self._drawn:
            self._drawn[style] = self._draw(style)
        return self._drawn[style]

    def _of_template(self, style: Style) -> str:
        found = self._sheet.find(style)
        properties = None if found is None else found.find(qualified("w:pPr"))
        numbered = None if properties is None else properties.find(qualified("w:numPr"))
        num = self._named("num", "numId", value_of(numbered, "numId"))
        return value_of(num, "abstractNumId")

    def _has_level(self, model: str, level: int) -> bool:
        drawn = self._named("abstractNum", "abstractNumId", model)
        levels = [] if drawn is None else drawn.findall(qualified("w:lvl"))
        return any(one.get(qualified("w:ilvl")) == str(level) for one in levels)

    def _named(self, name: str, key: str, id_: str) -> Element | None:
        for one in self._element.findall(qualified(f"w:{name}")):
            if one.get(qualified(f"w:{key}")) == id_:
                return one
        return None

    def _draw(self, style: Style) -> str:
        id_ = 1 + self._highest("abstractNum", "abstractNumId")
        first = self._element.find(qualified("w:num"))
        drawn = draw_list(style, id_, linked=False)
        if first is None:
            self._element.append(drawn)
        else:
            first.addprevious(drawn)
        return str(id_)

    def _highest(self, name: str, key: str) -> int:
        found = self._element.findall(qualified(f"w:{name}"))
        return max((int(one.get(qualified(f"w:{key}"), "0")) for one in found), default=0)
