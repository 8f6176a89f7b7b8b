"""Inline nodes to Markdown: the way back, for text that was edited elsewhere."""

import re
from collections.abc import Iterable, Mapping
from typing import assert_never

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

LIGHT = re.compile(r"[\\`*\[\]<^~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|\{(?=[\w.#-])")
FULL = re.compile(r"[!-/:-@\[-`{-~]")  # all punctuation of ASCII
TICKS = re.compile("`+")
PLAIN_ADDRESS = re.compile(r"[^\s()<>\\]+")
DELIMITERS: Mapping[type[Inline], str] = {
    Emphasis: "*",
    Strong: "**",
    Superscript: "^",
    Subscript: "~",
}


class Composer:
    """Writes inlines as Markdown.

    Args:
        labels: Of the article's footnotes, by what they say.
        escaped: Which characters of a text get a backslash; `LIGHT` reads better, `FULL` is safe.
    """

    def __init__(
        self, labels: Mapping[Prose, str] | None = None, escaped: re.Pattern[str] = LIGHT
    ) -> None:
        self._labels = labels or {}
        self._escaped = escaped

    def compose(self, inlines: Iterable[Inline]) -> str:
        """Write inlines; a line break ends a line."""
        return "".join(map(self._inline, inlines))

    def _escape(self, text: str) -> str:
        return self._escaped.sub(r"\\\g<0>", text)

    def _inline(self, inline: Inline) -> str:  # noqa: C901, PLR0912 -- one case for each kind
        match inline:
            case Text(text=text):
                return self._escape(text)
            case Emphasis() | Strong():
                delimiter = DELIMITERS[type(inline)]
                return f"{delimiter}{self.compose(inline.children)}{delimiter}"
            case Superscript() | Subscript():
                delimiter = DELIMITERS[type(inline)]
                words = self.compose(inline.children).replace(" ", r"\ ")  # else they are not read
                return f"{delimiter}{words}{delimiter}"
            case Link(children=children, href=href):
                address = href if PLAIN_ADDRESS.fullmatch(href) else f"<{href}>"
                return f"[{self.compose(children)}]({address})"
            case Span(children=children, language=tag):
                return f"[{self.compose(children)}]{{lang={tag}}}"
            case Keep(text=text):
                return f"[{self._escape(text)}]{{.notranslate}}"
            case Code(text=text):
                return _code(text)
            case LineBreak():
                return "\\\n"
            case Footnote(content=content):
                return f"[^{self._labels[content]}]"
            case _:
                assert_never(inline)


def _code(text: str) -> str:
    longest = max((len(ticks) for ticks in TICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{padding}{text}{padding}{fence}"
