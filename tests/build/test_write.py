"""Files appear whole or not at all."""

from pathlib import Path

import pytest

from publisher.build.manifest import manifest_json, update_manifest
from publisher.build.write import write_whole
from publisher.errors import UsageError


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b.pdf", b"data")

    assert (tmp_path / "a" / "b.pdf").read_bytes() == b"data"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.pdf"]


def test_a_folder_in_the_place_of_the_file_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").mkdir()

    with pytest.raises(UsageError, match="cannot be written"):
        write_whole(tmp_path / "b.pdf", b"data")

    assert [path.name for path in tmp_path.iterdir()] == ["b.pdf"]


def test_a_file_in_the_place_of_a_folder_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")

    with pytest.raises(UsageError, match=r"disk's space$"):
        write_whole(tmp_path / "a" / "b.pdf", b"data")


@pytest.mark.parametrize("broken", ["", "[]", "{}", '{"version": 1, "editions": [1]}', "\x00"])
def test_a_broken_manifest_is_written_anew(tmp_path: Path, broken: str) -> None:
    (tmp_path / "manifest.json").write_text(broken)

    update_manifest(tmp_path, [])

    assert (tmp_path / "manifest.json").read_text() == manifest_json([])
