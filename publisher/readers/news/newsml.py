"""NewsML-G2: a message of items, of which one is the story and others are its pictures."""

from collections.abc import Iterator
from dataclasses import replace

from publisher.readers.markup.kinds import Element
from publisher.readers.news.newsml_content import content_of, is_sealed
from publisher.readers.news.newsml_items import PICTURES, RECORDINGS, class_of, sort_items
from publisher.readers.news.newsml_pictures import pictures_of
from publisher.readers.news.newsml_terms import located, people, role_of
from publisher.readers.news.nitf import nitf_story
from publisher.readers.news.rights import claim
from publisher.readers.news.signals import cautions_of, others_left
from publisher.readers.news.story import Caution, Story
from publisher.readers.news.tree import (
    LANGUAGE,
    attribute,
    children,
    find,
    inside,
    run_of,
    words,
)
from publisher.readers.news.xml_text import FeedError

SUB = {"subheadline", "subhead", "subtitle", "deck", "sub", "secondary"}
NOT_SUMMARIES = {"caption", "usage", "internal", "note"}


def newsml_story(root: Element) -> tuple[Story, tuple[Element, ...]]:
    """Read the main story of a file; the second value is the items that are not read.

    Raises:
        FeedError: The text of the story is in an encoding that is not known.
    """
    message = sort_items(root)
    item = message.main
    alone = class_of(item) in PICTURES
    nitf = next(iter(inside(find(item, "contentset"), "nitf")), None)
    content = content_of(item)
    if content is None and is_sealed(item):
        told = "the text of the story is in an encoding that cannot be read"
        raise FeedError(told, hint="ask its sender for plain text or XML")
    document = None if nitf is None else nitf_story(nitf)
    story = _story(item, alone=alone)
    story = replace(
        story,
        body=None if alone else content,
        pictures=pictures_of(root, message, alone=alone),
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


def _title(item: Element) -> str:
    return run_of(find(find(item, "contentmeta"), "headline")) or run_of(find(item, "title"))


def _story(item: Element, *, alone: bool) -> Story:
    meta, about = find(item, "contentmeta"), find(item, "itemmeta")
    headlines = list(children(meta, "headline"))
    titles = [one for one in headlines if role_of(one) not in SUB]
    sub = [one for one in headlines if role_of(one) in SUB] or titles[1:2]
    lines = tuple(filter(None, map(run_of, children(meta, "by"))))
    return Story(
        headlines=(*map(run_of, titles[:1]), run_of(next(children(about, "title"), None))),
        subtitle=next(map(run_of, sub), ""),
        bylines=() if alone else lines,
        authors=() if alone else tuple(people(meta, "creator")),
        dateline=run_of(next(children(meta, "dateline"), None)),
        located=located(meta),
        language=_language(item, meta),
        published=tuple(
            _days(item, "published", "firstcreated", "contentcreated", "versioncreated")
        ),
        updated=tuple(_days(item, "contentmodified", "versioncreated")),
        keywords=tuple(map(run_of, children(meta, "keyword"))),
        summaries=()
        if alone
        else tuple(
            words(one) for one in children(meta, "description") if role_of(one) not in NOT_SUMMARIES
        ),
        rights=_rights(item),
        usage=words(find(find(item, "rightsinfo"), "usageterms")),
        source=attribute(item, "guid"),
    )


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
    holder = next(people(info, "copyrightholder"), "")
    return notice or claim(holder)


def _cautions(root: Element, item: Element) -> tuple[Caution, ...]:
    meta = find(item, "itemmeta")
    message = "some of the story is in an encoding that cannot be read"
    sealed = [Caution(code="feed-encoding", message=message)] if is_sealed(item) else []
    recordings = [one for one in inside(root, "newsitem") if class_of(one) in RECORDINGS]
    told = cautions_of(
        status=attribute(find(meta, "pubstatus"), "qcode", "uri", "literal"),
        embargo=words(find(meta, "embargoed")),
        notes=tuple(map(words, children(meta, "ednote"))),
        usage=words(find(find(item, "rightsinfo"), "usageterms")),
        moving=len(recordings),
    )
    return (*told, *sealed)
