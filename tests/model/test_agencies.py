"""The table of those who supply pictures: each name once, and found however it is printed."""

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from publisher.model.agencies import Kind, find_supplier

TABLE = tomllib.loads(files("publisher.model").joinpath("agencies.toml").read_text("utf-8"))
NAMES = [name for kind in Kind for name in TABLE[kind.value]]


def test_every_list_is_a_kind_and_no_name_stands_twice() -> None:
    counted = Counter(name.casefold().removeprefix("the ") for name in NAMES)

    assert set(TABLE) == {kind.value for kind in Kind} | {"ordinary"}
    assert [name for name, times in counted.items() if times > 1] == []
    assert [name for name in TABLE["ordinary"] if find_supplier(name) is None] == []


@pytest.mark.parametrize("kind", Kind)
def test_every_name_is_found_however_it_is_printed(kind: Kind) -> None:
    for name in TABLE[kind.value]:
        for printed in (
            name,
            name.upper(),
            f"The {name.removeprefix('The ')}",
            f"{name} photo",
            f"{name} Images",
        ):
            found = find_supplier(printed)

            assert found, printed
        assert find_supplier(name) == find_supplier(name.upper())


@pytest.mark.parametrize("name", ["", "the", "photo", "AFPX", "AFP and others", "AFP" * 1000])
def test_nothing_else_is_found(name: str) -> None:
    assert find_supplier(name) is None
