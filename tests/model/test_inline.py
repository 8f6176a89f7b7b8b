"""Inlines: a bad one cannot be made."""

from collections.abc import Callable

import pytest

from publisher.errors import ArticleError
from publisher.model.inline import (
    Code,
    Emphasis,
    Footnote,
    Inline,
    Keep,
    Link,
    Prose,
    Span,
    Text,
    holds_footnote,
    prose,
)

NOTE = Footnote(content=prose("A note."))
WORDS = (Text(text="words"),)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Text(text=""), "a text node is empty"),
        (lambda: Text(text="\x07"), r"a text holds the character U\+0007"),
        (lambda: Code(text="\x07"), r"a code span holds the character U\+0007"),
        (lambda: Keep(text="\x07"), r"a kept span holds the character U\+0007"),
        (lambda: Link(children=WORDS, href="javascript:x"), "the link address .* is not allowed"),
        (lambda: Link(children=WORDS, href="https://\0"), r"a link address holds .* U\+0000"),
        (lambda: Span(children=WORDS, language="sr_Latn"), "'sr_Latn' is not a language tag"),
        (lambda: Prose(children=()), "a run of text is empty"),
        (lambda: Prose(children=WORDS, language=""), "'' is not a language tag"),
        (lambda: Prose(children=WORDS, segment='x" y'), "the segment id .* is not made of letters"),
    ],
)
def test_a_bad_inline_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        make()


@pytest.mark.parametrize("inside", [NOTE, Emphasis(children=(NOTE,))], ids=["next", "deeper"])
def test_footnotes_do_not_nest(inside: Inline) -> None:
    with pytest.raises(ArticleError, match="a footnote stands inside a footnote"):
        Footnote(content=Prose(children=(inside,)))


@pytest.mark.parametrize(
    ("inline", "holds"),
    [
        (NOTE, True),
        (Emphasis(children=(Text(text="a"), Link(children=(NOTE,), href="#a"))), True),
        (Emphasis(children=WORDS), False),
        (Code(text="[^1]"), False),
    ],
)
def test_footnotes_are_found_at_any_depth(inline: Inline, *, holds: bool) -> None:
    assert holds_footnote((Text(text="a"), inline)) is holds
