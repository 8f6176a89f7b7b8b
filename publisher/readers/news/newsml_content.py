"""The content of a NewsML-G2 item: its text, and the files of a picture."""

from collections.abc import Iterator

from publisher.readers.markup.kinds import Element
from publisher.readers.markup.seen import visible_runs
from publisher.readers.news.convert import Conversion
from publisher.readers.news.sealed import inline_text, is_told, markup_of
from publisher.readers.news.story import Rendition
from publisher.readers.news.tree import attribute, children, find, inside, name_of
from publisher.readers.news.wording import html_of, is_html, paragraphs_of

PLAIN = {"html", "nitf"}


def content_of(item: Element) -> Element | None:
    """Give the text of an item as HTML, the richest of its renditions."""
    return next(contents_of(item), None)


def contents_of(item: Element) -> Iterator[Element]:
    """Give every rendition of the text of an item, marked up ones first."""
    content = find(item, "contentset")
    for inline in children(content, "inlinexml"):
        yield _inline_xml(inline)
    for inline in _inline_data(item):
        text = inline_text(inline) or ""
        told = attribute(inline, "contenttype").lower()
        if text.strip():
            yield markup_of(text) if "html" in told or is_html(text) else paragraphs_of(text)


def _inline_data(item: Element) -> Iterator[Element]:
    return filter(is_told, children(find(item, "contentset"), "inlinedata"))


def is_sealed(item: Element) -> bool:
    """Whether an item has text that cannot be read."""
    return any(inline_text(one) is None for one in _inline_data(item))


def _inline_xml(inline: Element) -> Element:
    root = next((one for one in inline if name_of(one)), None)
    if root is None:
        text = inline.text or ""
        return html_of(text) if is_html(text) else paragraphs_of(text)
    known = name_of(root) in PLAIN or find(inline, "p") is not None
    body = find(inline, "body.content", "body")
    return Conversion("span" if known else "div").convert(inline if body is None else body)


def is_text(item: Element) -> bool:
    """Whether an item has text of its own."""
    return any(next(visible_runs(one), None) is not None for one in contents_of(item))


def renditions_of(item: Element) -> tuple[Rendition, ...]:
    """List the files of an item."""
    found = (
        Rendition(
            address=attribute(one, "href", "residref"),
            name=attribute(one, "rendition", "renditionuri").rpartition(":")[2],
            media=attribute(one, "contenttype"),
            width=_number(one, "width"),
            height=_number(one, "height"),
            size=_number(one, "size"),
        )
        for one in inside(find(item, "contentset"), "remotecontent")
    )
    return tuple(one for one in found if one.address)


def _number(element: Element, name: str) -> float:
    text = attribute(element, name)
    return float(text) if text.isascii() and text.isdigit() and len(text) < 13 else 0.0  # noqa: PLR2004 -- no file is as large
