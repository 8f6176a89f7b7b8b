"""The source of a quotation: its last paragraph, where that begins with a dash."""

import re
from dataclasses import replace

from publisher.model.inline import Prose, Text
from publisher.readers.base import Spot
from publisher.readers.markdown.desk import Desk
from publisher.readers.markdown.inlines import read_run
from publisher.readers.markdown.tree import Node

DASH = re.compile(r"(?:—|–|--)[ \t]+")


def split_source(nodes: tuple[Node, ...], desk: Desk) -> tuple[tuple[Node, ...], Prose | None]:
    """Take the source off the paragraphs of a quotation.

    A quotation of one paragraph has none, even where that begins with a dash, as speech does in
    some languages.
    """
    last = nodes[-1] if nodes else None
    if last is None or last.kind != "paragraph":
        return nodes, None
    inline = last.children[0]
    if len(nodes) > 1 and DASH.match(inline.token.content):
        return nodes[:-1], _without_dash(inline, desk)
    first, *more = inline.token.content.split("\n")
    if more and DASH.match(more[-1].lstrip()) and not DASH.match(first):
        desk.findings.warn(
            last.line + len(more),
            "quotation-source",
            "a line that looks like the source of a quotation is part of its text",
            "put a line with only > before it",
        )
    return nodes, None


def _without_dash(inline: Node, desk: Desk) -> Prose | None:
    run = read_run(inline, desk)
    if run is None or not isinstance(run.children[0], Text):
        return run
    rest = DASH.sub("", run.children[0].text, count=1)
    children = (Text(text=rest), *run.children[1:]) if rest else run.children[1:]
    written = DASH.sub("", inline.token.content, count=1)
    spot = Spot(line=inline.line, written=written)
    return desk.lines.mark(replace(run, children=children), spot) if children else None
