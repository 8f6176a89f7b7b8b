"""Slugs: the name of an article in addresses, made of its title."""

import re
import unicodedata
from pathlib import PurePath

from publisher.localize.latin import to_latin_text
from publisher.model.inline import Prose
from publisher.model.walk import plain_text

LONGEST = 60  # characters
LETTERS = str.maketrans(
    {"đ": "dj", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "þ": "th", "ð": "d", "ı": "i"}
)
OTHER = re.compile(r"[^a-z0-9]+")


def make_slug(title: Prose, name: str) -> str:
    """Make a slug of a title, or of a file's name where the title has no letters for it.

    >>> from publisher.model.inline import prose
    >>> make_slug(prose("Đorđe i Žaklina: „Šta sad?“"), "a.txt")
    'djordje-i-zaklina-sta-sad'
    """
    stem = PurePath(name).stem
    return next(filter(None, map(_slug, (plain_text(title.children), stem))), "article")


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", to_latin_text(text).lower().translate(LETTERS))
    ascii_ = "".join(c for c in plain if not unicodedata.combining(c))
    slug = OTHER.sub("-", ascii_).strip("-")
    if len(slug) <= LONGEST:
        return slug
    return slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
