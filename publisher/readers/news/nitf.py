"""NITF: one story, its metadata, text and pictures in one XML document."""

from collections.abc import Iterator
from itertools import islice

from publisher.readers.markup.kinds import Element
from publisher.readers.markup.seen import visible_runs
from publisher.readers.news.convert import Conversion, shows_image
from publisher.readers.news.rights import claim
from publisher.readers.news.signals import cautions_of
from publisher.readers.news.story import (
    MOST_PICTURES,
    Caution,
    Part,
    Picture,
    Rendition,
    Seen,
    Story,
)
from publisher.readers.news.tree import (
    LANGUAGE,
    attribute,
    children,
    find,
    has_own_words,
    inside,
    name_of,
    outside,
    printed,
    run_of,
    spaced,
    words,
)

UNREAD = {"doc-id", "du-key", "urgency", "fixture", "pubdata", "revision-history", "media-metadata"}
HEAD_ATTRIBUTES = {
    "keyword": ("key",),
    "ed-msg": ("info",),
    "doc.copyright": ("holder",),
    "doc.rights": ("owner", "agent", "limitations"),
    "tobject.subject": ("tobject.subject.type", "tobject.subject.matter", "tobject.subject.detail"),
    "evloc": ("city", "county-dist", "state-prov"),
}
APPARATUS = {"distributor", "note"}


def nitf_story(root: Element) -> Story:
    """Read the story of an NITF document."""
    head, top = find(root, "head"), find(root, "body.head")
    headings = tuple(inside(find(top, "hedline", "headline"), "hl1", "hl2", "hl3"))
    titles = tuple(run_of(one) for one in headings if name_of(one) == "hl1")
    conversion = Conversion("span")
    body = conversion.convert(_content(root))
    return Story(
        headlines=(*titles[:1], words(find(head, "title")), words(find(top, "hedline"))),
        subtitle=next((run_of(one) for one in headings if name_of(one) != "hl1"), ""),
        bylines=tuple(filter(None, map(_byline, inside(top, "byline")))),
        dateline=_dateline(top),
        language=_language(root),
        published=tuple(_days(root)),
        keywords=tuple(attribute(one, "key") or words(one) for one in inside(head, "keyword")),
        summaries=tuple(words(one) for one in inside(top, "abstract")),
        rights=_rights(root),
        body=body,
        endings=tuple(map(words, inside(find(root, "body.end"), "tagline"))),
        pictures=tuple(islice(_pictures(conversion, top), MOST_PICTURES + 1)),
        cautions=_cautions(root),
    )


def _content(root: Element) -> Element:
    """Find the text; a broken document may have it straight in its body."""
    found = find(root, "body.content", "body")
    return root if found is None else found


def _byline(element: Element) -> str:
    """Give the line without the author's office and paper, which have an element of their own."""
    people = [run_of(one) for one in inside(element, "person")]
    return outside(element, "byttl").strip(" ,;") or ", ".join(people) or spaced(element)


def _dateline(top: Element | None) -> str:
    return run_of(find(top, "dateline"))


def _language(root: Element) -> str:
    told = (root, find(root, "body"), find(root, "body.content"))
    found = next((one.get(LANGUAGE) for one in told if one is not None and one.get(LANGUAGE)), "")
    meta = next(
        (
            attribute(one, "content")
            for one in inside(find(root, "head"), "meta")
            if attribute(one, "name").lower() in {"language", "lang", "content-language"}
        ),
        "",
    )
    return str(found or meta or attribute(find(root, "content.language"), "value"))


def _days(root: Element) -> Iterator[str]:
    for name in ("date.issue", "date.release"):
        yield attribute(find(root, name), "norm")
    yield attribute(find(find(root, "dateline"), "story.date"), "norm")
    yield attribute(find(root, "pubdata"), "date.publication")


def _rights(root: Element) -> str:
    printed = run_of(find(find(root, "body.head"), "copyrite")) or run_of(
        find(find(root, "body.end"), "copyrite")
    )
    if printed:
        return printed
    told = find(root, "doc.copyright")
    holder, year = attribute(told, "holder"), attribute(told, "year")[:4]
    if not holder:
        holder = attribute(find(root, "doc.rights"), "owner")
    return claim(holder, year)


def _pictures(conversion: Conversion, top: Element | None) -> Iterator[Picture]:
    for number, media in enumerate(conversion.media):
        picture = _picture(media)
        if picture.renditions:
            yield Picture(
                names=(f"media-{number}",),
                renditions=picture.renditions,
                alt=picture.alt,
                credit=picture.credit,
            )
    for media in inside(top, "media"):
        picture = _picture(media)
        if picture.renditions:
            yield picture


def _picture(media: Element) -> Picture:
    references = [one for one in children(media, "media-reference") if shows_image(media, one)]
    return Picture(
        renditions=tuple(
            Rendition(
                address=attribute(one, "source", "name"),
                name=attribute(one, "name", "id"),
                media=attribute(one, "mime-type"),
                width=_pixels(attribute(one, "width")),
                height=_pixels(attribute(one, "height")),
            )
            for one in references
        ),
        caption=" ".join(filter(None, map(printed, children(media, "media-caption")))),
        alt=next((alt for one in references if (alt := attribute(one, "alternate-text"))), ""),
        credit=" ".join(
            filter(None, map(printed, children(media, "media-producer", "media-credit")))
        ),
        lead=True,
    )


def _pixels(text: str) -> float:
    return float(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0.0  # noqa: PLR2004 -- no picture is as wide


def _cautions(root: Element) -> tuple[Caution, ...]:
    docdata = find(root, "docdata")
    issued, released = (attribute(find(docdata, f"date.{n}"), "norm") for n in ("issue", "release"))
    later = bool(issued) and released[: len(issued)] > issued
    return cautions_of(
        status=attribute(docdata, "management-status"),
        embargo=released if later else "",
        notes=tuple(attribute(one, "info") or words(one) for one in inside(docdata, "ed-msg")),
        usage=attribute(find(docdata, "doc.rights"), "limitations"),
    )


def nitf_seen(root: Element) -> Iterator[Seen]:
    """Give the runs of words of a document, in its order."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = name_of(element)
        if name in UNREAD or not name:
            continue
        for key in HEAD_ATTRIBUTES.get(name, ()):
            yield Seen(attribute(element, key), Part.APPARATUS)
        if name in {"body.content", "block", "media"}:
            body = Conversion("span").convert(element)
            yield from (Seen(run, Part.BODY) for run in visible_runs(body))
        elif name in {"byline", "dateline"}:
            yield Seen(spaced(element), Part.LINE)
        elif has_own_words(element):
            yield Seen(run_of(element), Part.APPARATUS if name in APPARATUS else Part.HEAD)
        else:
            waiting.extend(reversed(element))
