"""The styles of a Word file, as far as they say what a paragraph is, and in which language.

Source: ISO/IEC 29500-1, 17.7 (styles), 17.3.2.20 (languages).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from publisher.readers.word.elements import Element, is_said, qualified, value_of
from publisher.readers.word.package import Package

LONGEST_CHAIN = 20  # of styles based on one another


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """A style sheet.

    Attributes:
        by_id: The `w:style` elements.
        language: Of text that nothing else is said of; None where nothing is said at all.
        spoken: The languages that styles say, as they were looked up: by id and direction.
    """

    by_id: Mapping[str, Element]
    language: str | None
    spoken: dict[tuple[str, bool], str] = field(default_factory=dict)

    def name_of(self, paragraph: Element) -> str:
        """Give the name of a paragraph's style, in small letters; empty where it has none."""
        style = self.by_id.get(value_of(paragraph.find(qualified("w:pPr")), "pStyle"))
        return value_of(style, "name").casefold()

    def is_listed(self, paragraph: Element) -> bool:
        """Tell whether a paragraph is numbered or has a bullet, by itself or by its style."""
        properties = paragraph.find(qualified("w:pPr"))
        own = None if properties is None else properties.find(qualified("w:numPr"))
        if own is not None:
            return value_of(own, "numId") != "0"
        numbers = (
            style.find(f"{qualified('w:pPr')}/{qualified('w:numPr')}")
            for style in self._chain(value_of(properties, "pStyle"))
        )
        return any(number is not None for number in numbers)

    def language_of(self, run: Element, paragraph: Element) -> str | None:
        """Give the language of a run."""
        properties = run.find(qualified("w:rPr"))
        rtl = is_said(properties, "rtl")
        named = (
            value_of(properties, "rStyle"),
            value_of(paragraph.find(qualified("w:pPr")), "pStyle"),
        )
        found = (
            value_of(properties, "lang", "bidi" if rtl else "val"),
            *(self._spoken(style_id, bool(rtl)) for style_id in named),
        )
        return next(filter(None, found), self.language)

    def _spoken(self, style_id: str, rtl: bool) -> str:  # noqa: FBT001 -- half of a key
        """Give the language that a style says, or one that it is based on; nothing else."""
        key = style_id, rtl
        if key not in self.spoken:
            said = (style.find(qualified("w:rPr")) for style in self._chain(style_id))
            found = (value_of(one, "lang", "bidi" if rtl else "val") for one in said)
            self.spoken[key] = next(filter(None, found), "")
        return self.spoken[key]

    def _chain(self, style_id: str) -> Iterator[Element]:
        """Give a style and those that it is based on."""
        for _ in range(LONGEST_CHAIN):
            style = self.by_id.get(style_id)
            if style is None:
                return
            yield style
            style_id = value_of(style, "basedOn")


def read_styles(package: Package) -> Styles:
    """Read the style sheet of a file.

    Raises:
        WordFileError: It is damaged.
    """
    member = next(iter(package.related(package.main, "styles")), "")
    root = package.root(member)
    if root is None:
        return Styles(by_id={}, language=None)
    defaults = "/".join(map(qualified, ("w:docDefaults", "w:rPrDefault", "w:rPr")))
    return Styles(
        by_id={one.get(qualified("w:styleId"), ""): one for one in root.iter(qualified("w:style"))},
        language=value_of(root.find(defaults), "lang") or None,
    )
