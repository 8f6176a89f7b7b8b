"""HTML pages read back, with lxml."""

from base64 import b64decode
from binascii import Error as NoBase64

from lxml import etree

from publisher.errors import CheckError
from publisher.verify.markup import Element, language_of, read_page
from publisher.verify.record import Metadata, Record

HINT = "build the edition again with `publish`"


def read(data: bytes, name: str) -> Record:
    """Read a page.

    Raises:
        CheckError: It has no body.
    """
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise CheckError("it is not a page of HTML", where=name, hint=HINT) from error
    body = None if root is None else root.find("body")
    if body is None:
        raise CheckError("the page has no body", where=name, hint=HINT)
    page = read_page(body, language_of(root), embedded)
    return Record(
        name=name,
        format="html",
        language=language_of(root),
        metadata=_metadata(root),
        content=page.content,
        links=page.links,
    )


def embedded(address: str) -> tuple[str, bytes] | None:
    """Give the media type and the bytes of a file that an address holds itself.

    >>> embedded("data:image/png;base64,YWJj")
    ('image/png', b'abc')
    >>> embedded("https://example.org/a.png")
    """
    head, comma, body = address.partition(";base64,")
    if not comma or not head.startswith("data:"):
        return None
    try:
        return head.removeprefix("data:"), b64decode(body, validate=True)
    except NoBase64:
        return None


def _metadata(root: Element) -> Metadata:
    said: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        said.setdefault(meta.get("name") or "", []).append(meta.get("content") or "")
    keywords = "".join(said.get("keywords", ()))

    def first(name: str) -> str:
        return next(iter(said.get(name, ())), "")

    return Metadata(
        title=" ".join((root.findtext("head/title") or "").split()),
        authors=tuple(said.get("author", ())),
        description=first("description"),
        keywords=tuple(keywords.split(", ")) if keywords else (),
        publisher=first("dcterms.publisher"),
        created=first("dcterms.created"),
        modified=first("dcterms.modified"),
    )
