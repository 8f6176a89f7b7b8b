"""The command as a user types it: what it builds, what it prints, and what it answers mistakes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image

from tests.cli.newsroom import ARTICLE, SETTINGS, Run, write


def test_help_teaches_the_main_job(run: Run) -> None:
    result = run("--help")

    assert result.exit_code == 0
    assert "publish --lang sr --format pdf" in result.output
    for command in ("init", "extract", "update", "doctor"):
        assert command in result.output


def test_without_a_publication_the_sample_is_built_and_said_to_be(run: Run, here: Path) -> None:
    result = run("--lang", "sr", "--format", "json")

    assert result.exit_code == 0, result.output
    assert "embedded sample" in result.stderr
    manifest = json.loads((here / "dist" / "manifest.json").read_text(encoding="utf-8"))
    assert {edition["language"] for edition in manifest["editions"]} == {"sr-Cyrl"}
    for edition in manifest["editions"]:
        assert edition["fallen_back"] == 0
        assert (here / "dist" / edition["path"]).stat().st_size == edition["size"]


def test_json_prints_the_manifest_and_nothing_else(run: Run, paper: Path) -> None:
    result = run("--lang", "en", "--format", "json", "--json")

    assert result.stderr == ""
    printed = json.loads(result.stdout)
    assert printed == json.loads((paper / "dist" / "manifest.json").read_text(encoding="utf-8"))
    (edition,) = printed["editions"]
    assert edition["path"] == "bridge/bridge.en.json"
    assert edition["figures"] == [
        {
            "number": 1,
            "picture": None,
            "caption": "The bridge on its first day.",
            "credit": "Visar Kryeziu/AP Photo",
        }
    ]


def test_quiet_prints_nothing_when_all_is_well(run: Run, paper: Path) -> None:
    assert run("--lang", "en", "--format", "html", "--quiet").output == ""
    assert (paper / "dist" / "bridge" / "bridge.en.html").exists()


def test_the_gate_refuses_an_untranslated_edition_and_builds_the_others(
    run: Run, paper: Path
) -> None:
    result = run("--lang", "sq,en", "--format", "json")

    assert result.exit_code == 5
    assert "title 0 of 1" in result.stderr
    assert (paper / "dist" / "bridge" / "bridge.en.json").exists()
    assert not (paper / "dist" / "bridge" / "bridge.sq.json").exists()


def test_words_of_the_layout_that_a_draft_prints_in_english_say_so(run: Run, paper: Path) -> None:
    result = run("--lang", "de", "--format", "html", "--draft")

    assert result.exit_code == 0
    page = (paper / "dist" / "bridge" / "bridge.de.draft.html").read_text(encoding="utf-8")
    english = '<span lang="en" xml:lang="en">{}</span>'
    assert f'<p class="draft">{english.format("Draft")}</p>' in page
    assert f'<span class="label">{english.format("Photo:")}</span>' in page
    assert f'<span class="published">{english.format("Published: ")}<time' in page


def test_an_american_article_has_english_editions_without_any_catalog(
    run: Run, paper: Path
) -> None:
    write(paper, {"articles/bridge/article.md": ARTICLE.replace("lang: en", "lang: en-US")})

    result = run("--lang", "en,en-US", "--format", "html")

    assert result.exit_code == 0, result.output
    page = (paper / "dist" / "bridge" / "bridge.en-US.html").read_text(encoding="utf-8")
    assert '<html lang="en-US"' in page
    assert "Photo:" in page
    assert run("update").exit_code == 0
    assert not list((paper / "locales").glob("en*/**/*.po"))


def test_a_draft_is_built_and_marked_in_its_name(run: Run, paper: Path) -> None:
    result = run("--lang", "sq", "--format", "html", "--draft")

    assert result.exit_code == 0
    page = (paper / "dist" / "bridge" / "bridge.sq.draft.html").read_text(encoding="utf-8")
    assert "Variant pune" in page
    assert 'lang="en"' in page


def test_a_later_run_keeps_what_an_earlier_one_built_in_the_manifest(run: Run, paper: Path) -> None:
    run("--lang", "en", "--format", "json")
    run("--lang", "en", "--format", "html")

    manifest = json.loads((paper / "dist" / "manifest.json").read_text(encoding="utf-8"))
    assert [e["path"] for e in manifest["editions"]] == [
        "bridge/bridge.en.html",
        "bridge/bridge.en.json",
    ]


def test_init_makes_a_publication_whose_next_command_works(run: Run, here: Path) -> None:
    first = run("init", "paper")
    os.chdir(here / "paper")
    second = run("--lang", "en", "--format", "html")

    assert first.exit_code == 0
    assert "publish --lang en --format pdf" in first.output
    assert second.exit_code == 0, second.output
    assert "warning" not in second.output


def test_init_never_overwrites(run: Run, paper: Path) -> None:
    result = run("init", str(paper))

    assert result.exit_code == 2
    assert "is there already" in result.stderr


def test_catalogs_are_made_kept_and_left_alone(run: Run, paper: Path) -> None:
    path = paper / "locales" / "sq" / "LC_MESSAGES" / "bridge.po"
    first = run("update", "--lang", "sq")
    made = path.read_bytes()
    second = run("update", "--lang", "sq")

    assert first.exit_code == 0, first.output
    assert "caption of figure 1, credit: Visar Kryeziu/AP Photo" in made.decode()
    assert "unchanged" in second.output
    assert path.read_bytes() == made


def test_a_translation_made_in_the_catalog_is_printed(run: Run, paper: Path) -> None:
    run("update", "--lang", "sq")
    path = paper / "locales" / "sq" / "LC_MESSAGES" / "bridge.po"
    words = path.read_text(encoding="utf-8")
    path.write_text(
        words.replace(
            'msgid "The bridge on its first day."\nmsgstr ""',
            'msgid "The bridge on its first day."\nmsgstr "Ura ditën e parë."',
        ),
        encoding="utf-8",
    )

    run("--lang", "sq", "--format", "json", "--draft")

    edition = json.loads(
        (paper / "dist" / "bridge" / "bridge.sq.draft.json").read_text(encoding="utf-8")
    )
    assert "Ura ditën e parë." in json.dumps(edition, ensure_ascii=False)


def test_a_language_without_words_of_the_layout_gets_a_catalog_for_them(
    run: Run, paper: Path
) -> None:
    refused = run("--lang", "de", "--format", "json")
    made = run("update", "--lang", "de")

    assert refused.exit_code == 5
    assert "publish update" in refused.stderr
    assert made.exit_code == 0
    assert (paper / "locales" / "de" / "LC_MESSAGES" / "publisher.po").exists()


def test_extract_writes_a_template(run: Run, paper: Path) -> None:
    result = run("extract")

    assert result.exit_code == 0
    assert "The bridge is open" in (paper / "locales" / "bridge.pot").read_text(encoding="utf-8")


def test_the_installed_sample_is_nobody_s_to_change(run: Run) -> None:
    result = run("update")

    assert result.exit_code == 2
    assert "publish init" in result.stderr


def test_doctor_names_what_each_part_is_for(run: Run) -> None:
    result = run("doctor")

    assert result.exit_code == 0, result.output
    for name in ("Python", "Pango", "Fonts", "Java", "LibreOffice", "EPUBCheck"):
        assert name in result.output


BAD = [
    pytest.param({}, ["--lang", "xx-Nope"], 2, "xx-Nope", id="no such language"),
    pytest.param({}, ["--format", "pdff"], 2, "did you mean pdf", id="no such format"),
    pytest.param({}, ["--article", "brige"], 2, "did you mean bridge", id="no such article"),
    pytest.param({}, ["--layout", "../x"], 2, "the layouts are: article", id="no such layout"),
    pytest.param(
        {"layouts/article/withheld.svg": "<svg"},
        [],
        2,
        "layouts/article/withheld.svg:1: the SVG picture cannot be read",
        id="a broken drawing of the layout",
    ),
    pytest.param(
        {"publication.toml": SETTINGS + 'layout = "artcle"\n'},
        [],
        2,
        "publication.toml:4: there is no layout 'artcle'",
        id="no such layout in the settings",
    ),
    pytest.param({}, ["--nope"], 2, "No such option", id="no such option"),
    pytest.param({}, ["--out", "publication.toml"], 2, "is a file", id="out is a file"),
    pytest.param(
        {"publication.toml": "title = 3"}, [], 2, "publication.toml:1", id="wrong setting"
    ),
    pytest.param(
        {"articles/bridge.md": ARTICLE}, [], 2, "two articles are called", id="two of one name"
    ),
    pytest.param(
        {"articles/publisher.md": ARTICLE}, [], 2, "rename the article", id="name of the words"
    ),
    pytest.param(
        {"articles/bridge/article.md": ARTICLE.replace("2024-03-01", "2024-02-30")},
        ["--lang", "en"],
        3,
        "articles/bridge/article.md:4",
        id="a day that is none",
    ),
    pytest.param(
        {"articles/bridge/article.md": ARTICLE.replace(":alt: A bridge.\n", ":atl: A bridge.\n")},
        ["--lang", "en"],
        3,
        "articles/bridge/article.md:11",
        id="an unknown option of a figure",
    ),
    pytest.param(
        {
            "articles/bridge/article.md": ARTICLE.replace(
                "{figure}", "{figure} gone.jpg", 1
            ).replace(":withheld: Not licensed.\n", "")
        },
        ["--lang", "en"],
        3,
        "gone.jpg",
        id="a picture that is not there",
    ),
    pytest.param(
        {"articles/bridge/article.md": "---\ntitle: T\nlang: en\n---\n"},
        ["--lang", "en"],
        3,
        "no text",
        id="an article without text",
    ),
    pytest.param(
        {"locales/sq/LC_MESSAGES/bridge.po": 'msgid ""\nmsgstr "Language: sq\\n"\n\nmsgid "a'},
        ["--lang", "sq"],
        4,
        "locales/sq/LC_MESSAGES/bridge.po:4",
        id="a broken catalog",
    ),
    pytest.param(
        {"locales/sq/LC_MESSAGES/bridge.po": 'msgid ""\nmsgstr "Language: en\\n"\n'},
        ["--lang", "sq"],
        4,
        "its folder says 'sq'",
        id="a catalog in another language",
    ),
    pytest.param({}, ["--lang", "sq"], 5, "not complete", id="nothing translated"),
]


@pytest.mark.parametrize(("files", "arguments", "status", "words"), BAD)
def test_a_mistake_has_its_status_and_says_where(  # noqa: PLR0913, PLR0917 -- a row of the table
    run: Run, paper: Path, files: dict[str, str], arguments: list[str], status: int, words: str
) -> None:
    write(paper, files)

    result = run("--format", "json", *arguments)

    assert result.exit_code == status, result.output
    assert words in result.stderr
    assert "Traceback" not in result.output
    assert not list(paper.glob("dist/**/*.json"))


def test_a_traceback_does_not_change_the_exit_status(run: Run, paper: Path) -> None:
    write(paper, {"articles/broken.md": "no front matter"})

    for arguments in (["--lang", "zz!!"], ["--article", "broken"]):
        plain, debugged = run(*arguments), run("--debug", *arguments)

        assert debugged.exit_code == plain.exit_code != 1
        assert "Traceback" in debugged.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--lang", "sq", "update"], "`publish update --lang …`"),
        (["--article", "nope", "extract"], "`publish extract --article …`"),
        (["--quiet", "update"], "`publish update` has no such option"),
        (["--out", "dist", "init", "x"], "`publish init` has no such option"),
    ],
)
def test_an_option_that_a_command_would_ignore_is_refused(
    run: Run, paper: Path, arguments: list[str], words: str
) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert words in result.stderr
    assert not (paper / "locales").exists()


def test_debug_is_for_every_command(run: Run, paper: Path) -> None:
    del paper
    assert run("--debug", "update", "--lang", "sq").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "advised"),
    [
        (["--lang", "en", "--format", "json", "--out", "taken/dist"], True),
        (["init", "taken/paper"], False),
        (["extract"], False),
    ],
)
def test_out_is_advised_only_where_there_is_such_an_option(
    run: Run, paper: Path, arguments: list[str], *, advised: bool
) -> None:
    write(paper, {"taken": "", "locales/bridge.pot/x": ""})

    result = run(*arguments)

    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert ("--out" in result.stderr) is advised


def test_one_bad_article_does_not_stop_the_others(run: Run, paper: Path) -> None:
    write(paper, {"articles/broken.md": "no front matter"})

    result = run("--lang", "en", "--format", "json")

    assert result.exit_code == 3
    assert "articles/broken.md:1" in result.stderr
    assert (paper / "dist" / "bridge" / "bridge.en.json").exists()


@pytest.mark.parametrize("command", ["update", "extract"])
def test_one_bad_article_does_not_keep_the_others_from_the_translators(
    run: Run, paper: Path, command: str
) -> None:
    write(paper, {"articles/aa.md": "no front matter"})

    result = run(command)

    assert result.exit_code == 3
    assert "articles/aa.md:1: error: the article has no front matter" in result.stderr
    assert "error: articles" not in result.stderr
    assert "left out until the errors above are mended: articles/aa.md" in result.stderr
    assert list(paper.glob("locales/**/bridge.po*"))


def test_one_broken_catalog_does_not_stop_the_others(run: Run, paper: Path) -> None:
    catalogs = paper / "locales" / "sq" / "LC_MESSAGES"
    write(paper, {"articles/zz.md": ARTICLE, "locales/sq/LC_MESSAGES/bridge.po": "broken"})

    result = run("update", "--lang", "sq,sr")

    assert result.exit_code == 4
    assert result.stderr.startswith("error: locales/sq/LC_MESSAGES/bridge.po:1: this line is not")
    assert (catalogs / "bridge.po").read_text() == "broken"
    assert (catalogs / "zz.po").exists()
    assert (paper / "locales" / "sr_Cyrl" / "LC_MESSAGES" / "bridge.po").exists()


def test_after_several_errors_the_lowest_status_counts(run: Run, paper: Path) -> None:
    write(paper, {"articles/aa.md": "", "locales/sq/LC_MESSAGES/bridge.po": "broken"})

    assert run("update").exit_code == 3


def test_a_bad_picture_stops_only_the_languages_that_show_it(run: Run, paper: Path) -> None:
    folder = "articles/bridge"
    figure = "\n:::{figure} page.svg\n:alt: A page.\n:credit: X\nA page.\n:::\n"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'
    write(paper, {f"{folder}/article.md": ARTICLE + figure})
    write(paper, {f"{folder}/page.svg": drawing, f"{folder}/page.sq.svg": "<svg"})

    result = run("--lang", "en,sq", "--format", "html", "--draft")

    assert result.exit_code == 3
    assert "articles/bridge/page.sq.svg:1: the SVG picture cannot be read" in result.stderr
    assert "not built: bridge/bridge.sq.draft.html\n" in result.stderr
    assert (paper / "dist" / "bridge" / "bridge.en.draft.html").exists()


def test_a_latin_newsroom_gets_its_cyrillic_edition_and_a_list_to_review(
    run: Run, paper: Path
) -> None:
    write(paper, {"publication.toml": SETTINGS + 'serbian-master = "sr-Latn"\n'})
    made = run("update", "--lang", "sr-Latn,sr-Cyrl", "--article", "bridge")
    run("update")
    path = paper / "locales" / "sr_Latn" / "LC_MESSAGES" / "bridge.po"
    words = path.read_text(encoding="utf-8")
    for source, translation in (
        ("The bridge is open", "Most je otvoren"),
        ("The bridge opened on Friday.", "Most su u petak otvorili NATO i NKVD."),
        ("Not licensed.", "Nema dozvole."),
        ("A bridge.", "Most."),
        ("The bridge on its first day.", "Most prvog dana."),
    ):
        words = words.replace(
            f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{translation}"'
        )
    path.write_text(words, encoding="utf-8")

    result = run("--lang", "sr-Cyrl", "--format", "json")

    assert made.exit_code == 0, made.output
    assert result.exit_code == 0, result.output
    edition = (paper / "dist" / "bridge" / "bridge.sr-Cyrl.json").read_text(encoding="utf-8")
    assert "Мост су у петак отворили НАТО и НКВД." in edition
    assert "Visar Kryeziu/AP Photo" in edition
    line = 1 + words[: words.index("NKVD")].count("\n") - 1
    assert f"locales/sr_Latn/LC_MESSAGES/bridge.po:{line}: warning: " in result.stderr
    assert "NKVD → НКВД" in result.stderr
    assert "[unsure-script]" in result.stderr


def test_an_edition_that_is_derived_needs_no_catalog(run: Run, paper: Path) -> None:
    serbian = ARTICLE.replace("lang: en", "lang: sr-Latn").replace("The bridge is open", "Most")
    write(paper, {"articles/bridge/article.md": serbian})

    made = run("update")

    assert made.exit_code == 0, made.output
    folders = {path.parent.parent.name for path in paper.glob("locales/*/LC_MESSAGES/bridge.po")}
    assert folders == {"en", "sq"}


def test_a_blank_translation_is_no_translation(run: Run, paper: Path) -> None:
    run("update", "--lang", "sq")
    path = paper / "locales" / "sq" / "LC_MESSAGES" / "bridge.po"
    words = path.read_text(encoding="utf-8")
    path.write_text(words.replace('open"\nmsgstr ""', 'open"\nmsgstr "  "'), encoding="utf-8")

    result = run("--lang", "sq", "--format", "json")

    assert result.exit_code == 5
    assert "missing title" in result.stderr or "fuzzy title" in result.stderr


def test_an_empty_catalog_gets_a_header(run: Run, paper: Path) -> None:
    write(paper, {"locales/sq/LC_MESSAGES/bridge.po": ""})

    run("update", "--lang", "sq")

    made = (paper / "locales" / "sq" / "LC_MESSAGES" / "bridge.po").read_text(encoding="utf-8")
    assert "charset=UTF-8" in made


def test_a_draft_in_a_new_language_needs_no_words_of_the_layout(run: Run, paper: Path) -> None:
    assert run("--lang", "de", "--format", "html", "--draft").exit_code == 0
    assert (paper / "dist" / "bridge" / "bridge.de.draft.html").exists()


def test_the_sample_is_not_built_inside_somebody_s_publication(
    run: Run, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(paper / "articles" / "bridge")

    result = run("--lang", "en", "--format", "json")

    assert result.exit_code == 2
    assert "go to that folder" in result.stderr


def test_a_markdown_file_of_another_name_is_reported(run: Run, paper: Path) -> None:
    write(paper, {"articles/bridge/story.md": ARTICLE})

    assert "articles/bridge/story.md: warning" in run("--lang", "en", "--format", "json").stderr


def test_a_page_on_which_letters_would_be_boxes_is_not_delivered(run: Run, paper: Path) -> None:
    strange = ARTICLE.replace("Visar Kryeziu/AP Photo", "Visar Kryeziu \U00013000/AP Photo")
    write(paper, {"articles/bridge/article.md": strange})

    result = run("--lang", "en", "--format", "pdf")

    assert result.exit_code == 6
    assert "U+13000" in result.stderr
    assert not list(paper.glob("dist/**/*.pdf"))


def test_a_page_that_lacks_a_picture_of_the_layout_is_not_delivered(run: Run, paper: Path) -> None:
    style = "h1 { background: url(images/star.png) }"
    write(paper, {"layouts/article/custom.css": style, "layouts/article/images/star.png": "star"})

    result = run("--lang", "en", "--format", "pdf,json")

    assert result.exit_code == 6
    assert "images/star.png" in result.stderr
    assert "bridge/bridge.en.pdf: it would not be whole" in result.stderr
    assert [path.name for path in paper.glob("dist/bridge/*")] == ["bridge.en.json"]


def test_articles_without_settings_are_not_taken_for_the_sample(run: Run, here: Path) -> None:
    write(here, {"articles/bridge/article.md": ARTICLE})

    result = run("--lang", "en")

    assert result.exit_code == 2
    assert "publication.toml" in result.stderr


def test_a_wrong_source_date_is_a_clear_error(
    run: Run, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")

    result = run("--lang", "en", "--format", "json")

    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH" in result.stderr
    assert not (paper / "dist").exists()


@pytest.mark.parametrize("arguments", [["--help"], ["--lang", "en", "--format", "html"]])
def test_a_format_s_library_is_imported_only_when_it_is_asked_for(
    paper: Path, arguments: list[str]
) -> None:
    code = (
        "import sys\n"
        "from publisher.cli.main import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: pass\n"
        "print({'weasyprint', 'docx', 'ebooklib'} & set(sys.modules), file=sys.stderr)\n"
    )

    done = subprocess.run(  # noqa: S603 -- this interpreter
        [sys.executable, "-c", code], cwd=paper, capture_output=True, text=True, check=True
    )

    assert done.stderr.splitlines()[-1] == "set()"


def test_a_slip_in_a_cyrillic_article_is_named_by_its_line(run: Run, here: Path) -> None:
    text = "---\ntitle: Мост\nlang: sr\n---\n\nДа.\n\nТо је ХХ век.\n"
    write(here, {"publication.toml": SETTINGS, "articles/most.md": text})
    run("update", "--lang", "sr-Latn")

    result = run("--lang", "sr-Latn", "--format", "json")

    assert result.exit_code == 0
    assert "articles/most.md:8: warning: 'ХХ'" in result.stderr


def test_pictures_lie_beside_news_objects_and_the_manifest_knows_them(
    run: Run, paper: Path
) -> None:
    shown = ARTICLE.replace(":withheld: Not licensed.\n", "").replace("}\n", "} a.png\n", 1)
    write(paper, {"articles/bridge/article.md": shown})
    Image.new("RGB", (60, 40), "navy").save(paper / "articles/bridge/a.png")

    result = run("--lang", "en", "--format", "ninjs")

    assert result.exit_code == 0, result.output
    dist = paper / "dist"
    item = json.loads((dist / "bridge/bridge.en.ninjs").read_text(encoding="utf-8"))
    (rendition,) = item["associations"][0]["renditions"]
    picture = dist / "bridge" / rendition["href"]
    assert picture.read_bytes().startswith(b"\x89PNG")
    (record,) = manifest_of(dist)
    assert [one["path"] for one in record["companions"]] == [f"bridge/{rendition['href']}"]
    assert record["companions"][0]["size"] == rendition["sizeInBytes"]

    picture.unlink()
    run("--lang", "en", "--format", "json")
    assert [one["format"] for one in manifest_of(dist)] == ["json"]


def manifest_of(dist: Path) -> list[dict[str, Any]]:
    manifest = json.loads((dist / "manifest.json").read_text(encoding="utf-8"))
    return cast("list[dict[str, Any]]", manifest["editions"])


def test_a_mistyped_command_is_told_with_the_one_that_was_meant(run: Run) -> None:
    result = run("staus")

    assert result.exit_code == 2
    assert "there is no command 'staus'" in result.output
    assert "did you mean status?" in result.output
