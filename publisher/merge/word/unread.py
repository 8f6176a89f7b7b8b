"""What an editor put into a Word file that no article can take: told, with its text and place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from publisher.export.docx.anchors import read_anchor
from publisher.export.docx.drawings import OURS
from publisher.export.docx.margins import MEMBER, margin_digest, margin_words
from publisher.readers.word.elements import OFF, Element, attribute_of, name_of, qualified
from publisher.readers.word.package import Package

NOTES, ENDNOTES = "word/footnotes.xml", "word/endnotes.xml"
SIGNS = ("sym", "endnoteReference", "drawing", "pict", "object", "altChunk", "contentPart")
WHAT = {
    "drawing": "a picture or drawing was put in",
    "pict": "a picture or drawing was put in",
    "object": "an embedded object was put in",
    "altChunk": "another document was put in",
    "contentPart": "a drawing by hand was put in",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Something that is not read.

    Attributes:
        what: It, in words.
        text: Its own words, or those that it stands with.
        near: The paragraph that it stands in.
    """

    what: str
    text: str
    near: str = ""


def unread(
    package: Package, printed: frozenset[str] | None, left_out: frozenset[str]
) -> Iterator[Unread]:
    """Give what is not read of a file.

    Args:
        package: The file.
        printed: The digests of what its headers and footers had; None where it does not say.
        left_out: The names of tracked changes that are not followed.
    """
    for part in (package.root(package.main), package.root(NOTES)):
        if part is not None:
            yield from _unread_in(part, package.root(ENDNOTES), left_out)
    if printed is not None:
        yield from _unread_margins(package, printed)


def _unread_in(
    part: Element, endnotes: Element | None, left_out: frozenset[str]
) -> Iterator[Unread]:
    notes = _endnotes(endnotes)
    for one in part.iter(*(qualified(f"w:{name}") for name in SIGNS)):
        if _is_there(one, left_out) and not (name_of(one) in WHAT and _is_known(one)):
            near = _near(one)
            if name_of(one) == "sym":
                code = attribute_of(one, "char")
                what = f"a character of the font {attribute_of(one, 'font')} ({code}) is left out"
                yield Unread(what=what, text=near)
            elif name_of(one) == "endnoteReference":
                text = notes.get(attribute_of(one, "id"), "")
                yield Unread(what="an endnote was put in", text=text, near=near)
            else:
                yield Unread(what=WHAT[name_of(one)], text=_described(one) or near, near=near)
    yield from _struck(part, left_out)


def _unread_margins(package: Package, printed: frozenset[str]) -> Iterator[Unread]:
    names = (name for name in sorted(package.members) if MEMBER.fullmatch(name))
    margins = (root for name in names if (root := package.root(name)) is not None)
    for words in dict.fromkeys(one for root in margins for one in margin_words(root)):
        if margin_digest(words) not in printed:
            yield Unread(what="a header or a footer was edited", text=words)


def _struck(part: Element, left_out: frozenset[str]) -> Iterator[Unread]:
    for paragraph in part.iter(qualified("w:p")):
        runs = [run for run in paragraph.iter(qualified("w:r")) if _is_there(run, left_out)]
        for struck, group in groupby(runs, key=_is_struck):
            text = "".join(map(_words, group))
            if struck and text.strip():
                what = "words were struck through, and stay; delete them in the file if they go"
                yield Unread(what=what, text=text, near=_words(paragraph))


def _is_struck(run: Element) -> bool:
    marks = run.iterfind(f"{qualified('w:rPr')}/*")
    return any(
        name_of(one) in {"strike", "dstrike"} and one.get(qualified("w:val"), "1") not in OFF
        for one in marks
    )


def _is_there(element: Element, left_out: frozenset[str]) -> bool:
    """Whether it is followed: not in a change that is not, nor in what stands for newer things."""
    return all(name_of(one) not in {*left_out, "Fallback"} for one in element.iterancestors())


def _is_known(drawing: Element) -> bool:
    """Whether a drawing is ours, or a box whose words are read."""
    inside = list(drawing.iter())
    if any(name_of(one) == "txbxContent" for one in inside):
        return True
    names = (str(one.get("name")) for one in inside if name_of(one) == "docPr")
    return any(name.startswith(OURS) or read_anchor(name) for name in names)


def _described(drawing: Element) -> str:
    said = (str(one.get("descr", "")) for one in drawing.iter() if name_of(one) == "docPr")
    return next(filter(None, said), "")


def _near(element: Element) -> str:
    """Give the words of the paragraph that it stands in, or of the nearest one before."""
    around = next(element.iterancestors(qualified("w:p")), None)
    if around is None or not _words(around).strip():
        start = element if around is None else around
        before = start.itersiblings(qualified("w:p"), preceding=True)
        around = next((one for one in before if _words(one).strip()), None)
    return "" if around is None else _words(around)


def _words(element: Element) -> str:
    return "".join(str(text.text or "") for text in element.iter(qualified("w:t")))


def _endnotes(root: Element | None) -> Mapping[str, str]:
    found = () if root is None else root.iter(qualified("w:endnote"))
    return {attribute_of(one, "id"): _words(one) for one in found}
