"""Editions for the tests of exporters: every kind of node, in every language of the house.

`rich_edition(language)` is built in code, so that it depends on no reader and no catalog;
`article_layout(paper)` reads the shipped layout.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from PIL import Image as Pixels
from PIL import ImageDraw

from publisher.catalog.segment import segment_of
from publisher.model.article import Article, Contributor, ContributorRole
from publisher.model.block import (
    Alignment,
    Aside,
    Block,
    Figure,
    FigureKind,
    Gallery,
    Heading,
    Image,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from publisher.model.credit import parse_credit
from publisher.model.inline import (
    Code,
    Emphasis,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Link,
    Prose,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
    prose,
)
from publisher.model.walk import Place, map_prose
from publisher.render.edition import Edition, Layout, Picture, picture_key
from publisher.render.terms import Term

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "sr-Cyrl", "sr-Latn", "sq")
SLUG = "three-alphabets"

# Two spaces before "via", a letter beyond ASCII, an ampersand: nothing of it may change.
PHOTO_CREDIT = "Agence Ibar/AFP  via Getty Images"
CHART_CREDIT = "Publisher & <Graphics>"
WITHHELD_CREDIT = "AP Photo/Архива"
MORNING_CREDIT = "EPA-EFE/Ura"
NOON_CREDIT = "ATA/Ura"
CREDITS = (PHOTO_CREDIT, WITHHELD_CREDIT, CHART_CREDIT, MORNING_CREDIT, NOON_CREDIT)

Words: TypeAlias = Mapping[str, Any]

LETTERS = dict(
    zip(
        "абвгдђежзијклљмнњопрстћуфхцчџш",
        (*"abvgdđežzijkl", "lj", "m", "n", "nj", *"oprstćufhcč", "dž", "š"),
        strict=True,
    )
)
TO_LATIN = str.maketrans(LETTERS | {a.upper(): b.title() for a, b in LETTERS.items()})


def _latin(value: Any) -> Any:  # noqa: ANN401 -- whatever TOML holds
    if isinstance(value, str):
        return value.translate(TO_LATIN)
    return [_latin(item) for item in value]


@cache
def words(language: str) -> Words:
    """Give the words of the test edition in `language`."""
    source = Path(__file__).parents[1] / "data" / "rich_edition.toml"
    every = tomllib.loads(source.read_text(encoding="utf-8"))
    if language == "sr-Latn":
        return {key: _latin(value) for key, value in every["sr-Cyrl"].items()}
    return MappingProxyType(every[language])


def _text(*parts: str) -> tuple[Inline, ...]:
    return tuple(Text(text=part) for part in parts if part)


def _run(*inlines: Inline | str) -> Prose:
    return Prose(children=tuple(Text(text=i) if isinstance(i, str) else i for i in inlines))


def _paragraph(*inlines: Inline | str) -> Paragraph:
    return Paragraph(content=_run(*inlines))


def _opening(w: Words) -> tuple[Block, ...]:
    a, em, b, strong, c, link, d = w["opening"]
    before, after = w["second"]
    note, term, end = w["footnote"]
    footnote = Footnote(content=_run(note, Emphasis(children=_text(term)), end))
    return (
        _paragraph(
            a,
            Emphasis(children=_text(em)),
            b,
            Strong(children=_text(strong)),
            c,
            Link(children=_text(link), href="https://www.rfc-editor.org/info/bcp47?a=1&b=2"),
            d,
        ),
        _paragraph(before, footnote, after),
    )


def _letters(w: Words) -> tuple[Block, ...]:
    a, cyrillic, b, latin, c, albanian, d = w["third"]
    command, name, water, area, stop, line = w["fourth"]
    return (
        Heading(level=1, content=prose(w["heading"])),
        _paragraph(
            a,
            Emphasis(children=(Span(children=_text(cyrillic), language="sr-Cyrl"),)),
            b,
            Emphasis(children=(Span(children=_text(latin), language="sr-Latn"),)),
            c,
            Emphasis(children=(Span(children=_text(albanian), language="sq"),)),
            d,
        ),
        _paragraph(
            command,
            Code(text="publish --lang sr --format pdf"),
            name,
            Keep(text="Source Serif 4"),
            water,
            Subscript(children=_text("2")),
            area,
            Superscript(children=_text("2")),
            stop,
            LineBreak(),
            line,
        ),
    )


def _figures(w: Words) -> tuple[Figure, Figure, Figure]:
    before, em, after = w["caption"]
    photo = Figure(
        image=Image(path="images/bridge.jpg"),
        alt=prose(w["alt"]),
        caption=_run(before, Emphasis(children=_text(em)), after),
        credit=parse_credit(PHOTO_CREDIT),
        licence="CC BY-SA 4.0",
        taken=date(2023, 6, 2),
        place=prose(w["place"]),
    )
    chart = Figure(
        kind=FigureKind.GRAPHIC,
        image=Image(path="images/letters.svg", versions=(("sq", "images/letters.sq.svg"),)),
        alt=prose(w["chart_alt"]),
        caption=prose(w["chart_caption"]),
        credit=parse_credit(CHART_CREDIT),
    )
    withheld = Figure(
        image=None,
        withheld=prose(w["withheld"]),
        alt=prose(w["withheld_alt"]),
        caption=prose(w["withheld_caption"]),
        credit=parse_credit(WITHHELD_CREDIT),
    )
    return photo, chart, withheld


def _gallery(w: Words) -> Gallery:
    return Gallery(
        caption=prose(w["gallery_caption"]),
        figures=tuple(
            Figure(
                image=Image(path=f"images/{name}.jpg"),
                alt=prose(w[f"{name}_alt"]),
                caption=prose(w[f"{name}_caption"]),
                credit=parse_credit(credit),
            )
            for name, credit in (("morning", MORNING_CREDIT), ("noon", NOON_CREDIT))
        ),
    )


def _lists(w: Words) -> tuple[Block, ...]:
    first, second, third = (_paragraph(item) for item in w["list"])
    nested = ItemList(items=tuple(ListItem(body=(_paragraph(item),)) for item in w["nested"]))
    return (
        ItemList(
            items=(
                ListItem(body=(first,)),
                ListItem(body=(second, nested)),
                ListItem(body=(third,)),
            )
        ),
        ItemList(
            items=tuple(ListItem(body=(_paragraph(step),)) for step in w["steps"]),
            ordered=True,
            start=3,
        ),
    )


def _table(w: Words) -> Table:
    rows = tuple(tuple(map(prose, row)) for row in w["table_rows"])
    return Table(
        caption=prose(w["table_caption"]),
        header=tuple(map(prose, w["table_header"])),
        rows=(*rows, (None, prose("84"), prose("12"), prose("100%"))),
        alignments=(Alignment.DEFAULT, Alignment.RIGHT, Alignment.CENTER, Alignment.LEFT),
    )


def _body(w: Words, other: str) -> tuple[Block, ...]:
    photo, chart, withheld = _figures(w)
    bullets, steps = _lists(w)
    box = Aside(title=prose(w["aside_title"]), body=tuple(_paragraph(p) for p in w["aside"]))
    return (
        *_opening(w),
        photo,
        *_letters(w),
        Quotation(body=(_paragraph(*w["quotation"]),), source=prose(w["quotation_source"])),
        Heading(level=2, content=prose(w["subheading"])),
        _paragraph(w["fifth"]),
        bullets,
        Quotation(body=(_paragraph(w["pull"]),), pull=True),
        steps,
        withheld,
        box,
        Paragraph(content=replace(prose(w["fallen_back"]), language=other)),
        _table(w),
        chart,
        Separator(),
        _paragraph(w["sixth"]),
        _gallery(w),
        _paragraph(w["sixth"]),
    )


def _with_segment(place: Place, run: Prose) -> Prose:
    return replace(run, segment=segment_of(place, run).id)


@cache
def rich_article(language: str = "sr-Cyrl") -> Article:
    """Build an article that holds every kind of node; the same paragraph stands in it twice."""
    w = words(language)
    article = Article(
        slug=SLUG,
        language=language,
        title=prose(w["title"]),
        subtitle=prose(w["subtitle"]),
        byline=(
            Contributor(name=prose(w["desk"])),
            Contributor(name=prose(w["pictures"]), role=ContributorRole.PHOTOGRAPHS),
            Contributor(name=prose(w["translators"]), role=ContributorRole.TRANSLATION),
        ),
        dateline=prose(w["dateline"]),
        published=date(2023, 6, 2),
        updated=date(2023, 6, 4),
        keywords=tuple(map(prose, w["keywords"])),
        summary=prose(w["summary"]),
        rights=prose(w["rights"]),
        source="https://example.org/three-alphabets",
        note=prose(w["note"]),
        body=_body(w, "sr-Cyrl" if language == "en" else "en"),
    )
    return map_prose(article, _with_segment, lambda image: Image(path=image.in_language(language)))


@cache
def photograph(width: int, height: int, sky: tuple[int, int, int]) -> bytes:
    """Draw a JPEG: a sky that fades, a river, a bridge."""
    pixels = Pixels.linear_gradient("L").resize((width, height)).convert("RGB")
    picture = Pixels.blend(pixels, Pixels.new("RGB", (width, height), sky), 0.6)
    draw = ImageDraw.Draw(picture)
    horizon, thick = height * 2 // 3, max(2, height // 60)
    draw.rectangle((0, horizon, width, height), fill=(40, 60, 80))
    for left in range(-width // 8, width, width // 4):
        box = (left, horizon - height // 5, left + width // 4, horizon + height // 8)
        draw.arc(box, 180, 360, fill=(35, 30, 30), width=thick * 2)
    draw.rectangle(
        (0, horizon - height // 5 - thick, width, horizon - height // 5), fill=(35, 30, 30)
    )
    target = BytesIO()
    picture.save(target, "JPEG", quality=82)
    return target.getvalue()


def chart(numbers: tuple[int, ...]) -> bytes:
    """Draw an SVG bar chart without words."""
    bars = "".join(
        f'<rect x="{40 + 190 * i}" y="{360 - n * 9}" width="120" height="{n * 9}" fill="#1f4e79"/>'
        f'<text x="{100 + 190 * i}" y="{345 - n * 9}" font-family="Source Sans 3" font-size="28" '
        f'text-anchor="middle" fill="#222222">{n}</text>'
        for i, n in enumerate(numbers)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 380" width="600" height="380">'
        f'{bars}<path d="M20 360H580" stroke="#222222" stroke-width="2"/></svg>'
    ).encode()


def _picture(name: str, size: tuple[int, int], data: bytes) -> Picture:
    media_type = "image/svg+xml" if name.endswith("svg") else "image/jpeg"
    return Picture(name=name, media_type=media_type, data=data, width=size[0], height=size[1])


@cache
def pictures() -> Mapping[str, Picture]:
    """Make the pictures of the rich article, by key."""
    wide, small = (1600, 1067), (900, 1200)
    made = {
        "images/bridge.jpg": _picture("bridge.jpg", wide, photograph(*wide, (250, 180, 120))),
        "images/morning.jpg": _picture("morning.jpg", small, photograph(*small, (180, 210, 240))),
        "images/noon.jpg": _picture("noon.jpg", wide, photograph(*wide, (120, 180, 250))),
        "images/letters.svg": _picture("letters.svg", (600, 380), chart((30, 30, 36))),
        "images/letters.sq.svg": _picture("letters.sq.svg", (600, 380), chart((30, 30, 36))),
    }
    article = rich_article()
    return MappingProxyType({picture_key(article, path): one for path, one in made.items()})


def english_terms() -> Mapping[Term, str]:
    """Give the words of the layout in English."""
    return MappingProxyType({term: term.value for term in Term})


def rich_edition(language: str = "sr-Cyrl", *, draft: bool = False) -> Edition:
    """Build an edition of one article that holds every kind of node."""
    return edition_of(rich_article(language), draft=draft)


def edition_of(*articles: Article, draft: bool = False) -> Edition:
    """Make an edition of articles whose pictures are those of the rich article."""
    language = articles[0].language
    return Edition(
        title=words(language)["publication"],
        publisher=words(language)["publication"],
        language=language,
        articles=articles,
        terms=english_terms(),
        pictures=pictures(),
        when=datetime(2023, 6, 4, 10, 30, tzinfo=UTC),
        draft=draft,
    )


@cache
def article_layout(paper: str = "A4") -> Layout:
    """Read the shipped layout."""
    folder = ROOT / "layouts" / "article"
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return Layout(name="article", files=MappingProxyType(files), paper=paper)
