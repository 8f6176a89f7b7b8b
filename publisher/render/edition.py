"""What an exporter is given: an edition, and the layout to set it in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from publisher.errors import UsageError
from publisher.model.article import Article
from publisher.model.inline import Inline
from publisher.render.terms import TERM_LANGUAGE, Term, Terms

DAWN = datetime(1980, 1, 1, tzinfo=UTC)  # the first day that a ZIP archive can name


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture ready for any format: upright, without camera data, its rights kept.

    Attributes:
        name: File name, unique within an edition, made of `a-z`, `A-Z`, `0-9`, `.`, `-` and `_`.
        media_type: `image/jpeg`, `image/png` or `image/svg+xml`.
        width: In pixels.
        height: In pixels.
    """

    name: str
    media_type: str
    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What an edition to be worked on shows beside its text; formats to read leave it out.

    Attributes:
        sources: The edition's articles as they were written, in the same order; each run of text
            carries its segment's id.
        waiting: What stands where there is no translation to print, by the segment's id: a fuzzy
            one, or nothing.
        remarks: What is to be said of a segment, in English, by its id.
    """

    sources: tuple[Article, ...]
    waiting: Mapping[str, tuple[Inline, ...]]
    remarks: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A publication's own data, a language, and the articles in that language.

    Attributes:
        title: The publication's name, printed as the masthead, in the edition's language.
        publisher: Who publishes it.
        language: BCP 47 tag.
        articles: One or more, already localised; each run of text carries its segment's id.
        terms: The layout's words in the edition's language.
        pictures: By `slug/path`, as `picture_key` makes it; none is missing.
        when: The edition's time, in UTC; the only time that an exporter may print or record. None
            where nothing has a date.
        draft: Whether every page says that it is a draft.
        borrowed: The terms that have no translation, and stand in English.
        review: What is needed to work on the text; None where the edition is to be read.
    """

    title: str
    publisher: str
    language: str
    articles: tuple[Article, ...]
    terms: Terms
    pictures: Mapping[str, Picture]
    when: datetime | None
    draft: bool = False
    borrowed: frozenset[Term] = frozenset()
    review: Review | None = None

    @property
    def stamp(self) -> datetime:
        """The edition's time for what cannot do without one, such as an archive's members."""
        return self.when or DAWN

    def language_of(self, term: Term) -> str | None:
        """Give the BCP 47 tag of a term's word, where it is not in the edition's language."""
        return TERM_LANGUAGE if term in self.borrowed else None


def picture_key(article: Article, path: str) -> str:
    """Name a picture of an article within an edition."""
    return f"{article.slug}/{path}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A layout's files, the shipped ones overlaid by the publication's own.

    Attributes:
        name: Its folder's name, such as `article`.
        files: By path within the layout's folder (`article.css`, `fonts/….ttf`).
        paper: `A4` or `Letter`.
    """

    name: str
    files: Mapping[str, bytes]
    paper: str = "A4"

    def text(self, name: str) -> str:
        """Give a file of the layout as text.

        Raises:
            UsageError: It is not UTF-8.
        """
        return decode(self.files[name], f"layouts/{self.name}/{name}")


def decode(data: bytes, where: str) -> str:
    """Read a text file of a layout; `where` is its name for errors.

    Raises:
        UsageError: It is not UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(
            f"the file is not UTF-8: byte 0x{data[error.start]:02X}",
            where=f"{where}:{line}",
            hint="save it as UTF-8",
        ) from error
