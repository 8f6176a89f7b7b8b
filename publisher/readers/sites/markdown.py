"""Markdown of static sites as HTML: CommonMark, with what Goldmark and kramdown add to it."""

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from publisher.readers.markdown.parser import Parser, footnote_call

DEEPEST = 40
FIRST_NOTE = 0xF0000  # a plane for private use; whoever calls takes its characters away before
MOST_NOTES = 60_000
OUTSIDE = re.compile(f"[{chr(FIRST_NOTE)}-{chr(FIRST_NOTE + 0xFFFD)}]")

# `{: .class key="value"}` of kramdown and `{.class}`, `{#id}` of Goldmark.
ATTRIBUTES = re.compile(r"(?:^|(?<=\n)|(?<=[)*_\]`]))\{:[^{}\n]{0,500}\}|\s\{[#.][^{}\n]{0,500}\}$")
CLASS = re.compile(r"\.([\w-]+)")
ALERT = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n?", re.IGNORECASE)
IN_MARKDOWN = re.compile(r"^([ ]{0,3}<\w+\b[^>\n]*\smarkdown=[^>\n]*>)", re.MULTILINE)


@cache
def parser() -> MarkdownIt:
    """Give the parser; parsing leaves no trace in it."""
    markdown = Parser("commonmark", {"html": True, "maxNesting": DEEPEST})
    markdown.enable(["table", "strikethrough"])
    markdown.use(footnote_plugin, inline=False, move_to_end=True)
    markdown.inline.ruler.at("footnote_ref", footnote_call)
    markdown.use(deflist_plugin).use(sub_plugin).use(superscript_plugin)
    markdown.core.ruler.before("inline", "attributes", _attributes)
    markdown.core.ruler.before("inline", "alerts", _alerts)
    markdown.add_render_rule("footnote_ref", _call)
    markdown.add_render_rule("footnote_anchor", _nothing)
    markdown.add_render_rule("image", _image)
    return markdown


def to_html(text: str) -> tuple[str, dict[str, str]]:
    """Give the HTML of a body, and that of each of its notes by the character that calls it."""
    environment: EnvType = {}
    markdown = parser()
    tokens = markdown.parse(IN_MARKDOWN.sub(r"\1\n\n", text), environment)
    body, notes = _part_notes(tokens)
    return (
        markdown.renderer.render(body, markdown.options, environment),
        {
            call: markdown.renderer.render(note, markdown.options, environment)
            for call, note in notes.items()
        },
    )


def to_inline(text: str) -> str:
    """Give the HTML of one line of Markdown, without blocks."""
    return str(parser().renderInline(text))


def _attributes(state: StateCore) -> None:
    """Take attributes from the text; the classes of a paragraph are kept."""
    for number, token in enumerate(state.tokens):
        if token.type != "inline" or "{" not in token.content:
            continue
        found = ATTRIBUTES.findall(token.content)
        token.content = ATTRIBUTES.sub("", token.content).rstrip("\n")
        classes = CLASS.findall(" ".join(found[-1:]))
        opened = state.tokens[number - 1]
        if classes and opened.type in {"paragraph_open", "heading_open"}:
            opened.attrSet("class", " ".join(classes))


def _alerts(state: StateCore) -> None:
    """Read `> [!NOTE]` as a box beside the story."""
    waiting: list[Token] = []
    for number, token in enumerate(state.tokens):
        if token.type == "blockquote_open":
            waiting.append(token)
            inline = state.tokens[number + 2 : number + 3]
            if inline and inline[0].type == "inline" and ALERT.match(inline[0].content):
                inline[0].content = ALERT.sub("", inline[0].content, count=1)
                token.tag = "aside"
        elif token.type == "blockquote_close" and waiting:
            token.tag = waiting.pop().tag


def _part_notes(tokens: Sequence[Token]) -> tuple[list[Token], dict[str, list[Token]]]:
    body: list[Token] = []
    notes: dict[str, list[Token]] = {}
    current = body
    for token in tokens:
        if token.type == "footnote_open":
            current = notes.setdefault(chr(FIRST_NOTE + token.meta["id"]), [])
        elif token.type == "footnote_close":
            current = body
        elif token.type not in {"footnote_block_open", "footnote_block_close"}:
            current.append(token)
    return body, notes


def _call(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    del renderer, options, env
    number: int = tokens[at].meta["id"]
    return chr(FIRST_NOTE + number) if number < MOST_NOTES else ""


def _nothing(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    del renderer, tokens, at, options, env
    return ""


def _image(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    """Write a picture; its title, which a site shows to whoever points at it, is its caption."""
    token = tokens[at]
    title = token.attrGet("title")
    written = renderer.image(tokens, at, options, env)
    if not title:
        return written
    caption = to_inline(str(title).replace("\n", " "))
    return f"<figure>{written}<figcaption>{caption}</figcaption></figure>"
