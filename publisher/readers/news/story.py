"""What a feed tells of one article, whatever format it is in."""

from dataclasses import dataclass
from enum import Enum

from publisher.readers.incoming import Reason
from publisher.readers.markup.kinds import Element

MOST_PICTURES = 2_000  # of a story; one with more is refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """One file of a picture.

    Attributes:
        address: Where the sender keeps it, or its name beside the feed.
        name: What the sender calls it, such as `highRes` or `thumbnail`.
        media: Its media type, where it is told.
        width: In pixels, 0 where it is not told; so for `height`.
        size: In bytes, likewise.
    """

    address: str
    name: str = ""
    media: str = ""
    width: float = 0
    height: float = 0
    size: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture with its words.

    Attributes:
        names: What a body may call it: the name of its association, its identifier.
        renditions: Its files.
        caption: As the feed has it, perhaps with the credit at its end.
        marked: The same with its marks, where it is told so too.
        alt: What it shows, for those who do not see it.
        creators: Who took it.
        credit: The line that its supplier asks for.
        source: Whose it was at first.
        copyright: The copyright notice, or whose it is.
        usage: On what terms it may be printed.
        taken: The day on which it was taken, as the feed writes it.
        place: Where it was taken.
        withheld: Why the sender does not supply it.
        graphic: Whether it was drawn.
        lead: Whether the feed says that it belongs above the story.
    """

    names: tuple[str, ...] = ()
    renditions: tuple[Rendition, ...] = ()
    caption: str = ""
    marked: str = ""
    alt: str = ""
    creators: tuple[str, ...] = ()
    credit: str = ""
    source: str = ""
    copyright: str = ""
    usage: str = ""
    taken: str = ""
    place: str = ""
    withheld: str = ""
    graphic: bool = False
    lead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """Something that an editor must know before the story is printed."""

    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article as a feed tells it; what it does not say is empty.

    Attributes:
        headlines: The one to print first.
        bylines: The lines that name the authors, as printed.
        authors: Their names, where there is no such line.
        others: Who else took part, each with a role of `ContributorRole`.
        dateline: As printed, perhaps with a dash after it.
        located: Where it was written, which stands for a dateline that is not there.
        language: As the feed writes it.
        published: Days and times of its publication, the likeliest first; so for `updated`.
        summaries: Those that may stand above the text.
        rights: The copyright notice.
        usage: On what terms it may be printed.
        source: Its address.
        body: The text as HTML.
        endings: What stands below the text.
        pictures: In the order of the feed.
    """

    headlines: tuple[str, ...] = ()
    subtitle: str = ""
    bylines: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    dateline: str = ""
    located: str = ""
    language: str = ""
    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    summaries: tuple[str, ...] = ()
    rights: str = ""
    usage: str = ""
    source: str = ""
    body: Element | None = None
    endings: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    cautions: tuple[Caution, ...] = ()


class Part(Enum):
    """Where words stand in a feed; the words of an article are looked for in this order."""

    BODY = 0
    HEAD = 1
    LINE = 2  # byline and dateline, of which labels and days are understood
    APPARATUS = 3  # what the sender tells programs and editors
    OTHER = 4  # another story in the same file

    @property
    def reason(self) -> Reason:
        """Why words of this part, if they are not in the article, are not there."""
        if self is Part.APPARATUS:
            return Reason.PAGE
        return Reason.UNDERSTOOD if self is Part.LINE else Reason.UNPLACED


@dataclass(frozen=True, slots=True)
class Seen:
    """A run of words of the feed."""

    text: str
    part: Part = Part.HEAD
