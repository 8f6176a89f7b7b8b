"""How the runs of a Word file look: by their own properties and by their character style."""

from dataclasses import dataclass
from functools import cached_property

from publisher.export.docx.elements import Element, qualified, value_of
from publisher.export.docx.styles import Style

OFF = {"0", "false", "off", "none"}
OURS = {style.value.lower(): style for style in Style}
KEPT = {Style.CODE, Style.KEEP}
DEEPEST = 20  # styles that are based on one another


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

    styles: Element | None

    @cached_property
    def _by_id(self) -> dict[str, Element]:
        if self.styles is None:
            return {}
        return {
            str(one.get(qualified("w:styleId"))): one
            for one in self.styles.iter(qualified("w:style"))
        }

    def of(self, properties: Element | None) -> Look:
        """Say how a run with these `w:rPr` looks."""
        id_ = value_of(properties, "rStyle")
        style = self._named(id_)
        strong, emphasis = self._said(properties, "b"), self._said(properties, "i")
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

    def _named(self, id_: str) -> Style | None:
        """Give the style of ours that an id stands for; programs rename ids, and keep names."""
        return OURS.get(value_of(self._by_id.get(id_), "name").lower())

    def _has(self, id_: str, name: str) -> bool:
        """Whether an editor's own style is bold, or italic."""
        for _ in range(DEEPEST):
            style = self._by_id.get(id_)
            if style is None:
                return False
            said = self._said(style.find(qualified("w:rPr")), name)
            if said is not None:
                return said
            id_ = value_of(style, "basedOn")
        return False

    def _said(self, properties: Element | None, name: str) -> bool | None:
        found = None if properties is None else properties.find(qualified(f"w:{name}"))
        return None if found is None else found.get(qualified("w:val"), "1") not in OFF
