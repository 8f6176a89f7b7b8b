"""Definitions apart from the text: footnotes and link addresses, each used or reported."""

from markdown_it.utils import EnvType

from publisher.model.inline import Prose
from publisher.readers.markdown.desk import Desk, Note
from publisher.readers.markdown.inlines import read_run
from publisher.readers.markdown.tree import Node, walk


def read_notes(nodes: tuple[Node, ...], desk: Desk) -> None:
    """Read all footnotes of an article, so that they are known where they are called."""
    definitions = [node for node in walk(nodes) if node.kind == "footnote_reference"]
    desk.in_note = True
    for node in definitions:
        label = str(node.token.meta["label"])
        if label in desk.notes:
            desk.findings.error(
                node.line,
                "footnote-twice",
                f"the footnote [^{label}] is written twice, first on line {desk.notes[label].line}",
                "give one another label",
            )
            continue
        desk.notes[label] = Note(line=node.line, content=_content(node, label, desk))
    desk.in_note = False


def _content(node: Node, label: str, desk: Desk) -> Prose | None:
    children = node.children
    if len(children) != 1 or children[0].kind != "paragraph":
        desk.findings.error(
            node.line,
            "footnote-blocks",
            f"the footnote [^{label}] is not one paragraph",
            "write it in one paragraph",
        )
        return None
    return read_run(children[0].children[0], desk)


def report_unused(desk: Desk, environment: EnvType, first: int) -> None:
    """Report footnotes and link addresses that the text does not use: they would be lost.

    Args:
        desk: After the whole article was read.
        environment: What markdown-it keeps of a parse: the link addresses by label.
        first: The line of the file on which the parsed text begins.
    """
    for label, note in desk.notes.items():
        if not note.calls:
            desk.findings.error(
                note.line,
                "footnote-unused",
                f"the footnote [^{label}] is called nowhere",
                f"put [^{label}] where it belongs, or delete it",
            )
        elif note.calls > 1:
            desk.findings.warn(
                note.line,
                "footnote-repeated",
                f"the footnote [^{label}] is called {note.calls} times, and printed as often",
                "call it once",
            )
    for label, reference in environment.get("references", {}).items():
        if label not in desk.used:
            desk.findings.error(
                first + reference["map"][0],
                "link-unused",
                f"no link uses the address [{label.lower()}], so it would not be printed",
                r"use it, delete it, or write \[ if it is text",
            )
    for reference in environment.get("duplicate_refs", ()):
        desk.findings.error(
            first + reference["map"][0],
            "link-twice",
            f"[{reference['label'].lower()}] names two addresses",
            "give one another label",
        )
