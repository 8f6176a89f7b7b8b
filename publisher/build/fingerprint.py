"""Fingerprints: a digest of everything that an edition was made from."""

import hashlib
import json
from functools import cache

from publisher import __version__
from publisher.model.serial import to_plain, write_article
from publisher.render.edition import Edition, Layout, Review


def fingerprint(edition: Edition, layout: Layout, format_name: str) -> str:
    """Digest an edition, its layout and its format: 64 hexadecimal digits."""
    parts = {
        "program": __version__,
        "format": format_name,
        "title": edition.title,
        "publisher": edition.publisher,
        "language": edition.language,
        "articles": [write_article(article) for article in edition.articles],
        "terms": {term.name: word for term, word in edition.terms.items()},
        "borrowed": sorted(term.name for term in edition.borrowed),
        "pictures": {key: _digest(one.data) for key, one in sorted(edition.pictures.items())},
        "when": edition.stamp.isoformat(),
        "draft": edition.draft,
        "review": _reviewed(edition.review) if edition.review else None,
        "paper": layout.paper,
        "layout": {name: _digest(data) for name, data in sorted(layout.files.items())},
    }
    return _digest(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode())


def _reviewed(review: Review) -> dict[str, object]:
    return {
        "sources": [write_article(article) for article in review.sources],
        "waiting": {segment: to_plain(words) for segment, words in review.waiting.items()},
        "remarks": dict(review.remarks),
    }


@cache
def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
