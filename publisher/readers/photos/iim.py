"""IPTC-IIM: data sets of a record and a number, in an alphabet that the first record may name.

Source: IPTC-NAA Information Interchange Model, version 4.2; its data set 1:90 is ISO 2022.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice

from publisher.readers.draft import presentable
from publisher.readers.encoding import decode
from publisher.readers.photos.days import read_day
from publisher.readers.photos.photo import Photo, Place

LONGEST, MOST = 1_000_000, 5_000  # bytes, data sets; no photo desk writes a hundredth of it
MARK, EXTENDED, HEAD = 0x1C, 0x8000, 5
ENVELOPE, APPLICATION, CHARSET = 1, 2, 90
SHORTEST_LIMIT, LONGEST_CHARACTER = 32, 4  # bytes: of a field that is cut, of a character
CUT = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{0,3}\Z")

UTF_8 = {b"\x1b%G", b"\x1b%/G", b"\x1b%/H", b"\x1b%/I"}
DESIGNATIONS = {b"-", b".", b"/"}  # of an alphabet with 96 characters, as G1, G2 or G3
PARTS_OF_8859 = {
    b"A": "iso8859-1",
    b"B": "iso8859-2",
    b"C": "iso8859-3",
    b"D": "iso8859-4",
    b"L": "iso8859-5",
    b"F": "iso8859-7",
    b"M": "iso8859-9",
    b"b": "iso8859-15",
    b"f": "iso8859-16",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Iim:
    """What stands in IPTC data.

    Attributes:
        sure: Whether there was no need to guess its alphabet.
        whole: Whether it was read to its end.
    """

    photo: Photo
    sure: bool = True
    whole: bool = True


def read_iim(data: bytes) -> Iim:
    """Read IPTC data; what is damaged is left out."""
    sets = tuple(islice(_data_sets(data[:LONGEST]), MOST))
    declared = next((v for record, n, v in sets if (record, n) == (ENVELOPE, CHARSET)), b"")
    found: dict[int, list[bytes]] = defaultdict(list)
    for record, number, value in sets:
        if record == APPLICATION and number:  # 2:00 is a version, no text
            found[number].append(value)
    charset, sure = _charset(declared, [value for values in found.values() for value in values])
    texts = {
        number: tuple(filter(None, map(partial(_text, charset=charset), values)))
        for number, values in found.items()
    }
    whole = len(data) <= LONGEST and len(sets) < MOST
    return Iim(photo=_photo(texts), sure=sure, whole=whole)


def _data_sets(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    while len(data) >= at + HEAD and data[at] == MARK:
        record, number = data[at + 1], data[at + 2]
        size, at = int.from_bytes(data[at + 3 : at + HEAD], "big"), at + HEAD
        if size & EXTENDED:
            counted = size & ~EXTENDED
            size, at = int.from_bytes(data[at : at + counted], "big"), at + counted
        yield record, number, data[at : at + size]
        at += size


def _charset(declared: bytes, values: list[bytes]) -> tuple[str, bool]:
    """Choose an alphabet that fits all the values, and say whether it is certain."""
    named = _named(declared)
    joined = b"\n".join(map(_uncut, values))
    # What is well-formed as UTF-8 is UTF-8; some programs name another alphabet all the same.
    for charset in filter(None, ("utf-8", named)):
        if _fits(joined, charset):
            return charset, True
    decoded = decode(joined)
    return decoded.encoding, decoded.sure


def _named(declared: bytes) -> str:
    if declared in UTF_8:
        return "utf-8"
    return next(
        (
            PARTS_OF_8859[escape[1:2]]
            for escape in declared.split(b"\x1b")
            if escape[:1] in DESIGNATIONS and escape[1:2] in PARTS_OF_8859
        ),
        "",
    )


def _fits(data: bytes, charset: str) -> bool:
    try:
        data.decode(charset)
    except UnicodeDecodeError:
        return False
    return True


def _uncut(value: bytes) -> bytes:
    """Drop a last character of UTF-8 of which the length of the field left only a part."""
    found = CUT.search(value) if len(value) > SHORTEST_LIMIT - LONGEST_CHARACTER else None
    whole = found is None or _fits(found.group(), "utf-8")
    return value if whole else CUT.sub(b"", value)


def _text(value: bytes, charset: str) -> str:
    kept = _uncut(value) if charset == "utf-8" else value
    return presentable(kept.decode(charset, "replace"))


def _photo(texts: Mapping[int, tuple[str, ...]]) -> Photo:
    def first(number: int) -> str:
        return next(iter(texts.get(number, ())), "")

    return Photo(
        title=first(5),
        keywords=texts.get(25, ()),
        instructions=first(40),
        taken=read_day(first(55)),
        creators=texts.get(80, ()),
        place=Place(sublocation=first(92), city=first(90), state=first(95), country=first(101)),
        headline=first(105),
        credit=first(110),
        source=first(115),
        copyright=first(116),
        caption=first(120),
    )
