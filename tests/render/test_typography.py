"""Quotation marks and lists, as the gold data has them for every language."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model.language import language
from publisher.render.typography import css_quotes, format_list, widen_spaces

GOLD = json.loads(
    (Path(__file__).parents[1] / "data" / "locale_gold.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("tag", sorted(GOLD))
def test_quotation_marks_are_written_for_a_style_sheet(tag: str) -> None:
    assert f"quotes: {css_quotes(language(tag))};" == GOLD[tag]["quotes"]


@pytest.mark.parametrize("tag", sorted(GOLD))
def test_a_list_is_joined_as_in_a_sentence(tag: str) -> None:
    record, gold = language(tag), GOLD[tag]["list"]
    items = gold["3"][0], gold["3"][3], gold["3"][-1]

    assert format_list(items, record) == gold["3"]
    assert format_list(items[:2], record) == gold["2"]
    assert format_list(items, record, "or") == gold.get("or", "A, B or C")


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [("en", "a, b, c and d"), ("de", "a, b, c und d"), ("ar", "a وb وc وd"), ("ja", "a、b、c、d")],
)
def test_a_long_list_has_its_last_word_once(tag: str, wanted: str) -> None:
    assert format_list("abcd", language(tag)) == wanted


@given(st.text(), st.sampled_from(["and", "or"]))
def test_one_item_is_no_list_and_none_is_nothing(item: str, join: str) -> None:
    assert format_list([item], language("en"), "or" if join == "or" else "and") == item
    assert format_list([], language("en")) == ""


@given(st.lists(st.text("{}ab0"), min_size=2), st.sampled_from(sorted(GOLD)))
def test_every_item_stands_in_its_list_in_order(items: list[str], tag: str) -> None:
    joined, at = format_list(items, language(tag)), 0

    for item in items:
        at = joined.index(item, at) + len(item)


def test_narrow_spaces_become_no_break_spaces() -> None:
    assert widen_spaces("2\u2009–\u20095\u202fkm") == "2\u00a0–\u00a05\u00a0km"
