"""NewsML-G2: a message of items, of which one is the story and others are its pictures."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from publisher.readers.draft import presentable
from publisher.readers.markup.kinds import Element
from publisher.readers.news.addresses import addresses_of
from publisher.readers.news.newsml_content import content_of, is_sealed, is_text, renditions_of
from publisher.readers.news.nitf import nitf_story
from publisher.readers.news.signals import cautions_of, others_left
from publisher.readers.news.story import Caution, Picture, Rendition, Story
from publisher.readers.news.tree import (
    LANGUAGE,
    attribute,
    children,
    find,
    inside,
    name_of,
    run_of,
    words,
)
from publisher.readers.news.xml_text import FeedError

PICTURES = {"picture", "graphic", "image"}
RECORDINGS = {"video", "audio"}
SUB = {"subheadline", "subhead", "subtitle", "deck", "sub", "secondary"}
NOT_SUMMARIES = {"caption", "usage", "internal", "note"}
ALTERNATIVES = {"alt", "alttext", "accessibility", "altaccessibility"}


@dataclass(frozen=True, slots=True)
class Message:
    """The items of a file.

    Attributes:
        main: The story.
        pictures: The items that are its pictures.
        others: The items that are other stories.
    """

    main: Element
    pictures: tuple[Element, ...] = ()
    others: tuple[Element, ...] = ()


def newsml_story(root: Element) -> tuple[Story, tuple[Element, ...]]:
    """Read the main story of a file; the second value is the items that are not read.

    Raises:
        FeedError: The text of the story is in an encoding that is not known.
    """
    message = _sort(root)
    item = message.main
    alone = _class(item) in PICTURES
    nitf = next(iter(inside(find(item, "contentset"), "nitf")), None)
    content = content_of(item)
    if content is None and is_sealed(item):
        told = "the text of the story is in an encoding that cannot be read"
        raise FeedError(told, hint="ask its sender for plain text or XML")
    document = None if nitf is None else nitf_story(nitf)
    own = (_picture(item, lead=True),) if alone else _renditions_in(item)
    pictures = [*own, *(_picture(one) for one in message.pictures)]
    if not message.others:
        pictures.extend(_linked(root, pictures))
    story = _story(item, alone=alone)
    story = replace(
        story,
        body=None if alone else content,
        pictures=tuple(pictures),
        cautions=(*_cautions(root, item), *others_left(tuple(map(_title, message.others)))),
    )
    return (_with_nitf(story, document) if document else story), message.others


def _with_nitf(story: Story, nitf: Story) -> Story:
    """Fill what the item does not say by what the NITF document in it does."""
    return replace(
        story,
        headlines=(*story.headlines, *nitf.headlines),
        subtitle=story.subtitle or nitf.subtitle,
        bylines=story.bylines or nitf.bylines,
        dateline=story.dateline or nitf.dateline,
        language=story.language or nitf.language,
        published=(*story.published, *nitf.published),
        keywords=story.keywords or nitf.keywords,
        summaries=(*story.summaries, *nitf.summaries),
        rights=story.rights or nitf.rights,
        body=nitf.body,
        endings=nitf.endings,
        pictures=(*nitf.pictures, *story.pictures),
        cautions=(*story.cautions, *nitf.cautions),
    )


def _sort(root: Element) -> Message:
    items = [root] if name_of(root) == "newsitem" else list(inside(root, "newsitem"))
    if not items:
        return Message(root)
    ordered = _by_package(root, items)
    worded = [one for one in ordered if _class(one) not in PICTURES | RECORDINGS]
    texts = list(filter(is_text, worded)) or list(filter(is_sealed, worded))
    main = next(iter(texts), ordered[0])
    others = tuple(one for one in texts if one is not main)
    pictures = [one for one in items if one is not main and _class(one) in PICTURES]
    if others:
        named = _named_by(main) | _packaged_with(root, main)
        pictures = [one for one in pictures if attribute(one, "guid") in named]
    left = {id(one) for one in (main, *pictures)}
    return Message(main, tuple(pictures), tuple(one for one in items if id(one) not in left))


def _by_package(root: Element, items: list[Element]) -> list[Element]:
    """Put first what a package names first; its root group leads."""
    package = root if name_of(root) == "packageitem" else find(root, "packageitem")
    if package is None:
        return items
    first = attribute(find(package, "groupset"), "root")
    groups = sorted(inside(package, "group"), key=lambda one: attribute(one, "id") != first)
    references = [one for group in groups for one in inside(group, "itemref")]
    references = references or list(inside(package, "itemref"))
    ranks = {attribute(one, "residref"): at for at, one in reversed(list(enumerate(references)))}
    return sorted(items, key=lambda one: ranks.get(attribute(one, "guid"), len(ranks)))


def _named_by(item: Element) -> set[str]:
    return {attribute(one, "residref") for one in inside(item, "link")} - {""}


def _packaged_with(root: Element, main: Element) -> set[str]:
    """List the items that stand in one group with the story, or in a group below that."""
    guid = attribute(main, "guid")
    found: set[str] = set()
    groups = {attribute(one, "id"): one for one in inside(root, "group")}
    for group in groups.values():
        if guid in {attribute(one, "residref") for one in inside(group, "itemref")}:
            below = (groups.get(attribute(one, "idref")) for one in inside(group, "groupref"))
            for one in (group, *(one for one in below if one is not None)):
                found |= {attribute(ref, "residref") for ref in inside(one, "itemref")}
    return found


def _class(item: Element) -> str:
    told = next(children(find(item, "itemmeta"), "itemclass"), None)
    code = attribute(told, "qcode", "uri", "literal")
    kind = code.replace("/", ":").rpartition(":")[2].lower()
    if kind or find(item, "inlinexml", "inlinedata") is not None:
        return kind
    kinds = {
        attribute(one, "contenttype").partition("/")[0] for one in inside(item, "remotecontent")
    }
    return "picture" if "image" in kinds else ""


def _title(item: Element) -> str:
    return run_of(find(find(item, "contentmeta"), "headline")) or run_of(find(item, "title"))


def _role(element: Element) -> str:
    role = attribute(element, "role", "roleuri").replace("/", ":").rpartition(":")[2]
    return "".join(filter(str.isalnum, role.lower()))


def _story(item: Element, *, alone: bool) -> Story:
    meta, about = find(item, "contentmeta"), find(item, "itemmeta")
    headlines = list(children(meta, "headline"))
    titles = [one for one in headlines if _role(one) not in SUB]
    sub = [one for one in headlines if _role(one) in SUB] or titles[1:2]
    lines = tuple(filter(None, map(run_of, children(meta, "by"))))
    return Story(
        headlines=(*map(run_of, titles[:1]), run_of(next(children(about, "title"), None))),
        subtitle=next(map(run_of, sub), ""),
        bylines=() if alone else lines,
        authors=() if alone else tuple(_people(meta, "creator")),
        dateline=run_of(next(children(meta, "dateline"), None)),
        located=_located(meta),
        language=_language(item, meta),
        published=tuple(
            _days(item, "published", "firstcreated", "contentcreated", "versioncreated")
        ),
        updated=tuple(_days(item, "contentmodified", "versioncreated")),
        keywords=tuple(map(run_of, children(meta, "keyword"))),
        summaries=()
        if alone
        else tuple(
            words(one) for one in children(meta, "description") if _role(one) not in NOT_SUMMARIES
        ),
        rights=_rights(item),
        usage=words(find(find(item, "rightsinfo"), "usageterms")),
        source=attribute(item, "guid"),
    )


def _located(meta: Element | None) -> str:
    located = next(children(meta, "located"), None)
    if located is None:
        return ""
    return next(map(run_of, children(located, "name")), "") or attribute(located, "literal")


def _people(meta: Element | None, name: str) -> Iterator[str]:
    for one in children(meta, name):
        yield next(map(run_of, children(one, "name")), "") or attribute(one, "literal")


def _language(item: Element, meta: Element | None) -> str:
    told = attribute(next(children(meta, "language"), None), "tag")
    around = next(
        (one.get(LANGUAGE) for one in (item, *item.iterancestors()) if one.get(LANGUAGE)), ""
    )
    return told or str(around or "")


def _days(item: Element, *names: str) -> Iterator[str]:
    for name in names:
        for part in ("itemmeta", "contentmeta"):
            yield from map(words, children(find(item, part), name))


def _rights(item: Element) -> str:
    info = find(item, "rightsinfo")
    notice = words(find(info, "copyrightnotice"))
    holder = next(_people(info, "copyrightholder"), "")
    return notice or (f"© {holder}" if holder else "")


def _cautions(root: Element, item: Element) -> tuple[Caution, ...]:
    meta = find(item, "itemmeta")
    message = "some of the story is in an encoding that cannot be read"
    sealed = [Caution(code="feed-encoding", message=message)] if is_sealed(item) else []
    recordings = [one for one in inside(root, "newsitem") if _class(one) in RECORDINGS]
    told = cautions_of(
        status=attribute(find(meta, "pubstatus"), "qcode", "uri", "literal"),
        embargo=words(find(meta, "embargoed")),
        notes=tuple(map(words, children(meta, "ednote"))),
        usage=words(find(find(item, "rightsinfo"), "usageterms")),
        moving=len(recordings),
    )
    return (*told, *sealed)


def _picture(item: Element, *, lead: bool = False) -> Picture:
    """Read an item that is a picture."""
    meta = find(item, "contentmeta")
    texts = list(children(meta, "description"))
    captions = [one for one in texts if _role(one) == "caption"] or [
        one for one in texts if _role(one) not in ALTERNATIVES
    ]
    info = find(item, "rightsinfo")
    by = tuple(map(run_of, children(meta, "by")))
    return Picture(
        names=tuple(filter(None, (attribute(item, "guid"), *_called(item)))),
        renditions=renditions_of(item),
        caption=next(map(words, captions), ""),
        alt=next((words(one) for one in texts if _role(one) in ALTERNATIVES), ""),
        creators=by or tuple(filter(None, _people(meta, "creator"))),
        credit=next(map(run_of, children(meta, "creditline")), ""),
        copyright=words(find(info, "copyrightnotice"))
        or next(_people(info, "copyrightholder"), ""),
        usage=words(find(info, "usageterms")),
        taken=next(map(words, children(meta, "contentcreated")), ""),
        place=_located(meta),
        graphic=_class(item) == "graphic",
        lead=lead,
    )


def _called(item: Element) -> Iterator[str]:
    """Give what a package calls an item, for a text that names it so."""
    guid = attribute(item, "guid")
    top = next(item.iterancestors(), item)
    for reference in inside(top, "itemref"):
        if guid and attribute(reference, "residref") == guid:
            yield from map(words, children(reference, "altid"))


def _renditions_in(item: Element) -> tuple[Picture, ...]:
    """Read the pictures that a text has as files of its own."""
    found = tuple(one for one in renditions_of(item) if one.media.lower().startswith("image/"))
    return (Picture(renditions=found),) if found else ()


def _linked(root: Element, known: list[Picture]) -> Iterator[Picture]:
    """Read the pictures that are only named: their item is not in the file."""
    names = {name for one in known for name in (*one.names, *addresses_of(one))}
    for link in inside(root, "link", "itemref"):
        kind = attribute(find(link, "itemclass"), "qcode", "uri").replace("/", ":")
        address = attribute(link, "href")
        called = attribute(link, "residref")
        if kind.rpartition(":")[2].lower() not in PICTURES or {address, called} & names - {""}:
            continue
        yield Picture(
            names=tuple(filter(None, (called,))),
            renditions=(Rendition(address=address, media="image/*"),) if address else (),
            caption=next(map(words, children(link, "description")), ""),
            alt=presentable(next(map(run_of, children(link, "title")), "")),
            credit=next(map(run_of, children(link, "creditline")), ""),
        )
