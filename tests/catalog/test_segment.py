"""Segments: one for each run, keyed by role and text, with an id that is safe everywhere."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.catalog.segment import Segment, segment_id, segment_of, segments
from publisher.catalog.tags import flatten
from publisher.model.article import Article
from publisher.model.block import Figure, Paragraph
from publisher.model.inline import Emphasis, Footnote, Prose, Text, prose
from publisher.model.walk import Place, Role, figures_of, map_prose, runs
from tests.strategies import articles, texts

few = settings(max_examples=settings().max_examples // 3)


@few
@given(articles)
def test_there_is_one_segment_for_each_run_in_the_order_of_reading(article: Article) -> None:
    assert [(segment.place, segment.run) for segment in segments(article)] == list(runs(article))


@few
@given(articles)
def test_a_segment_has_the_role_and_the_flattened_text_of_its_run(article: Article) -> None:
    for segment in segments(article):
        assert segment.key == (segment.place.role.value, flatten(segment.run.children))
        assert segment.id == segment_id(*segment.key)


@given(texts)
def test_an_id_is_safe_in_xml_in_word_and_as_a_file_name(text: str) -> None:
    run = Prose(children=(Text(text=text),), segment=segment_id("title", text))  # it refuses others

    assert re.fullmatch(r"s[0-9a-f]{12}", run.segment)


roles = st.sampled_from(Role)


@given(roles, texts, roles, texts)
def test_ids_are_the_same_for_the_same_key_and_for_no_other(
    role: Role, text: str, other_role: Role, other_text: str
) -> None:
    one, other = (
        segment_of(Place(role=role), prose(text)),
        segment_of(Place(role=other_role, number=7), prose(other_text)),
    )

    assert (one.id == other.id) is (one.key == other.key)


def test_a_role_is_never_mistaken_for_text() -> None:
    assert segment_id("note", "sa") != segment_id("notes", "a")


@pytest.mark.parametrize(
    ("role", "text", "digest"),
    [
        ("title", "Hello", "s034f9de27c53"),
        ("caption", "Протест <em>у</em> Звечану", "s661e0903887a"),
    ],
)
def test_ids_stay_what_they_are_in_catalogs_and_documents(
    role: str, text: str, digest: str
) -> None:
    assert segment_id(role, text) == digest


def test_equal_runs_are_listed_each_time_and_share_their_entry() -> None:
    article = Article(
        slug="a",
        language="en",
        title=prose("Twice"),
        body=(Paragraph(content=prose("Again.")), Paragraph(content=prose("Again."))),
    )

    _, first, second = segments(article)

    assert first == second
    assert first.id == second.id


def test_a_footnote_is_a_segment_of_its_own_after_the_one_that_calls_it() -> None:
    note = Footnote(content=prose("About 4,000."))
    title = Prose(children=(Text(text="Troops"), Emphasis(children=(note,))))

    found = segments(Article(slug="a", language="en", title=title))

    assert [segment.key for segment in found] == [
        ("title", "Troops<em><fn/></em>"),
        ("footnote", "About 4,000."),
    ]


def test_a_segment_knows_the_figure_it_belongs_to() -> None:
    figure = Figure(image=None, withheld=prose("rights"), caption=prose("A bridge."))
    article = Article(slug="a", language="en", title=prose("T"), body=(figure,))

    _, withheld, caption = segments(article)

    assert figures_of(article) == (figure,)
    assert withheld == Segment(
        role=Role.WITHHELD,
        text="rights",
        run=prose("rights"),
        place=Place(role=Role.WITHHELD, number=1, figure=figure),
    )
    assert caption.place.figure is figure


@few
@given(articles)
def test_the_ids_of_an_article_do_not_depend_on_where_it_was_read_from(article: Article) -> None:
    copied = map_prose(article, lambda _, run: Prose(children=run.children))

    assert [one.id for one in segments(copied)] == [one.id for one in segments(article)]
