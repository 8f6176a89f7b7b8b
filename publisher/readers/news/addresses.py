"""Where the pictures of a feed are: their addresses, and which of these mean the same picture."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from publisher.model.text import FORBIDDEN
from publisher.readers.markup.figures import picture_key
from publisher.readers.markup.pictures import SUFFIXES
from publisher.readers.news.story import Picture, Rendition

# By name, where no size is told: the first is the largest.
LARGE = re.compile(r"original|high|hi-?_?res|full|master|download", re.IGNORECASE)
SMALL = re.compile(r"thumb|icon|small|low|watermark|square", re.IGNORECASE)
OF_SIZE = re.compile(
    r"w|h|width|height|size|q|quality|fit|crop|resize|dpr|auto|fm|format", re.IGNORECASE
)
MOST_RENDITIONS = 200


def is_image(rendition: Rendition) -> bool:
    """Whether a rendition may be a picture, by all that is told of it."""
    if rendition.media:
        return rendition.media.lower().startswith("image/")
    return _suffix(rendition.address) in SUFFIXES | {""}


def _suffix(address: str) -> str:
    return PurePosixPath(path_of(address)).suffix.lower()


def path_of(address: str) -> str:
    """Give the path of an address; empty for what is none."""
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


def names_of(addresses: tuple[str, ...], names: tuple[str, ...]) -> Iterator[str]:
    """Give the addresses, and then the names that a file beside the feed may have."""
    yield from addresses
    for address in (*addresses, *names):
        name = name_in(address) or address
        if name and _suffix(name) not in SUFFIXES:
            yield from (f"{name[-100:]}{suffix}" for suffix in (".jpg", ".jpeg", ".png", ".tif"))


def name_in(address: str) -> str:
    """Give the name of the file that an address means."""
    return PurePosixPath(path_of(address)).name


def key_of(address: str) -> str:
    """Give what an address has in common with those of the picture's other sizes.

    >>> key_of("https://a.example/render?id=1&w=300") == key_of("https://a.example/render?id=2&w=300")
    False
    """
    return f"{path_of(address).rpartition('/')[0]}/{_called_so(address)}"


def _called_so(address: str) -> str:
    """Give the name of a picture's file with what else tells it from others, but not its folder."""
    asked = _asked(address)
    return f"{picture_key(address)}?{asked}" if asked else picture_key(address)


def _asked(address: str) -> str:
    """Give what an address asks for, apart from the size in which it does."""
    try:
        pairs = parse_qsl(urlsplit(address).query, keep_blank_values=True)
    except ValueError:
        return ""
    return urlencode([pair for pair in pairs if not OF_SIZE.fullmatch(pair[0])], errors="replace")


def ways_to(address: str, *, sought: bool) -> tuple[str, ...]:
    """Give what a picture may be found by.

    Where only one of two addresses asks for something, that may be no more than a stamp of the day:
    so one that is sought finds those that ask where it does not, and the other way round.
    """
    if not picture_key(address):
        return (key_of(address),)
    asks = bool(_asked(address)) is not sought
    plain = f"{key_of(address.partition('?')[0])}\n{asks}"
    return (key_of(address), _called_so(address), plain)
