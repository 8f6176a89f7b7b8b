"""XMP: the properties that newsrooms and drawing programs write.

Source: IPTC Photo Metadata Standard 2023.1; ISO 16684-2; PLUS 2.0; Creative Commons ccREL.
"""

from publisher.readers.photos.days import read_day
from publisher.readers.photos.photo import Photo, Place
from publisher.readers.photos.rdf import Properties, Value, read_rdf

DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
EXTENSION = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
PLUS = "{http://ns.useplus.org/ldf/xmp/1.0/}"
CC = ("{http://creativecommons.org/ns#}", "{http://web.resource.org/cc/}")
EXIF = "{http://ns.adobe.com/exif/1.0/}"
DEFAULT = "x-default"
WEB = ("https://", "http://")


def read_xmp(packet: bytes) -> Photo:
    """Read a packet.

    Raises:
        ArticleError: It cannot be read, or tries what no XMP needs.
    """
    properties = read_rdf(packet)

    def one(*names: str) -> str:
        return next(filter(None, (_one(properties, name) for name in names)), "")

    return Photo(
        title=one(f"{DC}title"),
        headline=one(f"{PHOTOSHOP}Headline"),
        caption=one(f"{DC}description"),
        creators=_all(properties, f"{DC}creator"),
        credit=one(f"{PHOTOSHOP}Credit"),
        source=one(f"{PHOTOSHOP}Source", f"{DC}source"),
        copyright=one(f"{DC}rights"),
        usage=one(f"{RIGHTS}UsageTerms"),
        licence_url=_licence(properties),
        instructions=one(f"{PHOTOSHOP}Instructions"),
        keywords=_all(properties, f"{DC}subject"),
        taken=read_day(one(f"{PHOTOSHOP}DateCreated", f"{EXIF}DateTimeOriginal")),
        place=_place(properties),
        alt=one(f"{CORE}AltTextAccessibility"),
        description=one(f"{CORE}ExtDescrAccessibility"),
    )


def _one(properties: Properties, name: str) -> str:
    """Give a text: that for every language, else the first."""
    values = properties.get(name, ())
    default = next((value for value in values if value.language.lower() == DEFAULT), None)
    return _words(default) if default else next(filter(None, map(_words, values)), "")


def _all(properties: Properties, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_words, properties.get(name, ())))))


def _words(value: Value) -> str:
    """Give a value's text; that of a person or body whose name stands in a structure."""
    return value.text or next((v.text for v in value.fields.get(f"{DC}title", ())), "")


def _licence(properties: Properties) -> str:
    """Find the address of a licence."""
    licensors = properties.get(f"{PLUS}Licensor", ())
    texts = (
        *(_one(properties, f"{namespace}license") for namespace in CC),
        _one(properties, f"{RIGHTS}WebStatement"),
        *(_one(licensor.fields, f"{PLUS}LicensorURL") for licensor in licensors),
    )
    return next((text for text in texts if text.lower().startswith(WEB)), "")


def _place(properties: Properties) -> Place:
    """Find where the photographer stood, else the place that is told without saying which.

    The standard calls the older properties ambiguous, and newsrooms still fill in these.
    """
    older = Place(
        sublocation=_one(properties, f"{CORE}Location"),
        city=_one(properties, f"{PHOTOSHOP}City"),
        state=_one(properties, f"{PHOTOSHOP}State"),
        country=_one(properties, f"{PHOTOSHOP}Country"),
    )
    created = _structured(properties, "LocationCreated")
    shown = _structured(properties, "LocationShown")
    return next((place for place in (created, older, shown) if place.line), older)


def _structured(properties: Properties, name: str) -> Place:
    fields = next((v.fields for v in properties.get(f"{EXTENSION}{name}", ())), {})
    return Place(
        sublocation=_one(fields, f"{EXTENSION}Sublocation"),
        city=_one(fields, f"{EXTENSION}City"),
        state=_one(fields, f"{EXTENSION}ProvinceState"),
        country=_one(fields, f"{EXTENSION}CountryName"),
    )
