"""Names for ever: a thing has the same URI in every issue of it, and no URI is an address."""

from uuid import UUID, uuid5

NAMES = UUID("f1f3082d-a3b7-45cb-9145-b612d2e1353b")  # the names of news items begin here


def identify(*parts: str) -> str:
    """Make a URN of what a thing is known by.

    >>> identify("Gazeta", "bridge", "sq") == identify("Gazeta", "bridge", "sq")
    True
    """
    return uuid5(NAMES, "\n".join(parts)).urn
