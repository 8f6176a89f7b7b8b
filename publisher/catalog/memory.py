"""The translation memory: what a publication has translated already, by source text."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from publisher.catalog.message import Catalog, Message

NOTE = "memory: from "


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """A translation that another entry has for the same text.

    Attributes:
        translation: The words.
        context: The role that the text has there.
        article: The slug of the article.
    """

    translation: str
    context: str | None
    article: str

    @property
    def note(self) -> str:
        """What the translator is told of its origin."""
        return f"{NOTE}{self.article}"


class Memory:
    """Translations of exactly equal texts; the catalogs are read when it is first asked.

    Args:
        load: Gives catalogs with their articles' slugs, in a fixed order.
    """

    def __init__(self, load: Callable[[], Iterable[tuple[str, Catalog]]] = tuple) -> None:
        self._load = load

    @cached_property
    def _entries(self) -> Mapping[str, tuple[Remembered, ...]]:
        """One entry for each role of a text; one in use comes before an obsolete one."""
        live: dict[str, dict[str | None, Remembered]] = {}
        dead: dict[str, dict[str | None, Remembered]] = {}
        for article, catalog in self._load():
            for message in filter(_finished, catalog.messages):
                side = dead if message.obsolete else live
                side.setdefault(message.source, {}).setdefault(
                    message.context,
                    Remembered(
                        translation=message.translation, context=message.context, article=article
                    ),
                )
        texts = dict.fromkeys((*live, *dead))
        return {
            text: (*live.get(text, {}).values(), *dead.get(text, {}).values()) for text in texts
        }

    def find(self, message: Message) -> Remembered | None:
        """Give the translation of a message's text, one of the same role before others."""
        found = self._entries.get(message.source, ())
        same = (one for one in found if one.context == message.context)
        return next(same, None) or next(iter(found), None)


def _finished(message: Message) -> bool:
    return bool(message.translation.strip()) and not message.fuzzy and message.plural is None


def is_origin(note: str) -> bool:
    """Whether an extracted note says where a remembered translation is from."""
    return note.startswith(NOTE)
