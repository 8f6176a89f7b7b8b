"""Where the text of the article stands on a page."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from lxml import etree

from publisher.readers.html.phrases import ABOUT_PAGE
from publisher.readers.html.runs import Run
from publisher.readers.letters import letters
from publisher.readers.markup.kinds import Element, kind, names

LONG = 60  # characters of a paragraph that is one beyond doubt
NEARLY_ALL = 0.93  # of the text of the article
MOST = 0.6  # of the text, where what is left stands in small boxes behind it
FEW = 3  # paragraphs
SEVERAL = 2  # paragraphs; one may be a teaser
LINKED = 4  # the part of a paragraph that is in links is smaller than its fourth
MOST_TAGS = 30_000
MOST_MARKUP = 1_500_000  # characters; a larger page is read without the library's opinion
BODIES = re.compile(
    r"(?:^|\s)(?:entry-content|post-content|post-body|article-?_{0,2}(?:body|content|text)"
    r"|story-?_{0,2}(?:body|content|text)|field--?name-body|article-body-wrapper|gh-content"
    r"|td-post-content|single-news-text|single-?content|news-?text|news-?content|post-?text|body-?text"
    r"|body markup|available-content|c-entry-content|b-article__body|richtext|wysiwyg|rich-text"
    r"|itemfulltext|articlebody"
    r"|tekst|clanak-tekst|text-content|content-body|main-text|itemintrotext)(?:$|\s)"
)
DATA = re.compile(r"""(["'(])data:[^"')]{200,}""")


def weigh_runs(runs: tuple[Run, ...], markup: str, bodies: tuple[str, ...]) -> dict[Element, int]:
    """Give how many characters of the article stand directly in each block.

    What counts is in the text that the page tells programs, or in what the extraction library
    takes for the main text; else, each long paragraph that is not made of links.
    """
    runs = tuple(run for run in runs if len(run.text) >= LONG and not ABOUT_PAGE.search(run.text))
    known = "\n".join(map(letters, bodies))
    likely = "\n".join(map(letters, extracted(markup)))
    sure = _sum(run for run in runs if run.letters in known) if known else {}
    fair = _sum(run for run in runs if run.letters in likely)
    if sum(sure.values()) * 2 >= sum(fair.values()) and sure:
        return sure
    return fair or _sum(run for run in runs if run.linked * 2 < len(run.text))


def _sum(runs: Iterator[Run]) -> dict[Element, int]:
    weights: dict[Element, int] = {}
    for run in runs:
        weights[run.block] = weights.get(run.block, 0) + len(run.text)
    return weights


def extracted(markup: str) -> tuple[str, ...]:
    """Give the paragraphs that trafilatura takes for the main text."""
    from trafilatura import bare_extraction  # noqa: PLC0415 -- slow to load, and only pages need it

    slim = DATA.sub(r"\1data:", markup)
    if len(slim) > MOST_MARKUP or slim.count("<") > MOST_TAGS:
        return ()
    try:
        document = bare_extraction(slim, fast=True, include_comments=False)
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return ()  # it gives up on pages that are none
    if document is None or isinstance(document, dict):
        return ()
    text = document.text or ""
    return tuple(line for line in text.splitlines() if line.strip())


def find_main(root: Element, weights: Mapping[Element, int]) -> Element | None:
    """Find the smallest element with nearly all of the text, or the known one around it."""
    total = sum(weights.values())
    below = below_of(weights)
    if not total:
        return next((one for one in root.iter() if _is_body(one)), None)
    body = [one for one in root.iter() if _is_body(one) and below.get(one, 0) >= total * NEARLY_ALL]
    if body:
        return body[-1]
    found = root
    while True:
        inner = next((one for one in found if below.get(one, 0) >= total * NEARLY_ALL), None)
        if inner is None:
            inner = _with_most(found, below, weights)
        if inner is None or kind(inner) == "p" or _is_paragraph(inner, weights):
            return found
        found, total = inner, below[inner]


def _is_paragraph(element: Element, weights: Mapping[Element, int]) -> bool:
    """Whether an element holds one paragraph itself, and no lines that new lines part."""
    return element in weights and next(element.iter("br"), None) is None


def widen(main: Element, more: Mapping[Element, int]) -> Element:
    """Give the text's element, or the one around it that holds paragraphs which it lacks.

    Args:
        main: As it was found.
        more: Paragraphs elsewhere on the page that look like those of the text.
    """
    for around in main.iterancestors():
        if kind(around) in {"body", "html"}:
            break
        held = sum(1 for block in more if around in block.iterancestors())
        if held >= SEVERAL:
            return around
        if kind(around) in {"article", "main"}:
            break
    return main


def alike(
    runs: Iterable[Run], weights: Mapping[Element, int], decks: Collection[str]
) -> Iterator[Run]:
    """Find long paragraphs set like those of the text, which nobody took for the text.

    Args:
        runs: All of the page.
        weights: The paragraphs of the text.
        decks: The letters of what the page tells of its article, which may stand as a subtitle.
    """
    classes = {name for block in weights for name in _classes(block)}
    for run in runs:
        if run.block in weights or kind(run.block) != "p" or len(run.text) < LONG:
            continue
        plain = run.linked * LINKED < len(run.text) and not ABOUT_PAGE.search(run.text)
        if plain and run.letters not in decks and classes & _classes(run.block):
            yield run


def _classes(block: Element) -> set[str]:
    """Give the classes of a paragraph; one that has none is of the same kind as others so."""
    return set((block.get("class") or "").split()) or ({""} if kind(block) == "p" else set())


def _with_most(
    found: Element, below: Mapping[Element, int], weights: Mapping[Element, int]
) -> Element | None:
    """Choose the child with most of the text where what the others hold is small and apart."""
    inner = max(found, key=lambda one: below.get(one, 0), default=None)
    if inner is None:
        return None
    others = [one for one in found if one is not inner and below.get(one, 0)]
    if below.get(inner, 0) < MOST * below.get(found, 0) or found in weights:
        return None
    if sum(1 for one in inner.iter() if one in weights) < FEW:
        return None
    apart = all(
        kind(one) not in {"p", kind(inner)}
        or (kind(one) != "p" and one.get("class") != inner.get("class"))
        for one in others
    )
    small = all(sum(1 for part in one.iter() if part in weights) < FEW for one in others)
    behind = all(inner in one.itersiblings(preceding=True) for one in others)
    return inner if apart and small and behind else None


def below_of(weights: Mapping[Element, int]) -> dict[Element, int]:
    """Give how many characters of the article stand anywhere in each element."""
    found: dict[Element, int] = {}
    for block, weight in weights.items():
        for one in (block, *block.iterancestors()):
            found[one] = found.get(one, 0) + weight
    return found


def _is_body(element: Element) -> bool:
    if "articlebody" in (element.get("itemprop") or "").lower().split():
        return True
    if (element.get("property") or "").lower() in {
        "articlebody",
        "schema:articlebody",
        "schema:text",
    }:
        return True
    if kind(element) not in {"div", "section", "article", "span", "td", "main"}:
        return False
    return bool(BODIES.search(names(element)))
