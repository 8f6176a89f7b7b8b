"""The passages and illustrations of a page in HTML or XHTML."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TypeAlias

from lxml import etree

from publisher.verify.record import LINE_END, Content, Illustration, Kind, Passage, Run

Element: TypeAlias = etree._Element  # noqa: SLF001 -- lxml has no public name for the type
Fetch: TypeAlias = Callable[[str], tuple[str, bytes] | None]
"""Gives the media type and the bytes behind an address, or None where there is nothing."""

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SPACES = re.compile(r"[ \t\n\r\f]+")
HEADING = re.compile(r"h([1-6])")
SILENT = {"head", "script", "style", "template", "nav", "rp", "rt"}
CALLS = {"doc-noteref", "doc-backlink"}
BREAKING = {
    *("address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt"),
    *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
    *("li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead"),
    *("tr", "ul"),
}
CELLS = {"td": Kind.CELL, "th": Kind.HEADER_CELL}
KINDS_BY_TAG = {
    "blockquote": Kind.QUOTATION,
    "caption": Kind.TABLE_CAPTION,
    "li": Kind.LIST_ITEM,
    "pre": Kind.PARAGRAPH,
    **CELLS,
}
KINDS_BY_ROLE = {"doc-pullquote": Kind.QUOTATION, "doc-endnotes": Kind.FOOTNOTE}
KINDS_OF_LINES = {
    "caption": Kind.CAPTION,
    "taken": Kind.TAKEN,
    "credit": Kind.CREDIT,
    "licence": Kind.LICENCE,
    "withheld": Kind.WITHHELD,
}
OUTSIDE = ("http:", "https:", "mailto:", "tel:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says; see `Record` for the attributes."""

    content: tuple[Content, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """What holds for the characters that are read."""

    language: str | None
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    row: int = 0
    spaced: bool = False
    in_figure: bool = False


@dataclass(slots=True)
class _Reader:
    """Goes through a page once; what is open is closed where the text breaks."""

    fetch: Fetch
    content: list[Content] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pieces: list[tuple[Run, bool]] = field(default_factory=list)
    pictures: list[list[Illustration]] = field(default_factory=list)
    rows: int = 0

    def element(self, element: Element, around: _Place) -> None:
        tag = name_of(element)
        if tag in SILENT or element.get("role") in CALLS or element.get("hidden") is not None:
            return
        place = _within(element, tag, around)
        if tag in BREAKING:
            self.close(around)
        if tag == "figure":
            self.figure(element, place)
        elif tag in CELLS:
            self.cell(element, place)
        else:
            self.single(element, tag, place)
        if tag in BREAKING:
            self.close(place)

    def single(self, element: Element, tag: str, place: _Place) -> None:
        if tag == "br":
            self.pieces.append((Run(text=LINE_END, language=place.language), True))
        elif tag == "img":
            self.image(element, place)
        elif tag == "table":
            self.rows = 0
        elif tag == "tr":
            self.rows += 1
        elif tag == "a" and (element.get("href") or "").startswith(OUTSIDE):
            self.links.append(element.get("href") or "")
        self.inside(element, place)

    def inside(self, element: Element, place: _Place) -> None:
        self.text(element.text, place)
        for child in element:
            if isinstance(child.tag, str):
                self.element(child, place)
            self.text(child.tail, place)

    def text(self, text: str | None, place: _Place) -> None:
        if text:
            shown = text.replace("\u00ad", "")
            self.pieces.append((Run(text=shown, language=place.language), place.spaced))

    def cell(self, element: Element, place: _Place) -> None:
        before, here = len(self.content), replace(place, row=self.rows)
        self.inside(element, here)
        self.close(here)
        if len(self.content) == before:
            self.content.append(Passage(kind=here.kind, runs=(), row=here.row))

    def figure(self, element: Element, place: _Place) -> None:
        before = len(self.content)
        self.pictures.append([])
        self.inside(element, replace(place, in_figure=True))
        self.close(place)
        lines = self.content[before:]
        del self.content[before:]
        picture = next(iter(self.pictures.pop()), Illustration(alt=None, lines=()))
        held = tuple(one for one in lines if isinstance(one, Passage))
        self.content.append(replace(picture, lines=held))

    def image(self, element: Element, place: _Place) -> None:
        alt = element.get("alt")
        found = None if place.kind is Kind.WITHHELD else self.fetch(element.get("src") or "")
        shown = Illustration(
            alt=None if alt is None else Run(text=alt, language=place.language),
            lines=(),
            digest=sha256(found[1]).hexdigest() if found else None,
            media_type=found[0] if found else "",
        )
        if self.pictures and not self.pictures[-1]:
            self.pictures[-1].append(shown)
        else:
            self.close(place)
            self.content.append(shown)

    def close(self, place: _Place) -> None:
        runs = tuple(_joined(self.pieces))
        self.pieces.clear()
        if runs:
            passage = Passage(kind=place.kind, runs=runs, level=place.level, row=place.row)
            self.content.append(passage)


def read_page(body: Element, language: str | None, fetch: Fetch) -> Page:
    """Read the body of a page; `language` is that of the document around it."""
    reader = _Reader(fetch)
    reader.element(body, _Place(language=language))
    return Page(content=tuple(reader.content), links=tuple(reader.links))


def name_of(element: Element) -> str:
    """Give an element's name without its namespace."""
    return etree.QName(element).localname


def language_of(element: Element) -> str | None:
    """Give the language that an element itself is marked with."""
    return element.get(XML_LANG) or element.get("lang")


def _within(element: Element, tag: str, around: _Place) -> _Place:
    """Say what holds inside an element."""
    heading = HEADING.fullmatch(tag)
    return replace(
        around,
        language=language_of(element) or around.language,
        kind=Kind.HEADING if heading else _kind(element, tag, around),
        level=int(heading[1]) if heading else 0,
        spaced=around.spaced or tag == "pre" or "pre" in (element.get("style") or ""),
    )


def _kind(element: Element, tag: str, around: _Place) -> Kind:
    classes = (element.get("class") or "").split()
    if around.in_figure:
        return next((KINDS_OF_LINES[one] for one in classes if one in KINDS_OF_LINES), around.kind)
    if around.kind is Kind.FOOTNOTE:
        return around.kind
    return KINDS_BY_ROLE.get(element.get("role") or "") or KINDS_BY_TAG.get(tag) or around.kind


def _joined(pieces: list[tuple[Run, bool]]) -> Iterator[Run]:
    """Join spaces as a browser does, and runs in one language."""
    open_, last = None, " "
    for run, spaced in _trimmed(pieces):
        text = run.text if spaced else SPACES.sub(" ", run.text)
        if not spaced and last in {" ", LINE_END}:
            text = text.removeprefix(" ")
        if not text:
            continue
        last = text[-1]
        if open_ and open_.language == run.language:
            open_ = replace(open_, text=open_.text + text)
            continue
        if open_:
            yield open_
        open_ = replace(run, text=text)
    if open_:
        yield open_


def _trimmed(pieces: list[tuple[Run, bool]]) -> list[tuple[Run, bool]]:
    """Drop the spaces at the end of a passage."""
    kept = list(pieces)
    while kept and not kept[-1][1]:
        run, _ = kept.pop()
        if text := run.text.rstrip(" \t\n\r\f"):
            return [*kept, (replace(run, text=text), False)]
    return kept
