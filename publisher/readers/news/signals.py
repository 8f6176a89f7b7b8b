"""What an editor must know of a story before it is printed."""

from publisher.readers.news.story import Caution

SHORTEST = 300  # characters of a note that is told; the report has all of it
STOPPED = {
    "canceled": "cancelled by its sender: do not publish it",
    "cancelled": "cancelled by its sender: do not publish it",
    "withheld": "withheld by its sender: do not publish it until it is released",
    "embargoed": "under an embargo",
}


def cautions_of(  # noqa: PLR0913 -- each is a field of its own in every format
    *,
    status: str = "",
    embargo: str = "",
    notes: tuple[str, ...] = (),
    usage: str = "",
    partial: bool = False,
    moving: int = 0,
) -> tuple[Caution, ...]:
    """Put into words what a feed signals.

    >>> cautions_of(status="stat:canceled")[0].message
    'the story is cancelled by its sender: do not publish it'
    """
    found: list[Caution] = []
    state = status.strip().lower().replace("/", ":").rpartition(":")[2]
    if state in STOPPED:
        found.append(Caution(code="feed-status", message=f"the story is {STOPPED[state]}"))
    if embargo.strip():
        message = f"the story is under an embargo until {embargo.strip()[:40]}"
        found.append(Caution(code="feed-embargo", message=message))
    found.extend(
        Caution(code="feed-note", message=f"a note to editors: {_short(note)}")
        for note in filter(None, notes)
    )
    if usage:
        found.append(Caution(code="feed-usage", message=f"the terms of use: {_short(usage)}"))
    if partial:
        message = "the file holds only a part of the story"
        found.append(Caution(code="feed-partial", message=message, hint="get the whole of it"))
    if moving:
        message = f"{moving} recordings belong to the story, and no edition can show them"
        found.append(Caution(code="feed-recordings", message=message))
    return tuple(found)


def _short(text: str) -> str:
    return text if len(text) <= SHORTEST else f"{text[:SHORTEST]}…"


def others_left(titles: tuple[str, ...]) -> tuple[Caution, ...]:
    """Tell of the stories in the same file that are not read."""
    return tuple(
        Caution(
            code="feed-other-story",
            message=f"another story in the file is not imported: {_short(title) or 'untitled'}",
            hint="its words are in the report; import it from a file of its own",
        )
        for title in titles
    )
