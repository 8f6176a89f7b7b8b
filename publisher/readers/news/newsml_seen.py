"""Every run of words in a NewsML-G2 file, found without knowing what they are for."""

from collections.abc import Collection, Iterator

from publisher.readers.markup.kinds import Element
from publisher.readers.markup.seen import visible_runs
from publisher.readers.news.convert import Conversion
from publisher.readers.news.nitf import nitf_seen
from publisher.readers.news.sealed import inline_text, is_told, markup_of
from publisher.readers.news.story import Part, Seen
from publisher.readers.news.tree import attribute, has_own_words, name_of, words
from publisher.readers.news.wording import is_html, lines_of

UNREAD = {
    *("sent", "transmitid", "priority", "origin", "destination", "channel", "timestamp", "sender"),
    *("versioncreated", "firstcreated", "contentcreated", "contentmodified", "embargoed", "altid"),
    *("generator", "urgency", "hash", "filename", "catalogref", "catalog", "expires", "published"),
    *("profile", "pubstatus", "icon", "signal", "language", "assert", "derivedfrom"),
}
HEAD = {"headline", "description", "creditline", "copyrightnotice", "usageterms"} | {
    *("copyrightholder", "creator", "title")
}
NAMED = {"creator", "contributor", "copyrightholder", "provider", "infosource", "located"}


def newsml_seen(root: Element, others: Collection[Element]) -> Iterator[Seen]:
    """Give the runs of words in a file, in its order.

    Args:
        root: The outermost element.
        others: The items that are not read.
    """
    left = set(others)
    waiting: list[tuple[Element, Part]] = [(root, Part.APPARATUS)]
    while waiting:
        element, part = waiting.pop()
        name = name_of(element)
        if name in UNREAD or not name:
            continue
        part = _part(name, Part.OTHER if element in left else part)
        if name in {"inlinexml", "inlinedata"}:
            yield from _content(element, part)
            continue
        if name in NAMED and attribute(element, "literal"):
            yield Seen(attribute(element, "literal"), part)
        if has_own_words(element):
            yield Seen(words(element), part)
        else:
            waiting.extend((one, part) for one in reversed(element))


def _part(name: str, around: Part) -> Part:
    if around is Part.OTHER:
        return around
    if name == "contentset":
        return Part.BODY
    if name in {"by", "dateline"}:
        return Part.LINE
    return Part.HEAD if name in HEAD else around


def _content(element: Element, part: Part) -> Iterator[Seen]:
    if name_of(element) == "inlinedata":
        text = inline_text(element) if is_told(element) else None
        yield from (Seen(line, part) for line in _lines(text or ""))
        return
    nitf = next((one for one in element if name_of(one) == "nitf"), None)
    if nitf is not None:
        found = nitf_seen(nitf)
        yield from (Seen(one.text, part if part is Part.OTHER else one.part) for one in found)
        return
    if len(element):
        lines = visible_runs(Conversion("div").convert(element))
    else:
        lines = _lines(element.text or "")
    yield from (Seen(line, part) for line in lines)


def _lines(text: str) -> Iterator[str]:
    return visible_runs(markup_of(text)) if is_html(text) else lines_of(text)
