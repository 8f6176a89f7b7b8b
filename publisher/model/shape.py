"""The types of the model as shapes: the JSON form and its schema are both made from these."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeAlias, assert_never, get_args, get_origin, get_type_hints

from publisher.model.article import Article
from publisher.model.block import Block
from publisher.model.inline import Inline

UNIONS = {Block: "block", Inline: "inline"}
SCALARS = (str, int, bool)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A string, an integer or a truth value."""

    kind: type[str | int | bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the values of an enumeration."""

    kind: type[Enum]


@dataclass(frozen=True, slots=True, kw_only=True)
class Maybe:
    """A value or none."""

    of: "Shape"


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """Any number of values of one shape."""

    of: "Shape"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Values of fixed number, each of its own shape."""

    of: tuple["Shape", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A dataclass that is known by its place."""

    name: str
    kind: type[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A block or an inline, known by its type; `kinds` are the dataclasses by the name of each."""

    name: str
    kinds: Mapping[str, type[Any]]


Shape: TypeAlias = Scalar | Day | Choice | Maybe | Many | Row | Record | Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A field of a dataclass; `default` is `MISSING` where it must be given."""

    shape: Shape
    default: object

    @property
    def required(self) -> bool:
        """Whether the field has no default."""
        return self.default is MISSING


def name_of(kind: type[Any]) -> str:
    """Give the name of a dataclass outside Python.

    >>> from publisher.model.block import ItemList
    >>> name_of(ItemList)
    'item-list'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind.__name__).lower()


TYPES: Mapping[type[Any], str] = MappingProxyType(
    {kind: name_of(kind) for union in UNIONS for kind in get_args(union)}
)


@cache
def records() -> Mapping[type[Any], Mapping[str, Member]]:
    """List the dataclasses that an article is made of, each with its fields, as declared."""
    found: dict[type[Any], Mapping[str, Member]] = {}
    ahead: list[type[Any]] = [Article]
    while ahead:
        kind = ahead.pop()
        if kind not in found:
            found[kind] = _members(kind)
            ahead += [each for member in found[kind].values() for each in _inside(member.shape)]
    return MappingProxyType(found)


def _members(kind: type[Any]) -> Mapping[str, Member]:
    hints = get_type_hints(kind)
    return MappingProxyType(
        {
            field.name: Member(shape=shape_of(hints[field.name]), default=field.default)
            for field in fields(kind)
        }
    )


def _inside(shape: Shape) -> Iterator[type[Any]]:
    match shape:
        case Scalar() | Day() | Choice():
            pass
        case Maybe(of=of) | Many(of=of):
            yield from _inside(of)
        case Row(of=row):
            for of in row:
                yield from _inside(of)
        case Record(kind=kind):
            yield kind
        case Node(kinds=kinds):
            yield from kinds.values()
        case _:
            assert_never(shape)


def shape_of(hint: object) -> Shape:
    """Give the shape of a type.

    Raises:
        TypeError: The model has not used such a type so far, and the JSON form has none for it.
    """
    parts = get_args(hint)
    if isinstance(hint, UnionType):
        if parts[-1] is NoneType and len(parts) == 2:  # noqa: PLR2004 -- a type, or none
            return Maybe(of=shape_of(parts[0]))
        if hint in UNIONS:
            return Node(name=UNIONS[hint], kinds={name_of(kind): kind for kind in parts})
    if get_origin(hint) is tuple:
        if parts[-1] is Ellipsis:
            return Many(of=shape_of(parts[0]))
        return Row(of=tuple(map(shape_of, parts)))
    if isinstance(hint, type):
        return _shape_of_class(hint)
    raise TypeError(f"there is no JSON form for {hint!r}")


def _shape_of_class(kind: type[Any]) -> Shape:
    if kind in TYPES:
        return Node(name=TYPES[kind], kinds={TYPES[kind]: kind})
    if is_dataclass(kind):
        return Record(name=name_of(kind), kind=kind)
    if issubclass(kind, Enum):
        return Choice(kind=kind)
    if kind is date:
        return Day()
    if kind in SCALARS:
        return Scalar(kind=kind)
    raise TypeError(f"there is no JSON form for {kind!r}")
