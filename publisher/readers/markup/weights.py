"""How much is written and shown in each element of a page."""

from dataclasses import dataclass, field

from publisher.readers.markup.kinds import Element
from publisher.readers.markup.seen import is_unseen


@dataclass(slots=True)
class Weights:
    """How many characters, pictures and elements there are in each element."""

    characters: dict[Element, int] = field(default_factory=dict)
    pictures: dict[Element, int] = field(default_factory=dict)
    elements: dict[Element, int] = field(default_factory=dict)


def weigh(root: Element, pictures: frozenset[Element]) -> Weights:
    """Weigh every element below a root, the inner before the outer."""
    weights = Weights()
    for element in reversed(list(root.iter())):
        seen = not is_unseen(element)
        weights.pictures[element] = (element in pictures) + sum(
            weights.pictures[child] for child in element
        )
        weights.elements[element] = 1 + sum(weights.elements[child] for child in element)
        own = len((element.text or "").strip())
        weights.characters[element] = seen * (
            own
            + sum(weights.characters[child] + len((child.tail or "").strip()) for child in element)
        )
    return weights
