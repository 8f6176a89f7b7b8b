"""What a rule is given: one translated text, and what it is checked against."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from publisher.catalog.glossary import Glossary
from publisher.catalog.lint.view import View, view
from publisher.catalog.lint.words import Words, words_of
from publisher.catalog.message import Catalog, Key, Message
from publisher.catalog.tags import tag_names
from publisher.model.inline import Inline
from publisher.model.language import Language, script_of
from publisher.model.language import language as language_of

Inlines: TypeAlias = tuple[Inline, ...]
Convert: TypeAlias = Callable[[str], str]


@dataclass(frozen=True, kw_only=True)
class Reference:
    """What a catalog is checked against.

    Attributes:
        source: BCP 47 tag of the language of its msgids.
        runs: The source runs by key, which say what tags mean. Entries that are not among them are
            no longer used. None for a catalog of plain texts, such as the layouts' words.
        glossary: The terms of the catalog's language.
        master: The catalog from which this one's language is derived where it has no entry.
        convert: Derives a plain text, where there is a master.
    """

    source: str
    runs: Mapping[Key, Inlines] | None = None
    glossary: Glossary = field(default_factory=Glossary)
    master: Catalog | None = None
    convert: Convert | None = None


@dataclass(frozen=True, kw_only=True)
class Context:
    """A catalog under lint, and what is known of its two languages.

    Attributes:
        ids: The ids of all rules.
    """

    catalog: Catalog
    reference: Reference
    ids: frozenset[str]

    @cached_property
    def source(self) -> Language:
        """The record of the language that was translated."""
        return language_of(self.reference.source)

    @cached_property
    def target(self) -> Language:
        """The record of the catalog's language."""
        return language_of(self.catalog.language)

    @cached_property
    def source_words(self) -> Words:
        """What lint knows of the words of the source's language."""
        return words_of(self.reference.source)

    @cached_property
    def target_words(self) -> Words:
        """What lint knows of the words of the catalog's language."""
        return words_of(self.catalog.language)

    @cached_property
    def scripts(self) -> tuple[str, str]:
        """The scripts of the source's language and of the catalog's, by ISO 15924."""
        return script_of(self.reference.source), script_of(self.catalog.language)

    @cached_property
    def twins(self) -> Mapping[str, Message]:
        """The first translated message with each source text, whatever its role."""
        first: dict[str, Message] = {}
        for message in self.catalog.messages:
            if message.usable and not message.foreign and message.plural is None:
                first.setdefault(message.source, message)
        return MappingProxyType(first)

    def run(self, key: Key) -> Inlines:
        """Give the source run with this key; nothing for a plain text."""
        return self.reference.runs.get(key, ()) if self.reference.runs else ()


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One translated text of a catalog: a message, or one plural form of it.

    Attributes:
        message: The message.
        form: Which of its translations.
        source_text: What it translates.
        run: The source run; empty for a plain text.
    """

    message: Message
    form: int = 0
    source_text: str
    run: Inlines = ()

    @property
    def text(self) -> str:
        """The translation as it stands in the catalog."""
        return self.message.translations[self.form]

    @property
    def role(self) -> str:
        """What the text is in its article."""
        return self.message.context or ""

    @cached_property
    def tags(self) -> frozenset[str]:
        """The tags of the source text."""
        return tag_names(self.run)

    @cached_property
    def source(self) -> View:
        """The source text as rules see it."""
        return view(self.source_text, self.tags)

    @cached_property
    def target(self) -> View:
        """The translation as rules see it."""
        return view(self.text, self.tags)
