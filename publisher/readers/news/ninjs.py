"""ninjs: news in JSON, versions 1 to 3, alone or several in a list."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from publisher.model.article import ContributorRole
from publisher.readers.draft import Draft, presentable
from publisher.readers.incoming import Imported, Incoming
from publisher.readers.markup.kinds import Element
from publisher.readers.news.assemble import assemble
from publisher.readers.news.fields import Fields, Worded, plain_name
from publisher.readers.news.ninjs_pictures import is_picture, picture_of, picture_of_item
from publisher.readers.news.ninjs_seen import seen_in
from publisher.readers.news.rights import claim
from publisher.readers.news.signals import cautions_of, others_left
from publisher.readers.news.size import refuse_large
from publisher.readers.news.story import MOST_PICTURES, Caution, Picture, Story
from publisher.readers.news.strict import JsonError, load_json
from publisher.readers.news.wording import html_of, line_of, paragraphs_of
from publisher.readers.news.xml_text import read_text_as_xml

TYPES = {"text", "audio", "video", "picture", "graphic", "composite", "component", "image"}
STORIES = {"", "text", "composite", "component", "article"}
ROLES = {role.value for role in ContributorRole}
DEEPEST = 6  # wrappers around a story, and associations of associations
MAIN = ("", "main", "headline", "title", "primary", "hl1")
SUB = {"sub", "subheadline", "subtitle", "subhead", "subheading", "deck", "secondary", "hl2"}
BODIES = ("", "main", "html", "html5", "xhtml", "richtext", "text", "article", "articlehtml")
NOT_SUMMARIES = {
    "creditline",
    "withheld",
    "usage",
    "caption",
    "alt",
    "alttext",
    "ednote",
    "note",
    "internal",
}


def read_ninjs(incoming: Incoming) -> Imported:
    """Read a story in ninjs.

    Of several, the first text is read, with the pictures that are beside it; the words of the
    others are told.
    """
    draft = Draft(incoming)
    if refuse_large(draft):
        return draft.finish()
    try:
        value, decoded = load_json(incoming.data)
    except JsonError as error:
        draft.findings.error(0, "feed-damaged", error.message, error.hint)
        return draft.finish()
    if not decoded.sure:
        message = f"the file was read as {decoded.encoding}, which may be wrong"
        draft.findings.warn(0, "encoding", message, "save it as UTF-8")
    items = tuple(_items(value, 0))
    if not items:
        message = "there is no story in the ninjs format in the file"
        draft.findings.error(0, "feed-empty", message, "it may be JSON of another kind")
        return draft.finish()
    return _read(draft, value, items)


def _items(value: object, depth: int) -> Iterator[dict[str, object]]:
    """Find the ninjs objects in what a sender may wrap around them."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        if _is_item(value):
            yield value
            return
        value = list(value.values())
    for one in value if isinstance(value, list) else ():
        yield from _items(one, depth + 1)


def _is_item(value: dict[str, object]) -> bool:
    names = {plain_name(str(key)) for key in value}
    told = str(value.get("type")).lower() in TYPES and names & {"uri", "renditions", "guid", "urn"}
    texts = any(name.startswith(("headline", "body")) for name in names)
    return bool(told) or texts or {"uri", "versioncreated"} <= names


def _read(draft: Draft, value: object, items: tuple[dict[str, object], ...]) -> Imported:
    every = tuple(map(Fields, items))
    outer = _first(every)
    parts = [part for _, part in outer.objects("associations") if _has_text(part)]
    item = outer if _has_text(outer) or not parts else parts[0]
    others = [one for one in every if one is not outer and _kind(one) in STORIES]
    found: list[Iterable[Picture]] = [
        _pictures(item, 0),
        _pictures(outer, 0) if item is not outer else (),
    ]
    if not others:
        alone = (one for one in every if one is not outer and is_picture(one))
        found.append(map(picture_of_item, alone))
    others.extend(part for part in parts if part is not item)
    pictures = tuple(islice(chain.from_iterable(found), MOST_PICTURES + 1))
    story = _story(item, pictures, tuple(others))
    return assemble(draft, story, seen_in(value, {id(one.raw) for one in others}))


def _first(items: tuple[Fields, ...]) -> Fields:
    """Choose what to read: a story with a text, a package that has one, or whatever there is."""
    with_text = (one for one in items if _has_text(one))
    packages = (
        one for one in items if any(_has_text(part) for _, part in one.objects("associations"))
    )
    stories = (one for one in items if _kind(one) in STORIES)
    return next(with_text, None) or next(packages, None) or next(stories, items[0])


def _kind(item: Fields) -> str:
    return item.text("type").lower()


def _has_text(item: Fields) -> bool:
    return _kind(item) in STORIES and bool(_bodies(item))


def _bodies(item: Fields) -> tuple[Worded, ...]:
    """List the texts of a story, that to print first."""
    found = [*item.worded("body", "bodies"), *item.worded("articlehtml", "")]

    def order(one: Worded) -> tuple[int, bool]:
        return (0 if one.html else 1 if _is_xml(one) else 2, one.role not in BODIES)

    return tuple(sorted(found, key=order))


def _marked_first(texts: tuple[Worded, ...]) -> tuple[Worded, ...]:
    """Order texts by what they tell: each may be there once plain, and once with its marks."""
    marked = {one.role for one in texts if one.html}
    return tuple(one for one in texts if one.html or one.role not in marked) + tuple(
        one for one in texts if not one.html and one.role in marked
    )


def _is_xml(body: Worded) -> bool:
    return "nitf" in body.media + body.role or "xml" in body.media


def _body(item: Fields) -> Element | None:
    first = next(iter(_bodies(item)), None)
    if first is None:
        return None
    if _is_xml(first) and "nitf" in first.media + first.role + first.text[:2000].lower():
        read = read_text_as_xml(first.text)
        if read is not None:
            return read
    return html_of(first.text) if first.html or _is_xml(first) else paragraphs_of(first.text)


def _story(item: Fields, pictures: tuple[Picture, ...], others: tuple[Fields, ...]) -> Story:
    headlines = _marked_first(item.worded("headline", "headlines"))
    main = [one.text for one in headlines if one.role in MAIN]
    sub = [one.text for one in headlines if one.role in SUB]
    rest = [one.text for one in headlines if one.role not in {*MAIN, *SUB}]
    is_picture_alone = is_picture(item)
    own = picture_of_item(item) if is_picture_alone else None
    return Story(
        headlines=tuple((main or rest[:1]) + [item.text("title")]),
        subtitle=next(iter(sub), ""),
        bylines=() if own else _bylines(item),
        authors=() if own else _authors(item),
        others=() if own else tuple(_others(item)),
        dateline=_dateline(item),
        located=_located(item),
        language=item.text("language", "lang"),
        published=tuple(
            filter(None, map(item.text, ("firstpublished", "published", "firstcreated")))
        )
        + tuple(filter(None, map(item.text, ("contentcreated", "versioncreated", "created")))),
        updated=tuple(
            filter(None, map(item.text, ("updated", "contentmodified", "versioncreated")))
        ),
        keywords=_keywords(item),
        summaries=()
        if own
        else tuple(
            one.text
            for one in (
                *_marked_first(item.worded("description", "descriptions")),
                *item.worded("teaser", ""),
            )
            if one.role not in NOT_SUMMARIES
        ),
        rights=_rights(item),
        usage=item.text("usageterms"),
        source=_source(item),
        body=None if own else _body(item),
        endings=item.words("tagline"),
        pictures=(own, *pictures) if own else pictures,
        cautions=(*_cautions(item), *others_left(_titles(others))),
    )


def _bylines(item: Fields) -> tuple[str, ...]:
    line = item.text("byline", "by")
    if line:
        return (line,)
    return tuple(
        text
        for _, one in item.objects("bylines")
        if (text := one.text("by", "byline", "name", "text"))
    )


def _authors(item: Fields) -> tuple[str, ...]:
    people = (
        one.text("name")
        for _, one in item.objects("people", "person")
        if plain_name(one.text("rel", "role")) in {"author", "creator", "byline", "writer"}
    )
    return tuple(filter(None, (*item.words("authors", "creators", "author", "creator"), *people)))


def _others(item: Fields) -> Iterator[tuple[str, str]]:
    """List those whose part in a story is told in the words of our own editions."""
    for _, one in item.objects("infosources", "infosource"):
        role = one.text("role").lower()
        if role in ROLES and presentable(one.text("name")):
            yield one.text("name"), role


def _source(item: Fields) -> str:
    """Give the address of the original, which an identifier may be."""
    told = (one for _, one in item.objects("altids") if one.text("role") == "source")
    return next((one.text("value") for one in told), "") or item.text("uri", "guid")


def _dateline(item: Fields) -> str:
    line = item.text("dateline", "datelinetext")
    value = item.items.get("dateline")
    return line or (Fields(value).text("text") if isinstance(value, dict) else "")


def _located(item: Fields) -> str:
    value = item.items.get("located")
    return item.text("located") or Fields(value).text("name", "city", "text")


def _keywords(item: Fields) -> tuple[str, ...]:
    """List the keywords; a subject that no list of codes has is one."""
    free = (
        one.text("name")
        for _, one in item.objects("subjects", "subject")
        if not one.text("uri", "code", "scheme", "literal")
    )
    return tuple(filter(None, (*item.words("keywords", "keyword"), *free)))


def _rights(item: Fields) -> str:
    holder = presentable(item.text("copyrightholder"))
    return item.text("copyrightnotice") or claim(holder)


def _cautions(item: Fields) -> tuple[Caution, ...]:
    moving = sum(_kind(one) in {"video", "audio"} for _, one in item.objects("associations"))
    return cautions_of(
        status=item.text("pubstatus"),
        embargo=item.text("embargoeduntil", "embargoed"),
        notes=tuple(map(line_of, item.words("ednote", "editorialnote"))),
        usage=line_of(item.text("usageterms")),
        partial=item.text("representationtype").lower() in {"incomplete", "partial"},
        moving=moving,
    )


def _titles(others: tuple[Fields, ...]) -> tuple[str, ...]:
    return tuple(
        line_of(next((one.text for one in fields.worded("headline", "headlines")), ""))
        for fields in others
    )


def _pictures(item: Fields, depth: int) -> Iterator[Picture]:
    """Find the pictures that belong to a story."""
    if depth > DEEPEST:
        return
    for name, one in item.objects("associations"):
        if is_picture(one):
            yield picture_of(name, one)
        yield from _pictures(one, depth + 1) if _kind(one) != "text" else ()
