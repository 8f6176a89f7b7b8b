"""The completeness gate refuses what is not translated far enough, and says what is missing."""

import pytest

from publisher.build.gate import require_complete
from publisher.errors import IncompleteError
from publisher.localize.outcome import Localized, Origin, Outcome
from publisher.model.article import Article
from publisher.model.inline import prose
from publisher.model.walk import Role

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
    ("language", "where", "advice"),
    [
        ("fr", "", "run `publish update --lang fr`"),
        ("sr-Latn", "", "run `publish update --lang sr-Cyrl`"),
        ("sq", "sq.po", "run `publish update --lang sq`"),
        ("sq", "sq.po:7", "translate these"),
    ],
)
def test_the_first_step_is_one_that_helps(language: str, where: str, advice: str) -> None:
    lacking = outcome(Role.TITLE, Origin.MISSING, where=where)

    with pytest.raises(IncompleteError) as caught:
        require_complete(localized(lacking, language=language), ALL)

    assert caught.value.hint.startswith(advice)
