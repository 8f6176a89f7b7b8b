"""Update: bring a catalog to the article as it is now, and lose no translation."""

from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from publisher.catalog.message import FUZZY, Catalog, Key, Message, Previous

ALIKE = 0.6  # the ratio of equal characters from which a translation helps the translator


def update(catalog: Catalog, extracted: Iterable[Message]) -> Catalog:
    """Merge freshly extracted messages into a catalog.

    A message with the same key keeps its translation, comments and flags. A new one takes the
    translation of the most similar message that is no longer used, as fuzzy, with the text it was
    made from. Translations that nothing uses are kept as obsolete.
    """
    wanted = tuple(extracted)
    keys = {message.key for message in wanted}
    known = _known(catalog)
    spare = [
        message
        for key, message in known.items()
        if key not in keys and (message.translation or message.comments)
    ]
    merged: list[Message] = []
    for message in wanted:
        old = known.get(message.key)
        if old is None or not (old.translation or old.comments):
            old = _take_most_alike(message, spare)
            merged.append(_fuzzy(message, old) if old else message)
        else:
            merged.append(_kept(message, old))
    return replace(catalog, messages=(*merged, *map(_retired, spare)))


def _known(catalog: Catalog) -> dict[Key, Message]:
    """Index all messages by key; one in use comes before an obsolete one."""
    known = {message.key: message for message in catalog.messages if message.obsolete}
    return known | dict(catalog.by_key)


def _kept(message: Message, old: Message) -> Message:
    return replace(
        message,
        translations=old.translations,
        comments=old.comments,
        flags=old.flags,
        previous=old.previous,
    )


def _take_most_alike(message: Message, spare: list[Message]) -> Message | None:
    """Take out of `spare` the message whose source is most like this one's, the role included."""
    best, ratio = None, ALIKE
    for candidate in spare:
        if not candidate.translation:
            continue
        likeness = _likeness(message.source, candidate.source, ratio)
        if candidate.context == message.context and likeness:
            likeness += 0.01  # of two equally similar texts, the one of the same role
        if likeness > ratio:
            best, ratio = candidate, likeness
    if best:
        spare.remove(best)
    return best


def _likeness(one: str, other: str, least: float) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    return matcher.ratio()


def _fuzzy(message: Message, old: Message) -> Message:
    """Offer an old translation for a new text; what it was first made from is kept."""
    made_from = old.previous if old.fuzzy and old.previous else None
    return replace(
        message,
        translations=old.translations,
        comments=old.comments,
        flags=(FUZZY, *(flag for flag in old.flags if flag != FUZZY)),
        previous=made_from or Previous(source=old.source, context=old.context),
    )


def _retired(message: Message) -> Message:
    return replace(message, obsolete=True, references=(), notes=())
