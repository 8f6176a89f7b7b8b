"""Which of two texts counts, where a photograph says one thing in IPTC data and another in XMP.

The rule is that of the Metadata Working Group (Guidelines for Handling Image Metadata, 2.0):

- XMP counts, unless the IPTC data was changed after it. That shows in the digest that the last
  program which knew both left beside the IPTC data: it is not that of the IPTC data any more.
- Then IPTC data counts, except where it is the same text cut at the length that IPTC data allows.
- What only one of them says counts in any case.

What the camera wrote (EXIF), and the keywords of PNG and SVG, only fill what neither says. Here
the guidelines would have EXIF first; but cameras write their own name there, and photo desks never
look.
"""

from dataclasses import fields, replace
from hashlib import md5
from typing import Any

from publisher.readers.photos.photo import Photo, Place

# The longest value of each field, in bytes.
LIMITS = {
    "title": 64,
    "headline": 256,
    "caption": 2000,
    "creators": 32,
    "credit": 32,
    "source": 32,
    "copyright": 128,
    "sublocation": 32,
    "city": 32,
    "state": 32,
    "country": 64,
}
CHARACTER = 4  # bytes of the longest: a text may be cut before one that has no room


def in_step(iptc: bytes, digest: bytes) -> bool:
    """Whether IPTC data is as it was when XMP was last written from it, as far as that is known."""
    return not digest or digest in {_digest(iptc), _digest(iptc.rstrip(b"\x00"))}


def _digest(data: bytes) -> bytes:
    return md5(data, usedforsecurity=False).digest()


def reconcile(iim: Photo, xmp: Photo, *, together: bool) -> Photo:
    """Make one photograph of both; `together` says that IPTC data was not changed alone."""
    if together:
        return fill(xmp, iim)
    return fill(_uncut(iim, xmp), xmp)


def fill(photo: Photo, other: Photo) -> Photo:
    """Fill what `photo` does not say from what `other` says."""
    empty = {f.name: getattr(other, f.name) for f in fields(Photo) if not getattr(photo, f.name)}
    return replace(photo, **{**empty, "place": _filled(photo.place, other.place)})


def _filled(place: Place, other: Place) -> Place:
    """Fill a place, unless the other is another one."""
    pairs = {f.name: (getattr(place, f.name), getattr(other, f.name)) for f in fields(Place)}
    if any(one and two and one != two for one, two in pairs.values()):
        return place
    return Place(**{name: one or two for name, (one, two) in pairs.items()})


def _uncut(iim: Photo, xmp: Photo) -> Photo:
    texts: dict[str, Any] = {
        name: _longer(getattr(iim, name), getattr(xmp, name), LIMITS[name])
        for name in ("title", "headline", "caption", "credit", "source", "copyright")
    }
    creators = _each(iim.creators, xmp.creators, LIMITS["creators"])
    return replace(iim, **texts, creators=creators, place=_place(iim.place, xmp.place))


def _place(iim: Place, xmp: Place) -> Place:
    return Place(
        **{
            f.name: _longer(getattr(iim, f.name), getattr(xmp, f.name), LIMITS[f.name])
            for f in fields(Place)
        }
    )


def _each(iim: tuple[str, ...], xmp: tuple[str, ...], limit: int) -> tuple[str, ...]:
    padded = (*xmp, *("",) * len(iim))
    return tuple(_longer(text, padded[at], limit) for at, text in enumerate(iim))


def _longer(iim: str, xmp: str, limit: int) -> str:
    """Give the text of XMP where that of IPTC data is the same, cut."""
    full = limit in {len(iim), len(iim.encode())} or len(iim.encode()) > limit - CHARACTER
    return xmp if full and xmp.startswith(iim.rstrip()) else iim
