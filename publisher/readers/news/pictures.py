"""The pictures of a feed: which of their files is taken, and where they stand in the story."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from lxml import etree

from publisher.model.block import Block, Figure, FigureKind
from publisher.model.credit import Credit
from publisher.model.figures import change_figures
from publisher.model.inline import Prose, prose
from publisher.model.walk import plain_text
from publisher.readers.captions import Caption
from publisher.readers.dates import day_of
from publisher.readers.draft import Draft, presentable, printed_line
from publisher.readers.letters import letters
from publisher.readers.markup.kinds import Element
from publisher.readers.markup.pictures import find_beside, find_picture, shown_address
from publisher.readers.news.addresses import (
    addresses_of,
    key_of,
    name_in,
    names_of,
    path_of,
    ways_to,
)
from publisher.readers.news.rich import rich_run
from publisher.readers.news.story import Picture
from publisher.readers.news.tree import empty
from publisher.readers.photos.complete import licence_of
from publisher.readers.photos.credits import printed
from publisher.readers.photos.photo import Photo

IDENTIFIERS = ("data-assoc-ref", "data-uri", "data-id", "uri", "id", "data-picture")
REPLACED = ("srcset", "data-src", "data-srcset", "data-lazy-src", "data-original")
SIGN = "\ue000"  # of no script: no feed has it in a text
SIGNED = re.compile(f"{SIGN}([0-9]{{1,4}}){SIGN}")


@dataclass(slots=True)
class Pictures:
    """The pictures of one story, while it is read."""

    every: tuple[Picture, ...]
    draft: Draft
    placed: set[int] = field(default_factory=set)
    claimed: dict[int, str] = field(default_factory=dict)
    alts: list[tuple[int, str]] = field(default_factory=list)
    addresses: tuple[tuple[str, ...], ...] = field(init=False)

    def __post_init__(self) -> None:
        self.addresses = tuple(map(addresses_of, self.every))

    def prepare(self, body: Element) -> None:
        """Give the pictures that stand in the text the largest file, and the words of the feed."""
        self._claim()
        numbers: dict[str, set[int]] = {}
        for number, picture in enumerate(self.every):
            ways = (way for one in self.addresses[number] for way in ways_to(one, sought=False))
            for key in filter(None, (*picture.names, *ways)):
                numbers.setdefault(key, set()).add(number)
        self._fill_places(body, numbers)
        for image in body.iter("img"):
            keys = (*_called(image), *ways_to(image.get("src") or "", sought=True))
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
        for number in range(len(self.every)):
            for address in self._names(number):
                owners.setdefault(name_in(address) or address, set()).add(number)
        beside = set(self.draft.incoming.beside)
        called: dict[str, list[str]] = {}
        for one in sorted(beside):
            called.setdefault(PurePosixPath(one).name, []).append(one)
        for name, numbers in owners.items():
            files = called.get(name, [])
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

    def _names(self, number: int) -> Iterator[str]:
        return names_of(self.addresses[number], self.every[number].names)

    def _claims(self, number: int, name: str, files: Collection[str]) -> str:
        paths = [path_of(one) for one in self.addresses[number] if name_in(one) == name]
        ends = {"/".join(PurePosixPath(path).parts[-2:]) for path in paths}
        found = [one for one in files if "/".join(PurePosixPath(one).parts[-2:]) in ends]
        return found[0] if len(found) == 1 else ""

    def _file(self, number: int) -> str:
        """Find the file of a picture beside the feed; empty if there is none."""
        beside = self.draft.incoming.beside
        found = (one for one in self._names(number) if find_beside(one, beside))
        return self.claimed.get(number) or next(found, "")

    def _improve(self, image: Element, number: int) -> None:
        picture = self.every[number]
        address = next(iter((*self.addresses[number], *picture.names)), "")
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
        return set(map(key_of, self.addresses[number]))

    def _figure(self, number: int) -> Figure:
        picture = self.every[number]
        addresses = self.addresses[number] or picture.names[:1]
        words = _words(picture)
        figure = self.draft.figure(
            picture=find_picture((self._file(number), *addresses), self.draft),
            address=shown_address(addresses, ""),
            alt=picture.alt,
            caption=self._caption(picture.marked, words.caption),
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

    def _caption(self, marked: str, caption: str) -> Prose | None:
        """Give a caption with its marks, unless its credit stood in it."""
        rich = rich_run(marked, self.draft) if marked else None
        same = rich and letters(plain_text(rich.children)) == letters(caption)
        return rich if same else _run(caption)


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
        caption=printed_line(picture.caption),
        creators=tuple(filter(None, map(printed_line, picture.creators))),
        credit=printed_line(picture.credit),
        source=printed_line(picture.source),
        copyright=printed_line(picture.copyright),
    )
    found = printed(photo)
    return replace(found, caption=presentable(found.caption))
