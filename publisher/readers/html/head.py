"""The head of an article as it is printed on the page: subtitle, byline and date."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from publisher.readers.html.bylines import ROLE, split_names
from publisher.readers.html.places import Places
from publisher.readers.html.runs import Run
from publisher.readers.html.signs import (
    BYLINE,
    DATE,
    DECK,
    LONGEST_LINE,
    SHORT_LINE,
    called,
    is_day,
    is_line_of_head,
    is_signed,
)
from publisher.readers.html.told import Told
from publisher.readers.incoming import Reason
from publisher.readers.letters import letters
from publisher.readers.markup.kinds import HEADINGS, Element, kind, names
from publisher.readers.markup.seen import seen_text, visible_texts

SHORTEST_DECK, LONGEST_DECK = 20, 600  # characters
LONGEST_BYLINE = 200  # characters of a byline with all that stands beside it
LONGEST_NAMED = 80  # characters of a line that is a byline only because it has a name
SENTENCE = re.compile(r"\w[.!?…][\"”“’»]*$")
NAMES = re.compile(
    r"author-?_?name|(?:^|\s)fn(?:$|\s)|name(?:$|\s)|(?:^|\s)(?:vcard|author)(?:$|\s)"
)


@dataclass(slots=True)
class Head:
    """What is printed above the text.

    Attributes:
        title: The element.
        main: The element of the text.
        deck: The element.
        authors: Names.
        days: The lines that may hold a day, the likeliest first.
        changed: The days told in `time` of the last change.
        near: Other lines that stand close to the title, where a day may be.
        used: Why elements of the head do not stand in the body.
        lines: The same of lines that share their element with the body, by their letters.
    """

    title: Element | None = None
    main: Element | None = None
    deck: Element | None = None
    authors: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    near: list[str] = field(default_factory=list)
    used: dict[Element, Reason] = field(default_factory=dict)
    lines: dict[str, Reason] = field(default_factory=dict)


def read_head(runs: Sequence[Run], told: Told, places: Places) -> Head:
    """Read what is printed between the title and the text.

    Args:
        runs: From the title to the first paragraph of the text.
        told: What the page tells programs.
        places: Where the text stands, from which only what is surely of the head is taken.
    """
    head = Head(title=places.title, main=places.main)
    if places.title is not None:
        head.used[places.title] = Reason.REPEATED
    last = max((at for at, run in enumerate(runs) if is_line_of_head(run)), default=-1)
    for at, run in enumerate(runs):
        within = run.block in places.inside and at > last
        _Line(run, called(run.block), head, told, places.inside).read(within=within)
    head.days = [*places.times(), *head.days]
    head.changed = list(places.times(changed=True))
    return head


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the head, and what is known around it."""

    run: Run
    called: str
    head: Head
    told: Told
    inside: frozenset[Element]

    def read(self, *, within: bool) -> None:
        """Take what the line says."""
        head, run = self.head, self.run
        if self._is_byline():
            head.authors.extend(name for name in _names(run) if self._is_new(name))
            head.days.extend(_dated(run.block))
            self._use(Reason.UNDERSTOOD)
        elif self._is_date():
            self._use(Reason.UNDERSTOOD)
        elif head.deck is None and self._is_deck(within=within):
            head.deck = run.block
            self._use(Reason.REPEATED)
        elif self._is_small():
            self._use(Reason.PAGE)
        head.days.append(_spaced(run.block) if len(run.text) < LONGEST_BYLINE else run.text)

    def _is_new(self, name: str) -> bool:
        """Whether a name is one, and not what the author named before does."""
        return name not in self.head.authors and not (self.head.authors and ROLE.search(name))

    def _is_byline(self) -> bool:
        run = self.run
        if len(run.text) > LONGEST_BYLINE:
            return False
        if is_signed(run) or (BYLINE.search(self.called) and not self._is_only_day()):
            return True
        named = any(letters(name) in run.letters for name in self.told.authors if " " in name)
        return named and len(run.text) < LONGEST_NAMED

    def _is_only_day(self) -> bool:
        """Whether a line in the box of the byline tells when, and not who."""
        return is_day(_spaced(self.run.block)) and not any(map(_holds_name, self.run.block.iter()))

    def _is_date(self) -> bool:
        run = self.run
        if kind(run.block) == "time" or is_day(run.text):
            return True
        return len(run.text) < LONGEST_LINE and bool(DATE.search(self.called))

    def _is_small(self) -> bool:
        """Whether a short line below a title in the body is a label or a counter."""
        in_body = self.head.title in self.inside and kind(self.run.block) not in HEADINGS
        sentence = kind(self.run.block) == "p" and SENTENCE.search(self.run.text)
        return in_body and len(self.run.text) < SHORT_LINE and not sentence

    def _is_deck(self, *, within: bool) -> bool:
        run = self.run
        if not SHORTEST_DECK <= len(run.text) <= LONGEST_DECK or run.linked * 2 > len(run.text):
            return False
        if DECK.search(self.called) or "description" in (run.block.get("itemprop") or ""):
            return True
        if kind(run.block) in HEADINGS or self._follows_title():
            return True
        described = any(_begins(letters(one), run.letters) for one in self.told.descriptions)
        return not within and (described or len(run.text) > SHORT_LINE)

    def _follows_title(self) -> bool:
        """Whether a paragraph stands right behind the title, in one box with it."""
        before = self.run.block.getprevious()
        boxed = self.run.block.getparent() is not self.head.main
        return kind(self.run.block) == "p" and before is self.head.title is not None and boxed

    def _use(self, reason: Reason) -> None:
        """Keep the line out of the body: its element, if that holds nothing else."""
        if letters(seen_text(self.run.block)) == self.run.letters:
            self.head.used[self.run.block] = reason
        elif self.run.block in self.inside and self.run.letters:
            self.head.lines[self.run.letters] = reason


def _dated(block: Element) -> Iterator[str]:
    for one in block.iter():
        if kind(one) and DATE.search(names(one)):
            yield seen_text(one)


def _names(run: Run) -> Iterator[str]:
    """Give the names in a byline: of the elements that hold nothing else, else of the line."""
    marked = [seen_text(one) for one in run.block.iter() if kind(one) and _holds_name(one)]
    held = [
        name for text in marked if text and len(text) < SHORT_LINE for name in split_names(text)
    ]
    whole = list(split_names(_spaced(run.block)))
    yield from whole if set(held) <= set(whole) else held


def _spaced(block: Element) -> str:
    """Give the words of a line with a space between its elements, whose styles may part them."""
    return " ".join(text for text in visible_texts(block) if text)


def _holds_name(element: Element) -> bool:
    return bool(kind(element)) and (
        (element.get("rel") or "") == "author"
        or (element.get("itemprop") or "") in {"author", "name"}
        or (kind(element) == "a" and "/auth" in (element.get("href") or ""))
        or bool(NAMES.search(names(element)))
    )


def _begins(description: str, text: str) -> bool:
    """Whether a description, which is often cut off, is the text."""
    return len(description) > SHORTEST_DECK and text.startswith(description)
