"""The markup of our own editions, in the elements by which the reader of pages knows the same."""

from publisher.readers.draft import Draft
from publisher.readers.incoming import Reason
from publisher.readers.markup.kinds import Element
from publisher.readers.markup.seen import seen_text
from publisher.readers.news.calls import has_role
from publisher.readers.news.tree import empty

# Of a picture: the feed tells the same in fields of their own.
TOLD = {"taken", "licence", "withheld-label"}


def settle_own(body: Element, draft: Draft) -> None:
    """Name the sources of quotations, pulled quotations and the titles of boxes.

    >>> from lxml import etree
    >>> from publisher.readers.incoming import Incoming
    >>> quotation = "<blockquote><p>A</p></blockquote><p class='quotation-source'>B</p>"
    >>> body = etree.fromstring(f"<body><div class='quotation'>{quotation}</div></body>")
    >>> settle_own(body, Draft(Incoming(data=b"", name="a.html")))
    >>> etree.tostring(body[0][0]).decode()
    '<blockquote><p>A</p><footer class="quotation-source">B</footer></blockquote>'
    """
    _name_sources(body)
    for pulled in body.iter("aside"):
        if has_role(pulled, "doc-pullquote"):
            pulled.tag = "blockquote"
            pulled.set("class", "pull-quote")
    for line in list(body.iter("p")):
        if line.get("class") == "aside-title":
            line.tag = "h6"
        elif line.get("class") in TOLD and next(line.iterancestors("figure"), None) is not None:
            draft.leave(seen_text(line), Reason.UNDERSTOOD)
            empty(line)


def _name_sources(body: Element) -> None:
    for source in [one for one in body.iter("p") if one.get("class") == "quotation-source"]:
        quoted, around = source.getprevious(), source.getparent()
        if quoted is not None and quoted.tag == "blockquote":
            source.tag, source.tail = "footer", None
            quoted.append(source)
        elif around is not None and has_role(around, "doc-pullquote"):
            source.tag = "footer"
