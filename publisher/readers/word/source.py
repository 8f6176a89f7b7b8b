"""The parts of a Word file that its reading needs, and a place for what is found on the way."""

from collections import Counter
from dataclasses import dataclass, field

from publisher.errors import WordFileError
from publisher.readers.draft import Draft
from publisher.readers.incoming import Reason
from publisher.readers.word.elements import Element
from publisher.readers.word.letters import Type
from publisher.readers.word.names import Named
from publisher.readers.word.numbering import Numbering
from publisher.readers.word.package import Package, Relation
from publisher.readers.word.styles import Styles


@dataclass(slots=True)
class Source:
    """An open file, and the draft of the article that is made of it.

    Attributes:
        package: The file.
        draft: Where findings and words without a place go.
        paragraph: Number of the paragraph that is read, from 1.
        spoken: How many letters each language has, by Word's tag.
        uses: What paragraphs are for by the ids of their styles, once it was found out.
        lists: To which list and level of it those styles belong, likewise.
    """

    package: Package
    draft: Draft
    paragraph: int = 0
    spoken: Counter[str] = field(default_factory=Counter)
    uses: dict[str, Named] = field(default_factory=dict)
    lists: dict[str, tuple[str, str]] = field(default_factory=dict)
    styles: Styles = field(init=False)
    type: Type = field(init=False)
    numbering: Numbering = field(init=False)
    _told: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.styles = Styles(self.root_of("styles"))
        self.type = Type(self.styles)
        self.numbering = Numbering(self.root_of("numbering"))

    def member(self, kind: str, of: str | None = None) -> str:
        """Give the name of the part of a kind that the document refers to; empty without one.

        Args:
            kind: The last word of the relationship's type.
            of: Another part than the document; empty for the file itself.
        """
        return next(iter(self.members(kind, of)), "")

    def members(self, kind: str, of: str | None = None) -> tuple[str, ...]:
        """List the names of all such parts."""
        try:
            return self.package.related(self.package.main if of is None else of, kind)
        except WordFileError as error:
            self.tell("part-damaged", error.message)
            return ()

    def root_of(self, kind: str) -> Element | None:
        """Give the root of such a part; None where it is damaged, which is told, or not there."""
        return self.root(self.member(kind))

    def root(self, member: str) -> Element | None:
        """Give the root of a part; None where it is damaged, which is told, or not there."""
        try:
            return self.package.root(member)
        except WordFileError as error:
            self.tell("part-damaged", f"{member} is left out: {error.message}")
            return None

    def relation(self, member: str, id_: str) -> Relation | None:
        """Give what a relationship of a part leads to."""
        try:
            return self.package.relations(member).get(id_)
        except WordFileError as error:
            self.tell("part-damaged", error.message)
            return None

    def leave(self, text: str, reason: Reason = Reason.UNPLACED) -> None:
        """Note words that do not stand in the article."""
        self.draft.leave(text, reason, self.paragraph)

    def tell(self, code: str, message: str, hint: str = "") -> None:
        """Note what the user should know; the same is told once, where it comes first."""
        if (key := f"{code} {message}") not in self._told:
            self._told.add(key)
            self.draft.findings.warn(self.paragraph, code, message, hint)
