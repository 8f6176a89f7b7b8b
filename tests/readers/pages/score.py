"""Judge the reader of web pages by the corpus.

`python -m tests.readers.pages.score` prints a table and each miss; `--held` takes the pages that
are held back.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from publisher.readers.incoming import Imported, Incoming
from tests.readers.pages.compare import FACTS, Score, compare
from tests.readers.pages.truth import Page, pages

MEASURES = ("paragraphs", "headings", "cells", "captions", "credits", "pictures", *FACTS)
PRECISE = ("paragraphs", "captions", "credits", "pictures")


def measure(page: Page, read: Callable[[Incoming], Imported]) -> Score:
    """Read a page, and compare."""
    incoming = Incoming(data=page.data, name=f"{page.name}.html", beside=page.beside)
    score = compare(read(incoming), page.truth)
    score.misses = [f"{page.system}/{page.name}: {miss}" for miss in score.misses]
    return score


def reader() -> Callable[[Incoming], Imported]:
    """Give the reader that is judged."""
    read: Callable[[Incoming], Imported] = import_module("publisher.readers.html").read_html
    return read


def table(scores: dict[str, Score]) -> Iterator[str]:
    """Print the scores of each system, and of all."""
    total = Score()
    for score in scores.values():
        total.add(score)
    short = [measure[:7] for measure in MEASURES]
    precise = [f"{measure[:5]}-p" for measure in PRECISE]
    yield " ".join(f"{head:>7}" for head in (" " * 12, *short, *precise, "noise", "lost"))
    for name, score in (*scores.items(), ("all", total)):
        shares = [f"{score.recall(m):7.3f}" for m in MEASURES]
        shares += [f"{score.precision(m):7.3f}" for m in PRECISE]
        yield " ".join([f"{name:<12}", *shares, f"{score.noise:>7}", f"{score.lost:>7}"])
    yield from total.misses


def main(arguments: Sequence[str]) -> None:
    """Judge the reader, and print what it makes of the pages."""
    scores: dict[str, Score] = {}
    for page in pages(held="--held" in arguments):
        scores.setdefault(page.system, Score()).add(measure(page, reader()))
    sys.stdout.writelines(f"{line}\n" for line in table(scores))


if __name__ == "__main__":
    main(sys.argv[1:])
