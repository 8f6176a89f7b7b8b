"""Paragraphs: a named style, and of direct formatting only what depends on the neighbours."""

from collections.abc import Iterable, Sequence

from publisher.export.docx.elements import w
from publisher.export.docx.setting import Setting
from publisher.export.docx.styles import Style
from publisher.readers.word.elements import Element, qualified


def paragraph(
    style: Style, content: Iterable[Element], setting: Setting, *properties: Element
) -> Element:
    """Make a paragraph; further `properties` stand in the order of the schema."""
    return w("p", w("pPr", w("pStyle", val=setting.style(style)), *properties), *content)


def keep_together(paragraphs: Sequence[Element]) -> Sequence[Element]:
    """Hold paragraphs on one page: each but the last stays with the next."""
    for one in paragraphs[:-1]:
        for properties in one.findall(qualified("w:pPr")):
            properties.insert(1, w("keepNext"))
    return paragraphs
