"""Finished Word files, damaged on purpose: what a check must find, and in which file."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from itertools import pairwise
from types import MappingProxyType
from typing import TypeAlias, cast
from zipfile import ZipFile

from lxml import etree

from publisher.readers.word.elements import NAMESPACES, Element, qualified

MAIN, NOTES, STYLES = "word/document.xml", "word/footnotes.xml", "word/styles.xml"
CORE, RELATIONS = "docProps/core.xml", "word/_rels/document.xml.rels"
NS = {prefix: uri for prefix, uri in NAMESPACES.items() if prefix != "xml"}

Harm: TypeAlias = Callable[[Element], None]
Kind: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A damaged file.

    Attributes:
        name: What was done to it.
        checks: Ids of the checks of which one must speak.
    """

    name: str
    checks: Kind
    data: bytes


def damages(data: bytes) -> Iterator[Damage]:
    """Damage a file in every way, each time in one place."""
    members = _unpack(data)
    for name, checks, member, harm in _harms(members):
        root = etree.fromstring(members[member])
        harm(root)
        harmed = {**members, member: etree.tostring(root, xml_declaration=True, encoding="UTF-8")}
        yield Damage(name=name, checks=checks, data=_pack(harmed))
    yield Damage(name="no XML", checks=("F1",), data=_pack({**members, MAIN: b"<w:document>"}))


def _unpack(data: bytes) -> Mapping[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _pack(members: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def _harms(members: Mapping[str, bytes]) -> Iterator[tuple[str, Kind, str, Harm]]:
    root = etree.fromstring(members[MAIN])
    yield from _harms_of_paragraphs(root, etree.fromstring(members[STYLES]))
    for path, harms in PLACES.items():
        for at in range(len(_find(path, root))):
            for name, checks, harm in harms:
                yield f"{path} {at} {name}", checks, MAIN, partial(harm, at=at)
    yield from WHOLE


def _harms_of_paragraphs(root: Element, styles: Element) -> Iterator[tuple[str, Kind, str, Harm]]:
    names = {
        str(style.get(qualified("w:styleId"))): str(style[0].get(qualified("w:val")))
        for style in _find("//w:style", styles)
    }
    kinds = [names.get(str(id_)) for id_ in _find("//w:p/w:pPr/w:pStyle/@w:val", root)]
    for at, kind in enumerate(kinds):
        for name, harm in WORDS.items() if kind in CHECKS else ():
            yield f"{kind} {at} {name}", CHECKS[str(kind)], MAIN, partial(harm, at=at)
    for kind in ("caption", "Credit"):
        for one, other in pairwise(at for at, found in enumerate(kinds) if found == kind):
            harm = partial(_swap, at=one, other=other)
            yield f"{kind} {one} and {other} swapped", ("A7",), MAIN, harm


FOREIGN = "//w:r[w:rPr/w:lang][not(w:rPr/w:rStyle/@w:val='CreditLine')]/w:rPr/w:lang"
CELLS = "//w:tbl//w:p[.//w:t]"


def _find(path: str, root: Element) -> list[Element]:
    return cast("list[Element]", root.xpath(path, namespaces=NS))


def _paragraph(root: Element, at: int) -> Element:
    return _find("//w:p[w:pPr/w:pStyle]", root)[at]


def _longest(parent: Element) -> Element:
    return max(_find(".//w:t", parent), key=lambda text: len(text.text or ""))


def _remove(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _cut(root: Element, *, at: int) -> None:
    text = _longest(_paragraph(root, at))
    text.text = (text.text or "")[: len(text.text or "") // 2]


def _emptied(root: Element, *, at: int) -> None:
    _longest(_paragraph(root, at)).text = ""


def _other(text: Element) -> None:
    """Put another letter or digit in place of the first."""
    before = text.text or ""
    text.text = re.sub(r"\w", lambda found: "7" if found[0] != "7" else "8", before, count=1)


def _changed(root: Element, *, at: int) -> None:
    _other(_longest(_paragraph(root, at)))


def _taken_away(root: Element, *, at: int) -> None:
    _remove(_paragraph(root, at))


def _swap(root: Element, *, at: int, other: int) -> None:
    mine, theirs = _paragraph(root, at), _paragraph(root, other)
    words, others = list(mine), list(theirs)
    mine[:], theirs[:] = others, words


def _about(root: Element, at: int) -> Element:
    return _find("//wp:docPr", root)[at]


def _no_alternative(root: Element, *, at: int) -> None:
    del _about(root, at).attrib["descr"]


def _empty_alternative(root: Element, *, at: int) -> None:
    _about(root, at).set("descr", "")


def _no_picture(root: Element, *, at: int) -> None:
    _remove(next(_about(root, at).iterancestors(qualified("w:drawing"))))


def _no_language(root: Element, *, at: int) -> None:
    _remove(_find(FOREIGN, root)[at])


def _german(root: Element, *, at: int) -> None:
    _find(FOREIGN, root)[at].set(qualified("w:val"), "de-DE")


def _empty_cell(root: Element, *, at: int) -> None:
    _longest(_find(CELLS, root)[at]).text = ""


def _other_cell(root: Element, *, at: int) -> None:
    _other(_longest(_find(CELLS, root)[at]))


def _no_default_language(root: Element) -> None:
    _remove(_find("//w:docDefaults//w:lang", root)[0])


def _without(root: Element, *, name: str) -> None:
    _remove(next(one for one in root if etree.QName(one).localname == name))


def _note_changed(root: Element) -> None:
    _other(max(_find("//w:t", root), key=lambda text: len(text.text or "")))


def _note_gone(root: Element) -> None:
    _remove(_find("//w:footnote", root)[-1])


def _link_changed(root: Element) -> None:
    link = next(one for one in root if one.get("TargetMode") == "External")
    link.set("Target", "https://example.org/elsewhere")


CHECKS: Mapping[str, Kind] = MappingProxyType(
    {
        "Title": ("B4",),
        "Subtitle": ("T1",),
        "heading 1": ("T1",),
        "heading 2": ("T1",),
        "Body Text": ("T1",),
        "Body Text First": ("T1", "T2"),  # one of them stands twice in the article
        "List Bullet": ("T1",),
        "List Number": ("T1",),
        "Quote": ("T1",),
        "Intense Quote": ("T1",),
        "Quote Source": ("T1",),
        "Aside Title": ("T1",),
        "Aside Text": ("T1",),
        "Table Caption": ("T1",),
        "Gallery Caption": ("T1", "A1"),
        "caption": ("A1",),
        "Taken": ("A6",),
        "Credit": ("A2",),
        "Licence": ("A4",),
        "Withheld": ("A5", "A8"),
        "Closing Note": ("B2",),
        "Rights": ("B3",),
    }
)
WORDS: Mapping[str, Callable[..., None]] = MappingProxyType(
    {
        "cut": _cut,
        "emptied": _emptied,
        "with another letter or digit": _changed,
        "taken away": _taken_away,
    }
)
PLACES: Mapping[str, tuple[tuple[str, Kind, Callable[..., None]], ...]] = MappingProxyType(
    {
        "//wp:docPr": (
            ("without its alternative", ("A3",), _no_alternative),
            ("with an empty alternative", ("A3",), _empty_alternative),
            ("taken away", ("A8", "A10", "A3"), _no_picture),
        ),
        FOREIGN: (
            ("dropped", ("T3", "A9"), _no_language),
            ("changed", ("T3", "A9"), _german),
        ),
        CELLS: (
            ("emptied", ("T1", "T2", "P5"), _empty_cell),
            ("changed", ("T1", "T2", "P5"), _other_cell),
        ),
    }
)
WHOLE: tuple[tuple[str, Kind, str, Harm], ...] = (
    ("no language of the text", ("T3",), STYLES, _no_default_language),
    ("no language of the document", ("M1",), CORE, partial(_without, name="language")),
    ("no title", ("M2",), CORE, partial(_without, name="title")),
    ("no author", ("M3",), CORE, partial(_without, name="creator")),
    ("no description", ("M4",), CORE, partial(_without, name="description")),
    ("no keywords", ("M5",), CORE, partial(_without, name="keywords")),
    ("a footnote changed", ("T1",), NOTES, _note_changed),
    ("a footnote taken away", ("T1",), NOTES, _note_gone),
    ("a link changed", ("P4",), RELATIONS, _link_changed),
)
