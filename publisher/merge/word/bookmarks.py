"""The bookmarks that stand open while a Word file is gone through."""

from publisher.export.docx.anchors import Anchor, read_anchor
from publisher.readers.word.elements import Element, attribute_of, qualified


class Bookmarks:
    """Knows in which bookmark the text that comes now stands.

    LibreOffice leaves out the end of a bookmark over several paragraphs: one without an end reaches
    to the end of its paragraph.

    Attributes:
        endless: The anchors of the bookmarks that had no end.
    """

    def __init__(self) -> None:
        self.endless: set[Anchor] = set()
        self._open: dict[str, Anchor] = {}  # by id
        self._order: list[str] = []  # ids as they were opened, some of them closed again
        self._ends: set[str] = set()  # ids of the bookmarks that have an end
        self._unended: list[str] = []  # ids of open bookmarks that have none

    def turn_to(self, part: Element) -> None:
        """Begin a part of the file, with no bookmark open."""
        self._open, self._order, self._unended = {}, [], []
        self._ends = {attribute_of(end, "id") for end in part.iter(qualified("w:bookmarkEnd"))}

    def begin(self, bookmark: Element) -> None:
        """Open a bookmark, if it is one of ours."""
        anchor, id_ = read_anchor(attribute_of(bookmark, "name")), attribute_of(bookmark, "id")
        if anchor:
            self._open[id_] = anchor
            self._order.append(id_)
            if id_ not in self._ends:
                self.endless.add(anchor)
                self._unended.append(id_)

    def end(self, bookmark: Element) -> Anchor | None:
        """Close a bookmark; give its anchor if it was open."""
        return self._open.pop(attribute_of(bookmark, "id"), None)

    def end_paragraph(self) -> None:
        """Close the bookmarks that have no end of their own."""
        while self._unended:
            self._open.pop(self._unended.pop(), None)

    @property
    def current(self) -> Anchor | None:
        """The anchor that was opened last and is not closed."""
        while self._order and self._order[-1] not in self._open:
            self._order.pop()
        return self._open[self._order[-1]] if self._order else None
