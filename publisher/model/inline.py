"""Inline nodes: what a line of text is made of.

`Prose` is the unit of translation: one run of inlines with the language it is in.
"""

import re
from dataclasses import dataclass
from typing import TypeAlias

from publisher.errors import ArticleError
from publisher.model.text import require_language, require_safe_link, require_text

SEGMENT_ID = re.compile(r"(?:[A-Za-z][A-Za-z0-9]*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Characters as a reader sees them; never empty."""

    text: str

    def __post_init__(self) -> None:
        if not self.text:
            raise ArticleError("a text node is empty")
        require_text(self.text, "a text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis:
    """Stressed words, usually set in italics."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong:
    """Important words, usually set in bold."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Superscript:
    """Raised characters."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscript:
    """Lowered characters."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead to `href`, an absolute address or `#` and a place in the article."""

    children: tuple["Inline", ...]
    href: str

    def __post_init__(self) -> None:
        require_safe_link(self.href)
        require_text(self.href, "a link address")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words in `language` (a BCP 47 tag), which is not that of the text around them."""

    children: tuple["Inline", ...]
    language: str

    def __post_init__(self) -> None:
        require_language(self.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Characters for a machine; never translated, never converted to another script."""

    text: str

    def __post_init__(self) -> None:
        require_text(self.text, "a code span")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """Words that stay as they are in every language: a name, a brand, a motto."""

    text: str

    def __post_init__(self) -> None:
        require_text(self.text, "a kept span")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBreak:
    """A new line within the same paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A note printed elsewhere, called from here; notes do not nest."""

    content: "Prose"

    def __post_init__(self) -> None:
        if holds_footnote(self.content.children):
            raise ArticleError("a footnote stands inside a footnote")


Inline: TypeAlias = (
    Text
    | Emphasis
    | Strong
    | Superscript
    | Subscript
    | Link
    | Span
    | Code
    | Keep
    | LineBreak
    | Footnote
)

Container: TypeAlias = Emphasis | Strong | Superscript | Subscript | Link | Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """One run of text that is translated as a whole.

    Attributes:
        children: At least one inline.
        language: BCP 47 tag where the run is not in its article's language, as when it fell back.
        segment: Id of the catalog entry it came from, once localised; see `catalog.segment`.
    """

    children: tuple[Inline, ...]
    language: str | None = None
    segment: str = ""

    def __post_init__(self) -> None:
        if not self.children:
            raise ArticleError("a run of text is empty")
        if self.language is not None:
            require_language(self.language)
        if not SEGMENT_ID.fullmatch(self.segment):
            raise ArticleError(f"the segment id {self.segment!r} is not made of letters and digits")


def holds_footnote(inlines: tuple[Inline, ...]) -> bool:
    """Whether a footnote is called anywhere in `inlines`."""
    return any(
        isinstance(inline, Footnote)
        or (isinstance(inline, Container) and holds_footnote(inline.children))
        for inline in inlines
    )


def holds_words(inlines: tuple[Inline, ...]) -> bool:
    """Whether there is anything to translate in `inlines`, apart from code and kept words.

    What a footnote says is a run of its own.

    >>> holds_words((Code(text="x = 1"), LineBreak(), Emphasis(children=(Keep(text="NATO"),))))
    False
    """
    return any(
        (isinstance(inline, Text) and bool(inline.text.strip()))
        or (isinstance(inline, Container) and holds_words(inline.children))
        for inline in inlines
    )


def prose(text: str) -> Prose:
    """Make a run of plain text.

    >>> prose("Photo").children
    (Text(text='Photo'),)
    """
    return Prose(children=(Text(text=text),))
