"""XLIFF 2.1: what a CAT tool gets of a catalog, and what it gives back.

The Translate Toolkit holds, reads and serialises the document and its units. Of XLIFF 2 it models
a segment's source, target and state; inline codes, notes (which it puts where the schema has no
place for them), substates and version 2.1 are ours. Core elements only. Source: OASIS, "XLIFF
Version 2.1", chapter 4.

A unit's id is its segment's id and its name the segment's role. Inline tags are `pc` and `ph` with
the tag's name as id. An entry is `initial` without a translation, `initial` with the substate
`publisher:fuzzy` when fuzzy, else `translated`; what a tool says beyond that, `reviewed` or
`final`, is kept in the catalog as the comment `state: final`, the last one of its entry.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from publisher.catalog.message import STATE, Message

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"  # of 2.1 too
VERSION = "2.1"
FUZZY_STATE = "publisher:fuzzy"
RAW_TARGET = "publisher:raw-target"  # its tags do not fit the source's, and so stand as text


class State(Enum):
    """How far a translation is."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


class Note(Enum):
    """What a note of a unit is."""

    COMMENT = "comment"
    EXTRACTED = "extracted"
    LOCATION = "location"
    PREVIOUS = "previous"


KEPT_AS_COMMENT: Mapping[str, State] = MappingProxyType(
    {f"{STATE}{state.value}": state for state in (State.REVIEWED, State.FINAL)}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit of a file, as a CAT tool gave it back.

    Attributes:
        id: The segment's id.
        context: The segment's role.
        source: The source text, with tags as in a catalog.
        target: The translation, with tags; None where there is none.
        tagged: Whether the source has inline codes.
        fuzzy: Whether the translation must be looked at.
        comments: The comments on it, a line each.
        line: Its line in the file.
    """

    id: str
    context: str | None
    source: str
    target: str | None
    state: State
    tagged: bool = False
    fuzzy: bool = False
    comments: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """An XLIFF file: the units of one article in one language.

    Attributes:
        name: The file's name as a user knows it.
        slug: The article.
        source_language: BCP 47 tag, as the file spells it.
        language: BCP 47 tag of the translation, as the file spells it.
    """

    name: str
    slug: str
    source_language: str
    language: str
    units: tuple[Unit, ...]


def state_of(message: Message) -> State:
    """Say how far a message's translation is; a fuzzy one is where it began."""
    if message.fuzzy or not message.translation:
        return State.INITIAL
    last = message.comments[-1] if message.comments else ""
    return KEPT_AS_COMMENT.get(last, State.TRANSLATED)


def comments_of(message: Message) -> tuple[str, ...]:
    """Give the comments of a message without the one that only keeps its state."""
    beyond = state_of(message) in {State.REVIEWED, State.FINAL}
    return message.comments[:-1] if beyond else message.comments
