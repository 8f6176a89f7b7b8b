"""The runs of words on a page, with the elements that they stand in."""

from dataclasses import dataclass, field

from publisher.readers.letters import letters
from publisher.readers.markup.kinds import BLOCKS, Element, kind
from publisher.readers.markup.seen import SPACES, children_of, is_unseen


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together.

    Attributes:
        block: The innermost block around them, or the inline element in it that holds them all.
        linked: How many of their characters are in links.
    """

    text: str
    block: Element
    linked: int

    @property
    def letters(self) -> str:
        """The words as they are compared with others."""
        return letters(self.text)


def runs_of(root: Element) -> tuple[Run, ...]:
    """List the visible runs of a page in their order."""
    gatherer = _Gatherer(root)
    gatherer.gather()
    return tuple(gatherer.found)


@dataclass(frozen=True, slots=True)
class _Step:
    """What is to come: an element or a text, and where it stands."""

    node: Element | str | None
    block: Element
    top: Element | None = None  # the inline element directly in the block
    in_link: bool = False


@dataclass(slots=True)
class _Gatherer:
    """Puts together what stands together."""

    root: Element
    found: list[Run] = field(default_factory=list)
    steps: list[_Step] = field(default_factory=list)

    def gather(self) -> None:
        """Go through the page to its end."""
        waiting = [_Step(self.root, self.root)]
        while waiting:
            step = waiting.pop()
            node = step.node
            if isinstance(node, str):
                self.steps.append(step)
            elif node is None or kind(node) == "br":
                self._end()
            elif not is_unseen(node):
                waiting.extend(reversed(self._inside(node, step)))

    def _inside(self, node: Element, step: _Step) -> list[_Step]:
        is_block = kind(node) in BLOCKS
        in_link = step.in_link or kind(node) == "a"
        if is_block:
            self._end()
        block = node if is_block else step.block
        top = None if is_block else step.top if step.top is not None else node
        inside = [_Step(child, block, top, in_link) for child in children_of(node)]
        return [*inside, _Step(None, block)] if is_block else inside

    def _end(self) -> None:
        text = SPACES.sub(" ", "".join(str(step.node) for step in self.steps)).strip()
        steps, self.steps = [step for step in self.steps if str(step.node).strip()], []
        if not steps:
            return
        tops = {step.top for step in steps}
        top = tops.pop() if len(tops) == 1 else None
        linked = sum(len(str(step.node).strip()) for step in steps if step.in_link)
        self.found.append(Run(text, steps[0].block if top is None else top, linked))
