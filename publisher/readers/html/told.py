"""What a page tells programs about its article, gathered from wherever it tells it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from publisher.readers.markup.setting import PictureFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a page tells of its article; each is empty where it tells nothing.

    Attributes:
        titles: The likeliest first.
        site: Names of the site, which are no part of a title and no author.
        descriptions: What may be the subtitle, or the first paragraph once more.
        authors: Names of persons, without "By".
        houses: Names of houses and desks that are told as authors.
        published: As written, the likeliest first.
        updated: As written.
        bodies: The text of the article, where the page holds it for programs.
        pictures: What is told of pictures, by `picture_key`.
        shown: Keys of the pictures that stand for the article.
    """

    titles: tuple[str, ...] = ()
    site: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    language: str = ""
    address: str = ""
    keywords: tuple[str, ...] = ()
    rights: str = ""
    bodies: tuple[str, ...] = ()
    pictures: Mapping[str, PictureFacts] = field(default_factory=lambda: MappingProxyType({}))
    shown: frozenset[str] = frozenset()


def joined(*parts: Told) -> Told:
    """Join what several places of a page tell; the first that tells something is believed."""
    pictures: dict[str, PictureFacts] = {}
    for part in reversed(parts):
        pictures.update(part.pictures)
    return Told(
        titles=_all(part.titles for part in parts),
        site=_all(part.site for part in parts),
        descriptions=_all(part.descriptions for part in parts),
        authors=_most(tuple(part.authors for part in parts if part.authors)),
        houses=next((part.houses for part in parts if part.houses), ()),
        published=_all(part.published for part in parts),
        updated=_all(part.updated for part in parts),
        language=next((part.language for part in parts if part.language), ""),
        address=next((part.address for part in parts if part.address), ""),
        keywords=next((part.keywords for part in parts if part.keywords), ()),
        rights=next((part.rights for part in parts if part.rights), ""),
        bodies=_all(part.bodies for part in parts),
        pictures=MappingProxyType(pictures),
        shown=frozenset[str]().union(*(part.shown for part in parts)),
    )


def _most(parts: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """Give the first list of names, or one that holds all of it and more."""
    found: tuple[str, ...] = ()
    for names in parts:
        if not found or set(found) < set(names):
            found = names
    return found


def _all(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for part in parts for text in part))
