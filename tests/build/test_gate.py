"""The completeness gate refuses what is not translated far enough, and says what is missing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.build.gate import gate_of, require_complete, require_fresh, standings
from publisher.errors import IncompleteError
from publisher.localize.outcome import Localized, Origin, Outcome
from publisher.model.article import Article
from publisher.model.inline import prose
from publisher.model.walk import Role

outcomes = st.lists(
    st.builds(
        Outcome,
        segment=st.just("s0"),
        role=st.sampled_from(Role),
        source=st.just("text"),
        origin=st.sampled_from(Origin),
        translatable=st.booleans(),
    ).filter(lambda one: one.translatable or one.origin is Origin.SOURCE)
).map(tuple)
gates = st.dictionaries(st.sampled_from([role.value for role in Role]), st.just(1.0))

ALL = {"title": 1.0, "caption": 1.0, "alt": 1.0, "body": 1.0}


def outcome(role: Role, origin: Origin, number: int = 0, where: str = "sq.po:7") -> Outcome:
    return Outcome(
        segment=f"s{number}", role=role, source=f"text {number}", origin=origin, where=where
    )


def localized(*outcomes: Outcome, language: str = "sq") -> Localized:
    article = Article(slug="a", language=language, title=prose("T"))
    return Localized(article=article, outcomes=outcomes)


def test_a_complete_article_passes() -> None:
    require_complete(localized(outcome(Role.TITLE, Origin.TRANSLATED)), ALL)


def test_fuzzy_is_not_translated() -> None:
    with pytest.raises(IncompleteError, match="title 0 of 1"):
        require_complete(localized(outcome(Role.TITLE, Origin.FUZZY)), ALL)


def test_each_group_has_its_own_share() -> None:
    paragraphs = [outcome(Role.PARAGRAPH, Origin.TRANSLATED, n) for n in range(8)]
    missing = [outcome(Role.PARAGRAPH, Origin.MISSING, n) for n in range(2)]
    article = localized(*paragraphs, *missing)

    require_complete(article, ALL | {"body": 0.8})
    with pytest.raises(IncompleteError, match="body 8 of 10"):
        require_complete(article, ALL | {"body": 0.81})


def test_the_refusal_names_the_first_missing_segments_and_counts_the_rest() -> None:
    missing = [outcome(Role.CAPTION, Origin.MISSING, n) for n in range(7)]

    with pytest.raises(IncompleteError) as caught:
        require_complete(localized(*missing), ALL)

    assert "sq.po:7: missing caption: text 0" in caught.value.message
    assert "and 2 more" in caught.value.message
    assert caught.value.where == "sq.po"
    assert "--draft" in caught.value.hint


def test_what_need_not_be_translated_is_not_named() -> None:
    paragraphs = [outcome(Role.PARAGRAPH, Origin.MISSING, n) for n in range(6)]
    caption = outcome(Role.CAPTION, Origin.MISSING, 9)

    with pytest.raises(IncompleteError) as caught:
        require_complete(localized(*paragraphs, caption), {"caption": 1.0, "body": 0.0})

    assert (
        caught.value.message == "not complete: caption 0 of 1\n    sq.po:7: missing caption: text 9"
    )


@pytest.mark.parametrize(
    ("language", "master", "where", "advice"),
    [
        ("fr", None, "", "run `publish update --lang fr`"),
        ("sr-Latn", "sr-Cyrl", "", "run `publish update --lang sr-Cyrl`"),
        ("sr-Cyrl", "sr-Latn", "", "run `publish update --lang sr-Latn`"),
        ("sr-Latn", None, "", "run `publish update --lang sr-Latn`"),
        ("sq", None, "sq.po", "run `publish update --lang sq`"),
        ("sq", None, "sq.po:7", "translate these"),
    ],
)
def test_the_first_step_is_one_that_helps(
    language: str, master: str | None, where: str, advice: str
) -> None:
    lacking = outcome(Role.TITLE, Origin.MISSING, where=where)

    with pytest.raises(IncompleteError) as caught:
        require_complete(localized(lacking, language=language), ALL, master)

    assert caught.value.hint.startswith(advice)


@given(outcomes, gates)
def test_every_segment_to_translate_stands_behind_one_gate(
    found: tuple[Outcome, ...], named: dict[str, float]
) -> None:
    complete = ALL | named

    counted = standings(found, complete)

    assert [one.gate for one in counted] == list(complete)
    theirs = [one for one in found if one.translatable]
    assert sum(one.segments for one in counted) == len(theirs)
    assert sum(one.done for one in counted) == sum(not one.origin.fell_back for one in theirs)


@given(outcomes, gates)
def test_an_article_is_refused_if_and_only_if_a_gate_is_not_met(
    found: tuple[Outcome, ...], named: dict[str, float]
) -> None:
    complete = ALL | named
    if all(one.met for one in standings(found, complete)):
        require_complete(localized(*found), complete)
    else:
        with pytest.raises(IncompleteError):
            require_complete(localized(*found), complete)


def test_what_holds_nothing_to_translate_is_not_counted() -> None:
    code = replace(outcome(Role.PARAGRAPH, Origin.SOURCE), translatable=False)
    missing = outcome(Role.PARAGRAPH, Origin.MISSING)

    with pytest.raises(IncompleteError, match="body 0 of 1"):
        require_complete(localized(code, missing), ALL | {"body": 0.5})
    require_complete(localized(code), ALL)


@pytest.mark.parametrize("percent", range(101))
def test_just_as_much_as_is_demanded_is_enough(percent: int) -> None:
    done = [outcome(Role.PARAGRAPH, Origin.TRANSLATED)] * percent
    missing = [outcome(Role.PARAGRAPH, Origin.MISSING)] * (100 - percent)

    require_complete(localized(*done, *missing), ALL | {"body": percent / 100})


def test_a_role_that_is_named_is_counted_apart_from_its_group() -> None:
    found = localized(
        outcome(Role.PARAGRAPH, Origin.TRANSLATED), outcome(Role.KEYWORD, Origin.FUZZY)
    )

    require_complete(found, ALL | {"keyword": 0.0})
    with pytest.raises(IncompleteError, match=r"not complete: keyword 0 of 1\n"):
        require_complete(found, ALL | {"keyword": 1.0})
    with pytest.raises(IncompleteError, match=r"not complete: body 1 of 2\n"):
        require_complete(found, ALL)


def test_a_gallery_s_caption_is_a_caption_until_it_is_named() -> None:
    assert gate_of(Role.GALLERY_CAPTION, ALL) == "caption"
    assert gate_of(Role.GALLERY_CAPTION, ALL | {"gallery-caption": 0.0}) == "gallery-caption"


def test_a_previous_translation_passes_the_gate() -> None:
    require_complete(localized(outcome(Role.TITLE, Origin.PREVIOUS)), ALL)


def test_a_stale_article_is_blocked_and_every_stale_segment_is_named() -> None:
    stale = [
        replace(outcome(Role.PARAGRAPH, Origin.FUZZY, number), stale=True) for number in range(9)
    ]

    with pytest.raises(IncompleteError) as caught:
        require_fresh(localized(outcome(Role.TITLE, Origin.FUZZY), *stale))

    assert "the source of 9 of 10 segments changed" in caught.value.message
    assert all(f"sq.po:7: stale paragraph: text {n}" in caught.value.message for n in range(9))
    assert caught.value.where == "sq.po"
    assert "--stale" in caught.value.hint


def test_what_is_only_missing_or_not_reviewed_is_not_stale() -> None:
    require_fresh(
        localized(outcome(Role.TITLE, Origin.FUZZY), outcome(Role.PARAGRAPH, Origin.MISSING))
    )
