"""Figures and galleries."""

from datetime import date

from publisher.model.block import Figure, FigureKind, Gallery, Image
from publisher.model.credit import Credit, parse_credit
from publisher.model.inline import Prose, Text, prose
from publisher.model.text import clean
from publisher.readers.base import Spot, Syntax, did_you_mean
from publisher.readers.markdown.days import parse_day
from publisher.readers.markdown.desk import Desk
from publisher.readers.markdown.directives import KEY, Directive, Option
from publisher.readers.markdown.heads import check_head
from publisher.readers.markdown.html import printed
from publisher.readers.markdown.inlines import read_run
from publisher.readers.markdown.options import OPTIONS, report_stray_options
from publisher.readers.markdown.tree import Node
from publisher.readers.pictures import find_image

KINDS = {kind.value: kind for kind in FigureKind}


def read_figure(node: Node, desk: Desk) -> Figure | None:
    """Make the figure of a directive; None where an error was reported."""
    return _FigureReader(node, desk).read()


class _FigureReader:
    """Reads the options and the caption of one figure."""

    def __init__(self, node: Node, desk: Desk) -> None:
        self._node = node
        self._desk = desk
        self._findings = desk.findings
        self._head: Directive = node.token.meta[KEY]
        self._options = self._collect()

    def _collect(self) -> dict[str, Option]:
        found: dict[str, Option] = {}
        for option in self._head.options:
            line = self._line(option)
            if option.name not in OPTIONS:
                hint = did_you_mean(option.name, OPTIONS, f"there are {', '.join(OPTIONS)}")
                self._findings.error(
                    line, "option-unknown", f"a figure has no option `{option.name}`", hint
                )
            elif option.name in found:
                self._findings.error(
                    line, "option-twice", f"`:{option.name}:` stands twice", "keep one"
                )
            elif not "".join(option.values).strip():
                self._findings.error(
                    line, "option-empty", f"`:{option.name}:` is empty", "fill it in, or delete it"
                )
            found.setdefault(option.name, option)
        return found

    def _line(self, option: Option) -> int:
        first = self._node.token.map[0] if self._node.token.map else 0
        return self._node.line + option.line - first

    def read(self) -> Figure | None:
        credit, alt = self._credit(), self._run("alt")
        caption, place = self._caption(), self._run("place")
        licence, taken = self._text("licence"), self._taken()
        image, withheld = self._image(), self._run("withheld")
        kind = self._kind()
        if image is None and withheld is None:
            return None
        return self._findings.attempt(
            self._node.line,
            "figure",
            lambda: Figure(
                image=image,
                kind=kind,
                withheld=withheld,
                alt=alt,
                caption=caption,
                credit=credit,
                licence=licence,
                taken=taken,
                place=place,
            ),
        )

    def _text(self, name: str) -> str:
        option = self._options.get(name)
        return clean(" ".join(option.values)) if option else ""

    def _run(self, name: str) -> Prose | None:
        text = self._text(name)
        if text:
            option = self._options[name]
            written = "\n".join(option.values)
            spot = Spot(line=self._line(option), written=written, syntax=Syntax.PLAIN)
            return self._desk.lines.mark(prose(text), spot)
        if name == "alt" and not {"alt", "withheld"} & self._options.keys():
            self._findings.error(
                self._node.line,
                "figure-without-alt",
                "a figure does not say what it shows",
                "add a line `:alt: …` for those who do not see it",
            )
        return None

    def _credit(self) -> Credit | None:
        option = self._options.get("credit")
        if option is None:
            self._findings.warn(
                self._node.line,
                "figure-without-credit",
                "a figure has no credit",
                "add a line `:credit: …`",
            )
            return None
        line = "\n".join(option.values)  # two lines are refused by the credit itself
        if not line:
            return None
        return self._findings.attempt(self._line(option), "credit", lambda: parse_credit(line))

    def _taken(self) -> date | None:
        text = self._text("date")
        if not text:
            return None
        line = self._line(self._options["date"])
        return self._findings.attempt(line, "date", lambda: parse_day(text))

    def _kind(self) -> FigureKind:
        """Take the kind that is said, else a drawing for a drawing's file."""
        text = self._text("kind")
        if not text:
            drawn = clean(self._head.argument).lower().endswith(".svg")
            return FigureKind.GRAPHIC if drawn else FigureKind.PHOTOGRAPH
        if text not in KINDS:
            line = self._line(self._options["kind"])
            hint = did_you_mean(text, KINDS, f"write {' or '.join(KINDS)}")
            self._findings.error(line, "kind-unknown", f"`{text}` is no kind of figure", hint)
        return KINDS.get(text, FigureKind.PHOTOGRAPH)

    def _image(self) -> Image | None:
        path, line = clean(self._head.argument), self._node.line
        if not path:
            if "withheld" not in self._options:
                self._findings.error(
                    line,
                    "figure-without-picture",
                    "a figure names no picture",
                    "write its path after :::{figure}, or say why there is none: `:withheld: …`",
                )
            return None
        checked = self._findings.attempt(line, "picture-path", lambda: Image(path=path))
        if checked is None or "withheld" in self._options:
            return None
        return _find(checked, line, self._desk)

    def _caption(self) -> Prose | None:
        nodes = printed(self._node.children, self._findings)
        captions = [node for node in nodes if node.kind == "paragraph"]
        for node in nodes:
            if node.kind != "paragraph":
                self._findings.error(
                    node.line,
                    "caption-block",
                    "the caption of a figure is more than a paragraph of text",
                    r"a caption that begins with a number needs a backslash: 1999\.",
                )
        for node in captions:
            report_stray_options(node, self._findings, below="the caption")
        for node in captions[1:]:
            self._findings.error(
                node.line,
                "two-captions",
                "a figure has two captions",
                "write the caption as one paragraph",
            )
        runs = [read_run(node.children[0], self._desk) for node in captions]
        return runs[0] if runs else None


def _find(image: Image, line: int, desk: Desk) -> Image | None:
    return desk.findings.attempt(
        line, "picture-missing", lambda: find_image(image.path, desk.pictures, serbian=desk.serbian)
    )


def lone_image(paragraph: Node) -> Node | None:
    """Give the image that is alone in its paragraph, if one is."""
    children = paragraph.children[0].token.children or []
    if len(children) != 1 or children[0].type != "image":
        return None
    return Node(kind="image", token=children[0], line=paragraph.line)


def read_image(node: Node, desk: Desk) -> Figure | None:
    """Make the figure of an image written `![alt](path "caption")`; it has no credit."""
    desk.used.add(str(node.token.meta.get("label", "")))
    path, line = clean(str(node.token.attrs["src"])), node.line
    alt, caption = read_run(node, desk), clean(str(node.token.attrs.get("title", "")).strip())
    desk.findings.warn(
        line,
        "image-without-credit",
        f"the picture {path!r} has no credit",
        "write it as :::{figure} with a line `:credit: …`",
    )
    if alt is None:
        desk.findings.error(
            line, "figure-without-alt", "a figure does not say what it shows", "write ![what](path)"
        )
    elif not all(isinstance(inline, Text) for inline in alt.children):
        desk.findings.error(
            line, "alt-markup", "what a picture shows is said with markup", "write plain words"
        )
    checked = desk.findings.attempt(line, "picture-path", lambda: Image(path=path))
    image = _find(checked, line, desk) if checked else None
    if image is None:
        return None
    return desk.findings.attempt(
        line,
        "figure",
        lambda: Figure(
            image=image,
            alt=alt,
            caption=_marked(caption, line, desk) if caption else None,
        ),
    )


def _marked(caption: str, line: int, desk: Desk) -> Prose:
    return desk.lines.mark(prose(caption), Spot(line=line, written=caption, syntax=Syntax.PLAIN))


def read_gallery(node: Node, caption: Prose | None, desk: Desk) -> Gallery | None:
    """Make a gallery of the figures in a directive; anything else in it is reported."""
    figures = [_member(child, desk) for child in printed(node.children, desk.findings)]
    found = tuple(figure for figure in figures if figure)
    if figures and not found:
        return None
    return desk.findings.attempt(
        node.line, "gallery", lambda: Gallery(figures=found, caption=caption)
    )


def _member(node: Node, desk: Desk) -> Figure | None:
    if node.kind == "directive" and check_head(node, desk.findings) == "figure":
        return read_figure(node, desk)
    image = lone_image(node) if node.kind == "paragraph" else None
    if image:
        return read_image(image, desk)
    desk.findings.error(
        node.line,
        "gallery-block",
        "a gallery holds something other than figures",
        "its caption stands on the line that opens it; its figures have fewer colons than it",
    )
    return None
