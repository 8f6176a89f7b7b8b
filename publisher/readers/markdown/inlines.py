"""Inline tokens to inline nodes."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby, zip_longest

from markdown_it.common.normalize_url import normalizeLink

from publisher.model.inline import (
    Code,
    Container,
    Emphasis,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Link,
    Prose,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from publisher.model.language import has_name, parse_tag
from publisher.model.text import clean, require_safe_link
from publisher.readers.base import Spot
from publisher.readers.markdown.desk import Desk
from publisher.readers.markdown.html import COMMENTS, report_html
from publisher.readers.markdown.leftovers import report_leftovers
from publisher.readers.markdown.tree import Node, grow

SIMPLE: dict[str, Callable[..., Container]] = {
    "em": Emphasis,
    "strong": Strong,
    "sup": Superscript,
    "sub": Subscript,
}
BLANK = " \t\n"
NOTRANSLATE = "notranslate"
SPAN_HINT = "a span is written [words]{lang=sq} or [name]{.notranslate}"


def read_run(node: Node, desk: Desk) -> Prose | None:
    """Make the run of text of an inline token; None where it holds nothing to print."""
    nodes = grow(node.token.children or (), node.line, desk.findings)
    inlines = _trimmed(_Inlines(desk).read(nodes))
    spot = Spot(line=node.line, written=node.token.content)
    return desk.lines.mark(Prose(children=inlines), spot) if inlines else None


def _trimmed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Take white space and line breaks off both ends of a run."""
    while inlines and _is_blank(inlines[0]):
        inlines = inlines[1:]
    while inlines and _is_blank(inlines[-1]):
        inlines = inlines[:-1]
    if inlines and isinstance(inlines[0], Text):
        inlines = (Text(text=inlines[0].text.lstrip(BLANK)), *inlines[1:])
    if inlines and isinstance(inlines[-1], Text):
        inlines = (*inlines[:-1], Text(text=inlines[-1].text.rstrip(BLANK)))
    return inlines


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, LineBreak) or (
        isinstance(inline, Text) and not inline.text.strip(BLANK)
    )


def _joined(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Make one text of texts that follow each other."""
    joined: list[Inline] = []
    for is_text, group in groupby(inlines, key=lambda inline: isinstance(inline, Text)):
        if is_text:
            joined.append(Text(text=clean(_words(group))))
        else:
            joined.extend(group)
    return tuple(joined)


def _words(texts: Iterable[Inline]) -> str:
    words: list[str] = []
    for text in texts:
        if isinstance(text, Text):
            # Where a comment was left out, the spaces on both its sides meet.
            meets = bool(words) and words[-1].endswith(" ")
            words.append(text.text.lstrip(" ") if meets else text.text)
    return "".join(words)


class _Inlines:
    """Turns the nodes of one run into inlines."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._findings = desk.findings
        self._makers: dict[str, Callable[[Node], Inline | None]] = {
            "text": self._text,
            "text_special": self._escaped,
            "softbreak": lambda _: Text(text=" "),
            "hardbreak": lambda _: LineBreak(),
            "code_inline": self._code,
            "link": self._link,
            "span": self._span,
            "footnote_ref": self._footnote,
            "html_inline": self._html,
            "image": self._image,
            "s": self._strikethrough,
        }

    def read(self, nodes: tuple[Node, ...]) -> tuple[Inline, ...]:
        made: list[Inline] = []
        for node, after in zip_longest(nodes, nodes[1:]):
            report_leftovers(node, after, self._findings)
            inline = self._findings.attempt(node.line, "text", partial(self._inline, node))
            if inline is not None:
                made.append(inline)
        return _joined(made)

    def _inline(self, node: Node) -> Inline | None:
        if node.kind not in SIMPLE:
            return self._makers[node.kind](node)
        children = self._inside(node)
        return SIMPLE[node.kind](children=children) if children else None

    def _inside(self, node: Node) -> tuple[Inline, ...]:
        children = self.read(node.children)
        comments = all(COMMENTS.fullmatch(child.token.content) for child in node.children)
        if comments or (children and all(map(_is_blank, children))):
            self._findings.error(
                node.line,
                "empty-inline",
                f"a {node.kind} holds no words",
                "write some, or delete it",
            )
        return children

    def _text(self, node: Node) -> Inline | None:
        return Text(text=node.token.content) if node.token.content else None

    _escaped = _text

    def _code(self, node: Node) -> Inline:
        return Code(text=clean(node.token.content))

    def _link(self, node: Node) -> Inline | None:
        href, title = str(node.token.attrs["href"]), node.token.attrs.get("title")
        self._desk.used.add(str(node.token.meta.get("label", "")))
        if title:
            self._findings.warn(
                node.line,
                "link-title",
                f"the title {title!r} of a link is left out",
                "put it into the text; a title is seen by few readers",
            )
        children = self._inside(node)

        def link() -> Link:
            require_safe_link(href)
            return Link(children=children, href=normalizeLink(href))

        return self._findings.attempt(node.line, "link-address", link) if children else None

    def _span(self, node: Node) -> Inline | None:
        attributes = {**node.token.attrs, **node.token.meta.get("insecure_attrs", {})}
        language = attributes.pop("lang", None)
        kept = attributes.get("class") == NOTRANSLATE and bool(attributes.pop("class"))
        if attributes or not (kept or language):
            names = ", ".join(sorted(attributes)) or "none"
            self._findings.error(
                node.line, "span-attributes", f"a span has attributes not known: {names}", SPAN_HINT
            )
            return None
        children = self._kept(node) if kept else self._inside(node)
        if language is None or not children:
            return children[0] if children else None
        tag = self._tag(str(language), node.line)
        return Span(children=children, language=tag) if tag else None

    def _tag(self, text: str, line: int) -> str | None:
        serbian = self._desk.serbian
        tag = self._findings.attempt(line, "language", lambda: parse_tag(text, serbian=serbian))
        if tag and not has_name(tag):
            self._findings.warn(
                line,
                "language-unknown",
                f"CLDR has no language {text!r}",
                "correct it, if it is a slip; else the words carry it as it is",
            )
        return tag

    def _kept(self, node: Node) -> tuple[Inline, ...]:
        children = self._inside(node)
        if any(not isinstance(child, Text) for child in children):
            self._findings.error(
                node.line,
                "kept-markup",
                "words that stay as they are hold markup",
                "put the markup around the span: *[name]{.notranslate}*",
            )
        text = "".join(child.text for child in children if isinstance(child, Text))
        return (Keep(text=text),) if text else ()

    def _footnote(self, node: Node) -> Inline | None:
        label = str(node.token.meta["label"])
        note = self._desk.notes.get(label)
        if self._desk.in_note:
            self._findings.error(
                node.line,
                "footnote-nested",
                f"the footnote [^{label}] is called inside a footnote",
                "call it from the text",
            )
            return None
        if note is None:
            self._findings.error(
                node.line,
                "footnote-undefined",
                f"there is no footnote [^{label}]",
                f"write it on a line of its own: [^{label}]: …",
            )
            return None
        note.calls += 1
        return Footnote(content=note.content) if note.content else None

    def _html(self, node: Node) -> None:
        report_html(node, self._findings)

    def _image(self, node: Node) -> None:
        self._desk.used.add(str(node.token.meta.get("label", "")))
        self._findings.error(
            node.line,
            "image-in-text",
            f"the picture {node.token.attrs['src']!r} stands inside a line of text",
            "give it a :::{figure} of its own",
        )

    def _strikethrough(self, node: Node) -> None:
        self._findings.error(
            node.line, "strikethrough", "text is struck through", "delete it, or say what changed"
        )
