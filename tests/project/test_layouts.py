"""Layouts on disk."""

from dataclasses import replace
from pathlib import Path

import pytest

from publisher.errors import UsageError
from publisher.project.layouts import read_layout
from publisher.project.publication import open_publication
from publisher.project.shipped import SAMPLE


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    own = tmp_path / "article" / "fonts"
    own.mkdir(parents=True)
    (own / "mine.ttf").symlink_to("/proc/self/mem")  # whoever reads it, it cannot be
    publication = replace(open_publication(SAMPLE), layouts=tmp_path)

    with pytest.raises(UsageError, match="the file cannot be read") as caught:
        read_layout(publication, "article")

    assert caught.value.where == "layouts/article/fonts/mine.ttf"
