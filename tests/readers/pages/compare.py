"""Compare what was read from a page with what is true of it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from publisher.model.article import Article, ContributorRole
from publisher.model.block import Figure
from publisher.model.inline import Prose
from publisher.model.walk import Place, Role, figures_of, plain_text, runs
from publisher.readers.incoming import Imported, account
from tests.readers.pages.truth import TrueFigure, Truth

BODY = {Role.PARAGRAPH, Role.QUOTATION, Role.LIST_ITEM}
WORDED = BODY | {Role.HEADING, Role.CELL, Role.TABLE_CAPTION, Role.ASIDE_TITLE, Role.CAPTION}
WORDED |= {Role.GALLERY_CAPTION, Role.QUOTATION_SOURCE}
NO_AUTHOR = {ContributorRole.PHOTOGRAPHS, ContributorRole.ILLUSTRATION}
INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
A_SENTENCE = 25  # characters; what is shorter may stand in the body by chance
FACTS = ("title", "authors", "published", "updated", "language")


@dataclass(slots=True)
class Score:
    """How much of some pages was found.

    Attributes:
        right: What was found, by measure.
        wanted: What is true, by measure.
        given: What the reader gave, by measure.
        noise: Runs of the body that are not the article's.
        lost: Runs that are neither in the article nor in the rest.
        misses: What went wrong, in words.
    """

    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    noise: int = 0
    lost: int = 0
    misses: list[str] = field(default_factory=list)

    def count(self, measure: str, right: int, wanted: int, given: int) -> None:
        """Note how many of the wanted ones are right among those given."""
        self.right[measure] += right
        self.wanted[measure] += wanted
        self.given[measure] += given

    def add(self, other: "Score") -> None:
        """Add the score of other pages."""
        self.right.update(other.right)
        self.wanted.update(other.wanted)
        self.given.update(other.given)
        self.noise += other.noise
        self.lost += other.lost
        self.misses += other.misses

    def recall(self, measure: str) -> float:
        """Give the share of what is true that was found."""
        return self.right[measure] / self.wanted[measure] if self.wanted[measure] else 1.0

    def precision(self, measure: str) -> float:
        """Give the share of what was given that is true."""
        return self.right[measure] / self.given[measure] if self.given[measure] else 1.0


def normal(text: str) -> str:
    r"""Bring a text to the form in which texts are compared.

    >>> normal(" a\u00a0b \n co\u00adde ")
    'a b code'
    """
    return " ".join(INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def common(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Give the places of the longest common subsequence.

    >>> common("abcd", "xbdc")
    [(1, 1), (3, 2)]
    """
    longest = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            same = longest[i + 1][j + 1] + 1 if left[i] == right[j] else 0
            longest[i][j] = max(same, longest[i + 1][j], longest[i][j + 1])
    found, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] == right[j] and longest[i][j] == longest[i + 1][j + 1] + 1:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif longest[i + 1][j] >= longest[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def compare(imported: Imported, truth: Truth) -> Score:
    """Compare what was read from a page with what is true of it."""
    score = Score(lost=_lost(imported) + _lost(replace(imported, visible=tuple(_words(truth)))))
    if imported.article is None:
        score.misses.append(f"no article: {[str(d) for d in imported.diagnostics]}")
    _facts(score, imported.article, truth)
    worded = _worded(imported.article)
    _body(score, worded, truth)
    _figures(score, imported, truth)
    _noise(score, worded, truth)
    return score


def _lost(imported: Imported) -> int:
    """Count the runs that are neither in the article nor in the rest."""
    return len(account(imported)) - len(imported.rest)


def _words(truth: Truth) -> Iterator[str]:
    """List what must be kept, whatever the reader itself takes for visible."""
    yield from (truth.title, truth.subtitle, truth.note)
    yield from (*truth.paragraphs, *truth.headings, *truth.cells)
    for figure in truth.figures:
        yield from (figure.caption, *figure.credits[:1])


def _worded(article: Article | None) -> list[tuple[Place, str]]:
    """List the runs below the head of the article."""
    found = runs(article) if article else ()
    return [(place, normal(plain_text(run.children))) for place, run in found]


def _facts(score: Score, article: Article | None, truth: Truth) -> None:
    for fact, (wanted, right, given) in zip(FACTS, _pairs(article, truth), strict=True):
        score.count(fact, int(right), 1, 1)
        if not right:
            score.misses.append(f"{fact}: {given!r} is not {wanted!r}")


def _pairs(article: Article | None, truth: Truth) -> Iterator[tuple[object, bool, object]]:
    if article is None:
        yield from ((getattr(truth, fact), False, None) for fact in FACTS)
        return
    title = _text(article.title)
    yield truth.title, title == normal(truth.title), title
    authors = tuple(_text(one.name) for one in article.byline if one.role not in NO_AUTHOR)
    yield truth.authors, authors == tuple(map(normal, truth.authors)), authors
    yield truth.published, article.published == truth.published, article.published
    # An update on the day of publication may be told or not.
    days = {article.updated or article.published, truth.updated or truth.published}
    yield truth.updated, len(days) == 1, article.updated
    tag = article.language
    yield truth.language, tag == truth.language or tag.startswith(f"{truth.language}-"), tag


def _text(run: Prose) -> str:
    return normal(plain_text(run.children))


def _body(score: Score, worded: list[tuple[Place, str]], truth: Truth) -> None:
    undated = normal(truth.undated)
    paragraphs = [text for place, text in worded if place.role in BODY]
    if undated and undated in paragraphs:
        paragraphs[paragraphs.index(undated)] = normal(truth.paragraphs[0])
    given = [text for text in paragraphs if not _beside(text, truth)]
    _sequence(score, "paragraphs", truth.paragraphs, given)
    headings = [text for place, text in worded if place.role is Role.HEADING]
    _sequence(score, "headings", truth.headings, headings)
    cells = [text for place, text in worded if place.role is Role.CELL]
    _sequence(score, "cells", truth.cells, cells)


def _beside(text: str, truth: Truth) -> bool:
    """Whether a text is made of what may stand in the body or not."""
    for words in sorted(map(normal, (*truth.either, truth.note, truth.subtitle)), key=len)[::-1]:
        text = text.replace(words, " ") if words else text
    return not any(map(str.isalnum, text))


def _sequence(score: Score, measure: str, truth: Sequence[str], given: Sequence[str]) -> None:
    wanted = list(map(normal, truth))
    found = {i for i, _ in common(wanted, given)}
    score.count(measure, len(found), len(wanted), len(given))
    score.misses += [f"{measure}: {t!r}" for i, t in enumerate(wanted) if i not in found]


def _figures(score: Score, imported: Imported, truth: Truth) -> None:
    figures = figures_of(imported.article) if imported.article else ()
    given = [(figure, _picture(figure, imported)) for figure in figures]
    partners = _partners(truth.figures, given)
    _captions(score, figures, truth)
    named = sum(bool(name) for _, name in given)
    right = sum(pair is not None and pair[1] == true.picture for true, pair in partners)
    score.count("pictures", right, len(truth.figures), named)
    if len(figures) != len(truth.figures):
        score.misses.append(f"pictures: {len(figures)} figures, not {len(truth.figures)}")
    _credits(score, partners, sum(figure.credit is not None for figure in figures))


def _picture(figure: Figure, imported: Imported) -> str:
    """Give the file name of a figure's picture, as the page has it."""
    if figure.image is None:
        return ""
    path = figure.image.path
    sources = (e.beside for e in imported.enclosures if e.path == path and e.beside)
    return PurePosixPath(next(sources, path)).name


Pair = tuple[Figure, str]


def _partners(
    truths: Sequence[TrueFigure], given: Sequence[Pair]
) -> list[tuple[TrueFigure, Pair | None]]:
    """Say which figure is which: by the picture, else by the caption or alt, else by place."""
    free = list(range(len(given)))
    chosen: dict[int, int] = {}
    for alike in (_same_picture, _same_words, _same_place):
        for i, true in enumerate(truths):
            match = next((j for j in free if i not in chosen and alike(true, given[j])), None)
            if match is not None:
                chosen[i] = match
                free.remove(match)
    return [(true, given[chosen[i]] if i in chosen else None) for i, true in enumerate(truths)]


def _same_picture(true: TrueFigure, pair: Pair) -> bool:
    return pair[1] == true.picture


def _same_words(true: TrueFigure, pair: Pair) -> bool:
    figure, name = pair
    caption = bool(true.caption) and _caption(figure) == _ended(true.caption)
    alt = bool(true.alt) and figure.alt is not None and _text(figure.alt) == normal(true.alt)
    return not name and (caption or alt)


def _same_place(_: TrueFigure, pair: Pair) -> bool:
    return not pair[1]


def _captions(score: Score, figures: Sequence[Figure], truth: Truth) -> None:
    wanted = Counter(_ended(true.caption) for true in truth.figures if true.caption)
    given = Counter(filter(None, map(_caption, figures)))
    for text in truth.either:
        given.pop(_ended(text), None)
    score.count("captions", (wanted & given).total(), wanted.total(), given.total())
    score.misses += [f"captions: missing {text!r}" for text in wanted - given]
    score.misses += [f"captions: wrong {text!r}" for text in given - wanted]


def _caption(figure: Figure) -> str:
    return _ended(_text(figure.caption)) if figure.caption else ""


def _ended(caption: str) -> str:
    """Leave the full stop aside: whether it is the caption's is often a matter of taste."""
    return normal(caption).rstrip(".")


def _credits(score: Score, partners: Sequence[tuple[TrueFigure, Pair | None]], given: int) -> None:
    right = 0
    for true, pair in partners:
        line = pair[0].credit.line if pair and pair[0].credit else ""
        fits = normal(line) in map(normal, true.credits) if true.credits else not line
        right += fits and bool(true.credits)
        if not fits:
            score.misses.append(f"credits: {true.picture} has {line!r}, not {true.credits}")
    score.count("credits", right, sum(bool(true.credits) for true, _ in partners), given)


def _noise(score: Score, worded: list[tuple[Place, str]], truth: Truth) -> None:
    """Count the runs of the body that belong to the page, or that nobody knows."""
    absent = set(map(normal, truth.absent))
    known = {*map(normal, _known(truth))}
    for place, text in worded:
        if place.role not in WORDED:
            continue
        inside = any(len(words) >= A_SENTENCE and words in text for words in absent)
        strange = place.role in BODY and text not in known and not _beside(text, truth)
        if text in absent or inside or strange:
            score.noise += 1
            score.misses.append(f"noise: {place.role.value} {text!r}")


def _known(truth: Truth) -> Iterator[str]:
    yield from truth.paragraphs
    yield from (truth.title, truth.undated)
