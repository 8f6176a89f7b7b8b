"""Which marks an inline element puts upon its words."""

import re
from urllib.parse import quote, urljoin

from publisher.errors import PublishError
from publisher.model.language import parse_tag
from publisher.model.text import FORBIDDEN, SAFE_SCHEMES
from publisher.readers.markup.kinds import Element, kind
from publisher.readers.markup.pieces import Kind, Mark, Marks, marked

ELEMENTS = {
    "b": Kind.STRONG,
    "strong": Kind.STRONG,
    "i": Kind.EMPHASIS,
    "em": Kind.EMPHASIS,
    "dfn": Kind.EMPHASIS,
    "var": Kind.EMPHASIS,
    "sup": Kind.SUPERSCRIPT,
    "sub": Kind.SUBSCRIPT,
    "code": Kind.CODE,
    "kbd": Kind.CODE,
    "samp": Kind.CODE,
    "tt": Kind.CODE,
    "dt": Kind.STRONG,
}
BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
NOT_IN_ADDRESSES = re.compile(r"[\x00-\x20\x7f-\xa0\u202d\u202e]")
# A whole article often says its language wrong, for its template does; a line says it on purpose.
SPEAKING = frozenset(("a", "abbr", "b", "bdi", "blockquote", "cite", "dfn", "em", "i", "li")) | {
    *("p", "q", "span", "strong", "u")
}


def marks_upon(element: Element, marks: Marks, base: str, language: str) -> Marks:
    """Give the marks that hold inside an element.

    Args:
        element: The element.
        marks: Those that hold around it.
        base: The address against which relative ones are understood; may be empty.
        language: The tag of the language around it.
    """
    tag = kind(element)
    if tag == "a":
        href = safe_address(element.get("href") or "", base)
        marks = marked(marks, Mark(Kind.LINK, href)) if href else marks
    elif tag in ELEMENTS:
        marks = marked(marks, Mark(ELEMENTS[tag]))
    elif tag in {"span", "font"}:
        marks = _styled(element.get("style") or "", marks)
    other = _language(element, language) if tag in SPEAKING else ""
    return marked(marks, Mark(Kind.LANGUAGE, other)) if other else marks


def _styled(style: str, marks: Marks) -> Marks:
    if BOLD.search(style):
        marks = marked(marks, Mark(Kind.STRONG))
    return marked(marks, Mark(Kind.EMPHASIS)) if ITALIC.search(style) else marks


def _language(element: Element, around: str) -> str:
    written = element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    try:
        tag = parse_tag(written.strip(), serbian=around if around.startswith("sr-") else "sr-Cyrl")
    except PublishError:
        return ""
    return "" if tag.partition("-")[0] == around.partition("-")[0] else tag


def safe_address(href: str, base: str = "") -> str:
    r"""Make an address absolute; empty where it is not one that a link may have.

    >>> safe_address("/news?a=1", "https://example.org/x/")
    'https://example.org/news?a=1'
    >>> safe_address("java\tscript:alert(1)", "https://example.org/")
    ''
    """
    written = FORBIDDEN.sub("", href).strip()
    if not written or written.startswith("#"):
        return ""
    try:
        joined = urljoin(base, re.sub(r"[\t\r\n]", "", written))
    except ValueError:
        return ""
    address = NOT_IN_ADDRESSES.sub(lambda found: quote(found.group()), joined)
    return address if address.lower().startswith(SAFE_SCHEMES) and address[0] != "#" else ""
