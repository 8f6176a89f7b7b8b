"""Words of a feed, which may be plain or HTML in any of its fields."""

import re
from collections.abc import Iterator
from html import unescape

from lxml import etree

from publisher.readers.draft import presentable, printed_line
from publisher.readers.markup.kinds import Element
from publisher.readers.markup.parse import parse_html
from publisher.readers.markup.seen import visible_runs
from publisher.readers.news.calls import part_calls

TAG = re.compile(
    r"</?(?:[pbiua]|br|hr|em|strong|span|div|h[1-6]|[uod]l|li|d[td]|su[bp]|small|table|t[rdh]|tbody"
    r"|blockquote|figure|figcaption|img|article|section|html|body|head|cite|q|pre|code|font|strike"
    r"|del|ins|mark|abbr|time|iframe|script|style)(?:\s[^<>]*)?/?>|<!--",
    re.IGNORECASE,
)
MARKUP = re.compile(r"<[^<>]*>")
ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|[a-zA-Z]{2,8}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
NO_CHARACTER = re.compile(r"&#(?:\d{8,}|[xX][0-9a-fA-F]{7,});?")
DATA = re.compile(r"data:[\w/+.-]{1,80};base64,[A-Za-z0-9+/=\s]{200,}")
MOST_CHARACTERS = 6_000_000  # of a file with its markup; pictures inside it do not count
SHORTEST_LINE, LONGEST_LINE = 40, 100  # characters of lines that a program broke


def is_too_long(text: str) -> bool:
    """Whether a text is longer than any file of news, apart from pictures inside it."""
    return len(text) > MOST_CHARACTERS and len(DATA.sub("", text)) > MOST_CHARACTERS


def is_html(text: str) -> bool:
    """Whether a text is marked up.

    >>> is_html("<p>One</p>"), is_html("3 < 4, and 5 > 4")
    (True, False)
    """
    return TAG.search(text) is not None


def html_of(text: str) -> Element:
    """Give the body of a page, or of a piece of one.

    What is nested deeper than any text is read without its markup, so that no word of it is lost.
    """
    parsed = parse_html(text)
    if parsed.cut:
        return paragraphs_of(MARKUP.sub("\n", text))
    body = parsed.root.find("body") if parsed.root.tag == "html" else parsed.root
    if body is None:
        return etree.Element("body")
    part_calls(body)
    return body


def lines_of(text: str) -> Iterator[str]:
    r"""Give what a reader sees of a text, line by line.

    >>> list(lines_of("<p>One &amp; all</p><p>Two</p>")), list(lines_of("A\n\nB"))
    (['One & all', 'Two'], ['A', 'B'])
    """
    lines = visible_runs(html_of(text)) if is_html(text) else plain_of(text).splitlines()
    return filter(None, map(presentable, lines))


def line_of(text: str) -> str:
    """Give what a reader sees of a text, as one line."""
    return " ".join(lines_of(text))


def printed_of(text: str) -> str:
    """Give what a reader sees of a text as one line; a plain one keeps the spaces in it."""
    return line_of(text) if is_html(text) else printed_line(plain_of(text))


def plain_of(text: str) -> str:
    """Give a plain text, with the characters that were written as if it were HTML."""
    return unescape(NO_CHARACTER.sub("\ufffd", text)) if ENTITY.search(text) else text


def paragraphs_of(text: str) -> Element:
    """Make HTML of a plain text.

    Empty lines part paragraphs; where there are none, each line is one. Lines of one paragraph that
    are all about as long as one another were broken by a program.
    """
    body = etree.Element("body")
    chunks = re.split(r"\n[ \t\u00a0]*\n", plain_of(text).replace("\r\n", "\n").replace("\r", "\n"))
    for chunk in chunks:
        lines = [line for line in map(presentable, chunk.split("\n")) if line]
        for line in [" ".join(lines)] if _is_wrapped(lines) else lines:
            etree.SubElement(body, "p").text = line
    return body


def _is_wrapped(lines: list[str]) -> bool:
    return len(lines) > 1 and all(SHORTEST_LINE <= len(line) <= LONGEST_LINE for line in lines[:-1])
