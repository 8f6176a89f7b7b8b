"""The words of headers and footers, by which an edited file shows what was typed into them."""

import re
from collections.abc import Iterator

from publisher.export.docx.anchors import digest_of_text
from publisher.readers.word.elements import Element, qualified

MEMBER = re.compile(r"/?word/(?:header|footer)[0-9]*\.xml")
DIGEST = re.compile("[0-9a-f]{8}")


def margin_words(root: Element) -> Iterator[str]:
    """Give the words of each paragraph of a header or a footer, without what fields give."""
    for paragraph in root.iter(qualified("w:p")):
        words = " ".join("".join(_texts(paragraph)).split())
        if words:
            yield words


def margin_digest(words: str) -> str:
    """Digest the words of a paragraph."""
    return digest_of_text(words)


def _texts(paragraph: Element) -> Iterator[str]:
    depth = 0  # of fields in one another
    for one in paragraph.iter(qualified("w:t"), qualified("w:fldChar")):
        if one.tag == qualified("w:fldChar"):
            kind = one.get(qualified("w:fldCharType"))
            depth = max(0, depth + {"begin": 1, "end": -1}.get(str(kind), 0))
        elif not depth and _is_own(one, paragraph):
            yield str(one.text or "")


def _is_own(text: Element, paragraph: Element) -> bool:
    """Whether text stands in a paragraph itself: in no field, and in no box that stands there."""
    outer = (qualified("w:p"), qualified("w:fldSimple"))
    return next(text.iterancestors(*outer), None) is paragraph
