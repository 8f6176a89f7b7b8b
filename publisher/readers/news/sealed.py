"""Text that a NewsML-G2 item holds in another encoding, so that it passes through any system."""

import base64
import binascii

from publisher.readers.charset import decode_page
from publisher.readers.markup.kinds import Element
from publisher.readers.news.tree import attribute
from publisher.readers.news.wording import html_of
from publisher.readers.news.xml_text import read_text_as_xml

LOOKED_AT = 3000  # characters, in which the outermost element begins
NOT_TEXT = ("image/", "audio/", "video/", "font/")


def inline_text(inline: Element) -> str | None:
    """Give the text of `inlineData`; None where no one can read it without another program."""
    text = "".join(map(str, inline.itertext()))
    encoding = attribute(inline, "encoding").lower()
    if not encoding:
        return text
    if not encoding.endswith("base64"):
        return None
    try:
        data = base64.b64decode("".join(text.split()), validate=True)
    except (ValueError, binascii.Error):
        return None
    return decode_page(data).text


def is_told(inline: Element) -> bool:
    """Whether `inlineData` is for readers, and not the picture or film itself."""
    return not attribute(inline, "contenttype").lower().startswith(NOT_TEXT)


def markup_of(text: str) -> Element:
    """Give text with marks in it as HTML; it may be a document of NITF."""
    read = read_text_as_xml(text) if "<nitf" in text[:LOOKED_AT].lower() else None
    return html_of(text) if read is None else read
