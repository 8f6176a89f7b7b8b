"""JPEG files as segments: what a camera left in one is dropped without touching the picture.

Dropped are EXIF with its thumbnail and places, maker's segments, further pictures that hang on the
first, and whatever follows its end. Kept are the picture itself, its colour profile, IPTC data
(APP13) and XMP.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.render.images.rights import (
    Rights,
    clean_resources,
    clean_xmp,
    rights_resources,
)

START = b"\xff\xd8"
END = b"\xff\xd9"
EXIF = b"Exif\x00\x00"
XMP = b"http://ns.adobe.com/xap/1.0/\x00"
PHOTOSHOP = b"Photoshop 3.0\x00"
LONGEST = 65533  # bytes of a segment after its length

APP0, APP1, APP2, APP11, APP12, APP13, APP14 = 0xE0, 0xE1, 0xE2, 0xEB, 0xEC, 0xED, 0xEE
APP15, SCAN, LAST, ORIENTATION = 0xEF, 0xDA, 0xD9, 0x0112
WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD8)}
# What an application segment must begin with to be kept as it is.
KEPT = {APP0: b"JFIF\x00", APP2: b"ICC_PROFILE\x00", APP12: b"Ducky", APP14: b"Adobe"}
# In the compressed data, these are not markers: a stuffed zero, a restart, a fill byte.
NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


class BrokenError(ValueError):
    """The bytes are not those of a whole picture of their kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One segment before the picture's data.

    Attributes:
        marker: Its second marker byte.
        raw: All its bytes, the marker and the length included.
        payload: What it holds.
    """

    marker: int
    raw: bytes
    payload: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Jpeg:
    """A JPEG file taken apart; `scans` is the picture's data with its end."""

    segments: tuple[Segment, ...]
    scans: bytes


def read(data: bytes) -> Jpeg:
    """Take a file apart; what follows the end of the picture is not read.

    Raises:
        BrokenError: It ends early, or is no JPEG.
    """
    segments = tuple(_segments(data))
    at = 2 + sum(len(segment.raw) for segment in segments)
    return Jpeg(segments=segments, scans=data[at : _end(data, at)])


def strip(data: bytes) -> bytes:
    """Drop what a camera left; a file that holds nothing of the kind comes back unchanged.

    Raises:
        BrokenError: It is not a whole JPEG.
    """
    jpeg = read(data)
    kept = _kept(jpeg.segments)
    stripped = _join(kept, jpeg.scans)
    if stripped == data:
        return data
    # A signed statement of provenance (APP11) would now call the picture forged.
    return _join([raw for raw in kept if raw[1] != APP11], jpeg.scans)


def labels_of(data: bytes) -> bytes:
    """Give the segments with IPTC data and XMP, for `insert`."""
    return labels_for(rights_of(data))


def rights_of(data: bytes) -> Rights:
    """Read IPTC data and XMP as they stand; whether the picture is whole does not matter.

    Raises:
        BrokenError: It is no JPEG, or broken before the picture begins.
    """
    segments = tuple(_segments(data))
    resources = b"".join(_photoshop(segments))
    packets = [one.payload[len(XMP) :] for one in segments if _is_xmp(one)]
    return Rights(resources=resources, xmp=packets[0] if packets else b"")


def labels_for(rights: Rights) -> bytes:
    """Write IPTC data and XMP as segments, for `insert`.

    Raises:
        BrokenError: The XMP packet is longer than a JPEG can hold.
    """
    resources, xmp = rights_resources(rights.resources), clean_xmp(rights.xmp)
    return _segments_of(resources) + (_segment(APP1, XMP + xmp) if xmp else b"")


def insert(data: bytes, labels: bytes) -> bytes:
    """Put segments into a file, after the one that must be first."""
    jpeg = read(data)
    first = [one.raw for one in jpeg.segments if one.marker == APP0]
    others = [one.raw for one in jpeg.segments if one.marker != APP0]
    return _join([*first, labels, *others], jpeg.scans)


def orientation(data: bytes) -> int:
    """Give the EXIF orientation, 1 to 8; 1 where there is none."""
    for segment in read(data).segments:
        if segment.marker == APP1 and segment.payload.startswith(EXIF):
            return exif_orientation(segment.payload[len(EXIF) :])
    return 1


def exif_orientation(tiff: bytes) -> int:
    """Find the orientation in the first directory of EXIF data, 1 to 8; 1 where there is none."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        (at,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, at)
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, entry)
            if tag == ORIENTATION:
                return int(value) if 1 <= value <= 8 else 1  # noqa: PLR2004 -- all that EXIF has
    except struct.error:
        pass
    return 1


def _segments(data: bytes) -> Iterator[Segment]:
    if not data.startswith(START):
        raise BrokenError("it does not begin as a JPEG")
    at = 2
    while True:
        start = at
        while data[at + 1 : at + 2] == b"\xff":  # fill bytes
            at += 1
        if len(data) < at + 4 or data[at] != 0xFF:  # noqa: PLR2004 -- begins every marker
            raise BrokenError("its segments are broken")
        marker = data[at + 1]
        if marker == SCAN:
            return
        length = 0 if marker in WITHOUT_LENGTH else struct.unpack_from(">H", data, at + 2)[0]
        payload = data[at + 4 : at + 2 + length]
        at += 2 + length
        yield Segment(marker=marker, raw=data[start:at], payload=payload)


def _end(data: bytes, at: int) -> int:
    """Find where the picture ends, several scans included."""
    while found := NEXT_MARKER.search(data, at):
        if data[found.start() + 1] == LAST:
            return found.end()
        (length,) = struct.unpack(">H", data[found.end() : found.end() + 2].rjust(2, b"\x00"))
        at = found.end() + max(length, 2)
    raise BrokenError("it ends early")


def _kept(segments: tuple[Segment, ...]) -> list[bytes]:
    resources = b"".join(_photoshop(segments))
    cleaned = clean_resources(resources)
    kept: list[bytes] = []
    for segment in segments:
        if resources != cleaned and _is_photoshop(segment):
            kept.append(_segments_of(cleaned))
            cleaned = b""  # all of it stands where the first part stood
        else:
            kept.append(_kept_part(segment))
    return [raw for raw in kept if raw]


def _kept_part(segment: Segment) -> bytes:
    if _is_xmp(segment):
        packet = segment.payload[len(XMP) :]
        cleaned = clean_xmp(packet)
        if cleaned == packet:
            return segment.raw
        return _segment(APP1, XMP + cleaned) if cleaned else b""
    plain = not APP0 <= segment.marker <= APP15 or segment.marker == APP11
    begins = KEPT.get(segment.marker)
    known = _is_photoshop(segment) or (begins is not None and segment.payload.startswith(begins))
    return segment.raw if plain or known else b""


def _is_xmp(segment: Segment) -> bool:
    return segment.marker == APP1 and segment.payload.startswith(XMP)


def _is_photoshop(segment: Segment) -> bool:
    return segment.marker == APP13 and segment.payload.startswith(PHOTOSHOP)


def _photoshop(segments: tuple[Segment, ...]) -> Iterator[bytes]:
    """Give the parts of the image resources, which may be cut anywhere."""
    for segment in segments:
        if _is_photoshop(segment):
            yield segment.payload[len(PHOTOSHOP) :]


def _segments_of(resources: bytes) -> bytes:
    size = LONGEST - len(PHOTOSHOP)
    return b"".join(
        _segment(APP13, PHOTOSHOP + resources[at : at + size])
        for at in range(0, len(resources), size)
    )


def _segment(marker: int, payload: bytes) -> bytes:
    if len(payload) > LONGEST:
        raise BrokenError("its XMP data is longer than a JPEG can hold")
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def _join(parts: list[bytes], scans: bytes) -> bytes:
    return START + b"".join(parts) + scans
