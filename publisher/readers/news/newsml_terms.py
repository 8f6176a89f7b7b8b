"""What stands in many places of NewsML-G2: roles, people and places."""

from collections.abc import Iterator

from publisher.readers.markup.kinds import Element
from publisher.readers.news.tree import attribute, children, run_of


def role_of(element: Element) -> str:
    """Give what a text is for, in letters and digits alone."""
    role = attribute(element, "role", "roleuri").replace("/", ":").rpartition(":")[2]
    return "".join(filter(str.isalnum, role.lower()))


def located(meta: Element | None) -> str:
    """Give the place of a story or a picture."""
    place = next(children(meta, "located"), None)
    if place is None:
        return ""
    return next(map(run_of, children(place, "name")), "") or attribute(place, "literal")


def people(meta: Element | None, name: str) -> Iterator[str]:
    """Give the names of those who have a part in something, by the name of that part."""
    for one in children(meta, name):
        yield next(map(run_of, children(one, "name")), "") or attribute(one, "literal")
