"""The pictures of a feed: which of their files is taken, and where they stand in the story."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from lxml import etree

from publisher.model.block import Block, Figure, FigureKind
from publisher.model.credit import Credit
from publisher.model.figures import change_figures
from publisher.model.inline import Prose, prose
from publisher.model.text import FORBIDDEN
from publisher.model.walk import plain_text
from publisher.readers.captions import Caption
from publisher.readers.dates import day_of
from publisher.readers.draft import Draft, presentable
from publisher.readers.letters import letters
from publisher.readers.markup.figures import picture_key
from publisher.readers.markup.kinds import Element
from publisher.readers.markup.pictures import SUFFIXES, find_beside, find_picture, shown_address
from publisher.readers.news.story import Picture, Rendition
from publisher.readers.news.tree import empty
from publisher.readers.photos.complete import licence_of
from publisher.readers.photos.credits import printed
from publisher.readers.photos.photo import Photo

# By name, where no size is told: the first is the largest.
LARGE = re.compile(r"original|high|hi-?_?res|full|master|download", re.IGNORECASE)
SMALL = re.compile(r"thumb|icon|small|low|watermark|square", re.IGNORECASE)
IDENTIFIERS = ("data-assoc-ref", "data-uri", "data-id", "uri", "id", "data-picture")
REPLACED = ("srcset", "data-src", "data-srcset", "data-lazy-src", "data-original")
MOST_RENDITIONS = 200
SIGN = "\ue000"  # of no script: no feed has it in a text
SIGNED = re.compile(f"{SIGN}([0-9]{{1,4}}){SIGN}")


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
    written = (re.sub(r"(?<=/)\s+", "", FORBIDDEN.sub("", one.address).strip()) for one in ordered)
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
    alts: list[tuple[int, str]] = field(default_factory=list)

    def prepare(self, body: Element) -> None:
        """Give the pictures that stand in the text the largest file, and the words of the feed."""
        self._claim()
        numbers: dict[str, set[int]] = {}
        for number, picture in enumerate(self.every):
            addresses = addresses_of(picture)
            keys = (*picture.names, *map(_key, addresses), *map(picture_key, addresses))
            for key in filter(None, keys):
                numbers.setdefault(key, set()).add(number)
        self._fill_places(body, numbers)
        for image in body.iter("img"):
            address = image.get("src") or ""
            keys = (*_called(image), _key(address), picture_key(address))
            found = (numbers[key] for key in keys if len(numbers.get(key, ())) == 1)
            for number in next(found, ()):
                self._improve(image, number)
                self.placed.add(number)

    def _fill_places(self, body: Element, numbers: Mapping[str, set[int]]) -> None:
        """Put a picture where a text only says that it belongs there."""
        for element in list(body.iter("figure", "div")):
            keys = (element.get(name) or "" for name in IDENTIFIERS)
            named = next((numbers[key] for key in keys if len(numbers.get(key, ())) == 1), ())
            if named and next(element.iter("img", "video"), None) is None:
                empty(element)
                element.tag = "figure"
                for number in named:
                    etree.SubElement(element, "img", {"data-picture": self.every[number].names[0]})

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

    def _improve(self, image: Element, number: int) -> None:
        picture = self.every[number]
        address = next(iter((*addresses_of(picture), *picture.names)), "")
        image.set("src", self._file(number) or address)
        for name in (*REPLACED, "width", "height", "class"):
            image.attrib.pop(name, "")
        self.alts.append((number, presentable(image.get("alt") or "")))
        # The reader of pages hands this text through, and so tells which figure is which picture.
        image.set("alt", f"{SIGN}{len(self.alts) - 1}{SIGN}")

    def finish(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Complete the figures in the text by what the feed says of their pictures."""
        self.placed.clear()  # a picture that the reader of pages passed over has no place
        return change_figures(blocks, self._completed)

    def _completed(self, figure: Figure) -> Figure:
        alt = plain_text(figure.alt.children) if figure.alt else ""
        found = SIGNED.fullmatch(alt)
        if found is None or int(found[1]) >= len(self.alts):
            return figure
        number, written = self.alts[int(found[1])]
        self.placed.add(number)
        told = self._figure(number)
        return replace(
            told,
            image=figure.image or told.image,
            withheld=None if figure.image else told.withheld or figure.withheld,
            alt=prose(written) if written else told.alt,
            caption=_chosen_caption(figure, told),
            credit=_chosen_credit(figure.credit, told.credit),
        )

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
        addresses = addresses_of(picture) or picture.names[:1]
        words = _words(picture)
        figure = self.draft.figure(
            picture=find_picture((self._file(number), *addresses), self.draft),
            address=shown_address(addresses, ""),
            alt=picture.alt,
            caption=_run(words.caption),
            credit=words.credit,
        )
        withheld = figure.withheld and (_run(presentable(picture.withheld)) or figure.withheld)
        return replace(
            figure,
            kind=FigureKind.GRAPHIC if picture.graphic else FigureKind.PHOTOGRAPH,
            withheld=withheld,
            licence=licence_of(Photo(usage=presentable(picture.usage))),
            taken=day_of(picture.taken, self.draft.language),
            place=_run(presentable(picture.place)),
        )


def _run(text: str) -> Prose | None:
    return prose(text) if text else None


def _called(image: Element) -> Iterator[str]:
    parent = image.getparent()
    for element in (image, *(() if parent is None else (parent,))):
        yield from (element.get(name) or "" for name in IDENTIFIERS)


def _chosen_caption(figure: Figure, told: Figure) -> Prose | None:
    """Choose the caption in the text, which may be edited, unless other lines are in it too."""
    if figure.caption is None or told.caption is None:
        return figure.caption or told.caption
    ours, theirs = (letters(plain_text(one.children)) for one in (figure.caption, told.caption))
    return told.caption if ours != theirs and theirs in ours else figure.caption


def _chosen_credit(ours: Credit | None, theirs: Credit | None) -> Credit | None:
    """Choose the fuller line; a label that only the text has is that of its layout."""
    if ours is None or theirs is None:
        return ours or theirs
    labelled = ours.label and letters(ours.line) == letters(ours.label + theirs.line)
    fuller = letters(ours.line) in letters(theirs.line)
    return theirs if labelled or fuller else ours


def _words(picture: Picture) -> Caption:
    """Give the caption and the credit line as they are printed."""
    photo = Photo(
        caption=presentable(picture.caption),
        creators=tuple(filter(None, map(presentable, picture.creators))),
        credit=presentable(picture.credit),
        copyright=presentable(picture.copyright),
    )
    return printed(photo)
