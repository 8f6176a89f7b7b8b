"""B and T: every run of the article stands in the file, in its order and its language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from publisher.model.article import Article
from publisher.model.block import Paragraph
from publisher.model.language import language
from publisher.model.walk import Role, runs
from publisher.render.edition import Edition
from publisher.verify.finding import Fault, quoted
from publisher.verify.record import Kind, Passage, Record
from publisher.verify.same import LOOSE, holds_words, same_words, spelt
from publisher.verify.tongues import misnamed
from publisher.verify.wanted import Words, words_of

ELSEWHERE = {Role.ALT, Role.SUMMARY, Role.KEYWORD, Role.CAPTION, Role.PLACE, Role.WITHHELD}
UNPRINTED = {Role.ALT, Role.SUMMARY, Role.KEYWORD}  # or plain: a note cannot be called there
CHECKS = {Role.BYLINE: "B1", Role.NOTE: "B2", Role.RIGHTS: "B3", Role.TITLE: "B4"}
WITHIN = {Role.BYLINE, Role.DATELINE}  # stand in a line with other words
UNORDERED = {Role.FOOTNOTE, Role.NOTE, Role.RIGHTS}  # stand where the layout likes


@dataclass(slots=True)
class _Search:
    """Finds runs in the passages of a file, each after the one before where it can be."""

    passages: Sequence[Passage]
    at: int = 0
    places: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for at, passage in enumerate(self.passages):
            self.places.setdefault(_key(passage.text), []).append(at)

    def whole(self, text: str, words: Words, *, footnote: bool = False) -> int | None:
        """Find the passage that says a text and nothing else.

        Of several, one after the last that was found is best, and one in the right language; of a
        footnote, one among the notes.
        """
        same = [
            at for at in self.places.get(_key(text), ()) if same_words(self.passages[at].text, text)
        ]

        def worse(at: int) -> tuple[bool, bool]:
            passage = self.passages[at]
            misplaced = passage.kind is not Kind.FOOTNOTE if footnote else at < self.at
            return misplaced, misnamed(passage.runs, words.runs) is not None

        return min(same, key=worse, default=None)

    def within(self, words: Words) -> int | None:
        """Find a passage that says some words among others, in their language if there is one."""
        held = [at for at, one in enumerate(self.passages) if holds_words(one.text, words.text)]
        right = (at for at in held if not misnamed(self.passages[at].runs, words.runs))
        return next(right, held[0] if held else None)

    def near(self, text: str) -> str:
        """Give the passage that has most words in common with a text; it may be none."""
        words = set(spelt(text).split())
        best = max(
            self.passages, key=lambda one: len(words & set(spelt(one.text).split())), default=None
        )
        shared = words & set(spelt(best.text).split()) if best else set()
        return best.text if best and 2 * len(shared) >= len(words) else ""


def _key(text: str) -> str:
    return LOOSE.sub("", spelt(text))


def check(record: Record, edition: Edition) -> Iterator[Fault]:
    """Find runs of text that are missing, changed, out of order or in another language."""
    search = _Search([one for one in record.content if isinstance(one, Passage)])
    for article in edition.articles:
        opening = _opening(article)
        caller = Role.TITLE
        for place, run in runs(article):
            caller = caller if place.role is Role.FOOTNOTE else place.role
            if place.role not in ELSEWHERE and caller not in UNPRINTED:
                words = words_of(run, article)
                whole = f"{opening[0]}{words.text}" if run is opening[1] else words.text
                yield from _run(place.role, words, whole, search)


def _opening(article: Article) -> tuple[str, object]:
    """Give what stands before the first paragraph in its line, and that paragraph's run."""
    first = next((one.content for one in article.body if isinstance(one, Paragraph)), None)
    if article.dateline is None:
        return "", first
    return f"{words_of(article.dateline, article).text}{language(article.language).dash}", first


def _run(role: Role, words: Words, whole: str, search: _Search) -> Iterator[Fault]:
    if not _key(words.text):
        return
    at = (
        search.within(words)
        if role in WITHIN
        else search.whole(whole, words, footnote=role is Role.FOOTNOTE)
    )
    name = role.value.replace("-", " ")
    if at is None:
        yield _missing(role, name, words.text, search)
        return
    if role not in WITHIN | UNORDERED:
        if at < search.at:
            message = f"the {name} {quoted(words.text)} stands before what it follows"
            yield Fault(check="T2", message=message)
        search.at = max(search.at, at + (role is not Role.FOOTNOTE))
    wrong = misnamed(search.passages[at].runs, words.runs)
    if wrong:
        message = f"the {name} carries the language {wrong[1]}, not {wrong[2]}"
        yield Fault(check="T3", message=f"{message}, in {quoted(wrong[0])}")


def _missing(role: Role, name: str, text: str, search: _Search) -> Fault:
    near = search.near(text)
    instead = f"; there stands {_difference(near, text)}" if near else ""
    check = CHECKS.get(role, "T1")
    return Fault(check=check, message=f"the {name} {quoted(text)} is missing{instead}")


def _difference(found: str, wanted: str) -> str:
    """Show where a text begins to differ."""
    mine, theirs = found.split(), wanted.split()
    at = next(
        (n for n, pair in enumerate(zip(mine, theirs, strict=False)) if pair[0] != pair[1]), 0
    )
    return quoted(" ".join(mine[max(0, at - 2) : at + 6]))
