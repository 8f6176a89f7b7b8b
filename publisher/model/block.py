"""Block nodes: what an article's body is made of."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias

from publisher.errors import ArticleError
from publisher.model.credit import Credit
from publisher.model.inline import Prose
from publisher.model.language import lookup_tags
from publisher.model.text import require_language, require_text

DEEPEST_HEADING = 5  # the title takes the first of HTML's six levels


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of running text."""

    content: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading of a section; `level` is its depth, 1 for the outermost."""

    level: int
    content: Prose

    def __post_init__(self) -> None:
        if not 1 <= self.level <= DEEPEST_HEADING:
            raise ArticleError(f"heading level {self.level} is not in 1..{DEEPEST_HEADING}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Somebody's words set apart, with their source; `pull` repeats words of the article large."""

    body: tuple["Block", ...]
    source: Prose | None = None
    pull: bool = False

    def __post_init__(self) -> None:
        if not self.body:
            raise ArticleError("a quotation is empty", hint="write its words, or delete it")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One item of a list."""

    body: tuple["Block", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList:
    """A list; `start` is the number of its first item and counts only when `ordered`."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1

    def __post_init__(self) -> None:
        if not self.items:
            raise ArticleError("a list has no items")


class Alignment(Enum):
    """How a column of a table is set."""

    DEFAULT = "default"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: one header row, then rows of the same width; an empty cell is None."""

    header: tuple[Prose | None, ...]
    rows: tuple[tuple[Prose | None, ...], ...]
    alignments: tuple[Alignment, ...]
    caption: Prose | None = None

    def __post_init__(self) -> None:
        width = len(self.header)
        if not width:
            raise ArticleError("a table has no columns")
        if any(len(row) != width for row in self.rows) or len(self.alignments) != width:
            raise ArticleError(f"a table's rows are not all {width} cells wide")


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture file, named by its path beside the article.

    Attributes:
        path: Relative, with `/`, inside the article's folder.
        versions: (language tag, path) of the versions drawn for one language.
    """

    path: str
    versions: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        for language, _ in self.versions:
            require_language(language)
        for path in (self.path, *(version for _, version in self.versions)):
            require_text(path, "a picture's path")
            if not path or path.startswith("/") or ".." in path.split("/") or "\\" in path:
                raise ArticleError(
                    f"the picture path {path!r} leaves the article's folder",
                    hint="put the picture beside the article and name it from there",
                )

    def in_language(self, language: str) -> str:
        """Give the path of the version for `language`, or of the picture itself.

        >>> Image(path="a.svg", versions=(("sq", "a.sq.svg"),)).in_language("sq")
        'a.sq.svg'
        >>> Image(path="a.svg", versions=(("en", "a.en.svg"),)).in_language("en-US")
        'a.en.svg'
        """
        versions = dict(self.versions)
        return next((versions[tag] for tag in lookup_tags(language) if tag in versions), self.path)


class FigureKind(Enum):
    """What a figure shows; it decides the label before the credit."""

    PHOTOGRAPH = "photograph"
    GRAPHIC = "graphic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture with its words, which belong to it for ever.

    Attributes:
        image: The picture, or None where it is withheld.
        kind: Whether it was photographed or drawn.
        withheld: Why there is no picture; exactly one of `image` and `withheld` is there.
        alt: What the picture shows, plain text, for those who do not see it.
        caption: The caption.
        credit: Who made and supplied it.
        licence: The licence of the picture, as printed.
        taken: The day on which it was taken.
        place: Where it was taken.
    """

    image: Image | None
    kind: FigureKind = FigureKind.PHOTOGRAPH
    withheld: Prose | None = None
    alt: Prose | None = None
    caption: Prose | None = None
    credit: Credit | None = None
    licence: str = ""
    taken: date | None = None
    place: Prose | None = None

    def __post_init__(self) -> None:
        if (self.image is None) == (self.withheld is None):
            raise ArticleError(
                "a figure has neither a picture nor a reason to withhold it, or both"
            )
        require_text(self.licence, "a licence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """Several figures that belong together."""

    figures: tuple[Figure, ...]
    caption: Prose | None = None

    def __post_init__(self) -> None:
        if not self.figures:
            raise ArticleError("a gallery has no figures", hint="put :::{figure} in, or delete it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A box beside the story, with a title of its own."""

    body: tuple["Block", ...]
    title: Prose | None = None

    def __post_init__(self) -> None:
        if not self.body:
            raise ArticleError("an aside is empty", hint="write below its title, or delete it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Separator:
    """A change of scene."""


Block: TypeAlias = (
    Paragraph | Heading | Quotation | ItemList | Table | Figure | Gallery | Aside | Separator
)
