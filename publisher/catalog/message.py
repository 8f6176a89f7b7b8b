"""Messages and catalogs: what a PO file holds, as values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

FUZZY = "fuzzy"
STATE = "state: "  # the comment that keeps what a CAT tool says beyond fuzzy or not
DOMAIN = "messages"  # the one that entries belong to when no domain line says another
Key = tuple[str, str]
Identity = tuple[str, str | None, str]


def without_state(comments: Iterable[str]) -> tuple[str, ...]:
    """Leave out the comment on how far a translation was reviewed; it was said of another text."""
    return tuple(comment for comment in comments if not comment.startswith(STATE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """What a fuzzy message was translated from."""

    source: str
    context: str | None = None
    plural: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One entry of a catalog.

    Attributes:
        context: The role of the segment (msgctxt); None where there is none.
        source: The source text (msgid).
        translations: The translation, or one per plural form; `("",)` when untranslated.
        plural: The plural source text (msgid_plural).
        comments: The translator's own comments, a line each.
        notes: What extraction tells the translator, a line each.
        references: Where the text stands, as `file:line`.
        flags: Such as `fuzzy`, in the order written.
        sticky_flags: Those that newer programs write on a line of their own (`#=`).
        previous: What a fuzzy translation was made from.
        obsolete: Whether the article no longer holds the text.
        domain: What a domain line above it says; empty where none does.
        line: Line of the msgid in its file, 0 for a new message.
    """

    source: str
    context: str | None = None
    translations: tuple[str, ...] = ("",)
    plural: str | None = None
    comments: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    references: tuple[str, ...] = field(default=(), compare=False)  # they move with every edit
    flags: tuple[str, ...] = ()
    sticky_flags: tuple[str, ...] = ()
    previous: Previous | None = None
    obsolete: bool = False
    domain: str = ""
    line: int = field(default=0, compare=False)

    @property
    def key(self) -> Key:
        """What makes the message one of its kind: (context, source)."""
        return self.context or "", self.source

    @property
    def identity(self) -> Identity:
        """What gettext tells entries apart by; an empty context is not an absent one."""
        return self.domain or DOMAIN, self.context, self.source

    @property
    def foreign(self) -> bool:
        """Whether it belongs to a domain of its own, and so to nothing of ours."""
        return self.identity[0] != DOMAIN

    @property
    def fuzzy(self) -> bool:
        """Whether the translation was made from another text and must be looked at."""
        return FUZZY in self.flags or FUZZY in self.sticky_flags

    @property
    def translation(self) -> str:
        """The translation; empty when there is none."""
        return self.translations[0]

    @property
    def stale(self) -> bool:
        """Whether the translation was made from what this very text said before.

        So it is when the source changed in the same role. A fuzzy translation of the same words,
        or of words in another role, is no predecessor's: it is merely not reviewed.
        """
        before = self.previous
        return (
            self.fuzzy
            and bool(self.translation.strip())
            and before is not None
            and before.source not in {"", self.source}
            and before.context in {None, self.context}  # some programs write it only if it changed
        )

    @property
    def usable(self) -> bool:
        """Whether the translation may be printed."""
        return bool(self.translation.strip()) and not self.fuzzy and not self.obsolete


@dataclass(frozen=True, kw_only=True)
class Catalog:
    """The messages of one article, or of the layouts, in one language.

    Attributes:
        language: BCP 47 tag.
        name: The file's name as a user knows it, for errors.
        header: The fields of the header entry, in the order written.
        comments: The comments above the header, a line each.
        messages: In the order of the file.
        head: The header entry as it was read: what `header` and `comments` do not show of it.
        tail: The comment lines after the last entry, as written.
    """

    language: str
    name: str = ""
    header: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    comments: tuple[str, ...] = ()
    messages: tuple[Message, ...] = ()
    head: Message | None = field(default=None, compare=False)
    tail: tuple[str, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[Key, Message]:
        """The messages in use, by key."""
        return {
            message.key: message
            for message in self.messages
            if not message.obsolete and not message.foreign
        }

    def find(self, key: Key) -> Message | None:
        """Give the message in use with this key, translated or not."""
        return self.by_key.get(key)

    def where(self, message: Message) -> str:
        """Say where a message stands, as `file:line`."""
        return f"{self.name}:{message.line}" if message.line else self.name
