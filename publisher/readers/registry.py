"""The table of readers; each is imported when a file of its kind comes.

Which kind a file is, its content tells; its name only where that leaves it open.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import PurePath
from types import MappingProxyType
from typing import cast

from publisher.errors import UsageError
from publisher.readers.incoming import Reader

GROUP = "publisher.readers"

READERS: Mapping[str, str] = MappingProxyType(
    {
        "html": "publisher.readers.html:read_html",
        "word": "publisher.readers.word.read:read_word",
        "site": "publisher.readers.sites:read_site",
        "ninjs": "publisher.readers.news.ninjs:read_ninjs",
        "newsml": "publisher.readers.news.xml:read_xml",
        "nitf": "publisher.readers.news.xml:read_xml",
        "photo": "publisher.readers.photos.alone:read_picture",
        "text": "publisher.readers.text:read_text",
    }
)
# What may stand before an element; each part is taken whole, as a hostile file may have hundreds.
FIRST = rb"(?is)\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?>.*?-->)\s*+)*+"
FEED = FIRST + (
    rb"(?:<\?[^>]*+>\s*+|<!doctype[^>\[]*+(?:\[[^\]]*+\]\s*+)?>\s*+|<!--(?>.*?-->)\s*+)*+"
)
BEGINNINGS = (
    (re.compile(rb"PK\x03\x04|\xd0\xcf\x11\xe0"), "word"),
    (re.compile(rb"\xff\xd8\xff|\x89PNG|GIF8|II[*+]\x00|MM\x00[*+]|RIFF....WEBP"), "photo"),
    (re.compile(FIRST + rb"<(?:!doctype\s+html|html|head|body)\b"), "html"),
    (re.compile(FIRST + rb"<svg\b"), "photo"),
    (re.compile(FEED + rb"<(?:\w+:)?(?:news(?:message|item)|packageitem)\b"), "newsml"),
    (re.compile(FEED + rb"<(?:\w+:)?nitf\b"), "nitf"),
    (re.compile(rb"\s*\[?\s*\{\s*\""), "ninjs"),
)
SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "word",
    ".docm": "word",
    ".dotx": "word",
    ".json": "ninjs",
    ".xml": "newsml",
    ".nitf": "nitf",
    ".md": "site",
    ".markdown": "site",
    ".jpg": "photo",
    ".jpeg": "photo",
    ".png": "photo",
    ".tif": "photo",
    ".tiff": "photo",
    ".webp": "photo",
    ".gif": "photo",
    ".svg": "photo",
}
LOOKED_AT = 4096  # bytes from the beginning
UTF8_MARK = b"\xef\xbb\xbf"


def kinds() -> tuple[str, ...]:
    """List the kinds of files that can be imported, our own first."""
    return (*READERS, *sorted(set(_others()) - set(READERS)))


def kind_of(data: bytes, name: str) -> str:
    """Tell what kind a file is, `text` where nothing says otherwise.

    >>> kind_of(b"<!DOCTYPE html><html>", "story.txt"), kind_of(b"A title", "story.md")
    ('html', 'site')
    """
    head = data[:LOOKED_AT].removeprefix(UTF8_MARK)
    named = SUFFIXES.get(PurePath(name).suffix.lower(), "text")
    for pattern, kind in BEGINNINGS:
        if pattern.match(head) and (kind != "ninjs" or _may_be_json(data, named)):
            return kind
    return named


def _may_be_json(data: bytes, named: str) -> bool:
    """Whether what begins like JSON ends so; the front matter of a site's page may be JSON, too."""
    return named != "site" and data[-LOOKED_AT:].rstrip()[-1:] in {b"}", b"]"}


def load_reader(kind: str) -> Reader:
    """Import the reader of a kind, and nothing else.

    Raises:
        UsageError: There is no such kind.
    """
    if kind in READERS:
        module, _, function = READERS[kind].partition(":")
        return cast("Reader", getattr(import_module(module), function))
    others = _others()
    if kind not in others:
        near = get_close_matches(kind, kinds(), n=1)
        hint = f"did you mean {near[0]}?" if near else f"the kinds are: {', '.join(kinds())}"
        raise UsageError(f"there is no reader for {kind!r}", hint=hint)
    return cast("Reader", others[kind].load())


def _others() -> Mapping[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=GROUP)}
