"""A template's styles: found by their names, and drawn where the template lacks them."""

from dataclasses import replace

from publisher.diagnostics import Diagnostic, Level
from publisher.export.docx.draw import Place, draw_style, style_id
from publisher.export.docx.looks import LOOKS
from publisher.export.docx.styles import Kind, Style
from publisher.readers.word.elements import Element, qualified, value_of


class StyleSheet:
    """The styles of a document, whose template is called `where` in diagnostics."""

    def __init__(self, element: Element, where: str) -> None:
        self._element = element
        self._where = where
        self._ids: dict[Style, str] = {}
        self._drawn: list[Style] = []

    def id_of(self, style: Style) -> str:
        """Give the id of a style; one that the template lacks is drawn as in the shipped one."""
        if style not in self._ids:
            found = self.find(style)
            self._ids[style] = _id(self._draw(style) if found is None else found)
        return self._ids[style]

    def find(self, style: Style) -> Element | None:
        """Give the template's own style of that name and kind, in whatever case it is written."""
        kind = LOOKS[style].kind.value
        for one in self._styles():
            named = _name(one) == style.value.casefold()
            if named and one.get(qualified("w:type"), Kind.PARAGRAPH.value) == kind:
                return one
        return None

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Say which styles had to be drawn."""
        if not self._drawn:
            return ()
        names = ", ".join(repr(style.value) for style in self._drawn)
        return (
            Diagnostic(
                level=Level.WARNING,
                code="docx-style-missing",
                message=f"the template lacks styles, so the usual ones were added: {names}",
                where=self._where,
                hint="add styles of these names to the template in Word",
            ),
        )

    def _styles(self) -> list[Element]:
        return self._element.findall(qualified("w:style"))

    def _draw(self, style: Style) -> Element:
        look = LOOKS[style]
        base = "" if look.based_on is None else self.id_of(look.based_on)
        unnumbered = replace(look, lines=replace(look.lines, numbering=None))
        place = Place(name=self._free_name(style), id=self._free_id(style), base=base)
        drawn = draw_style(style, unnumbered, place)
        self._element.append(drawn)
        self._drawn.append(style)
        return drawn

    def _free_name(self, style: Style) -> str:
        """Give the style's name, changed as Word does where a style of another kind has it."""
        taken = style.value.casefold() in map(_name, self._styles())
        return f"{style.value} Char" if taken else style.value

    def _free_id(self, style: Style) -> str:
        taken = {_id(one).casefold() for one in self._styles()}
        wanted = style_id(style)
        while wanted.casefold() in taken:
            wanted += "0"
        return wanted


def _name(style: Element) -> str:
    return value_of(style, "name").casefold()


def _id(style: Element) -> str:
    return style.get(qualified("w:styleId"), "")
