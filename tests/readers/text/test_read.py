"""Plain text: what a copied page was can be seen in its lines."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from publisher.model.block import Block, Figure, Heading, ItemList, Paragraph
from publisher.model.inline import Prose
from publisher.model.walk import plain_text
from publisher.readers.incoming import Imported, Incoming, Reason, account
from publisher.readers.text import read_text

STORY = (Path(__file__).parent / "story.txt").read_bytes()
LINES = (
    "The bridge at Lower Marsh",
    "By Jane Doe",
    "Nga Ermal Grabova",
    "6/2/2023",
    "Updated:",
    "- one",
    "1. two",
    "Photo: Jane Doe/AFP",
    "A long line that says what happened on the bridge, and to whom, and why it matters to many.",
    "© 2023 The Observer",
    "Share",
    "> quoted",
    "(Reuters)",
)


def read(data: bytes | str, language: str = "") -> Imported:
    raw = data if isinstance(data, bytes) else data.encode()
    return read_text(Incoming(data=raw, name="story.txt", language=language))


def said(run: Prose | None) -> str:
    return plain_text(run.children) if run else ""


def body(imported: Imported) -> tuple[Block, ...]:
    assert imported.article is not None, imported.diagnostics
    return imported.article.body


def test_a_copied_page_becomes_an_article() -> None:
    article = read(STORY).article
    assert article is not None
    assert said(article.title) == "Ferry Returns to the Upper Lake After Nine Dry Summers"
    assert [said(one.name) for one in article.byline] == ["Owen Tarlach"]
    assert (article.published, article.updated) == (date(2024, 5, 4), date(2024, 5, 6))
    assert said(article.note) == "Harbor Wire contributed to this report."
    assert article.language == "en"
    assert [type(block) for block in article.body] == [
        Figure,
        *[Paragraph] * 3,
        Figure,
        Paragraph,
        Heading,
        *[Paragraph] * 2,
        ItemList,
        Paragraph,
    ]


def test_a_caption_that_stands_twice_is_one_figure_with_its_credit() -> None:
    figures = [block for block in body(read(STORY)) if isinstance(block, Figure)]
    assert [figure.credit and figure.credit.line for figure in figures] == [
        "Ana Kovel/Lakeside Press via Harbor Images",
        "Judith Pell/Lakeside Press",
    ]
    assert (
        said(figures[1].caption) == "The harmonium is lifted ashore at Harrow Fen on May 3, 2024."
    )
    assert said(figures[1].alt) == said(figures[1].caption)


def test_what_is_not_in_the_article_is_told_with_the_reason() -> None:
    rest = account(read(STORY))
    assert {one.text: one.reason for one in rest} == {
        "Ferry Returns to the Upper Lake After Nine Dry Summers": Reason.REPEATED,
        "5/4/2024": Reason.UNDERSTOOD,
        "Updated:": Reason.UNDERSTOOD,
        "5/6/2024": Reason.UNDERSTOOD,
        "The harmonium is lifted ashore at Harrow Fen on May 3, 2024. "
        "(Judith Pell/Lakeside Press)": Reason.REPEATED,
        "Advertisement": Reason.PAGE,
    }


def test_a_parenthesis_in_the_text_is_no_credit() -> None:
    text = "Bridge\n\nPRISTINA (AP) – The bridge was opened on Monday, the town said.\n\nIt is old."
    assert [type(block) for block in body(read(text))] == [Paragraph, Paragraph]


@pytest.mark.parametrize(
    ("text", "name", "day", "language"),
    [
        (
            (
                "Most je otvoren\n\nPiše: Marko Ilić\n\nObjavljeno: 2. juna 2023.\n\n"
                "Most preko reke otvoren je posle četiri godine radova, saopštila je opština."
            ),
            "Marko Ilić",
            date(2023, 6, 2),
            "sr-Latn",
        ),
        (
            (
                "Мост је отворен\n\nПише: Марко Илић\n\nОбјављено: 02.06.2023. 14:35\n\n"
                "Мост преко реке отворен је после четири године радова, саопштила је општина."
            ),
            "Марко Илић",
            date(2023, 6, 2),
            "sr-Cyrl",
        ),
        (
            (
                "Ura u hap\n\nNga Ermal Grabova\n\nPublikuar më 2 qershor 2023\n\n"
                "Ura mbi lumë u hap pas katër vitesh punime, tha komuna në një njoftim për shtyp."
            ),
            "Ermal Grabova",
            date(2023, 6, 2),
            "sq",
        ),
    ],
)
def test_bylines_and_days_are_read_in_the_languages_of_the_house(
    text: str, name: str, day: date, language: str
) -> None:
    article = read(text).article
    assert article is not None
    assert [said(one.name) for one in article.byline] == [name]
    assert (article.published, article.language) == (day, language)
    assert len(article.body) == 1


def test_lines_broken_at_a_margin_are_one_paragraph() -> None:
    text = (
        "The bridge\n\nThe bridge over the river at Lower Marsh was opened on Monday\n"
        "after four years of work, the town said in a statement to the\n"
        "press, and the mayor cut a ribbon that was forty metres long.\n\n"
        "Nobody had measured the ribbon, which was made by the children of\n"
        "the school and by two grandmothers who know how to sew straight.\n"
    )
    assert len(body(read(text))) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
def test_letters_survive_their_encoding(encoding: str) -> None:
    text = "Vest\n\n" + "Žitelji su rekli da neće otići odavde dok se čuje đačko zvono. " * 6
    article = read(text.encode(encoding)).article
    assert article is not None
    assert "đačko" in said(
        article.body[0].content if isinstance(article.body[0], Paragraph) else None
    )


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=14).map("\n".join))
@example("0\x1f0")
@example("The bridge at Lower Marsh\nBy Jane Doe\nBy Jane Doe")
@settings(max_examples=100, deadline=None)
def test_no_word_of_any_text_is_lost_and_nothing_is_raised(text: str) -> None:
    imported = read(text.encode("utf-8", "surrogatepass"), "en")
    if imported.article is not None:
        known = {one.text for one in imported.rest}
        assert all(one.text in known for one in account(imported))


def _blank_between(text: str) -> str:
    return "\n\n".join(line for line in text.split("\n") if line.strip())


def _no_blank(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip())


def _wrapped(text: str) -> str:
    return "\n\n".join(fill(line, 72) for line in text.split("\n") if line.strip())


@pytest.mark.parametrize("change", [_blank_between, _no_blank, _wrapped])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_page_is_the_same_article_however_its_lines_are_set(
    change: Callable[[str], str], encoding: str
) -> None:
    story = STORY.decode().replace(
        "- Lower Marsh at 8 and 14\n- Harrow Fen at 9 and 15\nAdvertisement\n", ""
    )

    assert read(change(story).encode(encoding)).article == read(story).article


@pytest.mark.parametrize(
    "data",
    [
        b"\n" * 1_900_000,
        b"a\n" * 4_900,
        b"Photo: A B/AFP\n" * 4_900,
        b"".join(b"Cap %d. (A B/AFP)\n" % number for number in range(2_000)),
        b"(" * 490_000,
        b"1." * 240_000,
        b"A, " * 160_000,
        b"A B C D " * 60_000,
        b"| " * 240_000,
        b"\x00" * 490_000,
        b"By A B, " * 60_000,
        b"2. 6. 2023. " * 40_000,
        b"> " * 240_000,
        b"* " * 240_000,
        b"Updated: " * 50_000,
        b"image caption\n" * 4_900,
        b"Related:\n" * 4_900,
        bytes(range(128, 256)) * 3_900,
    ],
    ids=lambda data: repr(data[:12]),
)
def test_a_text_made_to_take_long_ends(data: bytes) -> None:
    imported = read(data)

    assert imported.article is not None or imported.diagnostics


@pytest.mark.parametrize("data", [b"a b " * 50_000_000, b"word " * 120_000, b"a\n" * 6_000])
def test_what_is_no_article_is_refused_for_its_size(data: bytes) -> None:
    assert [one.code for one in read(data).diagnostics] == ["file-too-long"]
