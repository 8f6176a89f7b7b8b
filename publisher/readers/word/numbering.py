"""The lists of a Word file: which number stands before a paragraph, and how deep it stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from publisher.readers.word.elements import Element, attribute_of, qualified, value_of

DEEPEST = 8  # levels are counted from 0
NUMBER = re.compile(r"-?[0-9]{1,6}")
FOLLOWED = 5  # lists that are defined by the style of another list


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What stands before an item of a list.

    Attributes:
        level: How deep it stands, from 0.
        ordered: Whether it is a number or a letter.
        number: Which number; 1 for a bullet.
        series: Items of the same series follow one another.
    """

    level: int
    ordered: bool
    number: int = 1
    series: str = ""


@dataclass(slots=True)
class Numbering:
    """Counts the items of the lists of a file, in its order.

    Attributes:
        root: The part of the lists, where there is one.
    """

    root: Element | None
    _lists: dict[str, Element] = field(default_factory=dict)
    _kinds: dict[str, Element] = field(default_factory=dict)
    _by_style: dict[str, str] = field(default_factory=dict)
    _levels: dict[str, Mapping[int, Element]] = field(default_factory=dict)  # of kinds
    _overrides: dict[str, Mapping[int, Element]] = field(default_factory=dict)  # of lists
    _counted: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        for one in () if self.root is None else self.root:
            if one.tag == qualified("w:num"):
                self._lists[attribute_of(one, "numId")] = one
            elif one.tag == qualified("w:abstractNum"):
                id_ = attribute_of(one, "abstractNumId")
                self._kinds[id_] = one
                if style := value_of(one, "styleLink"):
                    self._by_style[style] = id_

    def level_of_style(self, list_: str, style: str) -> int:
        """Give the level of a list that a style of paragraphs is tied to; 0 where none is."""
        levels = self._levels_of(self._kind(list_))
        tied = (number for number, one in levels.items() if value_of(one, "pStyle") == style)
        return next(tied, 0)

    def mark(self, list_: str, level: int) -> Mark | None:
        """Count an item; None where the list has no mark at this level, or there is no list."""
        level = min(max(level, 0), DEEPEST)
        kind = self._kind(list_)
        override = self._overrides_of(list_).get(level)
        own = None if override is None else override.find(qualified("w:lvl"))
        definition = self._levels_of(kind).get(level) if own is None else own
        if definition is None or _is_unmarked(definition):
            return None
        if value_of(definition, "numFmt") == "bullet":
            return Mark(level=level, ordered=False, series=kind)
        restart = value_of(override, "startOverride")
        begin = _number(restart or value_of(definition, "start"), 1)
        number = self._count(kind, level, begin, again=bool(restart) and self._begins(list_, level))
        return Mark(level=level, ordered=True, number=number, series=kind)

    def _begins(self, list_: str, level: int) -> bool:
        begins = (list_, level) not in self._begun
        self._begun.add((list_, level))
        return begins

    def _count(self, kind: str, level: int, begin: int, *, again: bool) -> int:
        counted = self._counted.setdefault(kind, {})
        counted[level] = begin if again or level not in counted else counted[level] + 1
        for deeper in [one for one in counted if one > level]:
            del counted[deeper]
        return max(counted[level], 0)

    def _kind(self, list_: str) -> str:
        kind = value_of(self._lists.get(list_), "abstractNumId")
        for _ in range(FOLLOWED):
            link = value_of(self._kinds.get(kind), "numStyleLink")
            if link not in self._by_style:
                break
            kind = self._by_style[link]
        return kind

    def _overrides_of(self, list_: str) -> Mapping[int, Element]:
        if list_ not in self._overrides:
            self._overrides[list_] = _by_level(self._lists.get(list_), "w:lvlOverride")
        return self._overrides[list_]

    def _levels_of(self, kind: str) -> Mapping[int, Element]:
        if kind not in self._levels:
            self._levels[kind] = _by_level(self._kinds.get(kind), "w:lvl")
        return self._levels[kind]


def _by_level(parent: Element | None, name: str) -> Mapping[int, Element]:
    found = () if parent is None else parent.iterchildren(qualified(name))
    return {_number(attribute_of(one, "ilvl"), 0): one for one in found}


def _is_unmarked(level: Element) -> bool:
    """Whether nothing stands before an item, as where an editor took a number away."""
    shape, text = value_of(level, "numFmt"), level.find(qualified("w:lvlText"))
    if shape == "none":
        return True
    said = None if text is None else attribute_of(text, "val")
    return said is not None and not said.strip() and not value_of(level, "lvlPicBulletId")


def _number(text: str, otherwise: int) -> int:
    """Read a number as a file may write it, and nothing that is beyond reason.

    >>> _number("-3", 1), _number("12345678", 1), _number("x", 1)
    (-3, 1, 1)
    """
    return int(text) if NUMBER.fullmatch(text) else otherwise
