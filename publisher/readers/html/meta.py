"""What the head of a page tells: `meta`, `title`, `link`; and microdata wherever it stands."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from publisher.readers.draft import presentable
from publisher.readers.html.bylines import split_names
from publisher.readers.html.told import Told
from publisher.readers.markup.figures import picture_key
from publisher.readers.markup.kinds import Element, kind
from publisher.readers.markup.marks import safe_address
from publisher.readers.markup.seen import seen_text

SITE = ("og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:app:name:iphone")
TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "sailthru.title",
    "parsely-title",
)
DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
AUTHORS = (
    "author",
    "article:author",
    "og:article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "byline",
)
PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publish-date",
    "publishdate",
    "publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "og:published_time",
)
UPDATED = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "article.updated",
    "last-modified",
)
KEYWORDS = ("news_keywords", "keywords", "parsely-tags", "sailthru.tags")
RIGHTS = ("dcterms.rights", "dc.rights", "rights", "copyright")
PICTURES = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
SAVED_FROM = re.compile(r"(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)")
PARTING = re.compile(r"\s+[|•·»«/–—:-]{1,2}\s+|\s*[|»]\s*")

Meta = Mapping[str, list[str]]


def read_meta(root: Element) -> Told:
    """Read what the head of a page tells of its article."""
    meta = _meta(root)
    site = tuple(_first_of(meta, SITE))
    titles = [*_first_of(meta, TITLES), *_titles(root)]
    bare = [without_site(title, site) for title in titles]
    return Told(
        titles=tuple(dict.fromkeys(filter(None, bare))),
        site=site,
        descriptions=tuple(_first_of(meta, DESCRIPTIONS)),
        authors=tuple(_authors(meta)),
        published=tuple(_first_of(meta, PUBLISHED)),
        updated=tuple(_first_of(meta, UPDATED)),
        language=_language(root, meta),
        address=_address(root, meta),
        keywords=tuple(_keywords(meta)),
        rights=next(_first_of(meta, RIGHTS), ""),
        shown=frozenset(picture_key(one) for name in PICTURES for one in meta.get(name, ()) if one),
    )


def _meta(root: Element) -> Meta:
    found: dict[str, list[str]] = defaultdict(list)
    for element in root.iter("meta"):
        content = presentable(element.get("content") or "")
        names = (element.get(key) for key in ("property", "name", "itemprop", "http-equiv"))
        for name in filter(None, names):
            if content:
                found[name.lower()].append(content)
    return found


def _first_of(meta: Meta, names: Iterable[str]) -> Iterator[str]:
    return (meta[name][0] for name in names if name in meta)


def _titles(root: Element) -> Iterator[str]:
    for element in root.iter("title"):
        text = presentable("".join(map(str, element.itertext())))
        parent = element.getparent()
        if text and (parent is None or parent.tag != "svg"):
            yield text
            return


def without_site(title: str, site: Iterable[str]) -> str:
    """Take the name of the site from a title.

    >>> without_site("Bridge opens - Valley | The Observer", ["The Observer"])
    'Bridge opens - Valley'
    """
    known = {name.casefold() for name in site}
    for _ in range(2):
        parts = list(PARTING.finditer(title))
        if parts and title[parts[-1].end() :].casefold().strip() in known:
            title = title[: parts[-1].start()]
        elif parts and title[: parts[0].start()].casefold().strip() in known:
            title = title[parts[0].end() :]
    return "" if title.casefold() in known else title.strip()


def _authors(meta: Meta) -> Iterator[str]:
    for name in AUTHORS:
        written = [one for one in meta.get(name, ()) if "://" not in one and "@" not in one]
        if written:
            yield from dict.fromkeys(one for text in written for one in split_names(text))
            return


def _language(root: Element, meta: Meta) -> str:
    html = root if root.tag == "html" else next(root.iter("html"), root)
    body = next(root.iter("body"), html)
    written = (
        html.get("lang"),
        html.get("{http://www.w3.org/XML/1998/namespace}lang") or html.get("xml:lang"),
        body.get("lang"),
        next(_first_of(meta, ("content-language", "dc.language", "language", "og:locale")), None),
    )
    return next(filter(None, written), "")


def _address(root: Element, meta: Meta) -> str:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and _absolute(link.get("href")):
            return _absolute(link.get("href"))
    named = next(filter(None, map(_absolute, _first_of(meta, ("og:url", "twitter:url")))), "")
    return named or next(filter(None, map(_absolute, _saved_from(root))), "")


def _saved_from(root: Element) -> Iterator[str]:
    """Give the address that a browser noted when it saved the page."""
    for comment in root.getroottree().iter(etree.Comment):
        found = SAVED_FROM.search(comment.text or "")
        if found:
            yield found[1]


def _absolute(href: str | None) -> str:
    address = safe_address(href or "")
    return address if address.startswith(("http://", "https://")) else ""


def _keywords(meta: Meta) -> Iterator[str]:
    texts = next((meta[name] for name in KEYWORDS if name in meta), None) or meta.get(
        "article:tag", []
    )
    for text in texts:
        yield from filter(None, map(presentable, re.split("[,;]", text)))


def read_items(root: Element) -> Told:
    """Read the microdata of a page's visible part."""
    body = next(root.iter("body"), root)
    items = [one for one in body.iter() if kind(one) not in {"", "meta"} and one.get("itemprop")]
    return Told(
        titles=tuple(_items(items, "headline"))[:1],
        authors=tuple(name for text in _items(items, "author") for name in split_names(text)),
        published=tuple(_items(items, "datepublished"))[:1],
        updated=tuple(_items(items, "datemodified"))[:1],
    )


def _items(items: Iterable[Element], wanted: str) -> Iterator[str]:
    """Give what elements with an `itemprop` say; one of an author may have a name inside it."""
    for element in items:
        if wanted in (element.get("itemprop") or "").lower().split():
            named = (one for one in element.iter() if (one.get("itemprop") or "") == "name")
            inner = next(named, element)
            text = inner.get("content") or element.get("datetime") or seen_text(inner)
            yield from filter(None, [presentable(text)])
