"""Switches: a translator's comment turns rules off for one entry.

`# lint: off Q2 N1` above an entry; a reason may follow a dash.
"""

import re
from collections.abc import Iterator

from publisher.catalog.lint.entry import Context, Entry
from publisher.catalog.lint.finding import Slip, listed
from publisher.catalog.message import Message

COMMENT = re.compile(r"\s*lint\s*:\s*(?P<words>.*)", re.IGNORECASE)
DASHES = frozenset({"-", "–", "—", "--"})
OFF = "off"


def switched_off(message: Message) -> tuple[str, ...]:
    """List the ids of rules that are turned off for a message, known or not.

    >>> switched_off(Message(source="a", comments=("lint: off q2, N1 – a quotation",)))
    ('Q2', 'N1')
    """
    return tuple(name.upper() for words in _switches(message) for name in _ids(words))


def switches(entry: Entry, context: Context) -> Iterator[Slip]:
    """X1: a switch says off, and names rules that there are."""
    if entry.form:
        return
    for words in _switches(entry.message):
        names = _ids(words)
        unknown = [name for name in names if name.upper() not in context.ids]
        if unknown:
            yield Slip(
                message=f"there is no rule {listed(unknown)} to turn off",
                hint=f"the rules are {', '.join(sorted(context.ids))}",
            )
        if not names:
            yield Slip(
                message="a comment for lint names no rule", hint="write it so: # lint: off Q2 N1"
            )


def _switches(message: Message) -> Iterator[tuple[str, ...]]:
    for comment in message.comments:
        found = COMMENT.fullmatch(comment)
        if found:
            yield tuple(found["words"].replace(",", " ").split())


def _ids(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words after `off` as far as a dash."""
    if not words or words[0].lower() != OFF:
        return ()
    ends = [at for at, word in enumerate(words) if word in DASHES]
    return words[1 : ends[0] if ends else None]
