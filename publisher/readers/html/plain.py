"""Text that a page holds for programs, which may have markup and entities in it."""

import re
from html import unescape

from publisher.readers.draft import presentable

TAGS = re.compile(r"<(?:/?[a-zA-Z][^<>]{0,2000}|!--.{0,2000}?--)>", re.DOTALL)
ENDS = re.compile(r"</(?:p|div|h[1-6]|li|blockquote)\s*>|<br\s*/?>", re.IGNORECASE)


def without_markup(text: str, *, lines: bool = False) -> str:
    """Take markup and entities from a text.

    Args:
        text: As the page has it.
        lines: Keep new lines, which part paragraphs.

    >>> without_markup("A &amp;quot;b&amp;quot; <i>c</i>")
    'A "b" c'
    """
    plain = ENDS.sub("\n", text)
    plain = unescape(unescape(TAGS.sub("", plain)))
    if lines:
        return "\n".join(filter(None, map(presentable, plain.splitlines())))
    return presentable(plain)
