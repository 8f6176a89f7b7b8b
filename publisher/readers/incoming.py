"""What is imported, and what its reader gives back."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from publisher.diagnostics import Diagnostic
from publisher.model.article import Article
from publisher.model.text import clean
from publisher.model.walk import figures_of, plain_text, runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One file that is to become an article.

    Attributes:
        data: The file.
        name: Its name as a user knows it, for the report.
        slug: The article's name in addresses; empty to make one of its title.
        language: BCP 47 tag of its language; empty where the reader is to find out.
        beside: Files that lie beside it, as relative POSIX paths.
        serbian: What `sr` means where the file does not say its script.
    """

    data: bytes
    name: str
    slug: str = ""
    language: str = ""
    beside: Collection[str] = ()
    serbian: str = "sr-Cyrl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A picture that comes with an article.

    Attributes:
        path: Where it goes in the article's folder, such as `images/a.jpg`.
        data: The picture, where the file holds it.
        beside: The path of its file beside the imported one, where it does not.
    """

    path: str
    data: bytes = b""
    beside: str = ""


class Reason(Enum):
    """Why words of the input do not stand in the article as they are."""

    UNDERSTOOD = "understood"  # its meaning is kept: a date, a label, a mark of a list
    REPEATED = "repeated"  # the same words stand in the article already
    PAGE = "page"  # what belongs to the page around it: menus, related articles, advertisements
    UNPLACED = "unplaced"  # nobody knows where it belongs


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Words of the input that do not stand in the article.

    Attributes:
        text: As a reader of the input sees them.
        where: Their place as `file:line`, as far as it is known.
    """

    text: str
    reason: Reason = Reason.UNPLACED
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What was read from one file.

    Attributes:
        article: The article, or None where an error stopped it.
        diagnostics: What the user should know.
        enclosures: The pictures that the article shows.
        rest: The words that are not in the article; see `account`.
        visible: Every run of words that a reader of the input sees, in its order. It is taken from
            the input apart from the reading of it, so that nothing can be lost on the way.
    """

    article: Article | None
    diagnostics: tuple[Diagnostic, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    rest: tuple[Rest, ...] = ()
    visible: tuple[str, ...] = ()


Reader: TypeAlias = Callable[[Incoming], Imported]


def account(imported: Imported) -> tuple[Rest, ...]:
    """Give the rest of an import, with every visible run that is neither there nor in the article.

    Words are counted: those that stand twice in the input stand twice in article and rest together.
    """
    if imported.article is None:
        return imported.rest
    held = Counter(word for text in texts_of(imported.article) for word in words_of(text))
    held.update(word for rest in imported.rest for word in words_of(rest.text))
    lost = []
    for run in imported.visible:
        words = words_of(run)
        if any(held[word] < count for word, count in Counter(words).items()):
            lost.append(Rest(text=run))
        for word in words:
            held[word] = max(0, held[word] - 1)
    return (*imported.rest, *lost)


def texts_of(article: Article) -> Iterator[str]:
    """Give every text of an article that is taken from the input."""
    for _, run in runs(article):
        yield plain_text(run.children)
    for figure in figures_of(article):
        yield figure.licence
        if figure.credit:
            yield figure.credit.line


def words_of(text: str) -> list[str]:
    """Take a text apart into words; what is no letter and no digit does not count."""
    return "".join(c if c.isalnum() else " " for c in clean(text)).split()
