"""What counts as text: the one gate that every string of an article passes."""

import re
import unicodedata

from publisher.errors import ArticleError

# The characters that XML 1.0 (fifth edition, section 2.2) cannot hold, and noncharacters.
PLANE_ENDS = "".join(
    chr(end) for plane in range(17) for end in (plane << 16 | 0xFFFE, plane << 16 | 0xFFFF)
)
FORBIDDEN = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{PLANE_ENDS}]"
)
LANGUAGE_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")  # BCP 47, without its registry

SAFE_SCHEMES = ("http://", "https://", "mailto:", "tel:", "#")


def clean(text: str) -> str:
    r"""Bring text to the form that the model holds: NFC, and no carriage returns.

    >>> clean("c\u0301ao") == "ćao"
    True
    """
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def find_forbidden(text: str) -> re.Match[str] | None:
    """Find the first character that XML cannot hold, or that is none."""
    if text.replace("\u00a0", " ").isprintable():
        return None  # what is forbidden is not printable, and this is told far sooner
    return FORBIDDEN.search(text)


def require_text(text: str, what: str) -> None:
    """Refuse characters that no finished file could hold.

    Raises:
        ArticleError: A control character, a lone surrogate, a noncharacter or a carriage return is
            in `text`.
    """
    found = find_forbidden(text) or re.search("\r", text)  # XML reads a return as a line feed
    if found:
        raise ArticleError(
            f"{what} holds the character U+{ord(found.group()):04X}, which no file may hold",
            hint="delete it; it is often invisible",
        )


def require_safe_link(href: str) -> None:
    """Refuse addresses that a reader's program would run rather than open.

    Raises:
        ArticleError: `href` is neither a web, mail or telephone address nor a place in the page.
    """
    if not href.lower().startswith(SAFE_SCHEMES):
        raise ArticleError(
            f"the link address {href!r} is not allowed",
            hint="links start with https://, http://, mailto:, tel: or #",
        )


def require_language(tag: str) -> None:
    """Refuse what has not the form of a language tag.

    Raises:
        ArticleError: `tag` is not made of subtags joined by single hyphens.
    """
    if not LANGUAGE_TAG.fullmatch(tag):
        raise ArticleError(
            f"{tag!r} is not a language tag", hint="write it like en, sq, sr-Cyrl or sr-Latn"
        )
