"""What a reader of a page sees."""

import re
from collections.abc import Iterator

from publisher.readers.markup.kinds import BLOCKS, NEVER_SEEN, Element, kind

HIDDEN_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|clip-path\s*:\s*inset\(\s*50%"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?\b)",
    re.IGNORECASE,
)
FOR_SCREEN_READERS = re.compile(
    r"visually-?hidden|screen-?reader|(?:^|[\s_-])sr-?only|element-invisible|show-for-sr|a11y-hidden"
    r"|assistive-text|off-?screen",
    re.IGNORECASE,
)
LINES = re.compile("credit|copyright|source|author|photographer", re.IGNORECASE)
LARGEST_BOX = 1500  # characters of a picture's box; a larger one holds text too
FIGURES = re.compile("fig|caption|image|photo|media|picture", re.IGNORECASE)
TAGS = re.compile(r"<[^<>]*>")
SPACES = re.compile(r"[ \t\n\f\r\v]+")


def is_unseen(element: Element) -> bool:
    """Whether nobody sees an element: it is a script, or hidden, or only read aloud."""
    return kind(element) in NEVER_SEEN or not kind(element) or _is_hidden(element)


def _is_hidden(element: Element) -> bool:
    return (
        (element.get("hidden") is not None and element.get("hidden") != "until-found")
        or bool(HIDDEN_STYLE.search(element.get("style") or ""))
        or bool(FOR_SCREEN_READERS.search(element.get("class") or ""))
    )


def visible_runs(root: Element) -> Iterator[str]:
    """Give every run of words that a reader sees, block by block."""
    run: list[str] = []
    for text in visible_texts(root):
        if text is not None:
            run.append(text)
            continue
        joined = SPACES.sub(" ", "".join(run)).strip()
        run.clear()
        if joined:
            yield joined


def visible_texts(root: Element) -> Iterator[str | None]:
    """Give the visible text below an element piece by piece, with None where a block ends.

    It goes down any depth, for it keeps its own list of what is to come.
    """
    waiting: list[Element | str | None] = [None, root]
    while waiting:
        step = waiting.pop()
        if step is None or isinstance(step, str):
            yield step
        elif not is_unseen(step):
            waiting.extend(reversed(_inside(step)))


def _inside(element: Element) -> list[Element | str | None]:
    edge: list[Element | str | None] = [None] if kind(element) in BLOCKS | {"br"} else []
    return [*edge, *children_of(element), *edge]


def drawn_words(root: Element) -> Iterator[str]:
    """Give the words that are seen in drawings, in fields of forms and in frames.

    They are no running text, so that nothing of the page is read from them.
    """
    for element in root.iter("text", "textarea", "option", "input"):
        text = element.get("value") if kind(element) == "input" else _all_of(element)
        shown = element.get("type") in {None, "submit", "button", "reset", "text"}
        if text and shown and not any(map(_is_hidden, (element, *element.iterancestors()))):
            yield text
    for frame in root.iter("iframe"):
        within = SPACES.sub(" ", TAGS.sub(" ", frame.get("srcdoc") or "")).strip()
        if within:
            yield within


def _all_of(element: Element) -> str:
    return SPACES.sub(" ", "".join(map(str, element.itertext()))).strip()


def children_of(element: Element) -> list[Element | str]:
    """List the texts and elements directly inside an element, in their order.

    Elements around a picture that touch one another are lines of their own, by their style, and so
    are links: there is a space between them.
    """
    found: list[Element | str] = [element.text] if element.text else []
    near = len(element) > 0 and _is_near_picture(element)
    for child in element:
        if found and (near and _is_line(child, found[-1])):
            found.append(" ")
        found.append(child)
        if child.tail:
            found.append(child.tail)
        elif _is_link(child) and _is_link(child.getnext()):
            found.append(" ")
    return found


def _is_line(element: Element, before: "Element | str") -> bool:
    """Whether an element near a picture stands on a line of its own, by its style."""
    if not isinstance(before, str):
        return True
    if not kind(element):
        return False
    named = kind(element) in {"small", "cite"} or bool(LINES.search(element.get("class") or ""))
    begins = next((text for text in map(str, element.itertext()) if text), "")[:1]
    touches = before[-1:].islower() and begins.isupper()
    return (named or touches) and not before[-1:].isspace()


def _is_link(element: Element | None) -> bool:
    return element is not None and kind(element) == "a"


def _is_near_picture(element: Element) -> bool:
    parent = element.getparent()
    around = (element,) if parent is None else (element, parent)
    return any(
        FIGURES.search(f"{kind(one)} {one.get('class') or ''}") and not is_longer(one, LARGEST_BOX)
        for one in around
    )


def seen_text(element: Element) -> str:
    """Give what is seen of an element as one line."""
    return " ".join(visible_runs(element))


def is_longer(element: Element, most: int) -> bool:
    """Whether an element holds more than so many characters; only so many are looked at."""
    left = most
    for text in element.itertext() if kind(element) else ():
        left -= max(len(text.strip()), 1)
        if left < 0:
            return True
    return False
