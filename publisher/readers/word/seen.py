"""What a reader sees of a Word file: all its words, in the order of the file.

This is apart from the reading of the file, and as simple as it can be, so that nothing which the
reading loses is lost here too.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from publisher.readers.draft import presentable
from publisher.readers.word.elements import (
    CHOICES,
    Element,
    attribute_of,
    name_of,
    qualified,
    value_of,
)
from publisher.readers.word.symbols import UNKNOWN, code_of, symbol

GONE = frozenset({"del", "moveFrom", "delText", "instrText", "delInstrText"})
SPACE = frozenset({"tab", "br", "cr", "ptab"})
CALLS = frozenset({"footnoteReference", "endnoteReference"})
HIDDEN = f"{qualified('w:rPr')}/{qualified('w:vanish')}"
APART = frozenset({"p", "rt", "txbxContent"})


def seen_in(root: Element) -> Iterator[str]:
    """Give the runs of text that a reader sees, one of each paragraph."""
    texts: list[list[str]] = [[]]
    _see(root, texts[0], texts)
    plain = (presentable("".join(parts).replace("\u00ad", "")) for parts in texts)
    return filter(None, plain)


def _see(element: Iterable[Element], into: list[str], texts: list[list[str]]) -> None:
    inside: list[str] | None = None  # of a paragraph that goes on in the next one
    for child in element:
        name = name_of(child)
        if name in APART:
            if inside is None:
                inside = []
                texts.append(inside)
            _see(child, inside, texts)
            inside = inside if name == "p" and _goes_on(child) else None
        elif (text := _text(child, name)) is not None:
            into.append(text)
        elif name not in GONE and not (name == "tr" and _has(child, "trPr", "del")):
            target = into
            if name == "r" and child.find(HIDDEN) is not None:
                target = []
                texts.append(target)
            _see(islice(child, 1) if name == CHOICES else child, target, texts)


def _text(element: Element, name: str) -> str | None:
    if name == "t":
        return str(element.text or "")
    if name == "sym":
        code = code_of(attribute_of(element, "char"))
        return symbol(attribute_of(element, "font"), code) or UNKNOWN
    own = attribute_of(element, "customMarkFollows") if name in CALLS else ""
    return " " if name in SPACE or own else None


def _goes_on(paragraph: Element) -> bool:
    """Whether the end of a paragraph was deleted, or it is only a large first letter."""
    initial = value_of(paragraph.find(qualified("w:pPr")), "framePr", "dropCap")
    return initial in {"drop", "margin"} or _has(paragraph, "pPr", "rPr", "del")


def _has(element: Element, *names: str) -> bool:
    return element.find("/".join(qualified(f"w:{name}") for name in names)) is not None
