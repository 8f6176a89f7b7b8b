"""The pictures of a Word file, as figures with their words."""

import re
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from publisher.errors import WordFileError
from publisher.model.block import Figure
from publisher.model.inline import prose
from publisher.readers.incoming import Enclosure
from publisher.readers.slugs import make_slug
from publisher.readers.word.parts import Picture
from publisher.readers.word.row import Row
from publisher.readers.word.setting import Setting
from publisher.readers.words import NO_PICTURE, word

SUFFIXES = (  # what a file begins with tells its kind, whatever it is called
    (re.compile(rb"\xff\xd8\xff"), ".jpg"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), ".png"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), ".webp"),
    (re.compile(rb"GIF8[79]a"), ".gif"),
    (re.compile(rb"II[*+]\x00|MM\x00[*+]"), ".tif"),
    (re.compile(rb"BM"), ".bmp"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg|!--)"), ".svg"),
)
UNREADABLE = (
    (re.compile(rb"\xd7\xcd\xc6\x9a|\x01\x00\x09\x00"), ".wmf"),
    (re.compile(rb".{40} EMF", re.DOTALL), ".emf"),
)
FOLDER = "images"


@dataclass(slots=True)
class Pictures:
    """Takes the pictures out of a file, each once.

    Attributes:
        setting: Makes the captions.
    """

    setting: Setting
    _taken: dict[str, Enclosure | None] = field(default_factory=dict)
    _paths: set[str] = field(default_factory=set)

    def figure(self, picture: Picture, caption: Row = (), credit: str = "") -> Figure:
        """Make a figure."""
        source, draft = self.setting.source, self.setting.source.draft
        taken = self._enclosure(picture.member)
        if picture.cropped:
            draft.findings.warn(
                picture.number,
                "picture-cropped",
                "a picture is cropped in the file, and whole in the article",
                "crop the picture file if what is hidden must not be seen",
            )
        figure = draft.figure(
            picture=taken,
            address="" if taken else picture.address or picture.member,
            alt=picture.alt,
            caption=self.setting.heading(caption),
            credit=credit,
            line=picture.number,
        )
        if taken is None or is_readable(taken.path):
            return figure
        source.tell(
            "picture-format",
            f"{taken.path} is a drawing that cannot be printed",
            "save it as PNG, JPEG or SVG, name that in its place, and delete `:withheld:`",
        )
        return replace(figure, image=None, withheld=prose(word(NO_PICTURE, draft.language)))

    def _enclosure(self, member: str) -> Enclosure | None:
        if member not in self._taken:
            self._taken[member] = self._take(member)
        return self._taken[member]

    def _take(self, member: str) -> Enclosure | None:
        package = self.setting.source.package
        if member not in package.members:
            return None
        try:
            data = package.read(member)
        except WordFileError as error:
            self.setting.source.tell("part-damaged", f"{member} is left out: {error.message}")
            return None
        return Enclosure(path=self._path(member, data), data=data) if data else None

    def _path(self, member: str, data: bytes) -> str:
        stem, suffix = (
            make_slug(prose(PurePosixPath(member).stem or "-"), "picture"),
            suffix_of(data),
        )
        path, number = f"{FOLDER}/{stem}{suffix}", 1
        while path in self._paths:
            number += 1
            path = f"{FOLDER}/{stem}-{number}{suffix}"
        self._paths.add(path)
        return path


def suffix_of(data: bytes) -> str:
    r"""Give the suffix that a picture file should have, by what it begins with.

    >>> suffix_of(b"\xff\xd8\xff\xe0"), suffix_of(b"?")
    ('.jpg', '.bin')
    """
    known = (suffix for begins, suffix in (*SUFFIXES, *UNREADABLE) if begins.match(data))
    return next(known, ".bin")


def is_readable(path: str) -> bool:
    """Whether a picture of this name can be printed."""
    return PurePosixPath(path).suffix in {suffix for _, suffix in SUFFIXES}
