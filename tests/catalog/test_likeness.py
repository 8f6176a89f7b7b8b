"""Likeness: the text that a new one was made from is found among thousands, and nothing else."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.catalog.likeness import ALIKE, COMPARED, Index, features, likeness
from tests.strategies import texts

LAW = "Article {} of the law on bridges is amended and shall read as follows from the first of May"


def index(*found: str) -> Index:
    made = Index()
    for number, text in enumerate(found):
        made.add(number, text)
    return made


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bridge is open", "The bridges are open"),
        ("Протест у Звечану", "Протести у Звечану"),
        (LAW.format(1), LAW.format(2) + ", and not before"),
        ("橋が開通した。町は喜んだ。", "橋が昨日開通した。町は喜んだ。"),
        ("…!", "…!!"),
    ],
)
def test_an_edited_text_is_alike_and_found(one: str, other: str) -> None:
    assert likeness(one, other) >= ALIKE
    assert [number for number, _ in index("Weather", one).alike(other)] == [1]


@pytest.mark.parametrize(
    ("one", "other"), [("The bridge is open", "Weather"), (LAW, "x " * 50), ("a", "a" * 10)]
)
def test_another_text_is_not_alike(one: str, other: str) -> None:
    assert likeness(one, other) < ALIKE
    assert list(index(one).alike(other)) == []


@given(texts)
def test_every_text_is_like_itself_and_can_be_found(text: str) -> None:
    assert features(text)
    assert (0, 1.0) in list(index(text, "Weather").alike(text))


@given(texts, texts)
def test_likeness_is_a_share(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1


def test_what_is_taken_out_is_not_found_again() -> None:
    found = index("The bridge", "The bridges")
    found.remove(0)

    assert [number for number, _ in found.alike("The bridge")] == [1]


def test_a_search_compares_few_however_many_are_alike() -> None:
    found = list(index(*(LAW.format(number) for number in range(2000))).alike("Article 7 " + LAW))

    assert 0 < len(found) <= COMPARED


def test_the_same_is_found_in_every_process() -> None:
    program = (
        "from publisher.catalog.likeness import Index; i = Index();"
        "[i.add(n, f'alpha beta gamma delta {n % 7} epsilon {n}') for n in range(500)];"
        "print(list(i.alike('delta gamma beta alpha 3 epsilon')))"
    )
    runs = {
        subprocess.run(  # noqa: S603 -- this very Python
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(runs) == 1


@given(st.text(max_size=5))
def test_an_empty_index_finds_nothing(text: str) -> None:
    assert list(Index().alike(text)) == []
