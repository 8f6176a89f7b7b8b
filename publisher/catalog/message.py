"""Messages and catalogs: what a PO file holds, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

FUZZY = "fuzzy"
Key = tuple[str, str]


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
        previous: What a fuzzy translation was made from.
        obsolete: Whether the article no longer holds the text.
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
    previous: Previous | None = None
    obsolete: bool = False
    line: int = field(default=0, compare=False)

    @property
    def key(self) -> Key:
        """What makes the message one of its kind: (context, source)."""
        return self.context or "", self.source

    @property
    def fuzzy(self) -> bool:
        """Whether the translation was made from another text and must be looked at."""
        return FUZZY in self.flags

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
        messages: In the order of the file, obsolete ones last.
    """

    language: str
    name: str = ""
    header: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    comments: tuple[str, ...] = ()
    messages: tuple[Message, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[Key, Message]:
        """The messages in use, by key."""
        return {message.key: message for message in self.messages if not message.obsolete}

    def find(self, key: Key) -> Message | None:
        """Give the message in use with this key, translated or not."""
        return self.by_key.get(key)

    def where(self, message: Message) -> str:
        """Say where a message stands, as `file:line`."""
        return f"{self.name}:{message.line}" if message.line else self.name
