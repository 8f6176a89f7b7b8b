"""`publish check`: what it reads, what it prints, its exit status; and the gate in `publish`."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from publisher.verify.table import CHECKS
from tests.cli.newsroom import Run, write

EDITION = "dist/bridge/bridge.en.html"
CREDIT = "Visar Kryeziu/AP Photo"
TEMPLATE = "layouts/article/article.html.j2"
WITHOUT_FOOTER = "<article>{{ item.rendered.header }}{{ item.rendered.body }}</article>"


@pytest.fixture
def built(paper: Path, run: Run) -> Path:
    """The article's English editions."""
    done = run("--lang", "en", "--format", "html,epub,json")
    assert done.exit_code == 0, done.output
    return paper


def damage(folder: Path, change: Callable[[str], str]) -> None:
    path = folder / EDITION
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def test_nothing_is_found_in_what_was_just_built(built: Path, run: Run) -> None:
    del built

    done = run("check")

    assert done.exit_code == 0
    assert done.output == "2 editions compared with their articles, 1 not: nothing found\n"


def test_a_cut_credit_is_told_with_article_figure_and_file(built: Path, run: Run) -> None:
    damage(built, lambda page: page.replace(CREDIT, "Visar Kryeziu"))

    done = run("check")

    assert done.exit_code == 6
    assert f"{EDITION}: error: the file is not as it was written [F2]\n  hint: " in done.output
    assert f"{EDITION}: error: bridge, figure 1: the credit 'Photo: {CREDIT}' is" in done.output
    assert done.output.endswith("1 not: 2 errors\n")


def test_only_what_lies_under_the_paths_is_checked(built: Path, run: Run) -> None:
    damage(built, lambda page: page.replace(CREDIT, ""))

    assert run("check", "dist/bridge/bridge.en.epub").exit_code == 0
    assert run("check", "dist/bridge").exit_code == 6
    assert run("check", "dist/bridge/bridge.en.epub", EDITION).exit_code == 6


@pytest.mark.parametrize("name", ["articles", "dist/manifest.json"])
def test_a_path_without_an_edition_is_a_usage_error(built: Path, run: Run, name: str) -> None:
    del built

    done = run("check", name)

    assert done.exit_code == 2
    assert "hint: name " in done.output


def test_a_folder_that_is_not_there_is_a_usage_error(paper: Path, run: Run) -> None:
    del paper

    assert run("check").exit_code == 2


@pytest.mark.parametrize(
    "editions",
    ['[{"path": "a"}]', '[{"path": 1}]', '[{"path": "../../a", "article": "b"}]'],
)
def test_a_manifest_of_something_else_is_a_usage_error(
    built: Path, run: Run, editions: str
) -> None:
    manifest = f'{{"version": 1, "editions": {editions}}}'
    (built / "dist/manifest.json").write_text(manifest, encoding="utf-8")

    done = run("check")

    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_a_file_that_is_gone_is_told(built: Path, run: Run) -> None:
    (built / EDITION).unlink()

    done = run("check")

    assert done.exit_code == 6
    assert "[F1]" in done.output


def test_an_edition_of_an_older_article_is_told_so_and_not_compared(built: Path, run: Run) -> None:
    article = built / "articles/bridge/article.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("on Friday", "on Monday"), encoding="utf-8")

    done = run("check")

    assert done.exit_code == 6
    assert done.output.count("[F3]") == 2
    assert "[T1]" not in done.output


def test_an_edition_of_an_article_that_is_gone_is_told_so(built: Path, run: Run) -> None:
    shutil.move(built / "articles/bridge", built / "articles/tunnel")

    done = run("check")

    assert done.exit_code == 6
    assert "it could not be built now: there is no article 'bridge'" in done.output


def test_json_tells_every_edition(built: Path, run: Run) -> None:
    damage(built, lambda page: page.replace('alt="A bridge."', 'alt=""'))

    document = json.loads(run("check", "--json").output)

    assert (document["errors"], document["warnings"]) == (2, 0)
    editions = {one["file"]: one for one in document["editions"]}
    assert [one["check"] for one in editions[EDITION]["findings"]] == ["F2", "A3"]
    assert editions[EDITION]["findings"][1]["figure"] == 1
    assert {one["format"]: one["compared"] for one in editions.values()} == {
        "html": True,
        "epub": True,
        "json": False,
    }


def test_sarif_names_every_check_and_the_file(built: Path, run: Run) -> None:
    damage(built, lambda page: page.replace("The bridge on its first day.", "The bridge."))

    (found,) = json.loads(run("check", "--report", "sarif").output)["runs"]

    assert [rule["id"] for rule in found["tool"]["driver"]["rules"]] == list(CHECKS)
    assert [one["ruleId"] for one in found["results"]] == ["F2", "A1"]
    location = found["results"][1]["locations"][0]["physicalLocation"]
    assert location == {"artifactLocation": {"uri": EDITION}}


def test_the_page_is_a_table_of_editions_and_checks_that_holds_all_it_shows(
    built: Path, run: Run
) -> None:
    damage(built, lambda page: page.replace(CREDIT, "<b>&amp;"))

    page = html.document_fromstring(run("check", "--report", "html").output)

    assert page.xpath("//thead//a/text()") == list(CHECKS)
    assert page.xpath("//tbody//th/text()") == [
        EDITION.replace("html", name) for name in ("epub", "html", "json")
    ]
    assert page.xpath("count(//tbody//td[@class='error'])") == 2
    assert not page.xpath("//script | //link | //img | //b")
    targets = {str(link.get("href")) for link in page.iter("a")}
    assert targets <= {f"#{one.get('id')}" for one in page.iter("dt")}


def test_a_check_is_explained_by_its_id(run: Run) -> None:
    done = run("check", "--explain", "a2")

    assert done.exit_code == 0
    assert done.output.startswith("A2  credit (error)\n")
    assert run("check", "--explain", "Z9").exit_code == 2


def test_an_edition_that_fails_is_not_delivered(paper: Path, run: Run) -> None:
    article = paper / "articles/bridge/article.md"
    text = article.read_text(encoding="utf-8").replace("lang: en", "lang: en\nrights: © Gazeta")
    article.write_text(text, encoding="utf-8")
    write(paper, {TEMPLATE: WITHOUT_FOOTER})

    done = run("--lang", "en", "--format", "html,epub")

    assert done.exit_code == 6
    assert f"{EDITION.removeprefix('dist/')}: error: the rights '© Gazeta'" in done.output
    assert not (paper / EDITION).exists()
    assert (paper / "dist/bridge/bridge.en.epub").exists()
    assert run("--lang", "en", "--format", "html", "--verify", "off").exit_code == 0
    assert (paper / EDITION).exists()


def test_full_verification_compares_the_languages(paper: Path, run: Run) -> None:
    write(
        paper,
        {
            TEMPLATE: "<article>{{ item.rendered.header }}{{ item.rendered.body }}"
            "{% if item.article.language == 'sq' %}<p>Reklamë</p>{% endif %}</article>"
        },
    )
    asked = ("--lang", "en,sq,sr,sr-Latn", "--format", "html", "--draft")

    assert run(*asked).exit_code == 0
    full = run(*asked, "--verify", "full", "--out", "full")

    assert full.exit_code == 6
    assert "[P1]" in full.output
    assert sorted(path.name for path in (paper / "full/bridge").iterdir()) == [
        "bridge.en.draft.html",
        "bridge.sr-Cyrl.draft.html",
        "bridge.sr-Latn.draft.html",
    ]
