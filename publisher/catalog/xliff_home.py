"""Bringing translations home from XLIFF into the catalog that they were exported from."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from publisher.catalog.message import FUZZY, STATE, Catalog, Message
from publisher.catalog.segment import segment_id
from publisher.catalog.tags import TOKEN
from publisher.catalog.xliff import Exchange, State, Unit, comments_of, state_of
from publisher.errors import CatalogError


@dataclass(frozen=True, slots=True, kw_only=True)
class Homecoming:
    """What came of a file.

    Attributes:
        catalog: The catalog with what the file says.
        changed: How many entries the file changed.
        stale: How many of its translations are of texts that the article no longer holds. They
            are entries in use, so that an update offers them to what the texts became.
    """

    catalog: Catalog
    changed: int
    stale: int


def bring_home(catalog: Catalog, exchange: Exchange) -> Homecoming:
    """Take over the translations, states and comments of an XLIFF file.

    Units are matched by id and source text. One without a translation takes none away, and
    comments are added, never removed. Where a translation is finished, its fuzzy flag and
    previous text go.

    Raises:
        CatalogError: A unit is unknown, its source is another text, or the tags of a changed
            translation are not those of its source; all such units are named.
    """
    home = _Home(catalog, exchange)
    for unit in exchange.units:
        home.take(unit)
    if home.faults:
        raise CatalogError("\n".join(map(str, home.faults)))
    messages = tuple(home.messages)
    return Homecoming(
        catalog=replace(catalog, messages=messages) if home.changed or home.stale else catalog,
        changed=home.changed,
        stale=home.stale,
    )


class _Home:
    """Takes one unit after another."""

    def __init__(self, catalog: Catalog, exchange: Exchange) -> None:
        self.messages = list(catalog.messages)
        self.stale = 0
        self.faults: list[CatalogError] = []
        self.changed = 0
        self._name = exchange.name
        numbered = [pair for pair in enumerate(self.messages) if not pair[1].foreign]
        in_order = sorted(numbered, key=lambda pair: not pair[1].obsolete)
        self._offered = {
            (one.previous.source, one.translation) for one in self.messages if one.previous
        }
        self._places = {segment_id(*message.key): place for place, message in in_order}

    def take(self, unit: Unit) -> None:
        place = self._places.get(unit.id)
        if place is None:
            self._take_stale(unit)
        elif self.messages[place].source != unit.source:
            self._fault(unit, "its source is not the text that was exported")
        else:
            self._put(place, unit)

    def _put(self, place: int, unit: Unit) -> None:
        old = self.messages[place]
        new = merged(old, unit)
        if new == old:
            return
        if new.translation != old.translation and not new.fuzzy:
            for fault in _tag_faults(unit) if unit.tagged else ():
                self._fault(unit, fault)
        self.messages[place] = replace(new, obsolete=False)
        self.changed += not new.obsolete
        self.stale += new.obsolete

    def _take_stale(self, unit: Unit) -> None:
        """Keep what was made of a text of ours that is gone, unless an entry has it on offer."""
        if segment_id(unit.context or "", unit.source) != unit.id:
            self._fault(unit, "it is no segment of this article")
        elif unit.target and (unit.source, unit.target) not in self._offered:
            gone = Message(context=unit.context, source=unit.source)
            self.messages.append(merged(gone, unit))
            self.stale += 1

    def _fault(self, unit: Unit, words: str) -> None:
        self.faults.append(
            CatalogError(
                f"the unit {unit.id!r} cannot be taken: {words}",
                where=f"{self._name}:{unit.line}",
                hint="nothing was changed; mend the unit or take it out of the file",
            )
        )


def merged(message: Message, unit: Unit) -> Message:
    """Give a message with what a unit says of it."""
    comments = _united(comments_of(message), unit.comments)
    if not unit.target and message.translation:
        kept = message.comments[len(comments_of(message)) :]
        return replace(message, comments=(*comments, *kept))
    found = replace(
        _flags(message, fuzzy=unit.fuzzy), translations=(unit.target or "",), comments=comments
    )
    beyond = unit.state in {State.REVIEWED, State.FINAL} and state_of(found) is State.TRANSLATED
    return replace(found, comments=(*comments, f"{STATE}{unit.state.value}")) if beyond else found


def _united(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """Give their comments where they hold all of ours; else ours, and what theirs has besides."""
    if not Counter(ours) - Counter(theirs):
        return theirs
    return (*ours, *(line for line in theirs if line not in ours))


def _flags(message: Message, *, fuzzy: bool) -> Message:
    if fuzzy == message.fuzzy:
        return message
    if fuzzy:
        return replace(message, flags=(FUZZY, *message.flags))
    return replace(
        message,
        flags=tuple(flag for flag in message.flags if flag != FUZZY),
        sticky_flags=tuple(flag for flag in message.sticky_flags if flag != FUZZY),
        previous=None,
    )


def _tag_faults(unit: Unit) -> Iterator[str]:
    """Say how the tags of a finished translation differ from those of its source."""
    wanted, found = (Counter(TOKEN.findall(text)) for text in (unit.source, unit.target or ""))
    for _, tag, _ in wanted - found:
        yield f"the inline code {tag!r} of the source is missing"
    for _, tag, _ in found - wanted:
        yield f"the inline code {tag!r} stands more often than in the source"
