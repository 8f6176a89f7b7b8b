"""The items of a NewsML-G2 message: which is the story, and which are its pictures."""

from dataclasses import dataclass

from publisher.readers.markup.kinds import Element
from publisher.readers.news.newsml_content import is_sealed, is_text
from publisher.readers.news.tree import attribute, children, find, inside, name_of

PICTURES = {"picture", "graphic", "image"}
RECORDINGS = {"video", "audio"}


@dataclass(frozen=True, slots=True)
class Message:
    """The items of a file.

    Attributes:
        main: The story.
        pictures: The items that are its pictures.
        others: The items that are other stories.
    """

    main: Element
    pictures: tuple[Element, ...] = ()
    others: tuple[Element, ...] = ()


def sort_items(root: Element) -> Message:
    """Sort the items of a file; one inside another is a part of that."""
    items = [root] if name_of(root) == "newsitem" else list(inside(root, "newsitem"))
    if not items:
        return Message(root)
    ordered = _by_package(root, items)
    worded = [one for one in ordered if class_of(one) not in PICTURES | RECORDINGS]
    texts = list(filter(is_text, worded)) or list(filter(is_sealed, worded))
    main = next(iter(texts), ordered[0])
    others = tuple(one for one in texts if one is not main)
    pictures = [one for one in items if one is not main and class_of(one) in PICTURES]
    if others:
        named = _named_by(main) | _packaged_with(root, main)
        pictures = [one for one in pictures if attribute(one, "guid") in named]
    left = {id(one) for one in (main, *pictures)}
    return Message(main, tuple(pictures), tuple(one for one in items if id(one) not in left))


def _by_package(root: Element, items: list[Element]) -> list[Element]:
    """Put first what a package names first; its root group leads."""
    package = root if name_of(root) == "packageitem" else find(root, "packageitem")
    if package is None:
        return items
    first = attribute(find(package, "groupset"), "root")
    groups = sorted(inside(package, "group"), key=lambda one: attribute(one, "id") != first)
    references = [one for group in groups for one in inside(group, "itemref")]
    references = references or list(inside(package, "itemref"))
    ranks = {attribute(one, "residref"): at for at, one in reversed(list(enumerate(references)))}
    return sorted(items, key=lambda one: ranks.get(attribute(one, "guid"), len(ranks)))


def _named_by(item: Element) -> set[str]:
    return {attribute(one, "residref") for one in inside(item, "link")} - {""}


def _packaged_with(root: Element, main: Element) -> set[str]:
    """List the items that stand in one group with the story, or in a group below that."""
    guid, groups = attribute(main, "guid"), list(inside(root, "group"))
    around = [group for group in groups if guid in _references(group)]
    below = {attribute(one, "idref") for group in around for one in inside(group, "groupref")}
    around.extend(group for group in groups if attribute(group, "id") in below)
    return {reference for group in around for reference in _references(group)}


def _references(group: Element) -> set[str]:
    return {attribute(one, "residref") for one in inside(group, "itemref")}


def class_of(item: Element) -> str:
    """Give what an item is, such as `text` and `picture`; empty where nothing tells it."""
    told = next(children(find(item, "itemmeta"), "itemclass"), None)
    code = attribute(told, "qcode", "uri", "literal")
    kind = code.replace("/", ":").rpartition(":")[2].lower()
    if kind or find(item, "inlinexml", "inlinedata") is not None:
        return kind
    kinds = {
        attribute(one, "contenttype").partition("/")[0] for one in inside(item, "remotecontent")
    }
    return "picture" if "image" in kinds else ""
