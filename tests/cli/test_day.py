"""A day of a translator and an editor, with the programs that they use."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from publisher.catalog.message import Message
from publisher.catalog.po import read_po, write_po
from publisher.project.shipped import shipped
from tests.cli.newsroom import Run, catalog_path, translate, write
from tests.cli.test_merge import everything
from tests.contract.sample_editions import LANGUAGES, SLUGS
from tests.export.docx_reading import WordFile, office

pytestmark = pytest.mark.external

SCRIPT = Path(__file__).parents[1] / "merge" / "office_edits.py"
CREDIT = "Visar Kryeziu/AP Photo"
SETTINGS = 'title = "Газета"\npublisher = "Редакција"\nlanguages = ["en", "sr", "sr-Latn"]\n'
MORNING = f"""---
title: The bridge is open
lang: en
published: 2024-03-01
---

The bridge opened on Friday.

People crossed it *at noon*, says [the ministry](https://example.org/).[^a]

Nobody was hurt.

:::{{figure}}
:withheld: Not licensed.
:alt: A bridge.
:credit: {CREDIT}
The bridge on its first day.
:::

[^a]: So it told the press.
"""
WORDS = {
    "The bridge is open": "Мост је отворен",
    "The bridge opened on Friday.": "Мост је отворен у петак.",
    "The bridge opened on Saturday.": "Мост је отворен у суботу.",
    "People crossed it <em>at noon</em>, says <a>the ministry</a>.<fn/>": (
        "Људи су га прешли <em>у подне</em>, каже <a>министарство</a>.<fn/>"
    ),
    "Nobody was hurt.": "Нико није повређен.",
    "Not licensed.": "Нема дозволе.",
    "A bridge.": "Мост.",
    "The bridge on its first day.": "Мост првог дана.",
    "So it told the press.": "Тако је рекло новинарима.",
}


def edit_in_office(source: Path, target: Path, *edits: Mapping[str, object]) -> None:
    """Let an editor work on a file in LibreOffice."""
    subprocess.run(  # noqa: S603 -- the system's Python, which has `uno`
        ["/usr/bin/python3", str(SCRIPT), str(source), str(target), json.dumps(edits)],
        capture_output=True,
        check=True,
        timeout=120,
    )


def test_the_editor_s_words_stand_in_every_edition_and_the_credit_as_it_was(
    here: Path, run: Run
) -> None:
    translate_morning(here, run)
    edit_at_noon(here)

    merged = run("merge", "edited.docx")

    assert merged.exit_code == 6, merged.output  # for the credit
    assert f"a credit was edited, and stays as it was: {CREDIT} [credit]" in merged.stdout
    assert merged.stdout.count("no place: ") == 1
    require_words_in_catalog(here)
    before = everything(here)
    assert run("merge", "edited.docx").exit_code == 6
    assert everything(here) == before
    done = run("--lang", "all", "--format", "epub,pdf")
    assert done.exit_code == 0, done.output
    require_words_in_editions(here / "dist/bridge")


def translate_morning(here: Path, run: Run) -> None:
    """Write the article, translate it, change it, bring the translation up to it, export."""
    write(here, {"publication.toml": SETTINGS, "articles/bridge/article.md": MORNING})
    assert run("update").exit_code == 0
    translate(here, "sr-Cyrl", WORDS.__getitem__)
    write(here, {"articles/bridge/article.md": MORNING.replace("Friday", "Saturday")})
    assert run("update").exit_code == 0
    assert run("--lang", "sr", "--format", "docx").exit_code == 5
    path = catalog_path(here, "sr-Cyrl")
    fuzzy = [one.source for one in entries(here).values() if one.fuzzy]
    assert fuzzy == ["The bridge opened on Saturday."]
    path.write_bytes(path.read_bytes().replace("у петак".encode(), "у суботу".encode()))
    unfuzzy(path)
    done = run("--lang", "sr", "--format", "docx")
    assert done.exit_code == 0, done.output


def edit_at_noon(here: Path) -> None:
    """Change words, a credit, and with changes tracked more words; comment on a caption."""
    edit_in_office(
        here / "dist/bridge/bridge.sr-Cyrl.docx",
        here / "edited.docx",
        {"do": "replace", "at": "отворен у суботу", "text": "свечано отворен у суботу"},
        {"do": "replace", "at": CREDIT, "text": "V. Kryeziu/AFP"},
        {"do": "comment", "at": "првог дана", "author": "Ana Kostić", "text": "Који је то дан?"},
        {"do": "track", "on": True},
        {"do": "replace", "at": "Нико није повређен", "text": "Повређених није било"},
        {"do": "replace", "at": "у подне", "text": "око поднева"},
    )


def entries(here: Path) -> Mapping[str, Message]:
    path = catalog_path(here, "sr-Cyrl")
    catalog = read_po(path.read_bytes(), path.name, "sr-Cyrl")
    return {one.source: one for one in catalog.messages}


def require_words_in_catalog(here: Path) -> None:
    crossed = "People crossed it <em>at noon</em>, says <a>the ministry</a>.<fn/>"
    assert entries(here)[crossed].translation == (
        "Људи су га прешли <em>око поднева</em>, каже <a>министарство</a>.<fn/>"
    )
    assert entries(here)["The bridge on its first day."].comments == (
        "Ana Kostić, 2024-03-05: Који је то дан?",
    )


def require_words_in_editions(folder: Path) -> None:
    members = WordFile((folder / "bridge.sr-Cyrl.epub").read_bytes()).members
    book = b"".join(data for name, data in members.items() if name.endswith("html")).decode()
    for words in ("Мост је свечано отворен у суботу.", "Повређених није било.", CREDIT):
        assert words in book
    assert "Нико није повређен" not in book
    page = printed(folder / "bridge.sr-Latn.pdf")
    for words in ("Most je svečano otvoren u subotu.", "Povređenih nije bilo.", CREDIT):
        assert words in page
    assert "oko podneva" in page


def unfuzzy(path: Path) -> None:
    """Approve every entry, as the translator does."""
    text = path.read_text(encoding="utf-8")
    path.write_text(
        "".join(
            line
            for line in text.splitlines(keepends=True)
            if line.strip() != "#, fuzzy" and not line.startswith("#| ")
        ),
        encoding="utf-8",
    )
    path.write_bytes(write_po(read_po(path.read_bytes(), path.name, "sr-Cyrl")))


def printed(path: Path) -> str:
    """Give the words of a PDF as poppler reads them."""
    program = shutil.which("pdftotext")
    assert program
    done = subprocess.run(  # noqa: S603 -- poppler
        [program, str(path), "-"], capture_output=True, check=True
    )
    return " ".join(done.stdout.decode().split())


@pytest.fixture
def sample(here: Path, run: Run) -> Path:
    """The sample as a publication of one's own, and its Word files in all languages."""
    shutil.copytree(shipped("sample"), here, dirs_exist_ok=True)
    shutil.copytree(shipped("locales"), here / "locales", dirs_exist_ok=True)
    done = run("--lang", "all", "--format", "docx")
    assert done.exit_code == 0, done.output
    return here


def test_files_that_libreoffice_saved_again_come_home_without_a_change(
    sample: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    files = sorted((sample / "dist").rglob("*.docx"))
    assert len(files) == len(LANGUAGES) * len(SLUGS)
    out = office(tmp_path_factory.mktemp("saved"), "docx:MS Word 2007 XML", *files)
    before = everything(sample)

    for file in files:
        done = run("merge", str(out / file.name))

        assert (done.exit_code, done.stderr) == (0, ""), done.output
        assert "0 changed, 0 comments, 0 without a place" in done.stdout
        assert "note" not in done.stdout
    assert everything(sample) == before


def test_what_an_editor_does_to_paragraphs_in_libreoffice_stands_in_the_report(
    sample: Path, run: Run
) -> None:
    source = sample / "dist/kfor-reinforcements/kfor-reinforcements.en.docx"
    edit_in_office(
        source,
        sample / "edited.docx",
        {"do": "append", "at": "The mission has had a strength", "text": " It grows."},
        {"do": "new", "at": "KFOR soldiers equipped", "text": "A wholly new paragraph."},
        {"do": "split", "at": "Serbs, who are the majority"},
        {"do": "delete", "at": "In Moscow’s view"},
        {"do": "bold", "at": "China and five members"},
    )

    done = run("merge", "edited.docx")

    assert done.exit_code == 6, done.output
    article = (sample / "articles/kfor-reinforcements/article.md").read_text(encoding="utf-8")
    assert "It grows." in article
    assert "**China and five members**" in article
    assert "A wholly new paragraph. [" not in article
    assert "A wholly new paragraph." in done.stdout
    assert (
        "a paragraph was split; in the article it is one, and nothing was taken [split]"
        in done.stdout
    )
    assert "In Moscow’s view, Kosovo is Serbian territory" in done.stdout
    assert "In Moscow’s view, Kosovo is Serbian territory" in article
