"""What the tests of all exporters use."""

from typing import cast

import pytest

from publisher.render.edition import Edition, Layout
from tests.export.editions import LANGUAGES, article_layout, rich_edition


@pytest.fixture(params=LANGUAGES)
def edition(request: pytest.FixtureRequest) -> Edition:
    """An edition that holds every kind of node, in each language."""
    return rich_edition(cast("str", request.param))


@pytest.fixture
def layout() -> Layout:
    """The shipped layout."""
    return article_layout()
