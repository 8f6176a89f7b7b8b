"""The first line of a directive: whether it is one that the article model has."""

from publisher.readers.base import Findings, did_you_mean
from publisher.readers.markdown.directives import KEY, Directive
from publisher.readers.markdown.tree import Node

DIRECTIVES = ("aside", "figure", "gallery", "pullquote", "table")


def check_head(node: Node, findings: Findings) -> str:
    """Report what is wrong with the head of a directive; give its name, empty if it has none."""
    head: Directive = node.token.meta[KEY]
    if head.name is None:
        _refuse_nameless(node, head, findings)
        return ""
    if head.name not in DIRECTIVES:
        findings.error(
            node.line,
            "directive-unknown",
            f"there is no directive {{{head.name}}}",
            did_you_mean(head.name, DIRECTIVES, f"there are {', '.join(DIRECTIVES)}"),
        )
    if not head.closed:
        findings.error(
            node.line,
            "directive-unclosed",
            f"the directive {{{head.name}}} is not closed",
            "end it with a line of as many colons; one that holds another has one colon more",
        )
    if head.name in DIRECTIVES and head.name != "figure":
        _refuse_options(node, head, findings)
    if head.name == "pullquote" and head.argument:
        findings.error(
            node.line,
            "directive-argument",
            f"{head.argument!r} stands after {{{head.name}}}, which takes nothing there",
            "put it below; the source is a last paragraph that begins with a dash",
        )
    return head.name


def _refuse_nameless(node: Node, head: Directive, findings: Findings) -> None:
    if head.argument:
        name = head.argument.split()[0]
        findings.error(
            node.line,
            "directive-unknown",
            f"{head.argument!r} after the colons is not a directive",
            f"its name stands in braces: :::{{{name}}}",
        )
        return
    findings.error(
        node.line,
        "directive-unopened",
        "a line of colons closes nothing",
        "delete it; a directive that holds another has one colon more",
    )


def _refuse_options(node: Node, head: Directive, findings: Findings) -> None:
    first = node.token.map[0] if node.token.map else 0
    for option in head.options:
        findings.error(
            node.line + option.line - first,
            "option-unknown" if option.name != "credit" else "credit-without-figure",
            f"`:{option.name}:` stands in {{{head.name}}}, which has no options",
            "only a figure has options",
        )
