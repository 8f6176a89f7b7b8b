"""A catalog's tags as the inline elements of XLIFF, which a CAT tool protects, and back.

`<em>…</em>` becomes `pc`, what has no inside to translate (`<br/>`, `<fn/>`, `<code>`, `<keep>`)
becomes `ph`; the words of the last two stand in the unit's original data. A character that XML
cannot hold becomes `cp`.
"""

import html
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lxml import etree

from publisher.catalog.tags import TOKEN
from publisher.catalog.xliff import NAMESPACE

NUMBER = re.compile(r"[0-9]+$")
KINDS: Mapping[str, tuple[str, str]] = MappingProxyType(  # type and subType of XLIFF, by tag
    {
        "em": ("fmt", "xlf:i"),
        "strong": ("fmt", "xlf:b"),
        "sup": ("fmt", "publisher:sup"),
        "sub": ("fmt", "publisher:sub"),
        "a": ("link", ""),
        "span": ("other", "publisher:span"),
        "code": ("other", "publisher:code"),
        "keep": ("other", "publisher:keep"),
        "br": ("fmt", "xlf:lb"),
        "fn": ("other", "publisher:fn"),
    }
)
WHOLE = frozenset({"code", "keep"})  # what stands in them is not translated
NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class UnfitError(ValueError):
    """A text's tags are not those of its source, well nested, each once."""


def name(local: str) -> str:
    """Give the full name of an XLIFF element."""
    return f"{{{NAMESPACE}}}{local}"


def add_text(parent: etree._Element, text: str) -> None:
    """Append text to an element's content."""
    at = 0
    for found in NOT_XML.finditer(text):
        _append(parent, text[at : found.start()])
        etree.SubElement(parent, name("cp"), hex=f"{ord(found.group()):04X}")
        at = found.end()
    _append(parent, text[at:])


def _append(parent: etree._Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    elif text:
        parent.text = (parent.text or "") + text


class Codes:
    """The tags of one source text.

    Args:
        source: A source text that carries tags.
    """

    def __init__(self, source: str) -> None:
        self.wholes: dict[str, str] = {}  # `<keep>words</keep>` by name, as written
        self._names = [token["name"] for token in TOKEN.finditer(source) if not token["close"]]
        for tag in self._names:
            if NUMBER.sub("", tag) in WHOLE:
                start, end = source.index(f"<{tag}>"), source.index(f"</{tag}>") + len(tag) + 3
                self.wholes[tag] = source[start:end]

    def fill(self, parent: etree._Element, text: str) -> None:
        """Append a text with tags to `source` or `target`.

        Raises:
            UnfitError: The tags are not those of the source, or the text would not come back.
        """
        unused = set(self._names)
        open_: list[etree._Element] = [parent]
        for piece in self._pieces(text):
            token = TOKEN.fullmatch(piece)
            if piece in self.wholes.values() or (token and token["empty"]):
                tag = piece[1:].partition("/" if token else ">")[0]
                self._use(tag, unused)
                self._placeholder(open_[-1], tag)
            elif token and token["close"]:
                if open_.pop().get("id") != token["name"]:
                    raise UnfitError(piece)
            elif token:
                self._use(token["name"], unused)
                open_.append(_pair(open_[-1], token["name"]))
            else:
                add_text(open_[-1], _words(piece))
        if len(open_) != 1:
            raise UnfitError(text)

    def _pieces(self, text: str) -> Iterator[str]:
        """Cut a text at its tags; `<keep>words</keep>` is one piece."""
        whole = "|".join(map(re.escape, self.wholes.values())) or r"(?!)"
        at = 0
        for found in re.finditer(f"{whole}|{TOKEN.pattern}", text):
            yield from filter(None, (text[at : found.start()], found.group()))
            at = found.end()
        if text[at:]:
            yield text[at:]

    def _use(self, tag: str, unused: set[str]) -> None:
        if tag not in unused:
            raise UnfitError(tag)
        unused.remove(tag)

    def _placeholder(self, parent: etree._Element, tag: str) -> None:
        code = etree.SubElement(parent, name("ph"), id=tag, canCopy="no", canDelete="no")
        words = f"<{tag}/>"
        if tag in self.wholes:
            code.set("dataRef", tag)
            words = NOT_XML.sub("\ufffd", html.unescape(TOKEN.sub("", self.wholes[tag])))
            code.set("equiv", words)
        code.set("disp", words)
        _say_kind(code, tag)


def _pair(parent: etree._Element, tag: str) -> etree._Element:
    code = etree.SubElement(parent, name("pc"), id=tag, canCopy="no", canDelete="no")
    code.set("dispStart", f"<{tag}>")
    code.set("dispEnd", f"</{tag}>")
    _say_kind(code, tag)
    return code


def _say_kind(code: etree._Element, tag: str) -> None:
    kind, sub = KINDS.get(NUMBER.sub("", tag), ("other", ""))
    code.set("type", kind)
    if sub:
        code.set("subType", sub)


def _words(raw: str) -> str:
    words = html.unescape(raw) if "&" in raw else raw
    if html.escape(words, quote=False) != raw:
        raise UnfitError(raw)
    return words


def text_of(element: etree._Element, data: Mapping[str, str], *, tagged: bool) -> str:
    """Read the content of `source` or `target` as a catalog has it.

    Args:
        element: The `source` or `target`, or a code in it.
        data: The unit's original data by id.
        tagged: Whether the unit carries tags, so that its words are escaped.

    Raises:
        UnfitError: An element is none of XLIFF's inline ones, or means nothing here.
    """
    parts = [_escaped(element.text, tagged=tagged)]
    for child in element:
        if isinstance(child.tag, str):
            parts.append(_code(child, data, tagged=tagged))
        parts.append(_escaped(child.tail, tagged=tagged))
    return "".join(parts)


def _escaped(text: str | None, *, tagged: bool) -> str:
    return html.escape(text or "", quote=False) if tagged else text or ""


def _code(code: etree._Element, data: Mapping[str, str], *, tagged: bool) -> str:
    kind = etree.QName(code).localname if code.tag.startswith(f"{{{NAMESPACE}}}") else code.tag
    match kind:
        case "pc":
            return f"<{_id(code)}>{text_of(code, data, tagged=tagged)}</{_id(code)}>"
        case "sc":
            return f"<{_id(code)}>"
        case "ec":
            return f"</{code.get('startRef') or _id(code)}>"
        case "ph":
            return data.get(code.get("dataRef", ""), f"<{_id(code)}/>")
        case "cp":
            return _character(code.get("hex", ""))
        case "mrk":
            return text_of(code, data, tagged=tagged)
        case "sm" | "em":
            return ""
        case _:
            raise UnfitError(f"<{kind}> is no inline element")


def _id(code: etree._Element) -> str:
    found = code.get("id", "")
    if not TOKEN.fullmatch(f"<{found}>"):
        raise UnfitError(f"the inline code {found!r} is none of ours")
    return found


def _character(digits: str) -> str:
    try:
        return chr(int(digits, 16))
    except (ValueError, OverflowError) as error:
        raise UnfitError(f"<cp hex={digits!r}> is no character") from error
