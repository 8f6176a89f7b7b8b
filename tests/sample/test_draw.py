"""The sample's pictures: each drawn as shipped, legible, and in its own language."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree
from PIL import Image

from publisher import sample
from publisher.errors import ArticleError
from publisher.sample import draw
from publisher.sample.drawing import labels, strength, svg, timeline
from publisher.sample.drawing.typesetting import Type, set_line

FONTS = draw.shipped_fonts()
WORDS = labels.read_labels()
PICTURES = {picture.path.name: picture for picture in draw.draw_all(FONTS)}
ARTICLES = Path(sample.__file__).parent / "articles"
CHARTS = {
    language: strength.draw(labels.strength(WORDS, language), FONTS)
    for language in labels.LANGUAGES
}
DRAWINGS = {
    **{name: picture.data for name, picture in PICTURES.items() if name.endswith(".svg")},
    **{f"strength.{language}": data for language, data in CHARTS.items()},
}
PHOTOGRAPHS = tuple(name for name in PICTURES if name.endswith(".jpg"))

EDITION_WIDTH = 16 / 2.54 * 72  # points: as wide as a page of the article's layout prints it

SVG = "{http://www.w3.org/2000/svg}"
BODY = Type(size=20, fill="#000000")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The place that a line of text takes, in units."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    fill: str


def parse(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def language_of(name: str) -> str:
    if name == "alfabeti.svg":
        return "sq"
    found = re.search(r"\.([a-z]{2}(?:-[A-Z][a-z]+)?)(?:\.|$)", name.replace(".svg", "."))
    return found[1] if found else "en"


def boxes(data: bytes) -> Iterator[Box]:
    for node in parse(data).iter(f"{SVG}text"):
        spans = node.findall(f"{SVG}tspan") or [node]
        for span in spans:
            size = float(node.get("font-size", ""))
            style = Type(size=int(size), fill="", bold=node.get("font-weight") == "600")
            wide = set_line(span.text or "", style, FONTS).width
            x, y = float(span.get("x", "")), float(span.get("y", ""))
            shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[node.get("text-anchor", "start")]
            yield Box(
                text=span.text or "",
                left=x - shift * wide,
                top=y - 0.75 * size,
                right=x + (1 - shift) * wide,
                bottom=y + 0.25 * size,
                size=size,
                fill=node.get("fill", ""),
            )


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_on_paper(colour: str) -> float:
    return (luminance(svg.PAPER) + 0.05) / (luminance(colour) + 0.05)


def words(data: bytes) -> str:
    return " ".join(str(text) for text in parse(data).itertext())


def test_every_picture_has_a_version_in_every_language() -> None:
    versions = ("", ".sr-Cyrl", ".sr-Latn", ".sq")

    assert set(PICTURES) == {
        "alfabeti.svg",
        *(f"timeline{version}.svg" for version in versions),
        *(f"strength{version}.jpg" for version in versions),
    }


@pytest.mark.parametrize("name", [name for name in PICTURES if name.endswith(".svg")])
def test_a_shipped_drawing_is_what_the_program_draws(name: str) -> None:
    shipped = ARTICLES / PICTURES[name].path

    assert shipped.read_bytes() == PICTURES[name].data


@pytest.mark.parametrize("name", PHOTOGRAPHS)
def test_a_shipped_photograph_says_what_the_program_writes(name: str) -> None:
    drawn, path = PICTURES[name].data, ARTICLES / PICTURES[name].path

    with Image.open(BytesIO(drawn)) as new, Image.open(path) as shipped:
        assert shipped.size == new.size == (1800, 960)
        assert shipped.info["photoshop"] == new.info["photoshop"]
        assert shipped.info["xmp"] == new.info["xmp"]


def test_drawing_again_gives_the_same_bytes() -> None:
    assert draw.draw_all(FONTS) == tuple(PICTURES.values())


@pytest.mark.parametrize("name", DRAWINGS)
def test_no_text_leaves_the_picture_or_touches_another(name: str) -> None:
    height = float(parse(DRAWINGS[name]).get("height", ""))
    found = list(boxes(DRAWINGS[name]))

    for box in found:
        assert box.left >= svg.MARGIN - 1, box
        assert box.right <= svg.WIDTH - svg.MARGIN + 1, box
        assert 0 <= box.top < box.bottom <= height, box
    for one, other in combinations(found, 2):
        apart = (
            one.right <= other.left
            or other.right <= one.left
            or one.bottom <= other.top
            or other.bottom <= one.top
        )
        assert apart, (one.text, other.text)


@pytest.mark.parametrize("name", [name for name in DRAWINGS if name.startswith("timeline")])
def test_no_label_of_the_timeline_runs_into_a_pole(name: str) -> None:
    root = parse(DRAWINGS[name])
    rules = [
        [float(rule.get(key, "")) for key in ("x1", "y1", "y2")]
        for rule in root.iter(f"{SVG}line")
        if rule.get("x1") == rule.get("x2")
    ]

    for box in boxes(DRAWINGS[name]):
        for x, *ends in rules:
            beside = x <= box.left - 8 or x >= box.right + 8
            assert beside or box.bottom <= min(ends) or box.top >= max(ends), (box.text, x)


@pytest.mark.parametrize("name", DRAWINGS)
def test_text_is_large_and_dark_enough_to_read_in_print(name: str) -> None:
    for box in boxes(DRAWINGS[name]):
        assert box.size * EDITION_WIDTH / svg.WIDTH >= 7, box
        assert contrast_on_paper(box.fill) >= 4.5, box


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_names_itself_in_its_language_and_asks_for_nothing(name: str) -> None:
    root = parse(DRAWINGS[name])

    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language_of(name)
    assert root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc")
    assert {etree.QName(node).localname for node in root.iter()} <= {
        *("svg", "title", "desc", "rect", "line", "circle", "text", "tspan")
    }
    assert not re.search(rb"href|url\(|style=|\son[a-z]+=|<!|<\?", DRAWINGS[name])


@pytest.mark.parametrize("name", DRAWINGS)
def test_words_stand_in_one_script_and_in_composed_letters(name: str) -> None:
    letters = {letter for letter in words(DRAWINGS[name]) if letter.isalpha()}
    cyrillic = {letter for letter in letters if "а" <= letter.lower() <= "џ"}

    assert unicodedata.is_normalized("NFC", words(DRAWINGS[name]))
    assert cyrillic == (letters if language_of(name) == "sr-Cyrl" else set())


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["May 26", "3.5%", "“Serbia against Violence”"]),
        ("sr-Cyrl", ["26.\u00a0мај", "3,5%", "„Србија против насиља”"]),
        ("sr-Latn", ["26.\u00a0maj", "3,5%", "„Srbija protiv nasilja”"]),
        ("sq", ["26\u00a0maj", "3,5%", "“Serbia kundër dhunës”"]),
    ],
)
def test_dates_numbers_and_quotation_marks_follow_the_language(
    language: str, expected: list[str]
) -> None:
    printed = words(timeline.draw(labels.timeline(WORDS, language), FONTS))

    assert all(piece in printed for piece in expected)


def test_the_painted_chart_needs_no_serbian_letter_forms() -> None:
    shown = " ".join(box.text for box in boxes(CHARTS["sr-Cyrl"]))

    assert "б" not in shown


@pytest.mark.parametrize("language", labels.LANGUAGES)
def test_bars_are_as_long_as_their_numbers(language: str) -> None:
    rectangles = [
        (rect.get("fill"), round(float(rect.get("width", "")) / strength.PER_TROOP))
        for rect in parse(CHARTS[language]).iter(f"{SVG}rect")
        if rect.get("fill") != svg.PAPER
    ]

    assert rectangles == [
        (svg.INK, 4000),
        (svg.ACCENT, 700),
        (svg.INK, 4000),
        (svg.ACCENT, 700),
    ]


def test_the_alphabet_has_its_36_letters_in_order_and_its_digraphs_in_the_accent() -> None:
    found = list(boxes(DRAWINGS["alfabeti.svg"]))

    assert " ".join(box.text for box in found) == (
        "A B C Ç D Dh E Ë F G Gj H I J K L Ll M N Nj O P Q R Rr S Sh T Th U V X Xh Y Z Zh"
    )
    assert len(found) == 36
    assert len({round(box.bottom) for box in found}) == 4
    assert {box.text for box in found if box.fill == svg.ACCENT} == {
        *("Dh", "Gj", "Ll", "Nj", "Rr", "Sh", "Th", "Xh", "Zh")
    }


def test_a_label_too_long_for_its_place_is_refused() -> None:
    told = labels.timeline(WORDS, "en")
    events = (replace(told.events[0], text="word " * 30 + "end"), *told.events[1:])

    with pytest.raises(ArticleError, match="lines"):
        timeline.draw(replace(told, events=events), FONTS)


def test_a_bar_name_too_long_for_its_place_is_refused() -> None:
    chart = labels.strength(WORDS, "en")
    bars = (replace(chart.bars[0], label="Before " * 8), *chart.bars[1:])

    with pytest.raises(ArticleError, match="wider than"):
        strength.draw(replace(chart, bars=bars), FONTS)


def test_the_command_writes_every_picture(tmp_path: Path) -> None:
    result = CliRunner().invoke(draw.main, [str(tmp_path)], catch_exceptions=False)

    assert result.exit_code == 0
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    assert written == {str(picture.path) for picture in PICTURES.values()}
