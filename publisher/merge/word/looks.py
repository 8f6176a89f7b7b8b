"""How the runs of a Word file look: by their own properties and by their character style."""

from dataclasses import dataclass

from publisher.export.docx.styles import Style
from publisher.readers.word.elements import Element, is_said, value_of
from publisher.readers.word.styles import Styles

OURS = {style.value.lower(): style for style in Style}
KEPT = {Style.CODE, Style.KEEP}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a run looks; see `Bit`."""

    strong: bool = False
    emphasis: bool = False
    position: str = ""
    style: str = ""
    spoken: str = ""


@dataclass(frozen=True)
class Looks:
    """The styles of a file, by which its runs are judged."""

    styles: Styles

    def of(self, properties: Element | None) -> Look:
        """Say how a run with these `w:rPr` looks."""
        id_ = value_of(properties, "rStyle")
        style = OURS.get(self.styles.name(id_).lower())
        strong, emphasis = is_said(properties, "b"), is_said(properties, "i")
        if strong is None:
            strong = style is Style.STRONG or (style is None and self._has(id_, "b"))
        if emphasis is None:
            emphasis = style is Style.EMPHASIS or (style is None and self._has(id_, "i"))
        position = value_of(properties, "vertAlign")
        return Look(
            strong=strong,
            emphasis=emphasis,
            position=position if position in {"superscript", "subscript"} else "",
            style=style.value if style in KEPT else "",
            spoken=value_of(properties, "lang"),
        )

    def _has(self, id_: str, name: str) -> bool:
        """Whether an editor's own style is bold, or italic."""
        return bool(self.styles.is_said(id_, name))
