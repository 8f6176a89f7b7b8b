"""Raw HTML: an article has none; comments are left out, everything else is an error."""

import re

from publisher.readers.base import Findings
from publisher.readers.markdown.tree import Node

COMMENTS = re.compile(r"\s*(?:<!--(?:(?!-->).)*-->\s*)+", re.DOTALL)
SHOWN = 40  # characters
NOT_PRINTED = frozenset({"directive_title", "footnote_reference"})


def report_html(node: Node, findings: Findings) -> None:
    """Report an HTML token: a comment as left out, anything else as an error."""
    text = node.token.content.strip()
    if COMMENTS.fullmatch(text):
        findings.warn(node.line, "comment", "a comment is left out", "delete it, if it has served")
    elif text.startswith("<!--") and "-->" not in text:
        findings.error(node.line, "raw-html", "a comment is not closed", "end it with -->")
    else:
        shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
        hint = r"write it in Markdown; a < that is meant as it stands is written \<"
        findings.error(node.line, "raw-html", f"HTML is not read: {shown!r}", hint)


def printed(nodes: tuple[Node, ...], findings: Findings) -> tuple[Node, ...]:
    """Leave out what is not printed where it stands; HTML among it is reported."""
    for node in nodes:
        if node.kind == "html_block":
            report_html(node, findings)
    return tuple(n for n in nodes if n.kind not in NOT_PRINTED and n.kind != "html_block")
