"""JSON-LD: what schema.org's words say of the article, however untidily they are written."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from publisher.readers.draft import presentable
from publisher.readers.html.bylines import split_names
from publisher.readers.html.plain import without_markup
from publisher.readers.html.told import Told
from publisher.readers.markup.figures import picture_key
from publisher.readers.markup.kinds import Element
from publisher.readers.markup.setting import PictureFacts

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Node: TypeAlias = Mapping[str, Json]

ARTICLE = re.compile(
    r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|Review)$"
)
HOUSE = re.compile(r"\w*Organization$")
PAGE = re.compile(r"(?:\w*Page|VideoObject|CreativeWork)$")
WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?://\s*|/\*\s*)?\]\]>(?:\s*\*/)?\s*$|-->\s*;?\s*$"
)
TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
# What these hold are other articles, or parts of this one.
OTHERS = frozenset(
    ("itemListElement", "isPartOf", "hasPart", "mentions", "citation", "relatedLink")
)
MOST_NODES = 5_000
DEEPEST = 60


def read_graph(root: Element, titles: Iterable[str]) -> Told:
    """Read what the JSON-LD of a page tells of its article.

    Args:
        root: The page.
        titles: What else the page calls its article, to know it among others.
    """
    nodes = [node for value in _values(root) for node in _nodes(value)][:MOST_NODES]
    known = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1
    }
    articles = [node for node in nodes if _is(node, ARTICLE)] or [
        node for node in nodes if _is(node, PAGE) and "headline" in node
    ]
    wanted = {_letters(title) for title in titles}
    articles.sort(
        key=lambda node: (
            _letters(_text(node.get("headline") or node.get("name"))) not in wanted,
            -len(node),
        )
    )
    if not articles:
        return Told(pictures=_pictures(nodes, known))
    return _told(articles[0], nodes, known)


def _values(root: Element) -> Iterator[Json]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield from _parsed("".join(map(str, script.itertext())))


def _parsed(text: str) -> Iterator[Json]:
    bare = WRAPPING.sub("", text).strip().rstrip(";")
    for attempt in (bare, TRAILING_COMMA.sub("", bare), bare.replace("&quot;", '"')):
        decoder = json.JSONDecoder(strict=False)
        try:
            value, end = decoder.raw_decode(attempt)
        except (ValueError, RecursionError):
            continue
        yield value
        rest = attempt[end:].lstrip(" \r\n\t;,")
        if rest.startswith(("{", "[")) and len(rest) < len(attempt):
            yield from _more(rest)
        return


def _more(text: str) -> Iterator[Json]:
    """Read values that stand one after another, which JSON does not allow."""
    decoder = json.JSONDecoder(strict=False)
    for _ in range(20):
        try:
            value, end = decoder.raw_decode(text)
        except (ValueError, RecursionError):
            return
        yield value
        text = text[end:].lstrip(" \r\n\t;,")


def _nodes(value: Json) -> Iterator[Node]:
    """Give every object in a value, the outer before the inner."""
    waiting: list[tuple[Json, int]] = [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        if depth > DEEPEST:
            continue
        if isinstance(one, dict):
            yield one
            waiting.extend(
                (inner, depth + 1) for key, inner in reversed(one.items()) if key not in OTHERS
            )
        elif isinstance(one, list):
            waiting.extend((inner, depth + 1) for inner in reversed(one))


def _is(node: Node, wanted: re.Pattern[str]) -> bool:
    types = node.get("@type")
    written = types if isinstance(types, list) else [types]
    return any(
        isinstance(one, str) and wanted.match(re.split(r"[/:#]", one)[-1]) for one in written
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _text(value: Json) -> str:
    """Give the text of a value: itself, its name, or the first of several."""
    for _ in range(DEEPEST):
        if isinstance(value, str):
            return without_markup(value)
        if isinstance(value, list) and value:
            value = value[0]
        elif isinstance(value, dict):
            value = (
                value.get("@value")
                or value.get("name")
                or value.get("url")
                or value.get("@id")
                or ""
            )
        else:
            break
    return ""


def _told(node: Node, nodes: list[Node], known: Mapping[Json, Node]) -> Told:
    def texts(*keys: str) -> tuple[str, ...]:
        return tuple(filter(None, (_text(node.get(key)) for key in keys)))

    shown = [picture_key(address) for one in _images(node, known) for address in _addresses(one)]
    return Told(
        titles=texts("headline", "name"),
        site=tuple(
            filter(
                None,
                (_text(_found(one, known).get("name")) for one in _listed(node.get("publisher"))),
            )
        ),
        descriptions=texts("alternativeHeadline", "description", "abstract"),
        authors=tuple(_people(node, known, houses=False)),
        houses=tuple(_people(node, known, houses=True)),
        published=texts("datePublished", "dateCreated"),
        updated=texts("dateModified"),
        language=next(iter(texts("inLanguage")), ""),
        address=next(
            (a for a in texts("mainEntityOfPage", "url", "@id") if a.startswith("http")), ""
        ),
        keywords=tuple(_keywords(node.get("keywords"))),
        rights=next(iter(texts("copyrightNotice")), ""),
        bodies=tuple(_bodies(node)),
        pictures=_pictures(nodes, known),
        shown=frozenset(filter(None, shown)),
    )


def _listed(value: Json) -> list[Json]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _found(value: Json, known: Mapping[Json, Node]) -> Node:
    """Give the object that a value is or names."""
    if isinstance(value, str):
        return known.get(value) or {"name": value, "url": value}
    if not isinstance(value, dict):
        return {}
    other = known.get(value["@id"]) if isinstance(value.get("@id"), str) else None
    return value if other is None or len(value) > 1 else other


def _people(node: Node, known: Mapping[Json, Node], *, houses: bool) -> Iterator[str]:
    for value in _listed(node.get("author") or node.get("creator")):
        maker = _found(value, known)
        name = _text(maker.get("name"))
        if name and not name.startswith("http") and _is(maker, HOUSE) is houses:
            yield from [name] if houses else split_names(name)


def _keywords(value: Json) -> Iterator[str]:
    for one in _listed(value):
        text = presentable(_text(one))
        yield from (presentable(part) for part in re.split("[,;]", text) if presentable(part))


def _bodies(node: Node) -> Iterator[str]:
    for key in ("articleBody", "text"):
        value = node.get(key)
        if isinstance(value, str):
            yield without_markup(value, lines=True)


def _images(node: Node, known: Mapping[Json, Node]) -> Iterator[Node]:
    for key in ("image", "primaryImageOfPage", "associatedMedia"):
        for value in _listed(node.get(key)):
            yield _found(value, known)


def _addresses(image: Node) -> Iterator[str]:
    for key in ("url", "contentUrl", "@id", "thumbnailUrl"):
        address = image.get(key)
        if isinstance(address, str) and picture_key(address):
            yield address


def _pictures(nodes: Iterable[Node], known: Mapping[Json, Node]) -> dict[str, PictureFacts]:
    found: dict[str, PictureFacts] = {}
    for node in nodes:
        if _is(node, re.compile("ImageObject|Photograph")):
            facts = _facts(node, known)
            for address in _addresses(node):
                if facts != PictureFacts():
                    found.setdefault(picture_key(address), facts)
    return found


def _facts(node: Node, known: Mapping[Json, Node]) -> PictureFacts:
    makers = (
        _text(_found(one, known).get("name"))
        for key in ("creator", "author")
        for one in _listed(node.get(key))
    )
    credit = (
        _text(node.get("creditText"))
        or next(filter(None, makers), "")
        or _text(node.get("copyrightNotice"))
    )
    caption = _text(node.get("caption")) or ""
    return PictureFacts(caption=presentable(caption), credit=presentable(credit))
