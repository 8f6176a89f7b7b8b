"""Fields: what Word computes, such as a link, a number or a table of contents.

What a reader sees is a field's result; its instruction only says what it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from publisher.readers.word.elements import Element, attribute_of, name_of, qualified
from publisher.readers.word.symbols import symbol

# Attributes of ours: on a mark whose other half is missing, and on one whose field has no result.
BROKEN, BARE = "broken", "bare"
GONE = frozenset({"del", "moveFrom"})
ARGUMENT = re.compile(r'\\?"((?:[^"\\]|\\.)*)"|(\\\S+)|(\S+)')
OF_THE_FILE = frozenset({"TOC", "INDEX", "TOA", "RD", "TC", "XE", "TA"})
TAKEN_FROM_INSTRUCTION = frozenset({"MACROBUTTON", "GOTOBUTTON"})


@dataclass(slots=True, kw_only=True)
class Field:
    """A field that is open.

    Attributes:
        instruction: What was read of it so far.
        shown: Whether what comes now is its result.
        bare: Whether it has no result, so that what is no instruction is seen as it stands.
    """

    instruction: str = ""
    shown: bool = False
    bare: bool = False

    @property
    def kind(self) -> str:
        """The first word of its instruction."""
        return next(iter(self.instruction.split()), "").upper()

    @property
    def href(self) -> str:
        r"""Where it leads, if it is a link.

        >>> Field(instruction=r'HYPERLINK "https://example.org/" \l "a" \t "_blank"').href
        'https://example.org/#a'
        """
        if self.kind != "HYPERLINK":
            return ""
        address, place, switch = "", "", ""
        for argument in list(_arguments(self.instruction))[1:]:
            if argument.startswith("\\") and not switch:
                switch = argument if argument in {"\\l", "\\o", "\\t"} else ""
            else:
                address = argument if not switch and not address else address
                place = argument if switch == "\\l" else place
                switch = ""
        return f"{address}#{place}" if place else address

    @property
    def words(self) -> str:
        """What a reader sees of it although it has no result."""
        arguments = list(_arguments(self.instruction))
        if self.kind in TAKEN_FROM_INSTRUCTION:
            return " ".join(self.instruction.split(maxsplit=2)[2:])
        if self.kind == "SYMBOL" and len(arguments) > 1:
            font = next((b for a, b in pairwise(arguments) if a == "\\f"), "")
            return symbol(font, _code(arguments[1]))
        return ""


@dataclass(slots=True)
class Fields:
    """The fields that are open while a part is gone through."""

    _open: list[Field] = field(default_factory=list)

    def turn(self, mark: Element) -> Field | None:
        """Take a `w:fldChar`; give the field that it ends, if it ends one."""
        kind = attribute_of(mark, "fldCharType")
        if mark.get(BROKEN):
            return None
        if kind == "begin":
            self._open.append(Field(bare=bool(mark.get(BARE))))
        elif kind == "separate" and self._open:
            self._open[-1].shown = True
        elif kind == "end" and self._open:
            return self._open.pop()
        return None

    def begin(self, instruction: str) -> None:
        """Open a field whose result comes at once; `end` closes it."""
        self._open.append(Field(instruction=instruction, shown=True))

    def end(self) -> Field:
        """Close the field that was opened last."""
        return self._open.pop()

    def instruct(self, text: str) -> None:
        """Add to the instruction of the field that was opened last."""
        if self._open and not self._open[-1].shown:
            self._open[-1].instruction += text

    @property
    def shown(self) -> bool:
        """Whether what comes now is seen by a reader."""
        return all(one.shown or one.bare for one in self._open)

    @property
    def href(self) -> str:
        """Where the innermost link leads that is open."""
        return next((one.href for one in reversed(self._open) if one.kind == "HYPERLINK"), "")

    @property
    def of_the_file(self) -> bool:
        """Whether what comes now is a table of contents or an index."""
        return any(one.kind in OF_THE_FILE for one in self._open)


def mark_broken(root: Element) -> None:
    """Mark the beginnings of fields that have no end or no result, and ends without beginning.

    Else one lost end would make the instruction of a field of all the text that follows.
    """
    begun: list[list[Element]] = []
    for mark in root.iter(qualified("w:fldChar")):
        if any(name_of(one) in GONE for one in mark.iterancestors()):
            continue
        kind = attribute_of(mark, "fldCharType")
        if kind == "begin":
            begun.append([mark])
        elif not begun:
            mark.set(BROKEN, "1")
        elif kind == "end":
            marks = begun.pop()
            marks[0].set(BARE, "1" if len(marks) == 1 else "")
        else:
            begun[-1].append(mark)
    for marks in begun:
        for mark in marks:
            mark.set(BROKEN, "1")


def _arguments(instruction: str) -> Iterator[str]:
    for quoted, switch, bare in ARGUMENT.findall(instruction):
        yield switch or bare or re.sub(r"\\(.)", r"\1", quoted)


def _code(text: str) -> int:
    number = text.lower().removeprefix("0x")
    base = 16 if number != text.lower() else 10
    return (
        int(number, base)
        if re.fullmatch(r"[0-9a-f]{1,6}", number)
        and (
            base == 16 or number.isdigit()  # noqa: PLR2004 -- hexadecimal
        )
        else 0
    )
