"""Figures of a site as HTML, for the reader of HTML to read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from markupsafe import Markup, escape

from publisher.readers.draft import presentable
from publisher.readers.sites.matter import Value
from publisher.readers.sites.tags import Tag

SOURCES = ("src", "url", "image_path", "image", "path", "file", "img", "feature", "source", "link")
CAPTIONS = ("caption", "description", "desc", "text", "figcaption", "legend")
CREDITS = ("attr", "credit", "credits", "attribution", "copyright", "author", "photographer")
SUFFIXES = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".tif", ".tiff"}
NAMES = {"figure", "img", "image", "picture", "photo", "imgcap", "figcaption", "responsive-image"}
Inline = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that a site shows, and its words; caption and credit may hold Markdown."""

    address: str
    alt: str = ""
    title: str = ""
    caption: str = ""
    credit: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """All its words."""
        return (self.address, self.alt, self.title, self.caption, self.credit)


def picture_of(tag: Tag) -> Picture | None:
    """Take a shortcode or tag for a picture, if it names one."""
    stems = {PurePosixPath(name).stem for name in (tag.name, *tag.others[:1])}
    known = any(stem in NAMES or stem.split("-")[0] in NAMES for stem in stems)
    named = [tag.named[key] for key in SOURCES if tag.named.get(key)]
    addresses = [a for a in (*named, *tag.others) if is_address(a)]
    if not addresses and not (known and named):
        return None
    address = (addresses or named)[0]
    others = [text for text in tag.others if text != address and " " in text]
    return Picture(
        address=address,
        alt=tag.named.get("alt", ""),
        title=tag.named.get("title", ""),
        caption=_first(tag.named, CAPTIONS) or " ".join(others),
        credit=_first(tag.named, CREDITS),
    )


def is_address(text: str) -> bool:
    """Whether a text is the path or address of a picture."""
    plain = text.partition("?")[0].strip()
    return PurePosixPath(plain).suffix.lower() in SUFFIXES and "\n" not in plain


def _first(named: Mapping[str, str], keys: tuple[str, ...]) -> str:
    return next((named[key] for key in keys if named.get(key)), "")


def pictures_of(value: Value) -> tuple[Picture, ...]:
    """Take a value of front matter for pictures: a path, or what has one among its fields."""
    if isinstance(value, str):
        return (Picture(address=value),) if is_address(value) else ()
    if not isinstance(value, Mapping):
        return tuple(picture for one in value for picture in pictures_of(one))
    texts = {key.lower(): one for key, one in value.items() if isinstance(one, str)}
    addresses = [texts[key] for key in (*SOURCES, "url") if is_address(texts.get(key, ""))]
    if not addresses:
        return ()
    picture = Picture(
        address=addresses[0],
        alt=texts.get("alt", ""),
        title=texts.get("title", ""),
        caption=_first(texts, CAPTIONS),
        credit=_first(texts, CREDITS),
    )
    return (picture,)


def figure_of(picture: Picture, inline: Inline) -> Markup:
    """Write a figure as one line of HTML; `inline` makes HTML of Markdown."""
    words = Markup("").join(
        Markup(frame).format(Markup(inline(presentable(text))))  # noqa: S704 -- read as untrusted HTML by whoever gets it
        for text, frame in (
            (picture.title, "<p><strong>{}</strong></p>"),
            (picture.caption, "<p>{}</p>"),
            (picture.credit, '<p class="credit">{}</p>'),
        )
        if presentable(text)
    )
    caption = Markup("<figcaption>{}</figcaption>").format(words) if words else Markup()
    return Markup('<figure><img src="{}" alt="{}">{}</figure>').format(
        presentable(picture.address), presentable(picture.alt), caption
    )


def gallery_of(pictures: tuple[Picture, ...], caption: str, inline: Inline) -> Markup:
    """Write several pictures as one line of HTML."""
    figures = Markup("").join(figure_of(picture, inline) for picture in pictures)
    below = Markup("<p>{}</p>").format(Markup(inline(caption))) if caption else ""  # noqa: S704 -- as above
    return Markup('<div class="gallery">{}{}</div>').format(figures, escape(below))
