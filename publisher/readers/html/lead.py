"""The pictures of an article's head, which stand outside its text."""

from collections.abc import Iterator

from publisher.readers.html.places import Places
from publisher.readers.html.signs import BYLINE, NEAR
from publisher.readers.html.told import Told
from publisher.readers.markup.boxes import Box, Plan
from publisher.readers.markup.figures import picture_key
from publisher.readers.markup.kinds import Element, kind, names
from publisher.readers.markup.pictures import addresses_of

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")


def lead_pictures(plan: Plan, places: Places, told: Told) -> tuple[Element, ...]:
    """Give the pictures between title and text, or above them if they stand for the article."""
    scope = frozenset(_scope(places).iter())
    found = []
    for frame, box in plan.boxes.items():
        if frame in scope and _leads(box, places, told):
            gallery = (one for one in frame.iterancestors() if one in plan.galleries)
            found.append(next((one for one in gallery if one in scope), frame))
    return tuple(sorted(dict.fromkeys(found), key=places.order.__getitem__))


def _leads(box: Box, places: Places, told: Told) -> bool:
    place = places.order[box.frame]
    if box.frame in places.inside or place > places.order[places.main] or box.picture is None:
        return False
    if box.frame in places.main.iterancestors():
        return False
    shown = any(picture_key(one) in told.shown for one in addresses_of(box.picture))
    if _is_portrait(box.frame) or (_leads_away(box.picture) and not shown):
        return False
    return place > places.start or shown or kind(box.frame) == "figure"


def _scope(places: Places) -> Element:
    """Give the smallest element that holds both the title and the text."""
    if places.title is None:
        parent = places.main.getparent()
        return places.main if parent is None else parent
    above = (places.main, *places.main.iterancestors())
    return next((one for one in above if one in places.named), places.body)


def _leads_away(picture: Element) -> bool:
    """Whether a picture is a link to another page, as those of teasers are."""
    link = next(picture.iterancestors("a"), None)
    if link is None:
        return False
    href = (link.get("href") or "").partition("?")[0].lower()
    return bool(href) and not href.startswith("#") and not href.endswith(PICTURES)


def _is_portrait(frame: Element) -> bool:
    """Whether a picture stands in the byline, and so shows who wrote the article."""
    return any(BYLINE.search(names(one)) for one in _near(frame))


def _near(element: Element) -> Iterator[Element]:
    around = (element, *element.iterancestors())
    yield from (one for one, _ in zip(around, range(NEAR), strict=False))
