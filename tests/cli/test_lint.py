"""`publish lint`: what it reads, what it prints, and its exit status."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publisher.cli.main import main

Run = Callable[..., Result]

SETTINGS = 'title = "Gazeta"\npublisher = "Redaksia"\nlanguages = ["en", "sr", "sr-Latn", "sq"]\n'
ARTICLE = "---\ntitle: The bridge\nlang: en\n---\n\nIt took 700 days.\n\nIt is *open*.\n"
HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n\n'
ENTRY = '{}msgctxt "{}"\nmsgid "{}"\nmsgstr "{}"\n\n'
TOOK, IS_OPEN = "It took 700 days.", "It is <em>open</em>."


def po(locale: str, *entries: tuple[str, str, str], comment: str = "") -> str:
    return HEADER.format(locale) + "".join(ENTRY.format(comment, *entry) for entry in entries)


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def translate(folder: Path, catalog: str) -> None:
    """Write the Albanian catalog."""
    write(folder, "locales/sq/LC_MESSAGES/bridge.po", catalog)


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication with one article."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "publication.toml", SETTINGS)
    write(tmp_path, "articles/bridge.md", ARTICLE)
    return tmp_path


@pytest.fixture
def run() -> Run:
    def call(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["lint", *arguments], prog_name="publish")

    return call


def test_nothing_is_found_in_the_sample(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    result = run()

    assert (result.exit_code, result.stdout) == (0, "nothing found\n")
    assert "embedded sample" in result.stderr


def test_an_error_is_printed_with_its_place_and_fails(run: Run, paper: Path) -> None:
    write(
        paper, "locales/sq/LC_MESSAGES/bridge.po", po("sq", ("paragraph", TOOK, "Zgjati 70 ditë."))
    )

    result = run()

    assert result.exit_code == 4
    assert result.stdout.startswith(
        "locales/sq/LC_MESSAGES/bridge.po:6: error: the numbers differ: only the source has '700';"
    )
    assert result.stdout.endswith("1 error\n")


def test_warnings_fail_only_where_they_count(run: Run, paper: Path) -> None:
    write(
        paper, "locales/sq/LC_MESSAGES/bridge.po", po("sq", ("paragraph", TOOK, "Zgjati 700 ditë"))
    )

    assert run().exit_code == 0
    assert run("--strict").exit_code == 4


def test_tags_are_checked_against_the_article(run: Run, paper: Path) -> None:
    write(
        paper, "locales/sq/LC_MESSAGES/bridge.po", po("sq", ("paragraph", IS_OPEN, "Është hapur."))
    )

    assert "[P2]" in run("--lang", "sq").stdout


def test_articles_and_languages_are_chosen_as_elsewhere(run: Run, paper: Path) -> None:
    wrong = po("sq", ("paragraph", TOOK, "Zgjati 70 ditë."))
    write(paper, "locales/sq/LC_MESSAGES/bridge.po", wrong)

    assert run("--lang", "sr").stdout == "nothing found\n"
    assert run("--article", "bridge", "--lang", "sq").exit_code == 4
    assert run("--article", "bridg").exit_code == 2


def test_the_words_of_the_layouts_are_linted_too(run: Run, paper: Path) -> None:
    words = po("sq", ("layout", "By {name}", "Nga {emri}"))
    write(paper, "locales/sq/LC_MESSAGES/publisher.po", words)

    assert "publisher.po:6: error: the placeholders differ" in run().stdout
    assert run("--article", "bridge").exit_code == 0


def test_an_entry_of_the_derived_script_is_held_against_the_other(run: Run, paper: Path) -> None:
    master = po("sr_Cyrl", ("title", "The bridge", "Мост на Ибру, човече"))
    own = po("sr_Latn", ("title", "The bridge", "Most na Ibru, covece"))
    write(paper, "locales/sr_Cyrl/LC_MESSAGES/bridge.po", master)
    write(paper, "locales/sr_Latn/LC_MESSAGES/bridge.po", own)

    assert "[L1]" in run("--lang", "sr-Latn").stdout


def test_the_glossary_is_that_of_the_language(run: Run, paper: Path) -> None:
    translate(paper, po("sq", ("title", "The bridge", "Mosti")))
    write(paper, "locales/sq/glossary.csv", "term,translation\nbridge,urë\n")

    result = run()

    assert "warning: the term 'bridge' is not translated as 'urë' [T1]" in result.stdout
    assert "hint: locales/sq/glossary.csv:2" in result.stdout


def test_what_cannot_be_read_is_a_finding_and_hides_no_other(run: Run, paper: Path) -> None:
    write(
        paper, "locales/sq/LC_MESSAGES/bridge.po", po("sq", ("paragraph", TOOK, "Zgjati 70 ditë."))
    )
    write(paper, "locales/sq/glossary.csv", "word\n")
    write(paper, "locales/sr_Cyrl/LC_MESSAGES/bridge.po", po("sq"))

    result = run("--json")

    assert result.exit_code == 4
    found = [(one["rule"], one["file"]) for one in json.loads(result.stdout)["findings"]]
    assert ("N1", "locales/sq/LC_MESSAGES/bridge.po") in found
    assert ("F1", "locales/sq/glossary.csv") in found
    assert ("F1", "locales/sr_Cyrl/LC_MESSAGES/bridge.po") in found


def test_a_broken_article_hides_no_finding_in_another(run: Run, paper: Path) -> None:
    translate(paper, po("sq", ("paragraph", TOOK, "Zgjati 70 ditë.")))
    write(paper, "articles/bad.md", "---\nlang: en\n---\n\nText.\n")

    result = run("--json")

    assert result.exit_code == 3
    assert [one["rule"] for one in json.loads(result.stdout)["findings"]] == ["N1"]
    assert "left out until the errors above are mended: articles/bad.md" in result.stderr


def test_an_article_that_there_is_not_gets_no_report(run: Run, paper: Path) -> None:
    del paper

    assert run("--article", "bridg").stdout == ""


def test_a_variety_is_linted_in_the_catalogs_that_it_is_printed_from(run: Run, paper: Path) -> None:
    write(paper, "locales/de/LC_MESSAGES/bridge.po", po("de", ("paragraph", TOOK, "70 Tage.")))

    assert "locales/de/LC_MESSAGES/bridge.po:6: error" in run("--lang", "de-AT").stdout


def test_an_entry_for_kept_words_alone_is_none_of_the_article_s(run: Run, paper: Path) -> None:
    write(paper, "articles/bridge.md", f"{ARTICLE}\n`x = 1`\n")
    translate(paper, po("sq", ("paragraph", "<code>x = 1</code>", "x = 2")))

    assert run().stdout == "nothing found\n"


def test_a_comment_turns_a_rule_off(run: Run, paper: Path) -> None:
    entry = ("paragraph", TOOK, "Zgjati 70 ditë.")
    translate(paper, po("sq", entry, comment="# lint: off N1\n"))

    assert run().stdout == "nothing found\n"


@pytest.mark.parametrize("report", ["json", "sarif", "github"])
def test_a_report_for_programs_is_alone_on_standard_output(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: str
) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("--report", report)

    assert result.stderr == ""
    assert result.stdout == "" if report == "github" else json.loads(result.stdout)


def test_a_rule_is_explained(run: Run) -> None:
    result = run("--explain", "d2")

    assert result.exit_code == 0
    assert result.stdout.startswith("D2  from … to (error; for sr)\n")
    assert "wrong   Od 1999–2008." in result.stdout
    assert run("--explain", "D9").exit_code == 2


@pytest.mark.usefixtures("paper")
def test_a_language_without_catalogs_is_no_success(run: Run) -> None:
    result = run("--lang", "fr")

    assert result.exit_code == 2
    assert "there are no catalogs in fr" in result.stderr
    assert "publish update --lang fr" in result.stderr
