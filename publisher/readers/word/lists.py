"""Lists: items with their marks, nested as deep as the marks stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publisher.model.block import Block, ItemList, ListItem
from publisher.readers.word.numbering import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An item, before it is known in which list it stands."""

    mark: Mark
    body: tuple[Block, ...]


def nested(entries: Sequence[Entry]) -> tuple[ItemList, ...]:
    """Make lists of items that follow one another.

    An item that stands deeper than the one before it belongs to that one. A list ends where its
    items change from numbers to bullets, or are numbered anew.
    """
    if not entries:
        return ()
    lists: list[ItemList] = []
    for group in _lists(list(_heads(entries))):
        first = group[0][0].mark
        items = tuple(ListItem(body=(*head.body, *nested(below))) for head, below in group)
        start = first.number if first.ordered else 1
        lists.append(ItemList(items=items, ordered=first.ordered, start=start))
    return tuple(lists)


Head = tuple[Entry, Sequence[Entry]]


def _heads(entries: Sequence[Entry]) -> Iterator[Head]:
    """Give each item of the outermost list with those below it."""
    level = entries[0].mark.level
    head, below = entries[0], list[Entry]()
    for entry in entries[1:]:
        if entry.mark.level > level:
            below.append(entry)
        else:
            yield head, tuple(below)
            head, below, level = entry, [], entry.mark.level
    yield head, tuple(below)


def _lists(heads: Sequence[Head]) -> Iterator[list[Head]]:
    group: list[Head] = []
    for head in heads:
        if group and not _goes_on(group[-1][0].mark, head[0].mark):
            yield group
            group = []
        group.append(head)
    yield group


def _goes_on(before: Mark, mark: Mark) -> bool:
    if before.ordered != mark.ordered:
        return False
    return not mark.ordered or mark.number == before.number + 1
