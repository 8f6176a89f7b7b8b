"""The rights and words that a JPEG carries in itself: IPTC-IIM in APP13, and XMP."""

from dataclasses import dataclass
from struct import pack

from markupsafe import Markup

from publisher.errors import ArticleError
from publisher.sample.drawing.labels import Rights

# Data sets of IIM record 2: number, and the longest value allowed, in bytes.
BYLINE = (80, 32)
HEADLINE = (105, 256)
CREDIT = (110, 32)
COPYRIGHT = (116, 128)
CAPTION = (120, 2000)

IIM_RESOURCE = 0x0404


PACKET = Markup(
    """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">
<dc:creator><rdf:Seq><rdf:li>{creator}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{caption}</rdf:li></rdf:Alt></dc:description>
<dc:format>image/jpeg</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{notice}</rdf:li></rdf:Alt></dc:rights>
<photoshop:Credit>{credit}</photoshop:Credit>
<photoshop:Headline>{headline}</photoshop:Headline>
<xmpRights:Marked>True</xmpRights:Marked>
<xmpRights:UsageTerms>
<rdf:Alt><rdf:li xml:lang="x-default">{usage}</rdf:li></rdf:Alt>
</xmpRights:UsageTerms>
<xmpRights:WebStatement>{statement}</xmpRights:WebStatement>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a picture says of itself: its language as a tag, headline, caption, and rights."""

    language: str
    headline: str
    caption: str
    rights: Rights


def app13(description: Description) -> bytes:
    """Write the IPTC data as a whole JPEG segment, its marker included.

    Raises:
        ArticleError: A value is longer than IIM allows.
    """
    rights = description.rights
    records = b"".join(
        (
            _data_set(1, 90, b"\x1b%G"),  # what follows is UTF-8
            _data_set(2, 0, pack(">H", 4)),
            _field(BYLINE, rights.creator),
            _field(HEADLINE, description.headline),
            _field(CREDIT, rights.credit),
            _field(COPYRIGHT, rights.notice),
            _field(CAPTION, description.caption),
        )
    )
    # A resource has an empty name, padded to two bytes, and an even length.
    resource = pack(">4sHHI", b"8BIM", IIM_RESOURCE, 0, len(records)) + records
    payload = b"Photoshop 3.0\x00" + resource + b"\x00" * (len(records) % 2)
    return b"\xff\xed" + pack(">H", len(payload) + 2) + payload


def xmp(description: Description) -> bytes:
    """Write the XMP packet, without the marker of its segment."""
    rights = description.rights
    return PACKET.format(
        creator=rights.creator,
        caption=description.caption,
        language=description.language,
        notice=rights.notice,
        credit=rights.credit,
        headline=description.headline,
        usage=rights.usage,
        statement=rights.statement,
    ).encode()


def _field(data_set: tuple[int, int], value: str) -> bytes:
    number, longest = data_set
    encoded = value.encode()
    if len(encoded) > longest:
        raise ArticleError(
            f"IPTC field 2:{number} takes {longest} bytes, and {value!r} has {len(encoded)}",
            hint="shorten it",
        )
    return _data_set(2, number, encoded)


def _data_set(record: int, number: int, value: bytes) -> bytes:
    return pack(">BBBH", 0x1C, record, number, len(value)) + value
