"""Comments in the margin: what the program has to say of a segment."""

from collections.abc import Iterable, Iterator

from publisher.export.docx.elements import w
from publisher.export.docx.inlines import set_text
from publisher.export.docx.metadata import timestamp
from publisher.export.docx.pieces import Marks
from publisher.export.docx.setting import Setting
from publisher.export.docx.styles import Style
from publisher.readers.word.elements import Element

AUTHOR, INITIALS = "Publisher", "P"
SPOKEN = "en"  # the language of remarks


class Remarks:
    """The comments of a document; `element` is the root of their part."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        when = setting.edition.when
        self._date = timestamp(when) if when else None
        self.element = w("comments")

    def on(self, made: Iterable[Element], remarks: tuple[str, ...]) -> Iterator[Element]:
        """Put a comment on what was made, a paragraph for each remark; without any, none."""
        if not remarks:
            yield from made
            return
        id_ = str(len(self.element))
        self.element.append(self._comment(id_, remarks))
        yield w("commentRangeStart", id=id_)
        yield from made
        yield w("commentRangeEnd", id=id_)
        yield w("r", self._reference(), w("commentReference", id=id_))

    def _comment(self, id_: str, remarks: tuple[str, ...]) -> Element:
        made = w("comment", id=id_, author=AUTHOR, date=self._date, initials=INITIALS)
        style = self._setting.style(Style.COMMENT_TEXT)
        for remark in remarks:
            words = set_text(remark, Marks(language=SPOKEN), self._setting)
            made.append(w("p", w("pPr", w("pStyle", val=style)), words))
        made[0].insert(1, w("r", self._reference(), w("annotationRef")))
        return made

    def _reference(self) -> Element:
        return w("rPr", w("rStyle", val=self._setting.style(Style.COMMENT_REFERENCE)))
