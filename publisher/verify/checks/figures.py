"""A: each figure's words stand beside its picture, and its credit to the letter."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from publisher.model.article import Article
from publisher.model.block import Figure
from publisher.model.inline import Prose
from publisher.model.language import language
from publisher.model.walk import figures_of, plain_text
from publisher.render.dates import format_date
from publisher.render.edition import Edition
from publisher.render.terms import CREDIT_LABELS, Term
from publisher.verify.finding import Fault, quoted
from publisher.verify.record import Illustration, Kind, Passage, Record, Run
from publisher.verify.same import holds_words, same_line, same_words
from publisher.verify.tongues import misnamed
from publisher.verify.wanted import words_of

NAMES = {
    "A1": "caption",
    "A2": "credit",
    "A4": "licence",
    "A5": "reason why the picture is withheld",
    "A6": "place or day",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that must stand beside a picture.

    Attributes:
        check: The check that speaks where it does not.
        kind: What it is, where the format tells.
        text: What it says.
        same: Whether what is found says it.
        runs: Its words by language; empty where no language is asked of it.
    """

    check: str
    kind: Kind
    text: str
    same: Callable[[str, str], bool]
    runs: tuple[Run, ...] = ()


Lines: TypeAlias = tuple[Line, ...]


def check(record: Record, edition: Edition) -> Iterator[Fault]:
    """Find what is missing or wrong beside the pictures."""
    wanted = [(article, figure) for article in edition.articles for figure in figures_of(article)]
    shown = [one for one in record.content if isinstance(one, Illustration)]
    if len(shown) != len(wanted):
        yield Fault(
            check="A8", message=f"{len(shown)} figures stand in the file, not {len(wanted)}"
        )
    lines = [tuple(lines_of(figure, article, edition)) for article, figure in wanted]
    pairs = list(zip(lines, _paired(lines, shown), strict=True))
    numbers: dict[str, int] = {}
    for (article, figure), (own, one) in zip(wanted, pairs, strict=True):
        number = numbers[article.slug] = numbers.get(article.slug, 0) + 1
        if one is None:
            yield Fault(check="A8", message="the figure is missing", figure=number)
            continue
        for line in own:
            yield from _line(line, one, pairs, number)
        yield from _alternative(figure, article, edition, one, number)
        yield from _picture(figure, one, number)


def _paired(wanted: Sequence[Lines], shown: Sequence[Illustration]) -> list[Illustration | None]:
    """Give the illustration of each figure: by its place, or where some are missing, its words."""
    if len(wanted) == len(shown):
        return list(shown)
    left = list(shown)
    found: list[Illustration | None] = []
    for lines in wanted:
        best = max(left, key=partial(_agreeing, lines), default=None)
        if best is None or (lines and not _agreeing(lines, best)):
            found.append(None)
        else:
            left.remove(best)
            found.append(best)
    return found


def _agreeing(lines: Iterable[Line], one: Illustration) -> int:
    return sum(_stands(line, one) for line in lines)


def lines_of(figure: Figure, article: Article, edition: Edition) -> Iterator[Line]:
    """List what must be printed beside a picture."""
    return (line for line in _lines(figure, article, edition) if line.text.strip())


def _lines(figure: Figure, article: Article, edition: Edition) -> Iterator[Line]:
    if figure.withheld:
        yield _worded("A5", Kind.WITHHELD, figure.withheld, article)
    if figure.caption:
        yield _worded("A1", Kind.CAPTION, figure.caption, article)
    if figure.place:
        yield _worded("A6", Kind.TAKEN, figure.place, article, holds_words)
    if figure.taken:
        day = format_date(figure.taken, language(edition.language))
        yield Line(check="A6", kind=Kind.TAKEN, text=day, same=holds_words)
    if credit := figure.credit:
        label = "" if credit.label else f"{edition.terms[CREDIT_LABELS[figure.kind]]} "
        yield Line(check="A2", kind=Kind.CREDIT, text=f"{label}{credit.line}", same=same_line)
    if figure.licence:
        text = f"{edition.terms[Term.LICENCE]} {figure.licence}"
        yield Line(check="A4", kind=Kind.LICENCE, text=text, same=same_words)


def _worded(
    check: str,
    kind: Kind,
    run: Prose,
    article: Article,
    same: Callable[[str, str], bool] = same_words,
) -> Line:
    words = words_of(run, article)
    return Line(check=check, kind=kind, text=words.text, same=same, runs=words.runs)


def _line(
    line: Line,
    one: Illustration,
    pairs: Iterable[tuple[Lines, Illustration | None]],
    number: int,
) -> Iterator[Fault]:
    name = NAMES[line.check]
    found = next((line_ for line_ in one.lines if _says(line, line_)), None)
    if found:
        wrong = misnamed(found.runs, line.runs)
        if wrong:
            yield _misnamed(f"the {name}", wrong, number)
    elif any(other and _strays(line, lines, other) for lines, other in pairs):
        message = f"the {name} {quoted(line.text)} stands beside another picture"
        yield Fault(check="A7", message=message, figure=number)
    else:
        near = [line_.text for line_ in one.lines if line_.kind is line.kind]
        instead = f"; there stands {quoted(near[0])}" if near else ""
        message = f"the {name} {quoted(line.text)} is missing{instead}"
        yield Fault(check=line.check, message=message, figure=number)


def _strays(line: Line, lines: Lines, other: Illustration) -> bool:
    """Whether a line stands beside a picture that has none like it of its own."""
    own = {(one.kind, one.text) for one in lines}
    return (line.kind, line.text) not in own and _stands(line, other)


def _stands(line: Line, one: Illustration) -> bool:
    return any(_says(line, passage) for passage in one.lines)


def _says(line: Line, passage: Passage) -> bool:
    return passage.kind in {line.kind, Kind.PARAGRAPH} and line.same(passage.text, line.text)


def _misnamed(what: str, wrong: tuple[str, str | None, str], number: int) -> Fault:
    words, found, wanted = wrong
    message = f"{what} carries the language {found}, not {wanted}, in {quoted(words)}"
    return Fault(check="A9", message=message, figure=number)


def _alternative(
    figure: Figure, article: Article, edition: Edition, one: Illustration, number: int
) -> Iterator[Fault]:
    run = next(
        (run for run in (figure.alt, figure.caption) if run and plain_text(run.children).strip()),
        None,
    )
    numbered = edition.terms[Term.FIGURE].replace("{number}", str(number))
    text = words_of(run, article).text if run else numbered
    if one.alt is None or not same_words(one.alt.text, text):
        instead = f"; there stands {quoted(one.alt.text)}" if one.alt and one.alt.text else ""
        message = f"the alternative text {quoted(text)} is missing{instead}"
        yield Fault(check="A3", message=message, figure=number)
    elif run:
        whole = Run(text=text, language=run.language or article.language)
        wrong = misnamed((one.alt,), (whole,))
        if wrong:
            yield _misnamed("the alternative text", wrong, number)


def _picture(figure: Figure, one: Illustration, number: int) -> Iterator[Fault]:
    if figure.image and one.digest is None:
        yield Fault(check="A10", message="the picture is missing", figure=number)
    if figure.image is None and one.digest is not None:
        yield Fault(check="A10", message="a picture is shown that is withheld", figure=number)
