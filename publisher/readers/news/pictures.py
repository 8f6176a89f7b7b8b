"""The pictures of a feed: which of their files is taken, and where they stand in the story."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from publisher.model.block import Block, Figure, FigureKind
from publisher.model.inline import prose
from publisher.readers.draft import Draft, presentable
from publisher.readers.markup.figures import picture_key
from publisher.readers.markup.kinds import Element
from publisher.readers.markup.pictures import SUFFIXES, find_beside, find_picture, shown_address
from publisher.readers.news.story import Picture, Rendition
from publisher.readers.photos.credits import printed
from publisher.readers.photos.photo import Photo

# By name, where no size is told: the first is the largest.
LARGE = re.compile(r"original|high|hi-?_?res|full|master|download", re.IGNORECASE)
SMALL = re.compile(r"thumb|icon|small|low|watermark|square", re.IGNORECASE)
IDENTIFIERS = ("data-assoc-ref", "data-uri", "data-id", "uri", "id", "data-picture")
REPLACED = ("srcset", "data-src", "data-srcset", "data-lazy-src", "data-original")
MOST_RENDITIONS = 200


def is_image(rendition: Rendition) -> bool:
    """Whether a rendition may be a picture, by all that is told of it."""
    if rendition.media:
        return rendition.media.lower().startswith("image/")
    return _suffix(rendition.address) in SUFFIXES | {""}


def _suffix(address: str) -> str:
    return PurePosixPath(_path(address)).suffix.lower()


def _path(address: str) -> str:
    try:
        return unquote(urlsplit(address).path)
    except ValueError:
        return ""


def addresses_of(picture: Picture) -> tuple[str, ...]:
    """List where a picture may be, the largest file first."""
    images = [one for one in picture.renditions[:MOST_RENDITIONS] if is_image(one)]
    ordered = sorted(images, key=_largeness, reverse=True)
    written = (re.sub(r"(?<=/)\s+", "", one.address.strip()) for one in ordered)
    return tuple(dict.fromkeys(filter(None, written)))


def _largeness(rendition: Rendition) -> tuple[float, int, float]:
    named = bool(LARGE.search(rendition.name)) - bool(SMALL.search(rendition.name))
    return (rendition.width * rendition.height or rendition.width, named, rendition.size)


def _names(picture: Picture) -> Iterator[str]:
    """Give the addresses, and then the names that a file beside the feed may have."""
    addresses = addresses_of(picture)
    yield from addresses
    for address in (*addresses, *picture.names):
        name = _name(address) or address
        if name and _suffix(name) not in SUFFIXES:
            yield from (f"{name[-100:]}{suffix}" for suffix in (".jpg", ".jpeg", ".png", ".tif"))


def _name(address: str) -> str:
    return PurePosixPath(_path(address)).name


def _key(address: str) -> str:
    """Give what an address has in common with those of the picture's other sizes."""
    return f"{_path(address).rpartition('/')[0]}/{picture_key(address)}"


@dataclass(slots=True)
class Pictures:
    """The pictures of one story, while it is read."""

    every: tuple[Picture, ...]
    draft: Draft
    placed: set[int] = field(default_factory=set)
    claimed: dict[int, str] = field(default_factory=dict)

    def prepare(self, body: Element) -> None:
        """Give the pictures that stand in the text the largest file, and the words of the feed."""
        self._claim()
        numbers: dict[str, set[int]] = {}
        for number, picture in enumerate(self.every):
            addresses = addresses_of(picture)
            keys = (*picture.names, *map(_key, addresses), *map(picture_key, addresses))
            for key in filter(None, keys):
                numbers.setdefault(key, set()).add(number)
        for image in body.iter("img"):
            address = image.get("src") or ""
            keys = (*self._called(image), _key(address), picture_key(address))
            found = (numbers[key] for key in keys if len(numbers.get(key, ())) == 1)
            for number in next(found, ()):
                self._improve(image, number)
                self.placed.add(number)

    def _claim(self) -> None:
        """Tell apart the pictures whose files have one name: they are told by their folders."""
        owners: dict[str, set[int]] = {}
        for number, picture in enumerate(self.every):
            for address in addresses_of(picture):
                owners.setdefault(_name(address), set()).add(number)
        beside = set(self.draft.incoming.beside)
        for name, numbers in owners.items():
            files = [one for one in beside if PurePosixPath(one).name == name]
            if len(numbers) < 2 or not files:  # noqa: PLR2004 -- several pictures
                continue
            claims = {number: self._claims(number, name, files) for number in numbers}
            if len(set(claims.values()) - {""}) == len(numbers):
                self.claimed |= {n: one for n, one in claims.items() if n not in self.claimed}
                continue
            beside.difference_update(files)
            message = f"{len(numbers)} pictures of the feed are all called {name}"
            hint = "put each into the article by hand"
            self.draft.findings.warn(0, "picture-ambiguous", message, hint)
        self.draft.incoming = replace(self.draft.incoming, beside=tuple(sorted(beside)))

    def _claims(self, number: int, name: str, files: Collection[str]) -> str:
        paths = [_path(one) for one in addresses_of(self.every[number]) if _name(one) == name]
        ends = {"/".join(PurePosixPath(path).parts[-2:]) for path in paths}
        found = [one for one in files if "/".join(PurePosixPath(one).parts[-2:]) in ends]
        return found[0] if len(found) == 1 else ""

    def _file(self, number: int) -> str:
        """Find the file of a picture beside the feed; empty if there is none."""
        beside = self.draft.incoming.beside
        found = (one for one in _names(self.every[number]) if find_beside(one, beside))
        return self.claimed.get(number) or next(found, "")

    def _called(self, image: Element) -> Iterator[str]:
        parent = image.getparent()
        for element in (image, *(() if parent is None else (parent,))):
            yield from (element.get(name) or "" for name in IDENTIFIERS)

    def _improve(self, image: Element, number: int) -> None:
        picture = self.every[number]
        best = self._file(number) or next(iter(addresses_of(picture)), "")
        if best:
            image.set("src", best)
        for name in (*REPLACED, "width", "height"):
            image.attrib.pop(name, "")
        for name, text in (("alt", presentable(picture.alt)), *_words(picture).items()):
            if text and not (image.get(name) or "").strip():
                image.set(name, text)

    def others(self) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        """Make figures of those that do not stand in the text: above it, and below it."""
        shown = {key for number in self.placed for key in self._keys(number)}
        above: list[Block] = []
        below: list[Block] = []
        for number, picture in enumerate(self.every):
            keys = self._keys(number)
            if number in self.placed or keys & shown:
                continue
            shown |= keys
            first = not (self.placed or above or below)
            (above if picture.lead or first else below).append(self._figure(number))
        return tuple(above), tuple(below)

    def _keys(self, number: int) -> set[str]:
        return set(map(_key, addresses_of(self.every[number])))

    def _figure(self, number: int) -> Figure:
        picture = self.every[number]
        addresses = addresses_of(picture)
        words = _words(picture)
        caption = words["data-caption"]
        figure = self.draft.figure(
            picture=find_picture((self._file(number), *addresses), self.draft),
            address=shown_address(addresses, ""),
            alt=picture.alt,
            caption=prose(caption) if caption else None,
            credit=words["data-credit"],
        )
        return replace(figure, kind=FigureKind.GRAPHIC) if picture.graphic else figure


def _words(picture: Picture) -> dict[str, str]:
    """Give the caption and the credit line as they are printed."""
    photo = Photo(
        caption=presentable(picture.caption),
        creators=tuple(filter(None, map(presentable, picture.creators))),
        credit=presentable(picture.credit),
        copyright=presentable(picture.copyright),
    )
    found = printed(photo)
    return {"data-caption": presentable(found.caption), "data-credit": presentable(found.credit)}
