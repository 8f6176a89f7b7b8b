"""The Word file for editors: every segment in a row, its source and its translation beside it."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from publisher.catalog.segment import segment_of
from publisher.export.docx.anchors import BLANK, read_anchor
from publisher.export.docx.review import rows_of
from publisher.model.block import Figure, Image, Paragraph
from publisher.model.credit import parse_credit
from publisher.model.inline import holds_footnote, prose
from publisher.model.walk import Role, figures_of, plain_text, runs
from publisher.readers.word.elements import Element, qualified
from tests.export.docx_reading import WordFile, find, made, text_of, values
from tests.export.editions import CREDITS, LANGUAGES, ROOT, rich_article
from tests.export.reviews import BEFORE, SOURCE, review_edition

HASH = """
import hashlib
from publisher.export.docx import export
from publisher.model.walk import Role
from tests.export.editions import article_layout
from tests.export.reviews import review_edition
edition = review_edition("sq", {Role.CAPTION}, {Role.HEADING})
print(hashlib.sha256(export(edition, article_layout()).data).hexdigest())
"""


def rows(file: WordFile) -> list[list[Element]]:
    """Give the cells of each row, without the header's."""
    return [find("w:tc", row) for row in file.find("//w:tbl/w:tr")[1:]]


def anchored(cell: Element) -> list[str]:
    """Name the segments whose bookmarks stand in a cell."""
    found = map(read_anchor, values(".//w:bookmarkStart/@w:name", cell))
    return [one.key for one in found if one and one.is_segment]


def remarks_in(file: WordFile) -> list[str]:
    return [text_of(one) for one in file.find("//w:comment", "comments")]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_each_run_has_a_row_in_the_order_of_reading(tag: str) -> None:
    file = made(review_edition(tag))

    found = [anchored(cells[-1]) for cells in rows(file) if anchored(cells[-1])]
    assert found == [[segment_of(*one).id] for one in runs(rich_article(SOURCE))]


@pytest.mark.parametrize("tag", ["sq", "sr-Latn"])
def test_the_source_stands_beside_it_in_its_own_language_and_in_no_segment(tag: str) -> None:
    file = made(review_edition(tag))

    sources = [cells[1] for cells in rows(file) if len(cells) == 3]
    for cell, (_, run) in zip(sources, runs(rich_article(SOURCE)), strict=True):
        assert anchored(cell) == []
        if not holds_footnote(run.children):
            assert text_of(cell).replace("\n", " ") == plain_text(run.children)
        assert "en-US" in values(".//w:r/w:rPr/w:lang/@w:val", cell)


def test_the_source_keeps_its_markup() -> None:
    file = made(review_edition("sq"))

    opening = next(cells[1] for cells in rows(file) if find(".//w:hyperlink[@r:id]", cells[1]))
    styles = {file.styles[one] for one in values(".//w:rStyle/@w:val", opening)}
    assert {"Emphasis", "Strong", "Hyperlink"} <= styles


def test_an_edition_in_the_language_of_its_source_has_one_column_of_text() -> None:
    file = made(review_edition(SOURCE))

    assert {len(cells) for cells in rows(file)} == {2}
    assert "word/comments.xml" not in file.members


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_credit_has_a_row_of_its_own_that_holds_no_segment(tag: str) -> None:
    file = made(review_edition(tag))

    fixed = [cells for cells in rows(file) if "not to be changed" in text_of(cells[0])]
    assert [anchored(cells[1]) for cells in fixed] == [[]] * len(fixed)
    lines = [text_of(find(".//w:p", cells[1])[0]) for cells in fixed]
    assert len(lines) == len(CREDITS)
    assert all(line.endswith(credit) for line, credit in zip(lines, CREDITS, strict=True))


def test_a_figure_without_words_keeps_its_credit() -> None:
    figure = Figure(image=Image(path="a.png"), credit=parse_credit("AFP"))
    article = replace(rich_article(SOURCE), body=(figure, Paragraph(content=prose("On."))))

    found = [place.number for place, run in rows_of(article) if run is None]
    assert found == [1]


def test_the_header_row_is_repeated_and_names_both_languages() -> None:
    head = made(review_edition("sq")).find("//w:tbl/w:tr")[0]

    assert find("w:trPr/w:tblHeader", head)
    assert [text_of(cell) for cell in find("w:tc", head)][1:] == ["English", "shqip"]


def test_the_page_lies_across_and_the_table_is_as_wide_as_its_column() -> None:
    file = made(review_edition("sq"))

    (size,) = file.find("//w:sectPr/w:pgSz")
    width, height = (int(size.get(qualified(f"w:{name}"), "0")) for name in ("w", "h"))
    assert width > height
    (margins,) = file.find("//w:sectPr/w:pgMar")
    room = width - sum(int(margins.get(qualified(f"w:{side}"), "0")) for side in ("left", "right"))
    assert sum(map(int, file.values("//w:tblGrid/w:gridCol/@w:w"))) == room


def test_what_waits_is_blank_or_fuzzy_and_says_why_in_a_comment() -> None:
    missing = {Role.TITLE, Role.ALT, Role.FOOTNOTE}
    file = made(review_edition("sq", missing, {Role.HEADING}))

    roles = {segment_of(*one).id: one[0].role for one in runs(rich_article(SOURCE))}
    theirs = [
        plain_text(run.children)
        for place, run in runs(rich_article("sq"))
        if place.role is Role.HEADING
    ]
    headings = []
    for cells in rows(file):
        (*_, role) = (roles[key] for key in anchored(cells[-1])) if anchored(cells[-1]) else [None]
        if role in missing:
            assert text_of(cells[-1]) == BLANK
        if role is Role.HEADING:
            headings.append(text_of(cells[-1]))
        commented = bool(find(".//w:commentReference", cells[-1]))
        assert commented == (role in missing | {Role.HEADING})
    assert headings == theirs
    assert set(remarks_in(file)) == {"not translated", f"fuzzy: was translated from “{BEFORE}”"}


def test_comments_are_the_program_s_own_and_bear_the_edition_s_time() -> None:
    file = made(review_edition("sq", {Role.TITLE}))

    assert file.values("//w:comment/@w:author", "comments") == ["Publisher"]
    assert file.values("//w:comment/@w:date", "comments") == ["2023-06-04T10:30:00Z"]


def test_a_footnote_is_called_by_a_link_to_its_row() -> None:
    file = made(review_edition("sq", {Role.FOOTNOTE}))

    names = set(file.values("//w:bookmarkStart/@w:name"))
    (segment,) = (
        segment_of(*one).id for one in runs(rich_article(SOURCE)) if one[0].role is Role.FOOTNOTE
    )
    calls = [one for one in file.find("//w:hyperlink[@w:anchor]") if text_of(one) == "[1]"]
    targets = {str(one.get(qualified("w:anchor"))) for one in calls}
    assert len(calls) == 2  # in the source and in the translation
    assert targets <= names
    assert all(one.startswith(segment) for one in targets)
    assert not file.find("//w:footnoteReference")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_anchors_are_those_of_the_edition_that_is_read(tag: str) -> None:
    edition = review_edition(tag)

    def names(file: WordFile) -> set[str]:
        every = (
            name
            for part in ("document", "footnotes")
            for name in file.values("//w:bookmarkStart/@w:name", part)
        )
        return {name for name in every if name.startswith("s")}

    assert names(made(replace(edition, review=None))) <= names(made(edition))


def test_names_and_numbers_of_bookmarks_comments_and_drawings_are_unique() -> None:
    file = made(review_edition("sr-Cyrl", set(Role)))

    for path in ("//w:bookmarkStart/@w:name", "//w:bookmarkStart/@w:id", "//wp:docPr/@id"):
        found = file.values(path)
        assert len(found) == len(set(found))


def test_a_picture_stands_beside_the_words_that_describe_it() -> None:
    file = made(review_edition("sq"))

    shown = [cells[0] for cells in rows(file) if find(".//w:drawing", cells[0])]
    assert len(shown) == sum(one.image is not None for one in figures_of(rich_article(SOURCE)))


def test_the_same_edition_gives_the_same_bytes_in_another_process() -> None:
    file = made(review_edition("sq", {Role.CAPTION}, {Role.HEADING}))

    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    done = subprocess.run(  # noqa: S603 -- this very Python
        [sys.executable, "-c", HASH],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=environment,
        text=True,
    )
    assert done.stdout.strip() == hashlib.sha256(file.data).hexdigest()
