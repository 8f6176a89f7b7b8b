"""`publish extract` and `publish update`: files for translators, and what they bring home."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from translate.storage.xliff2 import Xliff2File

from publisher.cli.main import main

Run = Callable[..., Result]

SETTINGS = 'title = "Gazeta"\npublisher = "Redaksia"\nlanguages = ["en", "sr", "sq"]\n'
BRIDGE = """---
title: The bridge is open
lang: en
---

The bridge *opened* on Friday & [KFOR]{.notranslate} left.

It rained.
"""
SHIP = "---\ntitle: The ship\nlang: en\n---\n\nIt rained.\n"
RAIN = 'msgid "It rained."\nmsgstr "{}"'


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "publication.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "articles" / "bridge.md").write_text(BRIDGE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(paper: Path) -> Run:
    def call(*arguments: str) -> Result:
        return CliRunner().invoke(main, arguments, prog_name="publish")

    del paper
    return call


def po(paper: Path, slug: str = "bridge", locale: str = "sq") -> Path:
    return paper / "locales" / locale / "LC_MESSAGES" / f"{slug}.po"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_translation_from_another_article_is_offered_once_and_then_left_alone(
    run: Run, paper: Path
) -> None:
    run("update", "--lang", "sq")
    edit(po(paper), RAIN.format(""), RAIN.format("Ra shi."))
    (paper / "articles" / "ship.md").write_text(SHIP, encoding="utf-8")

    first = run("update", "--lang", "sq")
    written = everything(paper)
    second = run("update", "--lang", "sq")

    assert "ship.po: 2 messages, 0 translated, 1 fuzzy" in first.output
    assert "#. memory: from bridge" in po(paper, "ship").read_text(encoding="utf-8")
    assert second.output.count("unchanged") == 2
    assert everything(paper) == written


def test_an_accepted_offer_loses_its_note(run: Run, paper: Path) -> None:
    run("update", "--lang", "sq")
    edit(po(paper), RAIN.format(""), RAIN.format("Ra shi."))
    (paper / "articles" / "ship.md").write_text(SHIP, encoding="utf-8")
    run("update", "--lang", "sq")

    edit(po(paper, "ship"), "#, fuzzy\n", "")
    run("update", "--lang", "sq")

    text = po(paper, "ship").read_text(encoding="utf-8")
    assert RAIN.format("Ra shi.") in text
    assert "memory" not in text


def test_a_broken_catalog_of_another_article_is_a_warning(run: Run, paper: Path) -> None:
    run("update", "--lang", "sq")
    po(paper, "gone").write_text("broken", encoding="utf-8")
    (paper / "articles" / "ship.md").write_text(SHIP, encoding="utf-8")

    result = run("update", "--article", "ship", "--lang", "sq")

    assert result.exit_code == 0
    assert "gone.po:1: warning: its translations are not remembered" in result.stderr


def test_templates_are_for_all_languages_or_for_those_named(run: Run, paper: Path) -> None:
    run("extract")
    result = run("extract", "--lang", "sq,en", "--article", "bridge")

    assert "Language: \\n" in (paper / "locales" / "bridge.pot").read_text(encoding="utf-8")
    assert result.output == "locales/sq/LC_MESSAGES/bridge.pot: 3 messages\n"
    assert "Language: sq\\n" in po(paper).with_suffix(".pot").read_text(encoding="utf-8")


def test_xliff_is_written_for_each_language_that_is_translated_into(run: Run, paper: Path) -> None:
    result = run("extract", "--to", "xliff")

    assert result.exit_code == 0, result.output
    assert result.output.splitlines() == [
        "locales/sr_Cyrl/bridge.xlf: 3 units, 0 translated",
        "locales/sq/bridge.xlf: 3 units, 0 translated",
    ]
    assert not po(paper).exists()


def test_code_and_kept_words_alone_are_no_unit(run: Run, paper: Path) -> None:
    with (paper / "articles" / "bridge.md").open("a", encoding="utf-8") as article:
        article.write("\n[KFOR]{.notranslate}\n\n`x = 1`\n")

    run("extract", "--to", "xliff", "--lang", "sq")
    text = (paper / "locales" / "sq" / "bridge.xlf").read_text(encoding="utf-8")

    assert text.count("<unit ") == 3
    assert "x = 1" not in text


def test_a_variety_of_the_article_s_language_gets_an_xliff_file_only_if_asked(
    run: Run, paper: Path
) -> None:
    edit(paper / "publication.toml", '"sq"', '"en-US"')

    assert "en_US" not in run("extract", "--to", "xliff").output
    assert "en_US/bridge.xlf" in run("extract", "--to", "xliff", "--lang", "en-US").output


def test_a_broken_article_or_catalog_keeps_no_other_from_the_translators(
    run: Run, paper: Path
) -> None:
    (paper / "articles" / "ship.md").write_text(SHIP, encoding="utf-8")
    (paper / "articles" / "bad.md").write_text("---\nlang: en\n---\n\nText.\n", encoding="utf-8")
    run("update", "--lang", "sq")
    po(paper).write_text("broken", encoding="utf-8")

    result = run("extract", "--to", "xliff", "--lang", "sq,sr")

    assert result.exit_code == 3
    assert "error: locales/sq/LC_MESSAGES/bridge.po:1" in result.stderr
    assert "articles/bad.md" in result.stderr
    assert result.stdout.splitlines() == [
        "locales/sr_Cyrl/bridge.xlf: 3 units, 0 translated",
        "locales/sq/ship.xlf: 2 units, 0 translated",
        "locales/sr_Cyrl/ship.xlf: 2 units, 0 translated",
    ]


def test_what_a_cat_tool_translated_comes_home(run: Run, paper: Path) -> None:
    run("extract", "--to", "xliff", "--lang", "sq", "--article", "bridge")
    path = paper / "locales" / "sq" / "bridge.xlf"
    store = Xliff2File.parsefile(str(path))  # type: ignore[no-untyped-call]
    title, _, rain = store.units
    title.target = "Ura u hap"
    title.markapproved()
    rain.target = "Ra shi."
    rain.markfuzzy()
    store.savefile(str(path))

    result = run("update", "--from", "locales/sq/bridge.xlf")
    written = everything(paper)
    again = run("update", "--from", "locales/sq/bridge.xlf", "--lang", "sq", "--article", "bridge")

    assert result.output == (
        "locales/sq/LC_MESSAGES/bridge.po: 3 messages, 1 translated, 1 fuzzy, 0 obsolete"
        " (2 entries from locales/sq/bridge.xlf)\n"
    )
    text = po(paper).read_text(encoding="utf-8")
    assert "# state: reviewed\n" in text
    assert 'msgstr "Ura u hap"' in text
    assert "unchanged (0 entries" in again.output
    assert everything(paper) == written


def test_a_text_that_was_edited_meanwhile_keeps_its_translation_as_fuzzy(
    run: Run, paper: Path
) -> None:
    run("extract", "--to", "xliff", "--lang", "sq")
    path = paper / "locales" / "sq" / "bridge.xlf"
    store = Xliff2File.parsefile(str(path))  # type: ignore[no-untyped-call]
    store.units[0].target = "Ura u hap"
    store.units[0].marktranslated()
    store.savefile(str(path))
    edit(paper / "articles" / "bridge.md", "The bridge is open", "The bridge is open again")

    result = run("update", "--from", str(path))

    assert "0 translated, 1 fuzzy, 0 obsolete" in result.output
    assert "1 of texts that are gone" in result.output
    assert '#| msgid "The bridge is open"' in po(paper).read_text(encoding="utf-8")
    written = everything(paper)
    assert "unchanged" in run("update", "--from", str(path)).output
    assert everything(paper) == written


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("<segment", "<!DOCTYPE x><segment", "not XML"),
        ("<xliff", "<!DOCTYPE xliff>\n<xliff", "DOCTYPE"),
        ("</xliff>", "", "not XML"),
        ('trgLang="sq"', 'trgLang="de"', "into 'de', which is not asked for"),
        ('trgLang="sq"', 'trgLang="?"', "trgLang is '?'"),
        ('srcLang="en"', 'srcLang="sq"', "translated from 'sq', the article is in 'en'"),
        ('file id="bridge"', 'file id="ship"', "the article 'ship'"),
        ("<source>It rained.", "<source>It poured.", "its source is not the text"),
        ('id="s', 'id="t', "no segment of this article"),
        (
            "<source>It rained.</source>",
            "<source>It rained.</source><target><pc id='a'>x</pc></target>",
            "inline code",
        ),
    ],
)
def test_a_file_that_is_broken_or_not_ours_changes_nothing(
    run: Run, paper: Path, old: str, new: str, words: str
) -> None:
    run("update")
    run("extract", "--to", "xliff", "--lang", "sq")
    edit(paper / "locales" / "sq" / "bridge.xlf", old, new)
    before = everything(paper)

    result = run("update", "--from", "locales/sq/bridge.xlf")

    assert result.exit_code == 4
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert everything(paper) == before


def test_one_broken_file_of_several_changes_nothing(run: Run, paper: Path) -> None:
    run("extract", "--to", "xliff")
    edit(paper / "locales" / "sq" / "bridge.xlf", "</xliff>", "")
    before = everything(paper)

    files = ("--from", "locales/sr_Cyrl/bridge.xlf", "--from", "locales/sq/bridge.xlf")

    assert run("update", *files).exit_code == 4
    assert everything(paper) == before


def test_files_of_one_article_are_taken_one_after_the_other(run: Run, paper: Path) -> None:
    run("extract", "--to", "xliff", "--lang", "sq")
    files = []
    for name, source, target in (("a", "It rained.", "Ra shi."), ("b", "The bridge", "Ura")):
        path = paper / f"{name}.xlf"
        store = Xliff2File.parsefile(str(paper / "locales" / "sq" / "bridge.xlf"))  # type: ignore[no-untyped-call]
        unit = next(unit for unit in store.units if str(unit.source).startswith(source))
        unit.target = target
        unit.marktranslated()
        store.savefile(str(path))
        files += ["--from", path.name]

    result = run("update", *files)

    assert "3 messages, 2 translated" in result.output


def test_a_broken_article_takes_nothing_home(run: Run, paper: Path) -> None:
    run("extract", "--to", "xliff", "--lang", "sq")
    edit(paper / "articles" / "bridge.md", "title:", "titel:")

    result = run("update", "--from", "locales/sq/bridge.xlf")

    assert result.exit_code == 3
    assert not po(paper).exists()


def test_a_file_that_is_not_asked_for_is_refused(run: Run, paper: Path) -> None:
    run("extract", "--to", "xliff")

    result = run("update", "--lang", "sr", "--from", "locales/sq/bridge.xlf")

    assert result.exit_code == 4
    assert "--lang sq asks for this one" in result.stderr
    assert not po(paper).exists()


def test_without_the_toolkit_there_is_a_line_that_installs_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "translate.storage.xliff2", None)

    result = run("extract", "--to", "xliff")

    assert result.exit_code == 7
    assert result.stderr.count('pip install "publisher[xliff]"') == 1


def test_a_file_that_is_not_there_is_a_usage_error(run: Run) -> None:
    assert run("update", "--from", "missing.xlf").exit_code == 2
