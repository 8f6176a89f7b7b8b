"""Update: bring a catalog to the article as it is now, and lose no translation."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from publisher.catalog.likeness import Index
from publisher.catalog.memory import Memory, Remembered, is_origin
from publisher.catalog.message import (
    FUZZY,
    Catalog,
    Identity,
    Message,
    Previous,
    without_state,
)

SAME_ROLE = 0.01  # of two equally similar texts, the one of the same role


def update(catalog: Catalog, extracted: Iterable[Message], memory: Memory | None = None) -> Catalog:
    """Merge freshly extracted messages into a catalog.

    A message with the same key keeps its translation, comments and flags. One without a
    translation takes, as fuzzy, that of an entry with the same text that is no longer used, else
    that which the memory has for the same text, else that of the most similar entry that is no
    longer used. Translations that nothing uses are kept as obsolete.

    Live entries come in the order of the article, then obsolete ones in the order they had; where
    no entry differs from what it was, the catalog is given back with its own order. A second
    update with the same messages and memory changes nothing: only a new text is compared with all
    that is left over, and an old one only with what this very update leaves over.

    Args:
        catalog: As it is.
        extracted: What the article holds now, each key once.
        memory: What the publication has translated already.
    """
    wanted = tuple(extracted)
    merger = _Merger(catalog, wanted, memory or Memory())
    messages = (*map(merger.merge, wanted), *merger.left())
    if Counter(messages) == Counter(catalog.messages):
        return catalog
    return replace(catalog, messages=messages)


class _Merger:
    """Gives each wanted message what the catalog or the memory has for it."""

    def __init__(self, catalog: Catalog, wanted: Iterable[Message], memory: Memory) -> None:
        self._memory = memory
        self._messages = catalog.messages
        self._known = _known(catalog)
        self._live = frozenset(message.identity for message in wanted)
        used = {self._known.get(identity) for identity in self._live}
        self._spare = {
            number: message for number, message in enumerate(self._messages) if number not in used
        }
        self._freed = {number for number, one in self._spare.items() if not one.obsolete}
        self._exact: dict[str, list[int]] = {}
        for number, message in self._offers():
            self._exact.setdefault(message.source, []).append(number)

    def _offers(self) -> Iterator[tuple[int, Message]]:
        for number, message in self._spare.items():
            if message.translation and not message.foreign:
                yield number, message

    @cached_property
    def _index(self) -> Index:
        """What can still be taken; a catalog without new texts never asks for it."""
        index = Index()
        for number, message in self._offers():
            index.add(number, message.source)
        return index

    def merge(self, message: Message) -> Message:
        known = self._known.get(message.identity)
        kept = message if known is None else _kept(message, self._messages[known])
        if any(kept.translations):
            return kept
        same = self._exact.get(message.source)
        if same:
            return _fuzzy(kept, self._take(same[0]))
        remembered = self._memory.find(message)
        if remembered:
            return _remembered(kept, remembered)
        like = self._most_alike(message, new=known is None)
        return kept if like is None else _fuzzy(kept, self._take(like))

    def left(self) -> Iterator[Message]:
        """Give what nothing took, as obsolete; an untranslated entry leaves nothing behind.

        One that gettext would take for another entry is left out: no program reads a catalog that
        has the same entry twice. Of two that are left over the translated one stays.
        """
        spare = sorted(self._spare.items(), key=lambda pair: not any(pair[1].translations))
        chosen: dict[Identity, int] = {}
        for number, message in spare:
            chosen.setdefault(message.identity, number)
        for number, message in self._spare.items():
            if message.identity in self._live or chosen[message.identity] != number:
                continue
            if message.obsolete or message.foreign:
                yield message
            elif any(message.translations) or message.comments:
                yield replace(message, obsolete=True, references=(), notes=())

    def _most_alike(self, message: Message, *, new: bool) -> int | None:
        if not new and not self._freed:
            return None
        best, most = None, 0.0
        for number, ratio in self._index.alike(message.source):
            if new or number in self._freed:
                bonus = SAME_ROLE if self._spare[number].context == message.context else 0.0
                if ratio + bonus > most:
                    best, most = number, ratio + bonus
        return best

    def _take(self, number: int) -> Message:
        self._index.remove(number)
        message = self._spare.pop(number)
        self._exact[message.source].remove(number)
        return message


def _known(catalog: Catalog) -> dict[Identity, int]:
    """Number all messages by key; one in use comes before an obsolete one."""
    numbered = sorted(enumerate(catalog.messages), key=lambda pair: not pair[1].obsolete)
    return {message.identity: number for number, message in numbered}


def _kept(message: Message, old: Message) -> Message:
    origin = (note for note in old.notes if is_origin(note) and old.fuzzy)
    return replace(
        old,
        notes=(*message.notes, *origin),
        references=message.references,
        obsolete=False,
    )


def _fuzzy(message: Message, old: Message) -> Message:
    """Offer an old translation for a new text; what it was first made from is kept.

    An offer of the memory that nobody accepted was no translation of what the text said before.
    """
    before = old.previous if old.fuzzy else None
    if before is None and not (old.fuzzy and any(map(is_origin, old.notes))):
        before = Previous(source=old.source, context=old.context, plural=old.plural)
    return replace(
        message,
        translations=(old.translation,),
        comments=tuple(dict.fromkeys((*message.comments, *without_state(old.comments)))),
        notes=tuple(note for note in message.notes if not is_origin(note)),
        flags=tuple(dict.fromkeys((FUZZY, *message.flags, *old.flags))),
        previous=before,
    )


def _remembered(message: Message, found: Remembered) -> Message:
    """Offer what another entry has for the same text, and say which."""
    other = found.context != message.context
    return replace(
        message,
        translations=(found.translation,),
        notes=(*(note for note in message.notes if not is_origin(note)), found.note),
        flags=tuple(dict.fromkeys((FUZZY, *message.flags))),
        previous=Previous(source=message.source, context=found.context) if other else None,
    )
