"""How a page is laid out: where the article's head, pictures and text are, and what is neither."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from publisher.readers.days import CHANGED
from publisher.readers.html.furniture import find_furniture, find_links
from publisher.readers.html.graph import read_graph
from publisher.readers.html.head import Head, read_head
from publisher.readers.html.lead import lead_pictures
from publisher.readers.html.main import alike, below_of, find_main, weigh_runs, widen
from publisher.readers.html.meta import read_items, read_meta
from publisher.readers.html.places import Places
from publisher.readers.html.runs import Run, runs_of
from publisher.readers.html.title import find_title
from publisher.readers.html.told import Told, joined
from publisher.readers.incoming import Reason
from publisher.readers.letters import letters
from publisher.readers.markup.boxes import Plan, plan_pictures
from publisher.readers.markup.kinds import Element
from publisher.readers.markup.marks import safe_address

SHORT = 80  # characters of a line that tells a day


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a page is laid out.

    Attributes:
        root: The page.
        told: What the page tells programs.
        base: The address that relative ones are relative to, where the page says.
        head: What is printed above the text.
        nodes: The pictures of the head and the text, in the order of reading.
        runs: All words of the page.
        body_runs: Those of the text.
        apart: Why elements do not stand in the body.
        plan: Where the pictures are.
    """

    root: Element
    told: Told
    base: str
    head: Head
    nodes: tuple[Element, ...]
    runs: tuple[Run, ...]
    body_runs: tuple[Run, ...]
    apart: Mapping[Element, Reason]
    plan: Plan

    def near_runs(self) -> Iterator[Run]:
        """Give the words in the text's element and in the one around it, what is apart aside."""
        around = self.nodes[-1].getparent()
        for run in self.runs:
            above = tuple(_up(run.block))
            within = around is None or around in above
            if within and not any(one in self.apart for one in above):
                yield run

    def lines_changed(self) -> Iterator[str]:
        """Give the short lines that begin with words such as "Last updated"."""
        for run, following in pairwise(self.runs):
            if len(run.text) <= SHORT and CHANGED.match(run.text):
                yield f"{run.text} {following.text[:SHORT]}"


def lay_out(root: Element, markup: str) -> Layout:
    """Find out how a page is laid out."""
    body = root  # what stands behind the end of `body` is seen too
    meta = read_meta(root)
    told = joined(read_graph(root, meta.titles), meta, read_items(root))
    runs = runs_of(body)
    weights = weigh_runs(runs, markup, told.bodies)
    title = find_title(body, told)
    below = below_of(weights)
    apart = dict.fromkeys(find_furniture(body, below, title), Reason.PAGE)
    half = below.get(body, 0) / 2
    holding = frozenset(element for element, weight in below.items() if weight > half)
    plan = plan_pictures([body], apart.get, holding)
    captions = _captions(plan)
    weights = _without(weights, captions, apart)
    decks = frozenset(map(letters, told.descriptions))
    like = {run.block: len(run.text) for run in alike(runs, weights, decks)}
    main, weights = _whole_text(body, weights, _without(like, captions, apart))
    places = Places.of(body, title, main, apart)
    apart.update(dict.fromkeys(find_links(places.main, weights), Reason.PAGE))
    lines = [run for run in places.head(runs, weights, told) if run.block not in captions]
    head = read_head(lines, told, places)
    head.near.extend(places.lines_near(runs))
    apart.update(head.used)
    apart.update(dict.fromkeys(places.above_title(plan), Reason.PAGE))
    return Layout(
        root=body,
        told=told,
        base=next((safe_address(one.get("href") or "") for one in root.iter("base")), ""),
        head=head,
        nodes=(*lead_pictures(plan, places, told), places.main),
        runs=runs,
        body_runs=tuple(
            run for run in runs if run.block in places.inside and not places.is_apart(run.block)
        ),
        apart=apart,
        plan=plan,
    )


def _whole_text(
    body: Element, weights: dict[Element, int], more: Mapping[Element, int]
) -> tuple[Element, dict[Element, int]]:
    """Give the element of the text, and its paragraphs with those `more` that stand in it."""
    found = find_main(body, weights)
    if found is None:
        return body, weights
    main = widen(found, more)
    return main, weights | {one: more[one] for one in more if main in one.iterancestors()}


def _captions(plan: Plan) -> frozenset[Element]:
    """Give every element in the frames of pictures and in the words behind them."""
    parts = (part for box in plan.boxes.values() for part in (box.frame, *box.words))
    return frozenset(one for part in parts for one in part.iter())


def _without(
    weights: Mapping[Element, int], captions: frozenset[Element], apart: Mapping[Element, Reason]
) -> dict[Element, int]:
    return {
        block: weight
        for block, weight in weights.items()
        if block not in captions and not any(one in apart for one in _up(block))
    }


def _up(element: Element) -> Iterator[Element]:
    yield element
    yield from element.iterancestors()
