"""`publish status`: what it counts, how it looks, and what it answers scripts."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from publisher.cli.main import main
from publisher.model.walk import Role
from tests.cli.newsroom import ARTICLE, SETTINGS, Run, catalog_path, translate, write

OLD, NEW = "The bridge opened on Friday.", "The bridge opened on Monday."


@pytest.fixture
def translated(run: Run, paper: Path) -> Path:
    """A publication whose article is translated into both languages."""
    run("update")
    for tag in ("sq", "sr-Cyrl"):
        translate(paper, tag, lambda source: f"[{source}]")
    return paper


def editions(run: Run, *arguments: str) -> dict[str, dict[str, Any]]:
    found = json.loads(run("status", "--json", *arguments).stdout)["editions"]
    return {edition["language"]: edition for edition in found}


def test_the_sample_is_complete(run: Run) -> None:
    result = run("status")

    assert result.exit_code == 0, result.output
    assert "embedded sample" in result.stderr
    assert "8 of 8 editions complete" in result.stdout
    assert "derived from sr-Cyrl" in result.stdout


def test_a_row_counts_segments_and_words_of_the_source(run: Run, translated: Path) -> None:
    write(translated, {"articles/bridge/article.md": ARTICLE.replace(OLD, NEW)})
    run("update", "--lang", "sq")

    result = run("status", "--lang", "sq")

    assert result.exit_code == 5
    assert "bridge: 5 segments, 19 words in en" in result.stdout
    row = next(line for line in result.stdout.splitlines() if line.startswith("sq "))
    assert row.split() == ["sq", "4", "14", "1", "5", "0", "0", "0", "0", "short"]
    assert "short: body 1 of 2" in result.stdout
    assert "stale: the source of 1 of the fuzzy changed" in result.stdout


def test_a_long_article_s_columns_stay_apart(run: Run, paper: Path) -> None:
    write(paper, {"articles/bridge/article.md": ARTICLE.replace(OLD, "word " * 123_456)})

    row = run("status", "--lang", "en").stdout.splitlines()[-4]

    assert row.split()[:3] == ["en", "5", "123470"]


def test_each_role_has_a_row_where_that_is_asked_for(run: Run, translated: Path) -> None:
    del translated

    rows = run("status", "--lang", "sq", "--by-role").stdout.splitlines()

    names = [line.split()[0] for line in rows if line.startswith(" ") and line.split()[-1] == "0"]
    assert names == ["title", "paragraph", "caption", "alt", "withheld"]
    assert "caption" not in run("status", "--lang", "sq").stdout


def test_the_table_fits_a_terminal_and_is_plain_where_there_is_none(run: Run, paper: Path) -> None:
    roles = "".join(f"{role.value} = 99.5\n" for role in Role)
    with (paper / "publication.toml").open("a", encoding="utf-8") as settings:
        settings.write(f"[complete]\n{roles}")

    result = run("status", "--by-role", "--lang", "all")
    in_colour = CliRunner().invoke(main, ["status"], color=True).stdout

    assert max(map(len, result.stdout.splitlines())) <= 80
    assert "\x1b" not in result.stdout
    assert "\x1b[31mshort" in in_colour
    assert re.sub(r"\x1b\[\d+m", "", in_colour) == run("status").stdout


def test_json_holds_everything_and_nothing_else_is_printed(run: Run, translated: Path) -> None:
    write(translated, {"articles/bridge/article.md": ARTICLE.replace(OLD, NEW)})
    run("update", "--lang", "sq")

    result = run("status", "--lang", "sq", "--json")

    assert result.stderr == ""
    assert result.exit_code == 5
    document = json.loads(result.stdout)
    assert (document["format"], document["version"]) == ("publisher-status", 1)
    assert document["errors"] == []
    (edition,) = document["editions"]
    assert (edition["article"], edition["source"]) == ("bridge", "en")
    assert (edition["segments"], edition["words"]) == (5, 19)
    assert edition["complete"] is False
    none, paragraph = {"segments": 0, "words": 0}, {"segments": 1, "words": 5}
    assert edition["roles"]["paragraph"] == {
        "translated": none,
        "fuzzy": paragraph,
        "stale": paragraph,
        "missing": none,
        "obsolete": none,
    }
    assert {
        "gate": "body",
        "done": 1,
        "segments": 2,
        "required": 1.0,
        "met": False,
    } in edition["gates"]


def test_what_the_article_no_longer_holds_is_obsolete_whether_updated_or_not(
    run: Run, translated: Path
) -> None:
    write(translated, {"articles/bridge/article.md": ARTICLE.replace(OLD, "Rain.")})
    before = editions(run, "--lang", "sq")["sq"]
    run("update")
    after = editions(run, "--lang", "sq")["sq"]

    one = {"segments": 1, "words": 5}
    assert before["total"]["obsolete"] == after["total"]["obsolete"] == one
    assert (before["lacking"], after["lacking"]) == (1, 0)
    assert before["total"]["missing"] == after["total"]["missing"] == {"segments": 1, "words": 1}


def test_a_catalog_that_is_behind_its_article_is_named(run: Run, paper: Path) -> None:
    del paper

    result = run("status", "--lang", "sq")

    assert "run `publish update --lang sq`: 5 texts not in" in result.stdout
    assert "locales/sq/LC_MESSAGES/bridge.po\n" in result.stdout


def test_the_derived_script_says_from_what_and_how_many_entries_override(
    run: Run, translated: Path
) -> None:
    run("update", "--lang", "sr-Latn")
    path = catalog_path(translated, "sr-Latn")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f'"{OLD}"\nmsgstr ""', f'"{OLD}"\nmsgstr "Naš."'), "utf-8")

    latin = editions(run, "--lang", "sr-Latn")["sr-Latn"]
    table = run("status", "--lang", "sr-Latn")

    assert (latin["derived_from"], latin["overrides"]) == ("sr-Cyrl", 1)
    assert latin["total"]["translated"]["segments"] == 5
    assert table.exit_code == 0
    assert "derived from sr-Cyrl; 1 segment from a catalog of its own" in table.stdout


def test_a_latin_newsroom_s_cyrillic_edition_is_derived_from_its_latin_catalog(
    run: Run, paper: Path
) -> None:
    settings = paper / "publication.toml"
    settings.write_text(settings.read_text("utf-8") + 'serbian-master = "sr-Latn"\n', "utf-8")
    run("update", "--lang", "sr-Latn")

    found = editions(run, "--lang", "sr-Latn,sr-Cyrl")

    assert found["sr-Latn"]["derived_from"] is None
    assert found["sr-Cyrl"]["derived_from"] == "sr-Latn"
    assert found["sr-Cyrl"]["catalog"] == "locales/sr_Latn/LC_MESSAGES/bridge.po"
    assert found["sr-Cyrl"]["lacking"] == found["sr-Latn"]["lacking"] == 0


def test_the_source_s_own_edition_is_complete_and_derived_from_nothing(
    run: Run, paper: Path
) -> None:
    write(paper, {"articles/bridge/article.md": ARTICLE.replace("lang: en", "lang: sr-Latn")})

    found = editions(run, "--lang", "sr-Latn")["sr-Latn"]

    assert found["complete"]
    assert (found["derived_from"], found["overrides"], found["lacking"]) == (None, 0, 0)


def test_a_variety_of_the_source_s_language_lacks_nothing(run: Run, paper: Path) -> None:
    del paper

    found = editions(run, "--lang", "en-US")["en-US"]
    table = run("status", "--lang", "en-US")

    assert (found["derived_from"], found["overrides"], found["lacking"]) == (None, 0, 0)
    assert table.exit_code == 0
    assert "as it is written in en; 0 segments from a catalog of its own" in table.stdout


def test_the_catalog_of_a_variety_is_its_language_s_until_it_has_its_own(
    run: Run, translated: Path
) -> None:
    run("update", "--lang", "de")
    translate(translated, "de", lambda source: f"[{source}]")
    shared = editions(run, "--lang", "de-AT")["de-AT"]
    run("update", "--lang", "de-AT")
    own = editions(run, "--lang", "de-AT")["de-AT"]

    assert shared["catalog"] == "locales/de/LC_MESSAGES/bridge.po"
    assert own["catalog"] == "locales/de_AT/LC_MESSAGES/bridge.po"
    for found in (shared, own):
        assert (found["lacking"], found["total"]["translated"]["segments"]) == (0, 5)


def test_code_alone_is_not_counted(run: Run, translated: Path) -> None:
    write(translated, {"articles/bridge/article.md": f"{ARTICLE}\n`x = 1`\n"})

    found = editions(run, "--lang", "sq")["sq"]

    assert (found["segments"], found["lacking"]) == (5, 0)
    assert found["total"]["obsolete"]["segments"] == 0


def test_status_and_publish_agree(run: Run, translated: Path) -> None:
    text = ARTICLE.replace(OLD, f"{NEW}\n\n`x = 1`")
    write(translated, {"articles/bridge/article.md": text})
    run("update")
    for setting in ("", "[complete]\nbody = 50\n", "[complete]\nparagraph = 0\n"):
        write(translated, {"publication.toml": SETTINGS + setting})
        for tag in ("en", "en-US", "sq", "sr-Cyrl", "sr-Latn", "de"):
            built = run("--lang", tag, "--format", "json").exit_code
            assert (run("status", "--lang", tag).exit_code == 0) == (built == 0)


def test_an_article_that_cannot_be_read_does_not_stop_the_others(
    run: Run, translated: Path
) -> None:
    write(translated, {"articles/broken.md": "no front matter", "articles/empty.md": EMPTY})

    result = run("status", "--lang", "sq")
    printed = json.loads(run("status", "--lang", "sq", "--json").stdout)

    assert result.exit_code == 3
    assert "articles/broken.md:1" in result.stderr
    assert "no text" in result.stderr
    assert "Traceback" not in result.output
    assert "1 of 1 edition complete" in result.stdout
    assert {"articles/broken.md:1"} <= {error["where"] for error in printed["errors"]}


EMPTY = "---\ntitle: T\nlang: en\n---\n"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('msgid ""\nmsgstr "Language: sq\\n"\n\nmsgid "a', "bridge.po:4"),
        (f'msgctxt "paragraph"\nmsgid "{OLD}"\nmsgstr "a\\x1b"\n'.replace("\\x1b", "\x1b"), ":2"),
    ],
)
def test_a_catalog_that_is_wrong_does_not_stop_the_other_languages(
    run: Run, translated: Path, text: str, where: str
) -> None:
    write(translated, {"locales/sq/LC_MESSAGES/bridge.po": text})

    result = run("status", "--lang", "sq,sr-Cyrl")

    assert result.exit_code == 4
    assert where in result.stderr
    assert any(line.startswith("sr-Cyrl ") for line in result.stdout.splitlines())


def test_words_of_the_layout_that_are_missing_are_an_error_once(run: Run, paper: Path) -> None:
    write(paper, {"articles/second.md": ARTICLE})

    result = run("status", "--lang", "de")

    assert result.exit_code == 4
    assert result.stderr.count("locales/de/LC_MESSAGES/publisher.po") == 1


@pytest.mark.parametrize("arguments", [["--article", "brige"], ["--lang", "xx-Nope"]])
def test_what_does_not_exist_is_a_usage_error(run: Run, paper: Path, arguments: list[str]) -> None:
    del paper

    assert run("status", *arguments).exit_code == 2
