"""The source changed since it was translated: what `--stale` prints, builds and records."""

import json
from pathlib import Path

import pytest
from lxml import html
from pypdf import PdfReader

from tests.cli.newsroom import ARTICLE, Run, catalog_path, translate, write
from tests.contract.reading import read_epub, read_html
from tests.export.docx_reading import WordFile, text_of

OLD, NEW = "The bridge opened on Friday.", "The bridge opened on Monday."
TRANSLATED = {OLD: "Ura e Njegošit u hap të premten."}
MASTER = {OLD: "Његошев мост је отворен у петак."}


@pytest.fixture
def stale(run: Run, paper: Path) -> Path:
    """A publication in which one paragraph changed since it was translated."""
    run("update")
    translate(paper, "sq", lambda source: TRANSLATED.get(source, f"[{source}]"))
    translate(paper, "sr-Cyrl", lambda source: MASTER.get(source, f"[{source}]"))
    write(paper, {"articles/bridge/article.md": ARTICLE.replace(OLD, NEW)})
    assert "1 fuzzy" in run("update").output
    return paper


def read(path: Path) -> str:
    """Give the text of a finished file."""
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix == ".docx":
        return "\n".join(map(text_of, WordFile(path.read_bytes()).paragraphs))
    return read_html(path) if path.suffix == ".html" else read_epub(path)


def edition(paper: Path, tag: str, suffix: str) -> Path:
    return paper / "dist" / "bridge" / f"bridge.{tag}.{suffix}"


@pytest.mark.parametrize("suffix", ["pdf", "epub", "docx", "html"])
def test_the_previous_translation_stands_in_the_finished_file(
    run: Run, stale: Path, suffix: str
) -> None:
    result = run("--lang", "sq,sr-Latn", "--format", suffix, "--stale", "previous")

    assert result.exit_code == 0, result.output
    assert "1 stale" in result.stdout
    for tag, words in (("sq", TRANSLATED[OLD]), ("sr-Latn", "Njegošev most je otvoren u petak.")):
        text = " ".join(read(edition(stale, tag, suffix)).replace("\u00ad", "").split())
        assert words in text
        assert NEW not in text


def test_the_manifest_says_how_many_segments_are_stale(run: Run, stale: Path) -> None:
    printed = json.loads(
        run("--lang", "sq,sr-Latn,en", "--format", "json", "--stale", "previous", "--json").stdout
    )

    counts = {one["language"]: one for one in printed["editions"]}
    assert {tag: one["stale"] for tag, one in counts.items()} == {"sq": 1, "sr-Latn": 1, "en": 0}
    for one in counts.values():
        assert one["stale_policy"] == "previous"
        assert one["translated"] + one["stale"] + one["fallen_back"] == one["segments"]
    assert json.loads((stale / "dist" / "manifest.json").read_text("utf-8")) == printed


@pytest.mark.parametrize("arguments", [[], ["--stale", "source"]])
def test_by_default_the_source_is_printed_where_the_gate_allows_it(
    run: Run, stale: Path, arguments: list[str]
) -> None:
    refused = run("--lang", "sq", "--format", "html", *arguments)
    with (stale / "publication.toml").open("a", encoding="utf-8") as settings:
        settings.write("[complete]\nparagraph = 0\n")
    built = run("--lang", "sq", "--format", "html", *arguments)

    assert refused.exit_code == 5
    assert f"stale paragraph: {NEW}" in refused.stderr
    assert "--stale previous prints the old translation" in refused.stderr
    assert built.exit_code == 0
    page = html.document_fromstring(edition(stale, "sq", "html").read_bytes())
    (paragraph,) = (one for one in page.iter("p") if one.text == NEW)
    assert paragraph.get("lang") == "en"


@pytest.mark.parametrize("draft", [[], ["--draft"]])
def test_a_blocked_edition_is_not_built_and_the_others_are(
    run: Run, stale: Path, draft: list[str]
) -> None:
    result = run("--lang", "sq,sr-Latn,en", "--format", "json", "--stale", "block", *draft)

    assert result.exit_code == 5
    assert f"locales/sq/LC_MESSAGES/bridge.po:{line_of(stale)}: stale paragraph" in result.stderr
    assert result.stderr.count("stale paragraph") == 2
    assert [one.name.split(".")[1] for one in stale.glob("dist/*/*.json")] == ["en"]


def line_of(paper: Path) -> int:
    text = catalog_path(paper, "sq").read_text(encoding="utf-8")
    return text.partition(f'\nmsgid "{NEW}"')[0].count("\n") + 2


def test_the_choice_is_part_of_the_fingerprint_only_where_it_changes_the_edition(
    run: Run,
    stale: Path,
) -> None:
    del stale
    prints = {
        (tag, choice): json.loads(
            run("--lang", tag, "--format", "json", "--draft", "--json", "--stale", choice).stdout
        )["editions"][0]["fingerprint"]
        for tag in ("sq", "en")
        for choice in ("source", "previous")
    }

    assert prints["en", "source"] == prints["en", "previous"]
    assert prints["sq", "source"] != prints["sq", "previous"]


def test_a_previous_translation_that_does_not_fit_is_reported_and_not_printed(
    run: Run, stale: Path
) -> None:
    marked = ARTICLE.replace(OLD, "The bridge opened on *Monday*.")
    write(stale, {"articles/bridge/article.md": marked})
    run("update")

    result = run("--lang", "sq", "--format", "json", "--stale", "previous", "--draft")

    assert "stale-unfit" in result.stderr
    assert "1 not translated" in result.stdout
    assert "stale," not in result.stdout


def test_what_is_not_reviewed_is_not_printed_as_a_previous_translation(
    run: Run, stale: Path
) -> None:
    path = catalog_path(stale, "sq")
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if not line.startswith("#|")) + "\n", "utf-8")

    result = run("--lang", "sq", "--format", "json", "--stale", "previous")

    assert result.exit_code == 5
    assert f"fuzzy paragraph: {NEW}" in result.stderr


def test_a_choice_that_does_not_exist_is_answered_with_those_that_do(run: Run, paper: Path) -> None:
    result = run("--stale", "old")

    assert result.exit_code == 2
    assert "'source', 'previous', 'block'" in result.stderr
    assert not (paper / "dist").exists()
