"""The cover picture, drawn from words: masthead, headline, date.

Like a calm front page: a heavy rule, the publication's name, a light rule, then the headline as
large as its longest word and the number of its lines allow.
"""

from dataclasses import dataclass
from functools import lru_cache, partial
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont, features

from publisher.errors import UsageError
from publisher.export.epub.breaking import bind, break_anywhere, break_evenly
from publisher.export.epub.pages import Heading
from publisher.export.epub.styles import NAME, Style
from publisher.model.language import language
from publisher.model.walk import plain_text
from publisher.render.dates import format_date
from publisher.render.edition import Edition, Layout
from publisher.render.terms import Term

WIDTH, HEIGHT, MARGIN = 1600, 2560, 136  # pixels
COLUMN = WIDTH - 2 * MARGIN
PAPER, INK, SOFT, ACCENT = "#ffffff", "#1c1b19", "#5f5b54", "#8c1d18"
LEADING = 1.14  # distance of two lines, by their size
ASCENT = 0.78  # the first baseline below the upper edge, by the size
FULL = 0.72  # how much of the lines words must fill for the size to look right


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverWords:
    """What stands on a cover, with the BCP 47 tags of masthead and headline."""

    masthead: str
    language: str
    headline: str
    headline_language: str
    label: str
    draft: str

    @property
    def heading(self) -> Heading:
        """What the picture says, for those who do not see it."""
        own = None if self.headline_language == self.language else self.headline_language
        mark = f" ({self.draft})" if self.draft else ""
        return Heading(text=f"{self.masthead}: {self.headline}{mark}", language=own)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where words stand: the upper edge, the height there is, the sizes to try, in pixels."""

    top: int
    height: int
    sizes: range


MASTHEAD = Place(top=204, height=240, sizes=range(100, 47, -4))
HEADLINE = Place(top=560, height=1560, sizes=range(188, 63, -4))
DRAFT = Place(top=2180, height=100, sizes=range(80, 31, -4))
LABEL = Place(top=2340, height=80, sizes=range(60, 31, -4))


def words_of(edition: Edition) -> CoverWords:
    """Gather the words of an edition's cover."""
    tag = edition.language
    days = [article.published for article in edition.articles if article.published]
    alone = edition.articles[0] if len(edition.articles) == 1 else None
    return CoverWords(
        masthead=edition.title if alone else edition.publisher,
        language=tag,
        headline=plain_text(alone.title.children) if alone else edition.title,
        headline_language=(alone.title.language if alone else None) or tag,
        label=format_date(max(days), language(tag)) if days else edition.publisher,
        draft=edition.terms[Term.DRAFT] if edition.draft else "",
    )


def draw_cover(words: CoverWords, layout: Layout, style: Style) -> bytes:
    """Draw a cover as a PNG of 1600 × 2560 pixels, with the fonts of the style sheet.

    Raises:
        UsageError: The style sheet declares no upright font, or one that cannot be read.
    """
    bold, plain = _font_data(layout, style, bold=True), _font_data(layout, style, bold=False)
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((MARGIN, MARGIN, WIDTH - MARGIN, MARGIN + 15), fill=INK)
    bottom = _set(draw, words.masthead, MASTHEAD, _Ink(bold, INK, words.language))
    _rule(draw, bottom + 40)
    _set(draw, words.headline, HEADLINE, _Ink(bold, INK, words.headline_language))
    _set(draw, words.draft, DRAFT, _Ink(bold, ACCENT, words.language))
    _rule(draw, LABEL.top - 36)
    _set(draw, words.label, LABEL, _Ink(plain, SOFT, words.language))
    target = BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def _font_data(layout: Layout, style: Style, *, bold: bool) -> bytes:
    face = style.face(bold=bold) or style.face(bold=not bold)
    data = layout.files[face.path] if face else b""
    try:
        ImageFont.truetype(BytesIO(data))
    except OSError as error:
        raise UsageError(
            f"the font {face.path!r} cannot be read"
            if face
            else "the style sheet declares no upright font, which the cover needs",
            where=f"layouts/{layout.name}/{NAME}",
            hint="declare a font that lies in the layout by @font-face",
        ) from error
    return data


class _Ink:
    """A font, a colour, and the language whose letter shapes are wanted."""

    def __init__(self, font: bytes, colour: str, tag: str) -> None:
        self.font = font
        self.colour = colour
        # Without this library, letters have the shapes that are usual everywhere else.
        self.tag = tag if features.check("raqm") else None

    def width(self, text: str, size: int) -> float:
        return _sized(self.font, size).getlength(text, language=self.tag)


@lru_cache(maxsize=64)
def _sized(font: bytes, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BytesIO(font), size)


def _rule(draw: ImageDraw.ImageDraw, y: int) -> None:
    draw.line((MARGIN, y, WIDTH - MARGIN, y), fill=INK, width=3)


def _set(draw: ImageDraw.ImageDraw, text: str, place: Place, ink: _Ink) -> int:
    """Set words as large as they fit, and give their lower edge."""
    size, lines = _fit(bind(" ".join(text.split())), place, ink)
    baseline = place.top + round(size * ASCENT)
    for number, line in enumerate(lines):
        at = (MARGIN, baseline + round(number * size * LEADING))
        draw.text(
            at, line, fill=ink.colour, font=_sized(ink.font, size), anchor="ls", language=ink.tag
        )
    return place.top + round(len(lines) * size * LEADING)


def _fit(text: str, place: Place, ink: _Ink) -> tuple[int, tuple[str, ...]]:
    """Find the largest size at which words fit, and fill their lines well if any size does."""
    fitting: list[tuple[int, tuple[str, ...]]] = []
    for size in place.sizes:
        measure = partial(ink.width, size=size)
        lines = break_evenly(text, COLUMN, measure)
        if lines and len(lines) * size * LEADING <= place.height:
            if sum(map(measure, lines)) >= FULL * COLUMN * len(lines):
                return size, lines
            fitting.append((size, lines))
    if fitting:
        return fitting[0]
    size = place.sizes[-1]
    most = int(place.height / size / LEADING)
    return size, break_anywhere(text, COLUMN, partial(ink.width, size=size), most)
