"""What is known around a piece of a page while it is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from publisher.readers.draft import Draft
from publisher.readers.incoming import Reason
from publisher.readers.markup.kinds import Element


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFacts:
    """What the page tells programs about a picture."""

    caption: str = ""
    credit: str = ""


def nothing(_element: Element) -> Reason | None:
    """Take every element for a part of the article."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known around a piece of a page.

    Attributes:
        draft: Gets the pictures, the words that are left out and the findings.
        base: The address against which relative ones are understood; may be empty.
        apart: Tells why an element is not to stand in the body, if it is not.
        facts: What is known of pictures, by `picture_key` of their addresses.
    """

    draft: Draft
    base: str = ""
    apart: Callable[[Element], Reason | None] = nothing
    facts: Mapping[str, PictureFacts] = field(default_factory=lambda: MappingProxyType({}))
