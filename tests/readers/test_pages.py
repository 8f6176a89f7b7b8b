"""The reader of web pages, judged by pages that it was not written from."""

from functools import cache

import pytest

from tests.readers.pages.compare import Score
from tests.readers.pages.score import measure, reader
from tests.readers.pages.truth import pages

FOUND = {
    "paragraphs": 0.99,
    "headings": 0.97,
    "cells": 0.97,
    "captions": 0.97,
    "credits": 0.97,
    "pictures": 0.97,
    "title": 0.99,
    "authors": 0.99,
    "published": 0.99,
    "updated": 0.97,
    "language": 0.99,
}
HELD_BACK = 0.9  # of pages so few that one word can be a tenth
TRUE = {"paragraphs": 0.97, "captions": 0.97, "credits": 0.97, "pictures": 0.97}


@cache
def judged(*, held: bool) -> Score:
    total = Score()
    for page in pages(held=held):
        total.add(measure(page, reader()))
    return total


@pytest.mark.parametrize("what", FOUND)
def test_what_a_page_says_is_found(what: str) -> None:
    score = judged(held=False)

    assert score.recall(what) >= FOUND[what], "\n".join(score.misses)


@pytest.mark.parametrize("what", TRUE)
def test_what_is_found_a_page_says(what: str) -> None:
    score = judged(held=False)

    assert score.precision(what) >= TRUE[what], "\n".join(score.misses)


def test_no_words_of_a_page_are_lost_in_silence() -> None:
    assert judged(held=False).lost == 0


@pytest.mark.parametrize("what", FOUND)
def test_the_reader_is_not_fitted_to_the_pages_it_is_judged_by(what: str) -> None:
    score = judged(held=True)

    assert score.recall(what) >= HELD_BACK, "\n".join(score.misses)
