"""What is known of a photograph from its own file."""

from dataclasses import dataclass, field
from datetime import date

from publisher.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a photograph was taken, from near to far.

    >>> Place(sublocation="Skanderbeg Square", city="Tirana", country="Albania").line
    'Skanderbeg Square, Tirana, Albania'
    """

    sublocation: str = ""
    city: str = ""
    state: str = ""
    country: str = ""

    @property
    def line(self) -> str:
        """The place as it is printed."""
        parts = (self.sublocation, self.city, self.state, self.country)
        return ", ".join(dict.fromkeys(filter(None, parts)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """The words of a photograph; what its file does not say is empty.

    Attributes:
        kind: `JPEG`, `PNG`, `SVG` and so on; empty where the file is no picture.
        title: A short name for the picture; with agencies, often its number.
        headline: What a newspaper would print above it.
        caption: What it shows and when.
        creators: Who took it.
        credit: The credit line that its supplier asks for.
        source: Whose it was at first.
        copyright: The copyright notice.
        usage: The terms on which it may be used.
        licence_url: Where its licence stands.
        instructions: What its supplier tells editors, such as an embargo.
        keywords: What it is found by.
        taken: The day on which it was taken.
        alt: What it shows, for those who do not see it.
        description: The same at length.
        diagnostics: What the user should know.
    """

    kind: str = ""
    title: str = ""
    headline: str = ""
    caption: str = ""
    creators: tuple[str, ...] = ()
    credit: str = ""
    source: str = ""
    copyright: str = ""
    usage: str = ""
    licence_url: str = ""
    instructions: str = ""
    keywords: tuple[str, ...] = ()
    taken: date | None = None
    place: Place = field(default_factory=Place)
    alt: str = ""
    description: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
