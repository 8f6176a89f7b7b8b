"""Feeds as agencies send them become what an editor would make of them."""

import pytest

from publisher.readers.incoming import account
from tests.readers.news.truth import Sample, samples, told

each = pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.path.name)


@each
def test_a_feed_becomes_the_article_that_it_tells(sample: Sample) -> None:
    imported = sample.read()

    assert imported.article, imported.diagnostics
    told_apart = {"beside", "rest", "codes"}
    assert told(imported.article) == {k: v for k, v in sample.truth.items() if k not in told_apart}


@each
def test_no_word_of_a_feed_is_lost_in_silence(sample: Sample) -> None:
    imported = sample.read()

    assert imported.visible
    assert account(imported) == imported.rest


@each
def test_what_is_not_in_the_article_is_told(sample: Sample) -> None:
    imported = sample.read()

    assert set(sample.truth["rest"]) <= {one.text for one in imported.rest}
    assert {one.code for one in imported.diagnostics} == set(sample.truth["codes"])
