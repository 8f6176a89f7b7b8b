"""The articles that come with the program."""

from pathlib import Path

import pytest

import publisher.sample
from publisher.readers.markdown import read_markdown

ARTICLES = sorted((Path(publisher.sample.__path__[0]) / "articles").glob("*/article.md"))


@pytest.mark.parametrize("path", ARTICLES, ids=[path.parent.name for path in ARTICLES])
def test_a_sample_article_is_read_without_a_word(path: Path) -> None:
    pictures = [file.relative_to(path.parent).as_posix() for file in path.parent.rglob("*.*")]
    reading = read_markdown(path.read_bytes(), path.name, slug=path.parent.name, pictures=pictures)

    assert [str(diagnostic) for diagnostic in reading.diagnostics] == []
    assert reading.article is not None
