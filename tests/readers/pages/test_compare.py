"""The judge itself."""

from dataclasses import replace
from functools import cache

import pytest

from publisher.model.article import Contributor
from publisher.model.block import Alignment, Figure, Heading, ItemList, ListItem, Paragraph, Table
from publisher.model.inline import prose
from publisher.readers.draft import Draft
from publisher.readers.incoming import Enclosure, Imported, Incoming
from tests.readers.pages.compare import FACTS, compare
from tests.readers.pages.truth import Page, TrueFigure, Truth, pages

ALL = ("paragraphs", "headings", "cells", "captions", "credits", "pictures", *FACTS)


@cache
def page() -> Page:
    return max(pages(), key=lambda page: len(page.truth.figures))


def perfect(truth: Truth) -> Draft:
    """Make the draft that a reader without fault would make."""
    draft = Draft(Incoming(data=b"", name="a.html", slug="a"), language=truth.language)
    draft.title = prose(truth.title)
    draft.subtitle = prose(truth.subtitle) if truth.subtitle else None
    draft.byline = [Contributor(name=prose(name)) for name in truth.authors]
    draft.note = prose(truth.note) if truth.note else None
    draft.published, draft.updated = truth.published, truth.updated
    draft.body += [Paragraph(content=prose(text)) for text in truth.paragraphs]
    draft.body += [Heading(level=1, content=prose(text)) for text in truth.headings]
    draft.body += [figure(draft, true) for true in truth.figures]
    if truth.cells:
        cells = tuple((prose(text),) for text in truth.cells)
        draft.body.append(Table(header=cells[0], rows=cells[1:], alignments=(Alignment.LEFT,)))
    return draft


def figure(draft: Draft, true: TrueFigure) -> Figure:
    return draft.figure(
        picture=Enclosure(path=f"images/{true.picture}", beside=f"a_files/{true.picture}"),
        alt=true.alt,
        caption=prose(true.caption) if true.caption else None,
        credit=true.credits[0] if true.credits else "",
    )


@pytest.mark.parametrize(
    "page",
    [*pages(), *pages(held=True)],
    ids=lambda page: f"{page.system}-{page.name}",
)
def test_a_perfect_reader_is_found_perfect(page: Page) -> None:
    score = compare(perfect(page.truth).finish(), page.truth)

    assert not score.misses
    assert score.lost == score.noise == 0
    assert {score.recall(m) for m in ALL} == {1.0}
    assert {score.precision(m) for m in ALL} == {1.0}


def test_a_page_without_an_article_has_nothing_right() -> None:
    score = compare(Imported(article=None), page().truth)

    assert not score.right.total()


def test_a_paragraph_out_of_its_place_is_not_found() -> None:
    draft = perfect(page().truth)
    draft.body.insert(0, draft.body.pop(3))
    score = compare(draft.finish(), page().truth)

    assert score.wanted["paragraphs"] - score.right["paragraphs"] == 1


def test_a_credit_on_another_picture_is_wrong() -> None:
    truth = page().truth
    lines = [true.credits for true in truth.figures]
    swapped = (
        replace(true, credits=line)
        for true, line in zip(truth.figures, lines[1:] + lines[:1], strict=True)
    )
    score = compare(perfect(replace(truth, figures=tuple(swapped))).finish(), truth)

    assert score.right["credits"] < score.wanted["credits"]
    assert score.recall("captions") == 1.0


def test_a_credit_without_its_label_is_wrong() -> None:
    true = TrueFigure(picture="a.jpg", caption="A bridge.", credits=("Photo: A",), alt="")
    truth = replace(page().truth, figures=(true,))
    given = replace(truth, figures=(replace(true, credits=("A",)),))

    assert compare(perfect(given).finish(), truth).recall("credits") == 0.0


def test_a_paragraph_that_is_nowhere_is_lost() -> None:
    draft = perfect(page().truth)
    draft.body.pop(0)

    assert compare(draft.finish(), page().truth).lost > 0


def test_words_of_the_page_around_are_noise() -> None:
    draft = perfect(page().truth)
    draft.body.append(Paragraph(content=prose(page().truth.absent[0])))
    draft.body.append(ItemList(items=(ListItem(body=(Paragraph(content=prose("Who knows")),)),)))

    assert compare(draft.finish(), page().truth).noise == 2


def test_a_dateline_may_stand_apart() -> None:
    truth = replace(page().truth, paragraphs=("LAKE — It rained.",), undated="It rained.")
    apart = replace(truth, paragraphs=("It rained.",))

    assert not compare(perfect(apart).finish(), truth).misses
