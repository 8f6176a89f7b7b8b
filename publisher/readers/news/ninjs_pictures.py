"""The pictures of ninjs: what is associated with a story, or stands for itself."""

import re

from publisher.readers.draft import presentable
from publisher.readers.news.addresses import is_image
from publisher.readers.news.fields import Fields, Worded
from publisher.readers.news.story import Picture, Rendition
from publisher.readers.news.wording import is_html, line_of, printed_of

PICTURES = {"picture", "graphic", "image", "photo"}
ALTERNATIVES = re.compile(r"alt|accessib")
NO_CAPTIONS = re.compile(r"alt|accessib|credit|withheld|place|usage|note")
CAPTIONS = ("caption", "", "text", "main", "html", "xhtml", "long", "short")
LEAD = re.compile(r"feature|main|lead|top|hero|teaser|cover", re.IGNORECASE)


def is_picture(item: Fields) -> bool:
    """Whether an object is a picture, by its type or by its files."""
    kind = item.text("type").lower()
    if kind:
        return kind in PICTURES
    files = _renditions(item)
    return bool(files) and any(is_image(one) and (one.media or one.width) for one in files)


def picture_of_item(item: Fields) -> Picture:
    """Read a picture that stands for itself."""
    return picture_of("", item)


def picture_of(name: str, item: Fields) -> Picture:
    """Read a picture.

    Args:
        name: Of the association.
        item: The picture.
    """
    descriptions = item.worded("description", "descriptions")
    written = item.text("caption") or _caption(descriptions)
    texts = [one.text for one in item.worded("body", "bodies")]
    alt = item.text("alttext", "alttextaccessibility", "alternativetext")
    alt = alt or next((one.text for one in descriptions if ALTERNATIVES.search(one.role)), "")
    caption = written or next(iter(texts), "")
    return Picture(
        names=tuple(filter(None, map(presentable, (name, item.text("uri", "guid", "urn"))))),
        renditions=_renditions(item),
        caption=printed_of(caption),
        marked=caption if is_html(caption) else "",
        alt=line_of(alt or (next(iter(texts), "") if written else "")),
        creators=tuple(map(printed_of, _creators(item))),
        credit=printed_of(_credit(item, descriptions)),
        source=printed_of(_source(item)),
        copyright=printed_of(item.text("copyrightnotice", "copyrightholder")),
        usage=line_of(item.text("usageterms")),
        taken=item.text("contentcreated"),
        place=line_of(item.text("located")),
        withheld=next((one.text for one in descriptions if one.role == "withheld"), ""),
        graphic=item.text("type").lower() == "graphic",
        lead=bool(LEAD.search(f"{name} {item.text('rel', 'role')}")),
    )


def _caption(descriptions: tuple[Worded, ...]) -> str:
    ordered = sorted(descriptions, key=lambda one: not one.html)  # which tells more than the plain
    roles = {one.role: one.text for one in reversed(ordered)}
    known = next((roles[role] for role in CAPTIONS if role in roles), "")
    others = (one.text for one in descriptions if not NO_CAPTIONS.search(one.role))
    return known or next((text for text in others), "")


def _credit(item: Fields, descriptions: tuple[Worded, ...]) -> str:
    """Give the line that the supplier asks for."""
    line = item.text("creditline", "credit")
    return line or next((one.text for one in descriptions if one.role.startswith("credit")), "")


def _source(item: Fields) -> str:
    """Give whose a picture was; who had a part in it counts where nobody is named."""
    named = () if _creators(item) else item.words("infosource", "infosources")
    return item.text("source") or next(iter(named), "")


def _creators(item: Fields) -> tuple[str, ...]:
    line = item.text("byline", "by")
    if line:
        return (line,)
    lines = tuple(one.text("by", "byline", "name") for _, one in item.objects("bylines"))
    return tuple(filter(None, lines)) or item.words(
        "creator", "creators", "photographer", "authors", "author"
    )


def _renditions(item: Fields) -> tuple[Rendition, ...]:
    found = []
    for name, one in item.objects("renditions"):
        found.append(
            Rendition(
                address=one.text("href", "url", "src"),
                name=" ".join(filter(None, (name, one.text("usage"), one.text("variant")))),
                media=one.text("contenttype", "mimetype"),
                width=one.number("width"),
                height=one.number("height"),
                size=one.number("sizeinbytes"),
            )
        )
    return tuple(one for one in found if one.address)
