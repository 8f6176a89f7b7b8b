"""What the rendering of articles to XHTML is given, and what it gives back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from markupsafe import Markup

from publisher.model.language import Language
from publisher.render.edition import Picture
from publisher.render.terms import Term, Terms


class NoteStyle(Enum):
    """Where the text of a footnote stands."""

    PAGE = "page"  # where it is called, for a style sheet that moves it to the foot of the page
    END = "end"  # in a section after the article, with links there and back


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What articles are set with.

    Attributes:
        language: The edition's language; whatever is in another one carries its own tag.
        terms: The layout's words in that language.
        borrowed: Those of them that stand in English.
        pictures: By `slug/path`, as `picture_key` makes it.
        source: Gives the address of a picture, for `src`.
        mark: The address of the drawing that stands where a picture is withheld; empty for none.
        notes: Where footnotes stand.
        epub_types: Whether elements carry `epub:type`; the file must then declare that prefix.
        title_level: Level of the article's title, 1 to 6; its headings are below it.
        exchange: Whether the body goes to another program, without its header: figures carry ids
            (`figure-1` …) to be found by, and what only serves the look is left out.
    """

    language: Language
    terms: Terms
    pictures: Mapping[str, Picture]
    source: Callable[[Picture], str]
    mark: str
    notes: NoteStyle = NoteStyle.END
    epub_types: bool = False
    title_level: int = 1
    borrowed: frozenset[Term] = frozenset()
    exchange: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineEntry:
    """A heading, for a table of contents.

    Attributes:
        level: That of its element, from `Context.title_level` on; no level is skipped.
        id: The element's id; empty where the heading has no segment.
        text: Plain text.
        language: BCP 47 tag where it is not in the edition's language.
    """

    level: int
    id: str
    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """An article as fragments of XHTML, well-formed as XML and valid as HTML.

    Attributes:
        header: `<header>` with headline, standfirst, byline and dates.
        body: The blocks.
        notes: `<section>` with the footnotes, or nothing.
        footer: `<footer>` with closing note, keywords, source and rights, or nothing.
        outline: The title and the headings, in the order of reading.
        languages: BCP 47 tags of the languages of its parts, in alphabetical order.
    """

    header: Markup
    body: Markup
    notes: Markup
    footer: Markup
    outline: tuple[OutlineEntry, ...]
    languages: tuple[str, ...]
