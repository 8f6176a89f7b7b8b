"""What to print where the source changed since it was translated."""

from enum import Enum


class Stale(Enum):
    """A choice that a newsroom makes for each build."""

    SOURCE = "source"
    """The source text, in its own language tag."""

    PREVIOUS = "previous"
    """The translation of what the source said before, where it fits the source's markup."""

    BLOCK = "block"
    """Nothing: the edition is refused."""
