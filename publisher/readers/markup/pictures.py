"""Pictures of a page: which of an element's addresses is the picture, and whether it is one."""

import base64
import binascii
import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, unquote, unquote_to_bytes, urlsplit

from publisher.model.inline import prose
from publisher.readers.draft import Draft, presentable
from publisher.readers.incoming import Enclosure
from publisher.readers.markup.kinds import PICTURES, Element, kind, names
from publisher.readers.markup.marks import safe_address
from publisher.readers.slugs import make_slug

LAZY = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-original-src",
    "data-full-src",
    "data-img-src",
    "data-image",
    "data-url",
    "data-hi-res-src",
    "data-large-file",
    "data-orig-file",
)
LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
MEDIA_TYPES = {
    "image/jpeg": ".jpg",
    "image/jpg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/avif": ".avif",
    "image/svg+xml": ".svg",
}
SUFFIXES = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".tif", ".tiff"}
LARGEST_INLINE = 24_000_000  # characters of a data address
SMALLEST_INLINE = 400  # characters; below, it only keeps the place of a picture that is to come
ICON = 64  # pixels; no picture of an article is as small
NO_PICTURE = re.compile(
    r"(?:^|[\s_/.-])(?:spacer|blank|empty|dummy|placeholder|pixel|1x1|transparent|loader|loading|lazy-?load|dot"
    r"|bullet|arrow|strelica|logo|baner|banner|button|dugme|ikona|icon|shim|clear|counter|brojac"
    r"|zaglavlje|avatar)\d*"
    r"(?:[\s_.-][\w.-]*)?\.(?:gif|png|svg|jpe?g)|[/.](?:facebook\.com/tr|doubleclick|scorecardresearch"
    r"|google-analytics|googletagmanager|gemius|quantserve|chartbeat|krxd|imrworldwide)\b"
    r"|/pixel[./?]|s\.w\.org/images/core/emoji|gravatar\.com|feedburner|feeds\.wordpress\.com"
    r"|stats\.wp\.com|/wp-includes/images/",
    re.IGNORECASE,
)
LATE = re.compile(r"(?:^|[\s_-])lazy")
ICON_NAMES = re.compile(
    r"(?:^|[\s_-])(?:icons?|ico|emoji|avatar|logo|gravatar|pixel|sprite|badge|flag|spinner|author"
    r"|headshot|mugshot|face)(?:$|[\s_-])",
    re.IGNORECASE,
)


def is_picture(element: Element) -> bool:
    """Whether an element shows a picture of the article, rather than an icon or a counter."""
    if kind(element) not in PICTURES:
        return False
    image = _image(element)
    if _small(image) or ICON_NAMES.search(names(image)) or _hidden(image):
        return False
    return next(addresses_of(element), "") != ""


def _image(element: Element) -> Element:
    return next((one for one in element.iter() if kind(one) in {"img", "amp-img"}), element)


def _small(image: Element) -> bool:
    sizes = [_pixels(image.get(side) or "") for side in ("width", "height")]
    known = [size for size in sizes if size is not None]
    if len(known) == 2:  # noqa: PLR2004 -- both sides
        return max(known) <= ICON or min(known) <= 3  # noqa: PLR2004 -- a counter's, or a line
    return bool(known) and known[0] <= ICON // 2


def _pixels(text: str) -> int | None:
    found = re.fullmatch(r"\s*(\d{1,6})(?:\.\d+)?(?:px)?\s*", text)
    return int(found[1]) if found else None


def _hidden(image: Element) -> bool:
    return "display:none" in (image.get("style") or "").replace(" ", "").lower()


def addresses_of(element: Element) -> Iterator[str]:
    """Give the addresses under which a picture may be, the likeliest first.

    A page that loads its pictures late has the true one in an attribute of its own, in `noscript`
    or in `source`; what stands in `src` then only keeps its place.
    """
    image = _image(element)
    written = (image.get("src") or "").strip()
    lazy = [image.get(name) or "" for name in LAZY]
    attributes = ((str(name), str(value)) for name, value in image.attrib.items())
    lazy += [value for name, value in attributes if _is_late(name, value)]
    sets = [largest(image.get(name) or "") for name in LAZY_SETS]
    sources = [
        largest(source.get(name) or "")
        for source in element.iter("source")
        for name in ("srcset", "data-srcset")
    ]
    late = _keeps_place(written) or (any(lazy) and LATE.search(names(image)))
    every = [*lazy, written, *sets, *sources] if late else [written, *lazy, *sets, *sources]
    for address in dict.fromkeys(one.strip() for one in every):
        if address and not _keeps_place(address) and not NO_PICTURE.search(address[:2000]):
            yield address


def _is_late(name: str, value: str) -> bool:
    """Whether an attribute that a script reads holds nothing but the address of a picture."""
    return name.startswith("data-") and bool(_suffix(value.partition("?")[0])) and " " not in value


def _keeps_place(address: str) -> bool:
    if not address or address in {"#", "about:blank"}:
        return True
    return address.lower().startswith("data:") and len(address) < SMALLEST_INLINE


def largest(srcset: str) -> str:
    """Choose the largest picture of a `srcset`.

    >>> largest("a.jpg 300w, b,c.jpg 1200w,d.jpg 600w")
    'b,c.jpg'
    """
    if srcset.lstrip().lower().startswith("data:"):
        return srcset.split(maxsplit=1)[0]
    found: list[tuple[float, str]] = []
    for candidate in re.finditer(r"\s*(\S*[^\s,])(?:\s+([\d.]+)[wx])?\s*(?:,|$)", srcset[:20_000]):
        size = candidate[2] or "1"
        found.append((float(size) if re.fullmatch(r"\d+(?:\.\d+)?", size) else 0, candidate[1]))
    return max(found, key=lambda one: one[0])[1] if found else ""


def find_picture(candidates: Collection[str], draft: Draft) -> Enclosure | None:
    """Find a picture that came with the page: beside it, or inside it."""
    for address in candidates:
        beside = find_beside(address, draft.incoming.beside)
        if beside:
            return _enclosed(beside, draft, beside=beside)
    for address in candidates:
        if address.lower().startswith("data:"):
            return _inside(address, draft)
    return None


def find_beside(address: str, beside: Collection[str]) -> str:
    """Find the file that an address means among those beside the page; empty if there is none.

    >>> find_beside("./Vest_files/slika%201.jpg?w=3", ["Vest_files/slika 1.jpg"])
    'Vest_files/slika 1.jpg'
    >>> find_beside("/_next/image?url=%2Fimages%2Fmost.jpg&w=1200", ["Vest_files/most.jpg"])
    'Vest_files/most.jpg'
    """
    if not beside or address.lower().startswith("data:"):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if not parts.scheme and not parts.netloc:
        for path in (unquote(parts.path), parts.path, unquote(address)):
            plain = str(PurePosixPath(path))
            if plain in beside and _suffix(plain):
                return plain
    asked = (value.partition("?")[0] for _, value in parse_qsl(parts.query))  # of a resizer
    wanted = {PurePosixPath(path).name for path in (unquote(parts.path), *asked)}
    same = [path for path in beside if PurePosixPath(path).name in wanted and _suffix(path)]
    return same[0] if len(same) == 1 else ""


def _suffix(path: str) -> str:
    suffix = PurePosixPath(path).suffix.lower()
    return suffix if suffix in SUFFIXES else ""


def _inside(address: str, draft: Draft) -> Enclosure | None:
    head, _, content = address.partition(",")
    media_type, *settings = head[5:].lower().split(";")
    suffix = MEDIA_TYPES.get(media_type.strip())
    if suffix is None or len(address) > LARGEST_INLINE:
        return None
    try:
        encoded = unquote_to_bytes(content)
        data = base64.b64decode(encoded) if "base64" in map(str.strip, settings) else encoded
    except (ValueError, binascii.Error):
        return None
    return _enclosed(f"picture{suffix}", draft, data=data) if data else None


def _enclosed(name: str, draft: Draft, *, beside: str = "", data: bytes = b"") -> Enclosure:
    """Give a picture a name that is safe and its own in the article's folder."""
    path = PurePosixPath(name)
    stem = make_slug(prose(presentable(path.stem) or "picture"), "picture")
    taken = {enclosure.path: enclosure for enclosure in draft.enclosures}
    number = 1
    while True:
        ending = "" if number == 1 else f"-{number}"
        made = Enclosure(
            path=f"images/{stem}{ending}{path.suffix.lower()}", data=data, beside=beside
        )
        if taken.get(made.path, made) == made:
            return made
        number += 1


def shown_address(candidates: Collection[str], base: str) -> str:
    """Give the address of a picture for the report."""
    first = next((one for one in candidates if not one.lower().startswith("data:")), "")
    return safe_address(first, base) or first
