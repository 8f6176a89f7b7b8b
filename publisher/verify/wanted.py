"""What an article wants to be printed: its runs of text as a reader should see them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from publisher.model.article import Article
from publisher.model.inline import (
    Code,
    Emphasis,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Link,
    Prose,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from publisher.verify.record import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a run.

    Attributes:
        runs: Characters by language; a line break is a space, a footnote's call nothing.
        kept: Those of them that stay as they are in every script: code, kept words, and words in
            another language.
    """

    runs: tuple[Run, ...]
    kept: tuple[str, ...]

    @property
    def text(self) -> str:
        """All characters."""
        return "".join(run.text for run in self.runs)


def words_of(run: Prose, article: Article) -> Words:
    """Give the words of a run of an article."""
    own = run.language or article.language
    pieces = tuple(_pieces(run.children, own))
    kept = [text for text, tag, keeps in pieces if keeps or tag != article.language]
    return Words(
        runs=tuple(Run(text=text, language=tag) for text, tag, _ in pieces), kept=tuple(kept)
    )


def _pieces(inlines: tuple[Inline, ...], language: str) -> Iterator[tuple[str, str, bool]]:
    for inline in inlines:
        match inline:
            case Text(text=text):
                yield text, language, False
            case Code(text=text) | Keep(text=text):
                yield text, language, True
            case LineBreak():
                yield " ", language, False
            case Footnote():
                pass
            case Span(children=children, language=own):
                yield from _pieces(children, own)
            case Emphasis() | Strong() | Superscript() | Subscript() | Link():
                yield from _pieces(inline.children, language)
            case _:
                assert_never(inline)
