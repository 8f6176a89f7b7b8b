"""The Markdown parser: CommonMark with tables, footnotes, spans and directives."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit, getLine, table
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from publisher.readers.markdown.directives import INTERRUPTS, directive

# Beyond this markdown-it drops blocks without a word; `tree` refuses far less deep a nesting.
DEEPEST = 40
CELLS = "cells"
# The library looks for the bracket to the end of the text, again from every call: the time it
# takes grows with the square. What is longer is reported as the leftover that it is.
CALL = re.compile(r"\[\^[^\] \n]{1,100}\]")


class Parser(MarkdownIt):
    """Leaves addresses as written: a bad one must be reported, not left standing as text."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 -- the library's own name
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 -- the library's own name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 -- the library's own name
        return link


@cache
def parser() -> MarkdownIt:
    """Give the parser; parsing leaves no trace in it."""
    options = {"html": True, "maxNesting": DEEPEST, "store_labels": True}
    markdown = Parser("commonmark", options)
    markdown.enable(["table", "strikethrough"])  # strikethrough only to be refused
    markdown.disable("text_join")  # escaped characters stay apart from those that may be mistakes
    markdown.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    markdown.block.ruler.before("fence", "directive", directive, {"alt": list(INTERRUPTS)})
    markdown.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    markdown.inline.ruler.at("footnote_ref", footnote_call)
    markdown.use(attrs_plugin, after=(), spans=True)
    markdown.use(sub_plugin).use(superscript_plugin)
    return markdown


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature of a rule
    """Read a table and count each row's cells: the library cuts off those that are too many."""
    before = len(state.tokens)
    found = table(state, start, end, silent)
    for token in state.tokens[before:]:
        if token.type == "tr_open" and token.map:
            cells = escapedSplit(getLine(state, token.map[0]).strip())
            outer = (bool(cells) and not cells[0]) + (len(cells) > 1 and not cells[-1])
            token.meta[CELLS] = len(cells) - outer
    return found


def footnote_call(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature of a rule
    """Read the call of a footnote, whose label is a word of a length that one can mean."""
    if not CALL.match(state.src, state.pos, state.posMax):
        return False
    return footnote_ref(state, silent, always_match=True)
