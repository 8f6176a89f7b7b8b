"""The sample's finished editions, built once for all contract tests."""

from pathlib import Path

import pytest

from tests.contract.sample_editions import build_sample


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of finished editions."""
    return build_sample(tmp_path_factory.mktemp("one"), TZ="Pacific/Kiritimati", PYTHONHASHSEED="1")
