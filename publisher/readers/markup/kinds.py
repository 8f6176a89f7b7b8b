"""The elements of HTML by what they do to a text."""

import re
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 -- lxml has no other name for it

HEADINGS = {f"h{level}": level for level in range(1, 7)}
SUBHEAD = re.compile(
    r"(?:^|[\s_-])(?:sub-?head(?:ing|er)?|cross-?head(?:ing|er)?|inter-?title|me[dđ]j?unaslov"
    r"|zwischentitel)(?:$|\s)"
)
SUBHEAD_LEVEL = 3
TABULAR = frozenset(("caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"))
BLOCKS = (
    TABULAR
    | HEADINGS.keys()
    | {"address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "dir"}
    | {"div", "dl", "dt", "dd", "fieldset", "figcaption", "figure", "footer", "form", "header"}
    | {"hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option"}
    | {"p", "pre", "search", "section", "summary", "ul"}
)
MOVING = frozenset(("video", "iframe", "audio", "object", "embed"))
NEVER_SEEN = (
    MOVING
    | {"applet", "area", "base", "canvas", "col", "colgroup", "command", "datalist", "head"}
    | {"input", "link", "map", "meta", "meter", "noembed", "noframes", "noscript", "param"}
    | {"progress", "script", "select", "source", "style", "svg", "template", "textarea", "title"}
    | {"track"}
)
PICTURES = frozenset(("img", "picture", "amp-img"))


def kind(element: Element) -> str:
    """Give the name of an element without its namespace; empty for a comment.

    >>> kind(etree.Element("div")), kind(etree.Comment("x"))
    ('div', '')
    """
    tag: object = element.tag  # the stubs do not know that a comment's is a function
    if not isinstance(tag, str):
        return ""
    # The parser writes names in lower case; few have a namespace, and this is asked very often.
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if ":" in tag else tag


def heading_level(element: Element) -> int:
    """Give the level of a heading, 0 for anything else; a paragraph may be called one.

    >>> heading_level(etree.Element("h2")), heading_level(etree.Element("p", {"class": "subhead"}))
    (2, 3)
    """
    tag = kind(element)
    if tag in {"p", "div"} and not len(element) and SUBHEAD.search(names(element)):
        return SUBHEAD_LEVEL
    return HEADINGS.get(tag, 0)


def line_of(element: Element) -> int:
    """Give the line on which an element stands, 0 where it is not known."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def names(element: Element) -> str:
    """Give the class and the id of an element, in lower case."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()
