"""Going through a part of a Word file, in the order of reading, as if all changes were accepted."""

from collections.abc import Callable, Iterable, Mapping
from itertools import islice

from publisher.readers.incoming import Reason
from publisher.readers.word.controls import is_contents, is_prompt, words_in
from publisher.readers.word.elements import (
    CHOICES,
    OFF,
    Element,
    attribute_of,
    name_of,
    qualified,
    value_of,
)
from publisher.readers.word.fields import GONE, Fields, mark_broken
from publisher.readers.word.formulas import formula
from publisher.readers.word.grids import is_gone, read_grid
from publisher.readers.word.letters import Letters
from publisher.readers.word.paragraph import NEW_PAGE, Paragraph
from publisher.readers.word.parts import Part
from publisher.readers.word.properties import is_initial
from publisher.readers.word.row import BREAK
from publisher.readers.word.shown import shown_in
from publisher.readers.word.source import Source
from publisher.readers.word.symbols import UNKNOWN, code_of, spelled, symbol

CHARACTERS = {"tab": "\t", "ptab": "\t", "cr": BREAK, "noBreakHyphen": "\u2011"}
PROPERTIES = frozenset({"pPr", "rPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "sdtPr"})
WORDLESS = PROPERTIES | {"delText", "delInstrText", "softHyphen", "pgNum"}
FOREIGN = (
    "part-not-read",
    "a part of the document in another format is not read",
    "open the file in Word, save it anew, and import it again",
)
CHANGED = ("changes-accepted", "tracked changes are read as if all were accepted")
DRAWINGS = frozenset({"drawing", "pict", "object"})


class Flow:
    """Goes through one part of a file once.

    Attributes:
        source: The file.
        member: The name of the part.
    """

    def __init__(self, source: Source, member: str) -> None:
        self.source = source
        self.member = member
        self._fields = Fields()
        self._found: list[Part] = []
        self._open: Paragraph | None = None
        self._carried: Paragraph | None = None
        self._hrefs: list[str] = []
        self._letters = Letters()
        self._mark_follows = False  # whether a sign comes that the writer chose to call a note
        self._contents = 0  # how many tables of contents are open
        self._handlers: Mapping[str, Callable[[Element], None]] = {
            "p": self._paragraph,
            "tbl": self._table,
            "sdt": self._control,
            "r": self._run,
            "hyperlink": self._link,
            "fldSimple": self._simple_field,
            "fldChar": self._field_mark,
            "instrText": lambda one: self._fields.instruct(str(one.text or "")),
            "t": self._text,
            "br": self._break,
            "sym": self._symbol,
            "ruby": self._ruby,
            "oMath": self._formula,
            "footnoteReference": self._call,
            "endnoteReference": self._call,
            **dict.fromkeys(("altChunk", "subDoc"), lambda _: source.tell(*FOREIGN)),
            CHOICES: self._choices,
            **dict.fromkeys(GONE, self._gone),
            **dict.fromkeys(("ins", "moveTo"), self._inserted),
            **dict.fromkeys(DRAWINGS, self._drawing),
            **dict.fromkeys(CHARACTERS, self._character),
        }

    def read(self, root: Element) -> tuple[Part, ...]:
        """Give what stands in an element."""
        mark_broken(root)
        self._inside(root)
        self._finish()
        return tuple(self._found)

    def _inside(self, parent: Iterable[Element]) -> None:
        for child in parent:
            name = name_of(child)
            if name not in WORDLESS:
                self._handlers.get(name, self._inside)(child)

    def _apart(self, parent: Iterable[Element]) -> tuple[Part, ...]:
        """Read what stands in a frame of its own, while the paragraph around it stays open."""
        before = self._found, self._open, self._carried
        self._found, self._open, self._carried = [], None, None
        self._inside(parent)
        self._finish()
        found = tuple(self._found)
        self._found, self._open, self._carried = before
        return found

    def _paragraph(self, element: Element) -> None:
        if self._open is not None:  # a paragraph in a paragraph, which no program writes
            self._close(self._open)
        self.source.paragraph += 1
        self._open = current = self._begun(element.find(qualified("w:pPr")))
        self._inside(element)
        if self._open is current:
            self._end(current)

    def _begun(self, properties: Element | None) -> Paragraph:
        style = value_of(properties, "pStyle") or self.source.styles.usual
        base = self.source.type.base(style)
        begun = Paragraph(properties=properties, style=style, base=base)
        if self._carried is not None:
            begun.take(self._carried)
            self._carried = None
        return begun

    def _end(self, paragraph: Paragraph) -> None:
        marks = (
            None if paragraph.properties is None else paragraph.properties.find(qualified("w:rPr"))
        )
        gone = marks is not None and any(name_of(one) in GONE for one in marks)
        if gone or is_initial(paragraph.properties):
            self._carried, self._open = paragraph, None
        else:
            self._close(paragraph)

    def _close(self, paragraph: Paragraph) -> None:
        self._open = None
        self._found += paragraph.parts(self.source)

    def _finish(self) -> None:
        if self._open is None and self._carried is not None:
            self._open, self._carried = self._carried, None
        if self._open is not None:
            self._close(self._open)

    @property
    def _current(self) -> Paragraph:
        """The paragraph that is open; words outside of paragraphs make one of their own."""
        if self._open is None:
            self._open = self._begun(None)
        return self._open

    @property
    def _of_the_file(self) -> bool:
        return bool(self._contents) or self._fields.of_the_file

    def _run(self, run: Element) -> None:
        properties = run.find(qualified("w:rPr"))
        before = self._letters
        self._letters = self.source.type.letters(self._current.style, properties)
        self._inside(run)
        self._letters = before

    def _text(self, element: Element) -> None:
        text = spelled(str(element.text or ""), self._letters.font)
        if self._mark_follows:
            self._mark_follows = False
            self.source.leave(text, Reason.UNDERSTOOD)
        elif self._letters.hidden or not self._fields.shown:
            self._hide(text)
        else:
            self._say(text)

    def _hide(self, text: str) -> None:
        if self._letters.hidden and text.strip():
            self.source.tell("hidden-text", "hidden text is not in the article; the report has it")
        self.source.leave(text)

    def _say(self, text: str) -> None:
        if self._letters.struck and text.strip():
            self.source.tell(
                "struck-through",
                "words that are struck through are in the article",
                "delete them there if they were meant to go",
            )
        if self._letters.language:
            self.source.spoken[self._letters.language] += len(text)
        if text.strip():
            self._current.listed |= self._of_the_file
            self._current.told |= not self._of_the_file
        href = next(filter(None, (*reversed(self._hrefs), self._fields.href)), "")
        self._current.add(text, self._letters, href)

    def _character(self, element: Element) -> None:
        self._say(CHARACTERS[name_of(element)])

    def _break(self, element: Element) -> None:
        kind = attribute_of(element, "type")
        self._say(NEW_PAGE if kind in {"page", "column"} else BREAK)

    def _symbol(self, element: Element) -> None:
        font, code = attribute_of(element, "font"), attribute_of(element, "char")
        character = symbol(font, code_of(code))
        if not character:
            self.source.tell(
                "symbol-unknown",
                f"a sign of the font {font[:40]!r} is not known, and \ufffd stands in its place",
                "write it in the article by hand",
            )
        self._say(character or UNKNOWN)

    def _ruby(self, element: Element) -> None:
        """Take the reading of a word, which stands above it, in brackets behind it."""
        for child in element:
            name = name_of(child)
            if name == "rubyBase":
                self._inside(child)
        for child in element:
            if name_of(child) == "rt":
                self._say(" (")
                self._inside(child)
                self._say(")")

    def _formula(self, element: Element) -> None:
        self.source.tell(
            "formula-flattened", "a formula is written in one line", "compare it with the file"
        )
        current = self._current
        look = self._letters.upon(current.base, "")
        for piece in formula(element, look):
            current.put(piece, self._letters)
        words = "".join(str(one.text or "") for one in element.iter(qualified("m:t")))
        self.source.leave(words, Reason.UNDERSTOOD)

    def _call(self, element: Element) -> None:
        kind = name_of(element).removesuffix("Reference")
        self._current.call(f"{kind} {attribute_of(element, 'id')}")
        self._mark_follows = attribute_of(element, "customMarkFollows") not in {"", *OFF}

    def _link(self, link: Element) -> None:
        relation = self.source.relation(self.member, str(link.get(qualified("r:id"), "")))
        address = relation.target if relation and relation.outside else ""
        place = attribute_of(link, "anchor")
        self._hrefs.append(f"{address}#{place}" if address and place else address)
        self._inside(link)
        self._hrefs.pop()

    def _simple_field(self, element: Element) -> None:
        self._fields.begin(attribute_of(element, "instr"))
        self._inside(element)
        self._after(self._fields.end().kind)

    def _field_mark(self, mark: Element) -> None:
        ended = self._fields.turn(mark)
        if ended is not None:
            if not ended.shown and self._fields.shown and ended.words:
                self._say(ended.words)
            self._after(ended.kind)

    def _after(self, kind: str) -> None:
        if kind == "SEQ" and self._open is not None:
            self._open.counted = self._open.counted or len(self._open.pieces)

    def _inserted(self, element: Element) -> None:
        self.source.tell(*CHANGED)
        self._inside(element)

    def _gone(self, element: Element) -> None:
        if next(element.iter(qualified("w:delText"), qualified("w:t")), None) is not None:
            self.source.tell(*CHANGED)

    def _choices(self, element: Element) -> None:
        self._inside(islice(element, 1))

    def _control(self, control: Element) -> None:
        """Read a content control; what only asks for words is no text of the article."""
        if is_prompt(control):
            self.source.leave(words_in(control), Reason.PAGE)
            return
        contents = is_contents(control)
        self._contents += contents
        self._inside(control)
        self._contents -= contents

    def _drawing(self, drawing: Element) -> None:
        for part in shown_in(drawing, self.source, self.member, self._apart):
            self._current.tie(part)

    def _table(self, table: Element) -> None:
        if self._open is not None:
            self._close(self._open)
        if any(is_gone(row, "trPr") for row in table.iter(qualified("w:tr"))):
            self.source.tell(*CHANGED)
        self._found.append(read_grid(table, self.source.paragraph + 1, self._apart))
