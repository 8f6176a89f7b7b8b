"""Calls of footnotes in HTML, as its vocabulary for publications (DPUB-ARIA 1.1) names them."""

from collections.abc import Iterator

from publisher.readers.markup.kinds import Element, kind

CALL, NOTES, BACK = "doc-noteref", "doc-endnotes", "doc-backlink"


def has_role(element: Element, role: str) -> bool:
    """Whether an element has a role."""
    return role in (element.get("role") or "").lower().split()


def calls_in(body: Element) -> Iterator[tuple[Element, Element]]:
    """Give the calls whose note stands in the same text, each with its note."""
    calls = [one for one in body.iter("a") if has_role(one, CALL)]
    places = {one.get("id"): one for one in body.iter()} if calls else {}
    for call in calls:
        note = places.get((call.get("href") or "").removeprefix("#") or "-")
        if note is not None and note is not call and kind(note):
            yield call, note


def part_calls(body: Element) -> None:
    """Put spaces around calls, so that none ends the word before it."""
    for call, _ in calls_in(body):
        call.text = f" {call.text or ''}"
        last = next(iter(reversed(call)), None)
        if last is None:
            call.text = f"{call.text} "
        else:
            last.tail = f"{last.tail or ''} "
