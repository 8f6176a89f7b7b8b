"""NITF and XHTML as the HTML that the reader of pages knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml import etree

from publisher.readers.markup.kinds import BLOCKS, Element
from publisher.readers.news.tree import LANGUAGE, attribute, name_of

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "body": "div",
        "body.head": "div",
        "body.content": "div",
        "body.end": "div",
        "hedline": "div",
        "headline": "h1",
        "hl1": "h1",
        "hl2": "h2",
        "hl3": "h3",
        "hl4": "h4",
        "block": "div",
        "bq": "blockquote",
        "abstract": "div",
        "byline": "p",
        "dateline": "p",
        "distributor": "p",
        "copyrite": "p",
        "rights": "p",
        "tagline": "p",
        "bibliography": "p",
        "series": "p",
        "note": "aside",
        "nitf-table": "table",
        "nitf-col": "col",
        "nitf-colgroup": "colgroup",
        "media": "figure",
        "media-caption": "figcaption",
        "fn": "aside",
    }
)
UNREAD = frozenset(
    (
        "docdata",
        "pubdata",
        "media-metadata",
        "nitf-table-metadata",
        "media-object",
        "revision-history",
    )
)
INLINE = (
    frozenset(
        (
            "a",
            "abbr",
            "b",
            "bdi",
            "cite",
            "code",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "img",
            "ins",
            "kbd",
        )
    )
    | {*("mark", "picture", "q", "s", "samp", "small", "source", "span", "strike", "strong", "sub")}
    | {
        *(
            "sup",
            "time",
            "tt",
            "u",
            "var",
            "br",
            "col",
            "colgroup",
            "video",
            "audio",
            "iframe",
            "object",
        )
    }
    | {*("script", "style", "head", "title", "meta", "link", "noscript", "svg", "template", "form")}
)
PHRASES = (
    frozenset(  # of NITF: they say what words mean, and look like the others
        ("alt-code", "chron", "classifier", "city", "copyrite.holder", "copyrite.year", "country")
    )
    | {*("event", "frac", "frac-num", "frac-sep", "frac-den", "function", "lang", "location")}
    | {*("money", "name.family", "name.given", "num", "object.title", "org", "person", "postaddr")}
    | {*("pronounce", "region", "state", "story.date", "sublocation", "virtloc", "byttl")}
)
KEPT = frozenset(
    ("alt", "class", "colspan", "href", "id", "lang", "rowspan", "src", "srcset", "start", "style")
) | {*("type", "uri", "value", "width", "height", "hidden", "title", "reversed", "align")}


@dataclass(slots=True)
class Conversion:
    """HTML in the making.

    Attributes:
        unknown: What an element is taken for whose name tells nothing.
        media: The `media` of NITF, in their order; each picture is called by its place in it.
    """

    unknown: str
    media: list[Element] = field(default_factory=list)

    def convert(self, root: Element) -> Element:
        """Convert an element and all in it."""
        made = etree.Element("body")
        waiting: list[tuple[Element, Element]] = [(root, made)]
        while waiting:
            source, target = waiting.pop()
            if name_of(source) == "media" and source is not root:
                self._media(source, target)
            waiting.extend(reversed(self._children(source, target)))
        return made

    def _children(self, source: Element, target: Element) -> list[tuple[Element, Element]]:
        """Make the elements directly inside one, and the texts between them."""
        made: list[tuple[Element, Element]] = []
        texts = [source.text or ""]
        for one in source:
            name = name_of(one)
            if name and name not in UNREAD and name != "media-reference":
                _put(texts, made, target)
                made.append((one, self._element(one, name)))
                texts = []
            texts.append(one.tail or "")
        _put(texts, made, target)
        target.extend([element for _, element in made])
        return made

    def _element(self, source: Element, name: str) -> Element:
        target = etree.Element(self._name(name))
        for key, value in source.items():
            plain = str(key).lower()
            if plain in KEPT or plain.startswith("data-"):
                target.set(plain, value)
        language = source.get(LANGUAGE) or attribute(source, "iso639")
        if language:
            target.set("lang", language)
        if name in {"media-producer", "media-credit"}:
            target.set("class", "credit")
        return target

    def _name(self, name: str) -> str:
        if name in {"media-producer", "media-credit", "credit"}:
            return "cite"
        if name in NAMES:
            return NAMES[name]
        if name in BLOCKS or name in INLINE:
            return name
        return "span" if name in PHRASES else self.unknown

    def _media(self, source: Element, figure: Element) -> None:
        called = f"media-{len(self.media)}"
        self.media.append(source)
        references = [one for one in source if name_of(one) == "media-reference"]
        image = next((one for one in references if shows_image(source, one)), None)
        if image is None:
            etree.SubElement(figure, "video")
        else:
            address = attribute(image, "source", "name")
            alt = attribute(image, "alternate-text")
            etree.SubElement(figure, "img", {"src": address, "alt": alt, "data-picture": called})


def shows_image(media: Element, reference: Element) -> bool:
    """Whether a file of an NITF `media` is a picture."""
    told = attribute(reference, "mime-type").lower()
    kind = told.partition("/")[0] or attribute(media, "media-type").lower()
    return kind in {"image", "photo", "picture", "graphic", ""}


def _put(texts: list[str], made: list[tuple[Element, Element]], target: Element) -> None:
    """Put texts where they follow what is made so far; all at once, for each time copies them."""
    text = "".join(texts) or None
    if made:
        made[-1][1].tail = text
    else:
        target.text = text


def to_html(root: Element) -> Element:
    """Convert what stands inside an element.

    >>> found = to_html(etree.fromstring("<block><hl2>A</hl2><p>b <person>C</person></p></block>"))
    >>> etree.tostring(found).decode()
    '<body><h2>A</h2><p>b <span>C</span></p></body>'
    """
    return Conversion("div").convert(root)
