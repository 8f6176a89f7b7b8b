"""Where on a page the head ends and the text begins."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from publisher.readers.html.runs import Run
from publisher.readers.html.signs import is_line_of_head
from publisher.readers.html.told import Told
from publisher.readers.incoming import Reason
from publisher.readers.letters import letters
from publisher.readers.markup.boxes import Plan
from publisher.readers.markup.kinds import HEADINGS, Element, kind, names

AHEAD = (
    4  # lines of the head that may follow what looks like text already: an intro, then the byline
)
CHANGED = re.compile(r"(?:^|[\s_-])(?:updated|modified)(?:$|[\s_-])")
SHORT, AROUND = 80, 12  # characters of a line with a date, and lines around the title


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a page stand.

    Attributes:
        body: The page.
        title: The element of the title.
        main: The element of the text.
        apart: Why elements do not stand in the body; more may come to it.
        order: The place of each element in the page.
        inside: The elements of the text.
        named: The title's element and all around it.
    """

    body: Element
    title: Element | None
    main: Element
    apart: Mapping[Element, Reason]
    order: Mapping[Element, int]
    inside: frozenset[Element]
    named: frozenset[Element]

    @classmethod
    def of(
        cls,
        body: Element,
        title: Element | None,
        main: Element,
        apart: Mapping[Element, Reason],
    ) -> "Places":
        """Look the places up."""
        return cls(
            body,
            title,
            main,
            apart,
            {element: place for place, element in enumerate(body.iter())},
            frozenset(main.iter()),
            frozenset() if title is None else frozenset((title, *title.iterancestors())),
        )

    @property
    def start(self) -> int:
        """Give the place of the title."""
        return 0 if self.title is None else self.order[self.title]

    def is_apart(self, element: Element) -> bool:
        """Whether an element or one around it is not to stand in the body."""
        return element in self.apart or any(one in self.apart for one in element.iterancestors())

    def head(
        self, runs: Sequence[Run], weights: Mapping[Element, int], told: Told
    ) -> Sequence[Run]:
        """Give the lines between the title and the text."""
        after = list(self._after_title(runs))
        first = next((at for at, run in enumerate(after) if self._is_text(run, weights, told)), 0)
        near = after[: first + AHEAD]
        last = max((at + 1 for at, run in enumerate(near) if is_line_of_head(run)), default=0)
        return after[: max(first, last)]

    def _after_title(self, runs: Sequence[Run]) -> Iterator[Run]:
        within_title = frozenset(() if self.title is None else self.title.iter())
        for run in runs:
            place = self.order[run.block]
            if place < self.start or run.block in within_title or self.is_apart(run.block):
                continue
            if place > self.order[self.main] and run.block not in self.inside:
                return
            yield run

    def _is_text(self, run: Run, weights: Mapping[Element, int], told: Told) -> bool:
        """Whether a line is the first of the text: not a subtitle in one box with it."""
        if run.block not in self.inside or run.block not in weights:
            return False
        if kind(run.block) in HEADINGS or self._in_header(run.block):
            return False
        return run.letters not in map(letters, told.descriptions)

    def _in_header(self, block: Element) -> bool:
        """Whether a paragraph in the body stands in a box with the title, and so above the text."""
        around = next((one for one in block.iterancestors() if one in self.named), self.main)
        return around is not self.main and kind(around) in {"header", "hgroup"}

    def above_title(self, plan: Plan) -> Iterator[Element]:
        """Give what stands in the body above its title, pictures aside."""
        if self.title is None or self.main not in self.named or self.main is self.title:
            return
        kept = set(self.named)
        for frame in plan.boxes:
            kept.update((frame, *frame.iterancestors()))
        for element in self.main.iter():
            if element is self.title:
                return
            if kind(element) and element not in kept and element.getparent() in self.named:
                yield element

    def lines_near(self, runs: Sequence[Run]) -> list[str]:
        """Give the short lines around the title, the nearest first: one may be the date."""
        short = [run for run in runs if len(run.text) <= SHORT and not self.is_apart(run.block)]
        short.sort(key=lambda run: abs(self.order[run.block] - self.start))
        return [run.text for run in short[:AROUND]]

    def times(self, *, changed: bool = False) -> Iterator[str]:
        """Give the days told in `time`, those of a change or all others, after the title first."""
        every = (one for one in self.body.iter("time") if one.get("datetime"))
        times = [one for one in every if bool(CHANGED.search(names(one))) is changed]
        for one in sorted(times, key=lambda one: (self.order[one] < self.start, self.order[one])):
            yield one.get("datetime") or ""
