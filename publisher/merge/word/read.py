"""From the parts of a Word file to lines, remarks and changes."""

from collections.abc import Callable, Iterator

from publisher.export.docx.anchors import (
    BLANK,
    CALL,
    NOTE_MARK,
    Anchor,
    digest_of_text,
    read_anchor,
)
from publisher.export.docx.metadata import ARTICLE, LANGUAGE, read_margins, read_segments
from publisher.merge.word.bookmarks import Bookmarks
from publisher.merge.word.looks import Looks
from publisher.merge.word.remarks import remarks_of
from publisher.merge.word.returned import (
    Alternative,
    Bit,
    Change,
    Line,
    Part,
    Returned,
    Tracked,
)
from publisher.merge.word.unread import NOTES, unread
from publisher.readers.word.elements import (
    BOX,
    CHOICES,
    Element,
    attribute_of,
    author_of,
    day_of,
    drawn_in,
    name_of,
    qualified,
)
from publisher.readers.word.package import Package, open_package, refuse, require_nothing_outside
from publisher.readers.word.styles import Styles

COMMENTS, STYLES = "word/comments.xml", "word/styles.xml"
PROPERTIES = "docProps/custom.xml"
INSERTED, DELETED = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})
CHARACTERS = {"tab": " ", "br": "\n", "cr": "\n", "softHyphen": "\u00ad", "noBreakHyphen": "\u2011"}
RANGES = frozenset({"bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"})
NEW_PAGE = {"page", "column"}
UNFILLED = digest_of_text(BLANK)
MOST_COMMENTED = 200  # comments on the same words
WORDLESS = frozenset({"pPr", "rPr", "instrText", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr"})


def read_word(data: bytes, name: str, tracked: Tracked = Tracked.FINAL) -> Returned:
    """Read an edited file.

    Args:
        data: The file.
        name: Its name as a user knows it, for errors.
        tracked: How its tracked changes are read.

    Raises:
        WordFileError: It cannot be read.
    """
    package = open_package(data, name)
    require_nothing_outside(package)
    reader = _Reader(package, tracked, name)
    reader.read()
    said = _properties(package.root(PROPERTIES))
    remarks = remarks_of(package.root(COMMENTS), reader.remarked)
    return Returned(
        slug=said.get(ARTICLE, ""),
        language=said.get(LANGUAGE, ""),
        lines=tuple(reader.lines),
        alternatives=tuple(reader.alternatives),
        remarks=tuple(remarks),
        changes=tuple(reader.changes),
        made_from=read_segments(said),
        unread=tuple(unread(package, read_margins(said), reader.left_out)),
        endless=frozenset(anchor.name for anchor in reader.bookmarks.endless),
    )


def _properties(root: Element | None) -> dict[str, str]:
    if root is None:
        return {}
    return {str(one.get("name")): "".join(map(str, one.itertext())) for one in root}


class _Reader:
    """Goes through a document once, in its order."""

    def __init__(self, package: Package, tracked: Tracked, file: str) -> None:
        self._file = file
        self._package = package
        self._looks = Looks(Styles(package.root(STYLES)))
        self.left_out = DELETED if tracked is Tracked.FINAL else INSERTED
        self._tracked = tracked
        self._commented: dict[str, None] = {}  # ids of the comments whose range is open
        self._bits: list[tuple[Anchor | None, Bit]] = []
        self._href = ""
        self._note = ""
        self._member = package.main
        self.bookmarks = Bookmarks()
        self._handlers: dict[str, Callable[[Element], None]] = {
            "bookmarkStart": self.bookmarks.begin,
            "bookmarkEnd": self._end,
            "commentRangeStart": self._comment,
            "commentRangeEnd": self._comment,
            "commentReference": self._comment,
            "p": self._paragraph,
            "r": self._run,
            "hyperlink": self._link,
            "tr": self._row,
            CHOICES: self._alternate,
            **dict.fromkeys(INSERTED | DELETED, self._tracked_change),
        }
        self.lines: list[Line] = []
        self.alternatives: list[Alternative] = []
        self.changes: list[Change] = []
        self.remarked: dict[str, dict[Anchor, None]] = {}

    def read(self) -> None:
        document = self._package.root(self._package.main)
        if document is not None:
            self.bookmarks.turn_to(document)
            self._inside(document)
            self._finish()
        self._member = NOTES
        notes = self._package.root(NOTES)
        if notes is not None:
            self.bookmarks.turn_to(notes)
        for note in () if notes is None else notes.iter(qualified("w:footnote")):
            self._note = attribute_of(note, "id")
            self._inside(note)
            self._finish()

    def _inside(self, parent: Element) -> None:
        for child in parent:
            self._element(child)

    def _element(self, element: Element) -> None:
        name = name_of(element)
        if name not in WORDLESS:
            self._handlers.get(name, self._inside)(element)

    def _row(self, row: Element) -> None:
        if self._is_left_out(row, "trPr"):
            self._note_change(row, inserted=self._tracked is Tracked.ORIGINAL)
            self._skip(row)
        else:
            self._inside(row)

    def _alternate(self, element: Element) -> None:
        self._inside(next(element.iterchildren(), element))

    def _end(self, bookmark: Element) -> None:
        """Close a bookmark; one that was made empty is there although it holds nothing."""
        anchor = self.bookmarks.end(bookmark)
        if anchor and anchor.digest == UNFILLED and all(anchor != one for one, _ in self._bits):
            self._bits.append((anchor, Bit(text="")))

    def _comment(self, element: Element) -> None:
        id_, name = attribute_of(element, "id"), name_of(element)
        if name == "commentRangeStart":
            self._commented[id_] = None
            if len(self._commented) > MOST_COMMENTED:
                refuse(f"more than {MOST_COMMENTED} comments stand on the same words", self._file)
        elif name == "commentRangeEnd":
            self._commented.pop(id_, None)
        elif not self.remarked.get(id_):
            anchors = [anchor for anchor, _ in self._bits if anchor and anchor.is_segment]
            self.remarked[id_] = dict.fromkeys(anchors[-1:])

    def _paragraph(self, paragraph: Element) -> None:
        self._inside(paragraph)
        if not self._is_left_out(paragraph, "pPr/w:rPr"):
            self._finish()

    def _is_left_out(self, element: Element, path: str) -> bool:
        """Whether a paragraph's mark, or a row, is gone in the reading that is asked for."""
        properties = element.find(f"w:{path}", {"w": qualified("w:p")[1:-2]})
        if properties is None:
            return False
        return any(name_of(child) in self.left_out for child in properties)

    def _finish(self) -> None:
        if self._bits:
            self.lines.append(Line(parts=tuple(_parts(self._bits)), note=self._note))
            self._bits = []
        self.bookmarks.end_paragraph()

    def _tracked_change(self, element: Element) -> None:
        name = name_of(element)
        self._note_change(element, inserted=name in INSERTED)
        if name in self.left_out:
            self._skip(element)
        else:
            self._inside(element)

    def _skip(self, element: Element) -> None:
        """Leave words out; what begins or ends among them may go on after them."""
        for one in element.iter():
            if name_of(one) in RANGES:
                self._element(one)

    def _note_change(self, element: Element, *, inserted: bool) -> None:
        said = [str(one.text or "") for one in element.iter() if name_of(one) in {"t", "delText"}]
        if any(said):
            self.changes.append(
                Change(
                    author=author_of(element),
                    day=day_of(element),
                    inserted=inserted,
                    text="".join(said),
                )
            )

    def _link(self, link: Element) -> None:
        before = self._href
        target = attribute_of(link, "anchor")
        anchor = read_anchor(target)
        id_ = str(link.get(qualified("r:id"), ""))
        inside = f"#{anchor.key if anchor else target}" if target else ""
        relation = self._package.relations(self._member).get(id_)
        self._href = relation.target if relation and relation.outside else inside
        if anchor and anchor.is_segment and NOTE_MARK.fullmatch(_words(link)):
            self._add(Bit(text=CALL, note=anchor.key))
        else:
            self._inside(link)
        self._href = before

    def _run(self, run: Element) -> None:
        properties = run.find(qualified("w:rPr"))
        if self._tracked is Tracked.ORIGINAL and properties is not None:
            before = properties.find(f"{qualified('w:rPrChange')}/{qualified('w:rPr')}")
            properties = properties if before is None else before
        look = self._looks.of(properties)
        for child in run:
            name = name_of(child)
            if name == "footnoteReference":
                self._add(Bit(text=CALL, note=attribute_of(child, "id")))
            elif name in {"drawing", "pict", CHOICES}:
                self._drawing(child)
            elif name == "commentReference":
                self._element(child)
            elif text := _text(child, name):
                self._add(
                    Bit(
                        text=text,
                        strong=look.strong,
                        emphasis=look.emphasis,
                        position=look.position,
                        href=self._href,
                        style=look.style,
                        spoken=look.spoken,
                    )
                )

    def _add(self, bit: Bit) -> None:
        anchor = self.bookmarks.current
        self._bits.append((anchor, bit))
        if anchor and anchor.is_segment:
            for id_ in self._commented:
                self.remarked.setdefault(id_, {})[anchor] = None

    def _drawing(self, drawing: Element) -> None:
        """Take the alternative of a picture, and the words of a box that an editor drew."""
        for one in drawn_in(drawing):
            if name_of(one) == BOX:
                before, self._bits = self._bits, []
                self._inside(one)
                self._bits = before
            elif anchor := read_anchor(str(one.get("name"))):
                text = str(one.get("descr", ""))
                self.alternatives.append(Alternative(anchor=anchor, text=text))


def _words(element: Element) -> str:
    return "".join(str(text.text or "") for text in element.iter(qualified("w:t")))


def _text(element: Element, name: str) -> str:
    if name in {"t", "delText"}:
        return str(element.text or "")
    if name == "br" and attribute_of(element, "type") in NEW_PAGE:
        return ""
    return CHARACTERS.get(name, "")


def _parts(bits: list[tuple[Anchor | None, Bit]]) -> Iterator[Part]:
    """Put together what follows each other in the same bookmark."""
    anchor, inside = bits[0][0], [bits[0][1]]
    for after, bit in bits[1:]:
        if after == anchor:
            inside.append(bit)
        else:
            yield Part(anchor=anchor, bits=tuple(inside))
            anchor, inside = after, [bit]
    yield Part(anchor=anchor, bits=tuple(inside))
