"""PNG files as chunks: what a camera left in one is dropped without touching the picture.

Dropped are EXIF, animation (the still picture remains) and unknown chunks.
"""

import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from publisher.render.images.jpeg import BrokenError, exif_orientation
from publisher.render.images.rights import Rights, clean_xmp, iptc_resource, rights_resources

SIGNATURE = b"\x89PNG\r\n\x1a\n"
XMP = b"XML:com.adobe.xmp"
IPTC = b"Raw profile type iptc"
KEYWORDS = {b"Title", b"Author", b"Description", b"Copyright", b"Source", b"Comment"}
DATA_SET = b"\x1c"  # begins each data set of bare IPTC data
TEXT = {b"tEXt", b"zTXt", b"iTXt"}
# What draws the picture; without the chunks of an animation, its still picture remains.
DRAWING = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP"),
    *(b"sBIT", b"bKGD", b"hIST", b"pHYs"),
}
CAMERA_TEXT = (b"Raw profile type exif", b"Raw profile type APP1", b"Raw profile type xmp")
MOST_TEXT = 1 << 22  # bytes of an XMP packet, unpacked


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """One chunk: its kind, what it holds, and all its bytes with length and checksum."""

    kind: bytes
    body: bytes
    raw: bytes


def read(data: bytes) -> tuple[Chunk, ...]:
    """Take a file apart.

    Raises:
        BrokenError: It ends early, or is no PNG.
    """
    return tuple(_chunks(data))


def _chunks(data: bytes) -> Iterator[Chunk]:
    if not data.startswith(SIGNATURE):
        raise BrokenError("it does not begin as a PNG")
    at = len(SIGNATURE)
    while True:
        if len(data) < at + 12:
            raise BrokenError("it ends early")
        (length,) = struct.unpack_from(">I", data, at)
        end = at + 12 + length
        chunk = Chunk(kind=data[at + 4 : at + 8], body=data[at + 8 : end - 4], raw=data[at:end])
        at = end
        yield chunk
        if chunk.kind == b"IEND":
            return


def strip(data: bytes) -> bytes:
    """Drop what a camera left; a file that holds nothing of the kind comes back unchanged.

    Raises:
        BrokenError: It is not a whole PNG.
    """
    stripped = SIGNATURE + b"".join(_kept(chunk) for chunk in read(data))
    return data if stripped == data else stripped


def _kept(chunk: Chunk) -> bytes:
    if chunk.kind in TEXT:
        return _kept_text(chunk)
    return chunk.raw if chunk.kind in DRAWING else b""


def _kept_text(chunk: Chunk) -> bytes:
    keyword, _, rest = chunk.body.partition(b"\x00")
    if keyword.startswith(CAMERA_TEXT):
        return b""
    if keyword != XMP or chunk.kind != b"iTXt":
        return chunk.raw
    packet = _international_text(rest)
    cleaned = clean_xmp(packet)
    return chunk.raw if cleaned == packet else _xmp_chunk(cleaned)


def _international_text(rest: bytes) -> bytes:
    """Give the text of an iTXt chunk, after its keyword; nothing where it cannot be read."""
    packed, packet = rest[:1], rest[2:].split(b"\x00", 2)[-1]
    return packet if packed != b"\x01" else _unpacked(packet)


def _unpacked(packet: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packet, MOST_TEXT)
    except zlib.error:
        return b""


def _xmp_chunk(packet: bytes) -> bytes:
    return _chunk(b"iTXt", XMP + b"\x00\x00\x00\x00\x00" + packet) if packet else b""


def _chunk(kind: bytes, body: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + checksum


def labels_of(data: bytes) -> bytes:
    """Give the chunks with words, for `insert`."""
    return b"".join(_kept_text(chunk) for chunk in read(data) if chunk.kind in TEXT)


def rights_of(data: bytes) -> Rights:
    """Read IPTC data and XMP as they stand; whether the picture is whole does not matter."""
    texts = _texts(data)
    profile = _unhex(texts.get(IPTC, b""))
    resources = iptc_resource(profile) if profile.startswith(DATA_SET) else profile
    return Rights(resources=resources, xmp=texts.get(XMP, b""))


def words_of(data: bytes) -> dict[str, str]:
    """Read the words under the keywords of PNG; whether the picture is whole does not matter.

    Source: PNG, third edition, 11.3.3.1 (keywords) and 11.3.3.2 to 4.
    """
    return {
        keyword.decode("latin-1"): text.decode("utf-8", "replace")
        for keyword, text in _texts(data).items()
        if keyword in KEYWORDS
    }


def _texts(data: bytes) -> dict[bytes, bytes]:
    """Read the text chunks that can be read: by keyword, in UTF-8; the first of each counts."""
    found: dict[bytes, bytes] = {}
    with suppress(BrokenError):
        for chunk in _chunks(data):
            keyword, _, rest = chunk.body.partition(b"\x00")
            if chunk.kind in TEXT and keyword in {XMP, IPTC, *KEYWORDS}:
                found.setdefault(keyword, _text(chunk.kind, rest))
    return found


def _text(kind: bytes, rest: bytes) -> bytes:
    """Give the text of a text chunk, after its keyword, in UTF-8."""
    if kind == b"iTXt":
        return _international_text(rest)
    plain = rest if kind == b"tEXt" else _unpacked(rest[1:])
    return plain.decode("latin-1").encode()


def _unhex(profile: bytes) -> bytes:
    """Read a profile that is written in hexadecimal digits, after its name and length."""
    try:
        return bytes.fromhex(b"".join(profile.strip().split(b"\n")[2:]).decode("ascii"))
    except ValueError:
        return b""


def labels_for(rights: Rights) -> bytes:
    """Write IPTC data and XMP as chunks, for `insert`."""
    resources = rights_resources(rights.resources)
    profile = b""
    if resources:
        digits = resources.hex().encode()
        text = b"\niptc\n%8d\n%s\n" % (len(resources), digits)
        profile = _chunk(b"zTXt", IPTC + b"\x00\x00" + zlib.compress(text))
    return profile + _xmp_chunk(clean_xmp(rights.xmp))


def insert(data: bytes, labels: bytes) -> bytes:
    """Put chunks into a file, after the one that must be first."""
    first, *others = read(data)
    return SIGNATURE + first.raw + labels + b"".join(chunk.raw for chunk in others)


def depth(data: bytes) -> int:
    """Give the bits of a sample."""
    return read(data)[0].body[8]


def orientation(data: bytes) -> int:
    """Give the EXIF orientation, 1 to 8; 1 where there is none."""
    found = (exif_orientation(chunk.body) for chunk in read(data) if chunk.kind == b"eXIf")
    return next(found, 1)
