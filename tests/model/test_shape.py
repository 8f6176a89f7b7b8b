"""Shapes: every type that the model uses has one, and another type is noticed at once."""

from dataclasses import MISSING
from datetime import date

import pytest

from publisher.model.article import Article, ContributorRole
from publisher.model.block import Block, Figure, Gallery, Image, Separator
from publisher.model.inline import Inline, Prose, Text
from publisher.model.shape import (
    TYPES,
    Choice,
    Day,
    Many,
    Maybe,
    Node,
    Record,
    Row,
    Scalar,
    Shape,
    records,
    shape_of,
)

STRING = Scalar(kind=str)


@pytest.mark.parametrize(
    ("hint", "shape"),
    [
        (str, STRING),
        (bool, Scalar(kind=bool)),
        (date, Day()),
        (ContributorRole, Choice(kind=ContributorRole)),
        (date | None, Maybe(of=Day())),
        (tuple[tuple[str, ...], ...], Many(of=Many(of=STRING))),
        (tuple[str, date], Row(of=(STRING, Day()))),
        (Prose, Record(name="prose", kind=Prose)),
        (Figure, Node(name="figure", kinds={"figure": Figure})),
    ],
    ids=str,
)
def test_a_type_has_its_shape(hint: object, shape: Shape) -> None:
    assert shape_of(hint) == shape


@pytest.mark.parametrize("hint", [float, str | int, list[str], "Prose", Text | Separator], ids=str)
def test_a_type_without_a_json_form_is_noticed(hint: object) -> None:
    with pytest.raises(TypeError, match="there is no JSON form for"):
        shape_of(hint)


def test_all_of_the_model_is_reached_from_the_article() -> None:
    assert {Article, Prose, Image, Gallery, *TYPES} <= set(records())


def test_blocks_and_inlines_are_told_apart_by_type() -> None:
    blocks, inlines = shape_of(Block), shape_of(Inline)

    assert isinstance(blocks, Node)
    assert isinstance(inlines, Node)
    assert not set(blocks.kinds) & set(inlines.kinds)
    assert {**blocks.kinds, **inlines.kinds} == {name: kind for kind, name in TYPES.items()}


def test_a_field_keeps_its_default() -> None:
    members = records()[Article]

    assert members["subtitle"].default is None
    assert members["title"].default is MISSING
    assert [name for name, member in members.items() if member.required] == [
        "slug",
        "language",
        "title",
    ]
