"""The pictures of a NewsML-G2 message."""

from collections.abc import Iterator, Mapping
from itertools import islice

from publisher.readers.draft import presentable
from publisher.readers.markup.kinds import Element
from publisher.readers.news.addresses import addresses_of
from publisher.readers.news.newsml_content import renditions_of
from publisher.readers.news.newsml_items import PICTURES, Message, class_of
from publisher.readers.news.newsml_terms import located, people, role_of
from publisher.readers.news.story import MOST_PICTURES, Picture, Rendition
from publisher.readers.news.tree import attribute, children, find, inside, printed, run_of, words

ALTERNATIVES = {"alt", "alttext", "accessibility", "altaccessibility"}


def pictures_of(root: Element, message: Message, *, alone: bool) -> tuple[Picture, ...]:
    """Read the pictures of a story, no more than it may have and one.

    Args:
        root: The file's outermost element.
        message: Its items.
        alone: Whether the story is nothing but a picture.
    """
    calls = _calls(root)
    main = message.main
    own = (_picture(main, calls, lead=True),) if alone else _renditions_in(main)
    pictures = [*own, *(_picture(one, calls) for one in message.pictures[: MOST_PICTURES + 1])]
    if not message.others:
        pictures.extend(islice(_linked(root, pictures), MOST_PICTURES + 1))
    return tuple(pictures)


def _picture(item: Element, calls: Mapping[str, list[str]], *, lead: bool = False) -> Picture:
    """Read an item that is a picture."""
    guid, meta = attribute(item, "guid"), find(item, "contentmeta")
    texts = list(children(meta, "description"))
    captions = [one for one in texts if role_of(one) == "caption"] or [
        one for one in texts if role_of(one) not in ALTERNATIVES
    ]
    info = find(item, "rightsinfo")
    by = tuple(map(printed, children(meta, "by")))
    return Picture(
        names=tuple(filter(None, (guid, *calls.get(guid, ())))),
        renditions=renditions_of(item),
        caption=next(map(printed, captions), ""),
        alt=next((words(one) for one in texts if role_of(one) in ALTERNATIVES), ""),
        creators=by or tuple(filter(None, people(meta, "creator"))),
        credit=next(map(printed, children(meta, "creditline")), ""),
        copyright=words(find(info, "copyrightnotice")) or next(people(info, "copyrightholder"), ""),
        usage=words(find(info, "usageterms")),
        taken=next(map(words, children(meta, "contentcreated")), ""),
        place=located(meta),
        graphic=class_of(item) == "graphic",
        lead=lead,
    )


def _calls(root: Element) -> Mapping[str, list[str]]:
    """Give what packages call each item, for a text that names it so."""
    found: dict[str, list[str]] = {}
    for reference in inside(root, "itemref"):
        names = found.setdefault(attribute(reference, "residref"), [])
        names.extend(map(words, children(reference, "altid")))
    found.pop("", None)
    return found


def _renditions_in(item: Element) -> tuple[Picture, ...]:
    """Read the pictures that a text has as files of its own."""
    found = tuple(one for one in renditions_of(item) if one.media.lower().startswith("image/"))
    return (Picture(renditions=found),) if found else ()


def _linked(root: Element, known: list[Picture]) -> Iterator[Picture]:
    """Read the pictures that are only named: their item is not in the file."""
    names = {name for one in known for name in (*one.names, *addresses_of(one))}
    for link in inside(root, "link", "itemref"):
        kind = attribute(next(children(link, "itemclass"), None), "qcode", "uri").replace("/", ":")
        address = attribute(link, "href")
        called = attribute(link, "residref")
        if kind.rpartition(":")[2].lower() not in PICTURES or {address, called} & names - {""}:
            continue
        yield Picture(
            names=tuple(filter(None, (called,))),
            renditions=(Rendition(address=address, media="image/*"),) if address else (),
            caption=next(map(printed, children(link, "description")), ""),
            alt=presentable(next(map(run_of, children(link, "title")), "")),
            credit=next(map(printed, children(link, "creditline")), ""),
        )
