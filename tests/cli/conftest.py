"""The command, called in a folder of its own."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publisher.cli.main import main
from tests.cli.newsroom import ARTICLE, SETTINGS, Run, write


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


@pytest.fixture
def run(here: Path) -> Run:
    def call(*arguments: str) -> Result:
        return CliRunner().invoke(main, arguments, prog_name="publish")

    del here
    return call


@pytest.fixture
def paper(here: Path) -> Path:
    """A publication with one article."""
    write(here, {"publication.toml": SETTINGS, "articles/bridge/article.md": ARTICLE})
    return here
