"""Every run of words in a ninjs file, found without knowing what they are for."""

import re
from collections.abc import Collection, Iterator

from publisher.readers.markup.seen import visible_runs
from publisher.readers.news.fields import plain_name
from publisher.readers.news.story import Part, Seen
from publisher.readers.news.wording import html_of, is_html, lines_of
from publisher.readers.news.xml_text import read_text_as_xml

# What only programs read.
UNREAD = re.compile(
    r"\$?standard|uri|urn|guid|id|href|url|src|code|qcode|scheme|schema|mimetype|contenttype|media"
    r"|type|role|rel|version|profile|representationtype|pubstatus|language|lang|langid|format"
    r"|\w*created|\w*modified|\w*published|updated|created|embargo\w*|expires|\w*date|altids?|geo\w*"
    r"|symbols|digitalsourcetype|rightsinfo|aspectratio|scantype|videocodec|transportprotocol"
    r"|bitrate|variant|usage|poi|urgency|priority|evolvedfrom|slug|sizes?|etag|signal|hash\w*"
    r"|originaltransmissionreference|wordcount|charcount|readtime|authorids?|self|links?"
)
APPARATUS = re.compile(
    r"slugline|ednote|editorialnote|person|people|organi[sz]ations?|places?|subjects?|objects?|events?"
    r"|infosources?|genres?|provider|service|keywords?|contributors?|authors?|creators?|annotations"
    r"|trustindicators?|eventdetails|plannedcoverage|signals?|source|located|priority|descriptionusage"
    r"|products?|contactinfo|email|title"
)
TOKEN = re.compile(
    r"(?:(?!://)\S)+://\S*|urn:\S+|tag:\S+|\d{4}-\d\d-\d\d(?:T\S*)?"
    r"|(?:text|image|video|audio|application)/[\w.+-]+(?:;\S*)?"
)
CODE = re.compile(r"(?:(?!\d)[\w.-])*\d[\w.-]*")
SUBTREES = re.compile(
    r"standard|altids?|geo\w*|symbols|rightsinfo|links?|renditions|plannedcoverage"
)


def seen_in(value: object, others: Collection[int]) -> Iterator[Seen]:
    """Give the runs of words in a file, in its order.

    Args:
        value: The file.
        others: The `id` of the objects that are other stories.
    """
    waiting: list[tuple[str, object, Part, bool]] = [("", value, Part.HEAD, False)]
    while waiting:
        name, one, part, within = waiting.pop()
        if id(one) in others:
            part = Part.OTHER
        if isinstance(one, str):
            yield from _runs(name, one, part)
        elif isinstance(one, list):
            waiting.extend((name, each, part, within) for each in reversed(one))
        elif isinstance(one, dict):
            within = within or name == "associations"
            inside = [(plain_name(str(key)), each) for key, each in one.items()]
            waiting.extend(
                (key, each, _part(key, part, within=within), within)
                for key, each in reversed(inside)
                if _is_read(key, each)
            )


def _is_read(name: str, value: object) -> bool:
    if not isinstance(value, str):
        return SUBTREES.fullmatch(name) is None
    text = value.strip()
    if TOKEN.fullmatch(text) or UNREAD.fullmatch(name):
        return False
    if name == "literal":
        return " " in text
    return name != "name" or CODE.fullmatch(text) is None


def _part(name: str, around: Part, *, within: bool) -> Part:
    if around in {Part.OTHER, Part.APPARATUS}:
        return around
    if name.startswith(("body", "bodies", "articlehtml")):
        return Part.BODY
    if name in {"by", "byline", "bylines", "dateline"}:
        return Part.HEAD if within else Part.LINE
    return Part.APPARATUS if APPARATUS.fullmatch(name) else around


def _runs(name: str, text: str, part: Part) -> Iterator[Seen]:
    if part is Part.BODY and "<nitf" in text[:3000].lower():
        body = read_text_as_xml(text)
        if body is not None:
            yield from (Seen(run, part) for run in visible_runs(body))
            return
    marked = is_html(text) or name == "bodyhtml"
    lines = visible_runs(html_of(text)) if marked else lines_of(text)
    yield from (Seen(run, part) for run in lines)
