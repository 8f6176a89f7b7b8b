"""What a photograph says of its maker and its rights: IPTC data and XMP, without the camera's part.

IPTC data stands in "image resources", blocks numbered by kind, which also hold thumbnails and a
second copy of EXIF.
"""

import re
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from lxml import etree
from PIL import Image, TiffImagePlugin

from publisher.model.text import FORBIDDEN

IPTC, DIGEST, MARKED, ADDRESS = 0x0404, 0x0425, 0x040A, 0x040B
RIGHTS = {IPTC, DIGEST, MARKED, ADDRESS}
CAMERA = {0x0409, 0x040C, 0x0422, 0x0423}  # two kinds of thumbnail, two parts of EXIF

RESOURCE_SIGNATURES = {b"8BIM", b"MeSa", b"PHUT", b"AgHg", b"DCSR"}
TIFF_IPTC, TIFF_RESOURCES, TIFF_XMP = 33723, 34377, 700

DESCRIPTION, ARTIST, COPYRIGHT = 270, 315, 33432  # EXIF tags
CAMERA_DIRECTORY, TAKEN = 0x8769, 36867
META = "adobe:ns:meta/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"

# Local names of XMP properties that tell of a camera, its owner or where it stood.
CAMERA_PROPERTY = re.compile(
    r"gps|serialnumber|thumbnails|hasextendedxmp|cameraowner", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What a picture says of itself.

    Attributes:
        resources: Image resources, one after another.
        xmp: An XMP packet.
    """

    resources: bytes = b""
    xmp: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Resource:
    kind: int
    raw: bytes
    body: bytes


def clean_resources(resources: bytes) -> bytes:
    """Drop thumbnails and EXIF from image resources."""
    return b"".join(one.raw for one in _split(resources) if one.kind not in CAMERA)


def rights_resources(resources: bytes) -> bytes:
    """Keep only the resources that tell of rights, for a picture that was encoded anew."""
    return b"".join(one.raw for one in _split(resources) if one.kind in RIGHTS)


def resource_of(resources: bytes, kind: int) -> bytes:
    """Join what all resources of one kind hold, such as `IPTC` or `DIGEST`."""
    return b"".join(one.body for one in _split(resources) if one.kind == kind)


def _split(resources: bytes) -> Iterator[_Resource]:
    """Take resources apart; a rest that is none has kind 0."""
    at = 0
    while resources[at : at + 4] in RESOURCE_SIGNATURES and len(resources) >= at + 12:
        (kind,) = struct.unpack_from(">H", resources, at + 4)
        name = resources[at + 6] + 1
        sized = at + 6 + name + name % 2
        if len(resources) < sized + 4:
            break
        (size,) = struct.unpack_from(">I", resources, sized)
        end = sized + 4 + size + size % 2
        body = resources[sized + 4 : sized + 4 + size]
        yield _Resource(kind=kind, raw=resources[at:end], body=body)
        at = end
    if at < len(resources):
        yield _Resource(kind=0, raw=resources[at:], body=b"")


def iptc_resource(iptc: bytes) -> bytes:
    """Wrap bare IPTC data as an image resource."""
    return struct.pack(">4sHHI", b"8BIM", IPTC, 0, len(iptc)) + iptc + b"\x00" * (len(iptc) % 2)


def clean_xmp(packet: bytes) -> bytes:
    """Drop what tells of a camera from an XMP packet; nothing to drop, nothing changes.

    A packet that cannot be read, and seems to tell of a camera, is dropped whole.
    """
    if not CAMERA_PROPERTY.search(packet.decode("utf-8", "replace")):
        return packet
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(packet.strip(b"\x00 \t\r\n"), parser)
    except etree.XMLSyntaxError:
        return b""
    for element in list(root.iter(etree.Element)):
        _drop_attributes(element)
        parent = element.getparent()
        if parent is not None and CAMERA_PROPERTY.search(etree.QName(element).localname):
            parent.remove(element)
    return etree.tostring(root.getroottree(), encoding="utf-8")


def _drop_attributes(element: etree._Element) -> None:
    for name in list(element.attrib):
        if CAMERA_PROPERTY.search(etree.QName(str(name)).localname):
            del element.attrib[name]


def rights_of(image: Image.Image) -> Rights:
    """Read what an opened TIFF or WebP says of itself."""
    xmp = image.info.get("xmp", b"")
    if not isinstance(image, TiffImagePlugin.TiffImageFile):
        return Rights(xmp=_bytes(xmp))
    # By their tags they would come back as numbers, where a program declared them as such.
    tags = image.tag_v2._tagdata  # noqa: SLF001 -- Pillow has no public name for it
    resources, bare = tags.get(TIFF_RESOURCES, b""), tags.get(TIFF_IPTC, b"")
    if bare and not any(one.kind == IPTC for one in _split(resources)):
        resources += iptc_resource(bare)
    return Rights(resources=resources, xmp=_bytes(xmp) or tags.get(TIFF_XMP, b""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Exif:
    """The words among a picture's EXIF data; `taken` as `2023:05:29 12:00:00`."""

    description: str = ""
    artist: str = ""
    copyright: str = ""
    taken: str = ""


def read_exif(image: Image.Image) -> Exif:
    """Read the words among the EXIF data of an opened picture.

    Source: Exif 2.32, 4.6.4 and 4.6.5.
    """
    exif = image.getexif()
    return Exif(
        description=_exif_text(exif.get(DESCRIPTION), joint=" "),
        artist=_exif_text(exif.get(ARTIST)),
        copyright=_exif_text(exif.get(COPYRIGHT)),
        taken=_exif_text(exif.get_ifd(CAMERA_DIRECTORY).get(TAKEN)),
    )


def exif_rights(image: Image.Image) -> Rights:
    """Carry what only EXIF says of maker and rights over to XMP, since EXIF itself is dropped.

    Source: Exif 2.32, tags Artist and Copyright; Dublin Core in XMP, ISO 16684-1, 8.3.
    """
    exif = read_exif(image)
    artist, rights = exif.artist, exif.copyright
    if not artist and not rights:
        return Rights()
    root = etree.Element(f"{{{META}}}xmpmeta", nsmap={"x": META})
    described = etree.SubElement(root, f"{{{RDF}}}RDF", nsmap={"rdf": RDF})
    described = etree.SubElement(described, f"{{{RDF}}}Description", nsmap={"dc": DC})
    described.set(f"{{{RDF}}}about", "")
    if artist:
        _list(described, "creator", "Seq").text = artist
    if rights:
        _list(described, "rights", "Alt").text = rights
        described[-1][0][0].set("{http://www.w3.org/XML/1998/namespace}lang", "x-default")
    return Rights(xmp=etree.tostring(root, encoding="utf-8"))


def _list(described: etree._Element, name: str, kind: str) -> etree._Element:
    holder = etree.SubElement(etree.SubElement(described, f"{{{DC}}}{name}"), f"{{{RDF}}}{kind}")
    return etree.SubElement(holder, f"{{{RDF}}}li")


def _exif_text(value: object, joint: str = "; ") -> str:
    """Give EXIF text as text: ASCII by the standard, UTF-8 by the cameras."""
    text = str(value or "")
    with suppress(UnicodeError):  # it was Latin-1, or decoded already
        text = text.encode("latin-1").decode("utf-8")
    parts = (part.strip() for part in FORBIDDEN.sub("\n", text).split("\n"))
    return joint.join(part for part in parts if part)


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""
