"""What the properties and the style of a paragraph say that it is."""

import re
from dataclasses import replace

from publisher.readers.word.elements import Element, attribute_of, qualified, value_of
from publisher.readers.word.names import Named, Use, use_of
from publisher.readers.word.numbering import Mark
from publisher.readers.word.parts import BODY
from publisher.readers.word.source import Source

LEVEL = re.compile("[0-8]")  # in the outline; 9 is no heading
NUMBER = re.compile("-?[0-9]{1,6}")
NEVER_NUMBERED = "0"
RULES = ("w:top", "w:bottom", "w:between")
NO_RULE = {"", "nil", "none"}


def named(properties: Element | None, style: str, source: Source) -> Named:
    """Say what a paragraph is: by its own place in the outline, its styles, or their places."""
    own = value_of(properties, "outlineLvl")
    if LEVEL.fullmatch(own):
        return Named(use=Use.HEADING, level=int(own) + 1)
    if style not in source.uses:
        source.uses[style] = _of_style(style, source)
    found = source.uses[style]
    return BODY if own and found.use is Use.HEADING else found


def _of_style(style: str, source: Source) -> Named:
    chain = [
        (attribute_of(one, "styleId"), value_of(one, "name")) for one in source.styles.chain(style)
    ]
    for id_, name in chain or [(style, style)]:
        if found := use_of(name) or use_of(id_):
            return found
    inherited = source.styles.value(style, "pPr", "outlineLvl")
    return Named(use=Use.HEADING, level=int(inherited) + 1) if LEVEL.fullmatch(inherited) else BODY


def mark(properties: Element | None, style: str, use: Named, source: Source) -> Mark | None:
    """Say what stands before a paragraph, and count it; None where it is no item of a list."""
    if use.use in {Use.HEADING, Use.TITLE, Use.CONTENTS, Use.CAPTION}:
        return None
    list_, level = _list(properties, style, source)
    found = None
    if list_ not in {"", NEVER_NUMBERED}:
        found = source.numbering.mark(list_, number(level))
    if found is None and use.use is Use.ITEM and list_ != NEVER_NUMBERED:
        return Mark(level=use.level - 1, ordered=use.ordered, series=style)
    if found is not None and use.use is Use.ITEM:  # each depth may have a list of its own
        return replace(found, level=max(found.level, use.level - 1))
    return found


def _list(properties: Element | None, style: str, source: Source) -> tuple[str, str]:
    own = None if properties is None else properties.find(qualified("w:numPr"))
    list_, level = value_of(own, "numId"), value_of(own, "ilvl")
    if list_:
        return list_, level
    if style not in source.lists:
        source.lists[style] = _list_of_style(style, source)
    list_, inherited = source.lists[style]
    return list_, level or inherited


def _list_of_style(style: str, source: Source) -> tuple[str, str]:
    for one in source.styles.chain(style):
        found = one.find(qualified("w:pPr"))
        numbered = None if found is None else found.find(qualified("w:numPr"))
        if numbered is not None and (list_ := value_of(numbered, "numId")):
            level = value_of(numbered, "ilvl")
            return list_, level or str(source.numbering.level_of_style(list_, style))
    return "", ""


def said(
    properties: Element | None, style: str, source: Source, name: str, attribute: str = "val"
) -> str:
    """Give a value of a paragraph's own properties, or of its style."""
    own = value_of(properties, name, attribute)
    return own or source.styles.value(style, "pPr", name, attribute)


def number(text: str) -> int:
    """Read a number; 0 where it is none, or beyond reason."""
    return int(text) if NUMBER.fullmatch(text) else 0


def is_ruled(properties: Element | None) -> bool:
    """Whether a line runs along the upper or lower side of a paragraph."""
    borders = None if properties is None else properties.find(qualified("w:pBdr"))
    if borders is None:
        return False
    sides = (borders.find(qualified(side)) for side in RULES)
    return any(one is not None and attribute_of(one, "val") not in NO_RULE for one in sides)


def is_initial(properties: Element | None) -> bool:
    """Whether a paragraph is only the large first letter of the one that follows."""
    return value_of(properties, "framePr", "dropCap") in {"drop", "margin"}
