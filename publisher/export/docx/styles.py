"""The named styles that a document is set in, and what a style can say."""

from dataclasses import dataclass
from enum import Enum


class Style(Enum):
    """A style by its name, that of Word where Word has one."""

    NORMAL = "Normal"
    MASTHEAD = "Masthead"
    TITLE = "Title"
    SUBTITLE = "Subtitle"
    BYLINE = "Byline"
    DATES = "Dates"
    BODY_FIRST = "Body Text First"
    BODY = "Body Text"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    HEADING_4 = "heading 4"
    HEADING_5 = "heading 5"
    BULLETS = "List Bullet"
    NUMBERS = "List Number"
    CONTINUE_1 = "List Continue"
    CONTINUE_2 = "List Continue 2"
    CONTINUE_3 = "List Continue 3"
    CONTINUE_4 = "List Continue 4"
    CONTINUE_5 = "List Continue 5"
    QUOTE = "Quote"
    PULL_QUOTE = "Intense Quote"
    QUOTE_SOURCE = "Quote Source"
    FIGURE = "Figure"
    WITHHELD = "Withheld"
    CAPTION = "caption"
    TAKEN = "Taken"
    CREDIT = "Credit"
    LICENCE = "Licence"
    GALLERY_CAPTION = "Gallery Caption"
    ASIDE_TITLE = "Aside Title"
    ASIDE = "Aside Text"
    TABLE_CAPTION = "Table Caption"
    TABLE_TEXT = "Table Text"
    TABLE_TEXT_CENTER = "Table Text Center"
    TABLE_TEXT_RIGHT = "Table Text Right"
    SEPARATOR = "Separator"
    NOTE = "Closing Note"
    KEYWORDS = "Keywords"
    SOURCE = "Source"
    RIGHTS = "Rights"
    FOOTNOTE_TEXT = "footnote text"
    REVIEW_HEAD = "Review Head"
    REVIEW_LABEL = "Review Label"
    REVIEW_TEXT = "Review Text"
    COMMENT_TEXT = "annotation text"
    HEADER = "header"
    FOOTER = "footer"
    RUNNING_HEAD = "Running Head"
    FOLIO = "Folio"
    DRAFT = "Draft"
    CHARACTERS = "Default Paragraph Font"
    STRONG = "Strong"
    EMPHASIS = "Emphasis"
    DATELINE = "Dateline"
    LABEL = "Label"
    CREDIT_LINE = "Credit Line"
    CODE = "Code"
    KEEP = "Keep"
    HYPERLINK = "Hyperlink"
    FOOTNOTE_REFERENCE = "footnote reference"
    COMMENT_REFERENCE = "annotation reference"
    PLAIN_TABLE = "Normal Table"
    TABLE = "Article Table"


WORD_HAS = frozenset(
    {
        Style.NORMAL,
        Style.TITLE,
        Style.SUBTITLE,
        Style.BODY,
        Style.HEADING_1,
        Style.HEADING_2,
        Style.HEADING_3,
        Style.HEADING_4,
        Style.HEADING_5,
        Style.BULLETS,
        Style.NUMBERS,
        Style.CONTINUE_1,
        Style.CONTINUE_2,
        Style.CONTINUE_3,
        Style.CONTINUE_4,
        Style.CONTINUE_5,
        Style.QUOTE,
        Style.PULL_QUOTE,
        Style.CAPTION,
        Style.FOOTNOTE_TEXT,
        Style.COMMENT_TEXT,
        Style.HEADER,
        Style.FOOTER,
        Style.CHARACTERS,
        Style.STRONG,
        Style.EMPHASIS,
        Style.HYPERLINK,
        Style.FOOTNOTE_REFERENCE,
        Style.COMMENT_REFERENCE,
        Style.PLAIN_TABLE,
    }
)


class Kind(Enum):
    """What a style is for; the value is that of `w:type`."""

    PARAGRAPH = "paragraph"
    CHARACTER = "character"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line along one side of a paragraph; width and gap in points."""

    side: str
    width: float
    gap: float
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """How a style draws letters; None leaves them as they are in what it is based on.

    Attributes:
        face: Name of the typeface.
        size: In points.
        colour: Six hexadecimal digits.
        tracking: Added between letters, in points.
        proofed: Whether spelling is checked.
    """

    face: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    colour: str | None = None
    tracking: float | None = None
    underlined: bool | None = None
    raised: bool | None = None
    proofed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """How a style sets a paragraph; None leaves it as it is in what it is based on.

    Attributes:
        before: Space above, in points; `after` is that below.
        pitch: Distance of lines, as a multiple of the typeface's own.
        left: Indent in points, as is `right`.
        first: Indent of the first line beyond `left`; negative where it hangs.
        alignment: `left`, `center` or `right`.
        outline: Level in the outline, from 0.
        shade: Six hexadecimal digits.
        numbering: Id of the list that the style is numbered by.
    """

    before: float | None = None
    after: float | None = None
    pitch: float | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    alignment: str | None = None
    keep_with_next: bool | None = None
    keep_whole: bool | None = None
    hyphenated: bool | None = None
    outline: int | None = None
    rules: tuple[Rule, ...] = ()
    shade: str | None = None
    numbering: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a style is.

    Attributes:
        based_on: What it takes everything else from; None for the roots.
        following: The style of the next paragraph while typing; None for the same.
    """

    kind: Kind = Kind.PARAGRAPH
    based_on: Style | None = None
    following: Style | None = None
    letters: Letters = Letters()
    lines: Lines = Lines()
