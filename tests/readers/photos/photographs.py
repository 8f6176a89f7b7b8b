"""Photographs made here, with the words of a photo desk in them."""

import struct
from collections.abc import Mapping
from hashlib import md5
from io import BytesIO

from PIL import Image

UTF_8 = b"\x1b%G"
NUMBERS = {
    "title": 5,
    "instructions": 40,
    "day": 55,
    "creator": 80,
    "city": 90,
    "country": 101,
    "headline": 105,
    "credit": 110,
    "source": 115,
    "copyright": 116,
    "caption": 120,
}
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "cc": "http://creativecommons.org/ns#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


def data_set(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def iptc(words: Mapping[str, str], charset: str = "utf-8", declared: bytes = UTF_8) -> bytes:
    """IPTC data with words by the names of `NUMBERS`."""
    sets = (data_set(2, NUMBERS[name], text.encode(charset)) for name, text in words.items())
    return (data_set(1, 90, declared) if declared else b"") + b"".join(sets)


def resource(kind: int, data: bytes) -> bytes:
    return struct.pack(">4sHHI", b"8BIM", kind, 0, len(data)) + data + b"\0" * (len(data) % 2)


def segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def xmp(properties: str, attributes: str = "") -> bytes:
    """A packet with properties written in any of the namespaces."""
    spaces = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {spaces}>'
        f'<rdf:Description rdf:about="" {attributes}>{properties}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def alternative(name: str, text: str) -> str:
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt></{name}>'


def sequence(name: str, *texts: str) -> str:
    items = "".join(f"<rdf:li>{text}</rdf:li>" for text in texts)
    return f"<{name}><rdf:Seq>{items}</rdf:Seq></{name}>"


def plain(kind: str = "JPEG", size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    target = BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(target, kind, **options)
    return target.getvalue()


def jpeg(data: bytes = b"", packet: bytes = b"", digest: bytes | None = None) -> bytes:
    """A JPEG with IPTC data and XMP, and a digest of the IPTC data if one is given."""
    resources = resource(0x0404, data) if data else b""
    if digest is not None:
        resources += resource(0x0425, digest)
    made = plain()
    app13 = segment(0xED, b"Photoshop 3.0\0" + resources) if resources else b""
    app1 = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet) if packet else b""
    return made[:2] + app13 + app1 + made[2:]


def digest_of(data: bytes) -> bytes:
    return md5(data, usedforsecurity=False).digest()
