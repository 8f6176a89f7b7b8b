"""The agencies, libraries, media and bodies that supply pictures, by name."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

LONGEST = 80  # characters of a name
TURKISH = {ord("ı"): "i", 0x307: None}  # capitals of these are written without a mark elsewhere
BEFORE = re.compile(r"the ")
AFTER = re.compile(
    r"(?: (?:stock|photos?|foto|photographs?|images?|pictures?|pics?|video|wire)|\.com)$"
)


class Kind(Enum):
    """What a supplier of pictures is; the value is its list in `agencies.toml`."""

    WIRE = "wire"
    CARRIER = "carrier"  # it prints its own name before that of whose picture it passes on
    HOUSE = "house"
    PLATFORM = "platform"
    BODY = "body"
    MEDIUM = "medium"


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplier:
    """A known supplier of pictures.

    Attributes:
        kind: What it is.
        ordinary: Whether its name is a word as well, or an abbreviation of much else.
    """

    kind: Kind
    ordinary: bool = False


def find_supplier(name: str) -> Supplier | None:
    """Find a supplier by a name as printed.

    >>> find_supplier("AFP PHOTO") == find_supplier("AFP")
    True
    >>> find_supplier("The Daily Lantern")
    """
    if len(name) > LONGEST:
        return None
    key, shorter, table = _key(name), "", _suppliers()
    while key not in table and (shorter := AFTER.sub("", key)) != key:
        key = shorter
    return table.get(key)


@cache
def _suppliers() -> Mapping[str, Supplier]:
    text = files("publisher.model").joinpath("agencies.toml").read_text(encoding="utf-8")
    lists: Mapping[str, list[str]] = tomllib.loads(text)
    ordinary = set(map(_key, lists["ordinary"]))
    return MappingProxyType(
        {
            _key(name): Supplier(kind=kind, ordinary=_key(name) in ordinary)
            for kind in Kind
            for name in lists[kind.value]
        }
    )


def _key(name: str) -> str:
    folded = " ".join(name.casefold().translate(TURKISH).split())
    the = BEFORE.match(folded)
    return folded[the.end() :] if the else folded
