"""XML of feeds as elements: without document types, entities and network, and no deeper than safe.

Old NITF names letters as HTML does, such as `&eacute;`; its document type declares them, which is
never read. They are put in their place before the file is parsed, so that no entity is left.
"""

import re
from dataclasses import dataclass
from html.entities import html5
from typing import NoReturn

from lxml import etree

from publisher.errors import ArticleError
from publisher.model.text import FORBIDDEN
from publisher.readers.markup.kinds import Element
from publisher.readers.news.convert import to_html
from publisher.readers.news.fractions import write_fractions
from publisher.readers.news.tree import find, name_of

MOST_ELEMENTS = 200_000
PROLOGUE = 200_000  # characters in which a document type may stand
DECLARATION = re.compile(r"<\?xml\b[^<>]*\?>")
DOCTYPE = re.compile(r"<!DOCTYPE\b[^\[>]*(?P<subset>\[[^\]]*\]?\s*)?>?", re.IGNORECASE)
OWN = {"amp", "lt", "gt", "quot", "apos"}
CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z))", re.DOTALL)
AMPERSAND = re.compile(
    r"&(?:(?P<name>[a-zA-Z][a-zA-Z0-9]{1,31});|(?P<number>#\d+;|#[xX][0-9a-fA-F]+;))?"
)


class FeedError(ArticleError):
    """A file is no XML that could be a feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFeed:
    """XML as elements.

    Attributes:
        root: The outermost one.
        fault: What is wrong with the file, where some of it may be missing; else empty.
    """

    root: Element
    fault: str = ""


def parse_feed(text: str) -> ParsedFeed:
    """Read XML; what is not well formed is read as far as it goes.

    Raises:
        FeedError: It declares entities, is nested too deep, or has nothing that is an element.
    """
    source = _prepared(text).encode("utf-8", "ignore")
    fault = ""
    try:
        root = etree.fromstring(source, _parser(recover=False))
    except etree.XMLSyntaxError as error:
        fault = error.msg or "it is not well formed"
        root = _recovered(source)
    if root is None:
        _refuse(f"the file is no XML: {fault}", "it may be cut short; get it again")
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        _refuse(f"the file has more than {MOST_ELEMENTS:,} elements", "is it the right one?")
    write_fractions(root)
    return ParsedFeed(root=root, fault=fault)


def _refuse(message: str, hint: str) -> NoReturn:
    raise FeedError(message, hint=hint)


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def _recovered(source: bytes) -> Element | None:
    parser = _parser(recover=True)
    try:
        root: Element | None = etree.fromstring(source, parser)
    except etree.XMLSyntaxError:
        return None
    if any("depth" in entry.message for entry in parser.error_log):
        _refuse("the file's elements are nested too deep", "it is no feed")
    return root


def _prepared(text: str) -> str:
    """Take away the declarations, and leave no entity that is not XML's own."""
    text = DECLARATION.sub("", FORBIDDEN.sub("", text.lstrip("\ufeff")), count=1).lstrip()
    head, tail = text[:PROLOGUE], text[PROLOGUE:]
    found = DOCTYPE.search(head)
    if found:
        if (
            "<!entity"
            in (found["subset"] or "").lower() + head[found.end() : found.end() + 500].lower()
        ):
            _refuse("the file declares entities, which no feed needs", "ask its sender for another")
        head = head[: found.start()] + head[found.end() :]
    parts = CDATA.split(head + tail)
    return "".join(AMPERSAND.sub(_entity, p) if at % 2 == 0 else p for at, p in enumerate(parts))


def _entity(found: re.Match[str]) -> str:
    name = found["name"]
    if found["number"]:
        return found.group()
    if not name:
        return "&amp;"
    if name in OWN:
        return found.group()
    letters = html5.get(f"{name};", "")
    return letters if letters and letters not in "<>&" else f"&amp;{found.group()[1:]}"


def read_text_as_xml(text: str) -> Element | None:
    """Read the text of an NITF document that another format holds, as HTML; None if it is none."""
    try:
        root = parse_feed(text).root
    except FeedError:
        return None
    content = find(root, "body.content")
    return to_html(root if content is None else content) if name_of(root) == "nitf" else None
