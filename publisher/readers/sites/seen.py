"""What a reader of a site sees of a page, by a walk that knows nothing of how it is read.

Punctuation is left standing, as it counts for nothing; what only a program reads is taken away.
"""

import re
from collections.abc import Iterator
from html import unescape

from publisher.readers.draft import presentable

COMMENT = re.compile(r"\{%-?\s*(?:end)?comment\b[^{}]{0,100}%\}")
TAGS = (("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{{", "}}"))
LONGEST_TAG = 2000  # characters
OUTPUT = re.compile(r"\{\{[^{}]{0,200}\}\}")
UNSEEN = ("script", "style", "template", "svg", "iframe", "noscript", "object", "video", "audio")
ARGUMENT = re.compile(r'([\w-]*)\s*[=:]?\s*"((?:\\.|[^"\\])*)"')
NO_WORDS = {"class", "style", "sizes", "srcset"}
SUBSTITUTIONS = (
    (re.compile(r"</?[A-Za-z][^<>]*>"), " "),
    (re.compile(r"<(?:https?|mailto|ftp):[^<>\s]*>|<[^<>\s@]+@[^<>\s]+>"), " "),
    (re.compile(r"""^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*\S+(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'"""
                r"""|\([^()\n]*\)))?[ \t]*$""", re.MULTILINE), " "),
    (re.compile(r"^ {0,3}\[\^[^\]\n]{1,100}\]:", re.MULTILINE), " "),
    (re.compile(r"\[\^[^\]\n]{1,100}\]"), " "),
    (re.compile(r"\]\((?:[^()\n]|\([^()\n]*\))*\)"), " "),
    (re.compile(r"\]\[[^\]\n]*\]"), " "),
    (re.compile(r"\{:[^{}\n]*\}|\{[#.][^{}\n]*\}"), " "),
    (re.compile(r"^[ \t>*+-]*(?:```|~~~).*$", re.MULTILINE), " "),
    (re.compile(r"^([ \t>*+-]*)\d{1,9}[.)](?=[ \t]|$)", re.MULTILINE), r"\1"),
    (re.compile(r"\[!\w+\]"), " "),
)  # fmt: skip


def visible_lines(body: str) -> Iterator[str]:
    """Give the lines of a body as a reader of the site sees them."""
    for opening, closing in TAGS:
        body = "".join(_without(body, opening, closing, LONGEST_TAG))
    body = "".join(_without(body, "<!--", "-->"))
    for name in UNSEEN:
        body = "".join(_without(body, f"<{name}", f"</{name}"))
    for pattern, instead in SUBSTITUTIONS:
        body = pattern.sub(instead, body)
    for line in body.split("\n"):
        text = presentable(unescape(line))
        if text:
            yield text


def _without(text: str, opening: str, closing: str, longest: int = 0) -> Iterator[str]:
    """Give a text without what stands between two signs, but for words among its arguments."""
    lower = text.lower()
    at = end = 0
    while (start := lower.find(opening, at)) >= 0:
        end = end if end > start else lower.find(closing, start + len(opening))
        yield text[at:start]
        at = start + len(opening)
        if end < 0:
            break
        if not longest or end - start <= longest:
            yield f" {_words(text[start:end])} " if longest else " "
            at = end + len(closing)
        else:
            yield opening
    yield text[at:]


def _words(tag: str) -> str:
    """Give the words among the arguments of a shortcode or tag."""
    return " ".join(
        words.replace("\\", "")
        for name, words in ARGUMENT.findall(OUTPUT.sub("", tag))
        if " " in words and name not in NO_WORDS
    )
