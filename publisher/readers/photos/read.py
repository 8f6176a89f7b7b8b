"""Reading a photograph: IPTC data, XMP, and what a camera or a format adds."""

import re
from collections.abc import Iterator
from dataclasses import replace

from publisher.diagnostics import Diagnostic, Level
from publisher.errors import ArticleError
from publisher.readers.draft import presentable
from publisher.readers.photos.days import read_day
from publisher.readers.photos.iim import Iim, read_iim
from publisher.readers.photos.photo import Photo
from publisher.readers.photos.reconcile import fill, in_step, reconcile
from publisher.readers.photos.xmp import read_xmp
from publisher.render.images.metadata import Metadata, read_metadata
from publisher.render.images.rights import DIGEST, IPTC, resource_of

# What cameras write where a photographer would describe the picture.
CAMERA = re.compile(
    r"(?:[\w ]+ )?digital (?:still )?camera|sony dsc|samsung camera pictures|exif_jpeg_picture"
    r"|dcim\\.*|default|untitled|screenshot",
    re.IGNORECASE,
)
COMPARED = {
    "caption": "the caption",
    "creators": "the photographer",
    "credit": "the credit line",
    "copyright": "the copyright notice",
}


def read_photo(data: bytes, name: str) -> Photo:
    """Read what a picture file says of its picture; the picture itself is not decoded.

    Args:
        data: A JPEG, PNG, TIFF, WebP, GIF or SVG file.
        name: Its path as a user knows it, for the diagnostics.
    """
    metadata = read_metadata(data, name)
    findings: list[Diagnostic] = [*_fault(metadata)]
    resources = metadata.rights.resources
    iptc = resource_of(resources, IPTC)
    iim, xmp = read_iim(iptc), _xmp(metadata.rights.xmp, name, findings)
    together = in_step(iptc, resource_of(resources, DIGEST))
    findings.extend(_doubts(iim, name))
    findings.extend(_differences(iim.photo, xmp, together=together, name=name))
    said = reconcile(iim.photo, xmp, together=together)
    whole = fill(fill(said, _camera(metadata)), _keywords(metadata))
    return replace(whole, kind=metadata.kind, diagnostics=tuple(findings))


def _fault(metadata: Metadata) -> Iterator[Diagnostic]:
    if metadata.fault:
        fault = metadata.fault
        yield _warning("picture-unusable", fault.message, fault.where, fault.hint)


def _xmp(packet: bytes, name: str, findings: list[Diagnostic]) -> Photo:
    if not packet:
        return Photo()
    try:
        return read_xmp(packet)
    except ArticleError as error:
        hint = "look at the picture's words with another program, and write them in the article"
        message = f"the picture's XMP data is not read: {error.message}"
        findings.append(_warning("xmp-unreadable", message, name, hint))
        return Photo()


def _doubts(iim: Iim, name: str) -> Iterator[Diagnostic]:
    if not iim.sure:
        yield _warning(
            "iptc-alphabet-guessed",
            "the picture's IPTC data does not say how its letters are encoded, and it is not UTF-8",
            name,
            "compare names and caption with the original",
        )
    if not iim.whole:
        yield _warning(
            "iptc-too-long",
            "the picture's IPTC data is too long to be read to its end",
            name,
            "look at the picture's words with another program",
        )


def _differences(iim: Photo, xmp: Photo, *, together: bool, name: str) -> Iterator[Diagnostic]:
    chosen = reconcile(iim, xmp, together=together)
    for field, what in COMPARED.items():
        old, new, taken = (_shown(getattr(photo, field)) for photo in (iim, xmp, chosen))
        cut = new.startswith(old) or (old == taken and old.startswith(new))
        if old and new and not cut:
            yield _warning(
                "photo-says-two-things",
                f"{what} of the picture is {old!r} in its IPTC data and {new!r} in its XMP data",
                name,
                f"{taken!r} is taken; correct the article if that is wrong",
            )


def _shown(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def _camera(metadata: Metadata) -> Photo:
    exif = metadata.exif
    caption = presentable(exif.description)
    return Photo(
        caption="" if CAMERA.fullmatch(caption) else caption,
        creators=tuple(filter(None, map(presentable, exif.artist.split(";")))),
        copyright=presentable(exif.copyright),
        taken=read_day(exif.taken),
    )


def _keywords(metadata: Metadata) -> Photo:
    words = {keyword: presentable(text) for keyword, text in metadata.words.items()}
    author = words.get("Author", "")
    return Photo(
        title=words.get("Title", ""),
        caption=words.get("Description", ""),
        creators=(author,) if author else (),
        copyright=words.get("Copyright", ""),
        source=words.get("Source", ""),
    )


def _warning(code: str, message: str, where: str, hint: str) -> Diagnostic:
    return Diagnostic(level=Level.WARNING, code=code, message=message, where=where, hint=hint)
