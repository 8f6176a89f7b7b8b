"""Markup that did not work: text that the author meant as markup and a reader would see raw."""

import re
from typing import NamedTuple

from publisher.readers.base import Findings
from publisher.readers.markdown.tree import Node

TABLE_RULE = re.compile(r"^(?=[^\n]*\|)[ \t|:-]*-[ \t|:-]*$", re.MULTILINE)
BACKSLASH = "put a backslash before it, if it is meant as it stands"


class _Leftover(NamedTuple):
    """Something in plain text, never in what was escaped, that was meant as markup."""

    pattern: re.Pattern[str]
    code: str
    matter: str
    hint: str


LEFTOVERS = (
    _Leftover(
        re.compile(r"\[\^[^\]]{0,40}\]?"),
        "footnote-label",
        "is not the call of a footnote",
        "a label is one word: [^name]",
    ),
    _Leftover(
        re.compile(r"\^\["),
        "footnote-label",
        "is not a footnote here",
        "write [^1] and, below, [^1]: …",
    ),
    _Leftover(
        re.compile(r"\]\("),
        "link-broken",
        "does not begin the address of a link",
        "an address has no spaces; put one that has in <…>",
    ),
    _Leftover(
        re.compile(r"\]\["),
        "link-broken",
        "leads to no link address",
        "write the address below: [name]: https://…",
    ),
    _Leftover(
        re.compile(r"\]:\s*https?://"),
        "link-broken",
        "does not name an address here",
        "put an empty line before it",
    ),
    _Leftover(
        re.compile(r"\]\{"),
        "span-attributes",
        "does not begin the attributes of a span",
        "write [words]{lang=sq}",
    ),
    _Leftover(
        re.compile(r"\{(?:[#.][^{}\s]+|[A-Za-z-]+=[^{}]*)\}"),
        "span-attributes",
        "does not belong to a span",
        "only a span has attributes: [words]{lang=sq}",
    ),
)
MARKUP = re.compile(
    r"</?[A-Za-z][^<>]*>"  # HTML
    r"|&(?:[A-Za-z]{2,}|#\d+|#[xX][0-9A-Fa-f]+);"
    r"|(?<![\w*])(?P<stars>\*{1,3})(?![\s*])[^*]+(?<!\s)(?P=stars)(?![\w*])"  # emphasis
    r"|(?<!\w)(?P<lines>_{1,3})(?![\s_])[^_]+(?<!\s)(?P=lines)(?!\w)"
    r"|\[[^\[\]]{1,100}\](?:\([^()\s]*\)|\{[^{}]*\})"  # a link or a span
    r"|\[\^[^\[\]\s]{1,100}\]"  # a footnote
)
SIGNS = re.compile(r"[][{]")  # each leftover has one of them, and few texts have any
ROLE = re.compile(r"\{[A-Za-z][\w:-]*\}$")


def report_leftovers(node: Node, after: Node | None, findings: Findings) -> None:
    """Report what looks like markup in the plain text `node`, which stands before `after`."""
    if node.kind != "text":
        return
    text = node.token.content
    for leftover in LEFTOVERS if SIGNS.search(text) else ():
        found = leftover.pattern.search(text)
        if found:
            message, hint = f"{found.group()!r} {leftover.matter}", f"{leftover.hint}; {BACKSLASH}"
            findings.error(node.line, leftover.code, message, hint)
    if text.endswith("[") and after and after.kind == "sup":
        findings.error(
            node.line,
            "footnote-label",
            "`[^` is not the call of a footnote, and is read as the begin of raised words",
            f"a footnote is called with [^name]; {BACKSLASH}",
        )
    role = ROLE.search(text) if after and after.kind == "code_inline" else None
    if role:
        findings.error(
            node.line,
            "role-unknown",
            f"there is no role {role.group()}",
            f"write [words]{{lang=sq}} for a span; {BACKSLASH}",
        )
    if "**" in text:
        findings.warn(
            node.line,
            "stray-markup",
            "`**` is printed as it stands",
            f"no space stands between ** and the words it is for; {BACKSLASH}",
        )


def report_markup(text: str, line: int, what: str, findings: Findings) -> None:
    """Report what looks like markup in a text that has none and is printed as it stands."""
    found = MARKUP.search(text)
    if found:
        findings.warn(
            line,
            "front-matter-markup",
            f"{found.group()!r} is printed as it stands: {what} is plain text",
            "write the words without markup",
        )
