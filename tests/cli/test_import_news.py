"""`publish import` of what news agencies send."""

import json
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.newsroom import Run
from tests.readers.news.truth import Sample, samples

each = pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.path.name)


def feed(folder: Path, sample: Sample) -> str:
    """Put a feed into a folder, with those pictures beside it that are to be there."""
    for name in sample.truth.get("beside", ()):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        if path.suffix == ".svg":
            path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
        else:
            Image.new("RGB", (60, 40), "navy").save(path)
    (folder / sample.path.name).write_bytes(sample.path.read_bytes())
    return sample.path.name


@each
def test_a_feed_becomes_an_article_that_is_published(run: Run, here: Path, sample: Sample) -> None:
    result = run("import", feed(here, sample), "--json")

    assert result.exit_code == 0, result.output
    report = json.loads(result.stdout)[0]
    assert report["language"] == sample.truth["language"]
    assert {one["text"] for one in report["rest"]} >= set(sample.truth["rest"])
    built = run("--lang", report["language"], "--format", "html")
    assert built.exit_code == 0, built.output
    slug = report["slug"]
    html = (here / "dist" / slug / f"{slug}.{report['language']}.html").read_text("utf-8")
    for figure in sample.truth["figures"]:
        assert figure.get("credit", "") in html
    for name in (one["picture"] for one in sample.truth["figures"] if "picture" in one):
        assert (here / "articles" / slug / name).is_file()


def test_a_feed_that_is_none_is_an_error_in_plain_words(run: Run, here: Path) -> None:
    (here / "data.json").write_text('{"temperature": 7}')
    (here / "page.xml").write_text("<rss><channel><title>News</title></channel></rss>")

    result = run("import", "data.json", "page.xml")

    assert result.exit_code == 3
    assert "no story in the ninjs format" in result.stderr
    assert "<rss>" in result.stderr
    assert "Traceback" not in result.output
