"""The styles of a Word file, each with what it is based on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from publisher.readers.word.elements import Element, attribute_of, is_said, qualified, value_of

DEEPEST = 20  # styles that are based on one another


@dataclass(frozen=True)
class Styles:
    """The styles of a file; programs and languages rename ids, and keep the names of their own.

    Attributes:
        root: The part of the styles, where there is one.
    """

    root: Element | None
    _values: dict[tuple[str, str, str, str], str] = field(default_factory=dict, repr=False)

    @cached_property
    def _by_id(self) -> Mapping[str, Element]:
        found = () if self.root is None else self.root.iter(qualified("w:style"))
        return {attribute_of(one, "styleId"): one for one in found}

    @cached_property
    def usual(self) -> str:
        """The id of the style of paragraphs that name none."""
        for id_, style in self._by_id.items():
            if attribute_of(style, "type") == "paragraph" and attribute_of(style, "default") == "1":
                return id_
        return ""

    def name(self, id_: str) -> str:
        """Give the name of a style; nothing where there is no such style."""
        return value_of(self._by_id.get(id_), "name")

    def chain(self, id_: str) -> Iterator[Element]:
        """Give a style, what it is based on, and so on."""
        for _ in range(DEEPEST):
            style = self._by_id.get(id_)
            if style is None:
                return
            yield style
            id_ = value_of(style, "basedOn")

    def is_said(self, id_: str, name: str) -> bool | None:
        """Tell whether a style sets letters so, or takes it from one that does; else None."""
        said = (is_said(style.find(qualified("w:rPr")), name) for style in self.chain(id_))
        return next((one for one in said if one is not None), None)

    def value(self, id_: str, properties: str, name: str, attribute: str = "val") -> str:
        """Give a value of a style's `w:rPr` or `w:pPr`, or the one that it takes over.

        An empty value is as good as none.
        """
        key = (id_, properties, name, attribute)
        if key not in self._values:
            path = qualified(f"w:{properties}")
            values = (value_of(style.find(path), name, attribute) for style in self.chain(id_))
            self._values[key] = next(filter(None, values), "")
        return self._values[key]
