"""A draft is built however little is translated, and no page of it can be taken for finished."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from tests.cli.newsroom import ARTICLE, Run, write
from tests.contract.reading import read_html
from tests.export.docx_reading import WordFile, text_of

FORMATS = ("pdf", "epub", "docx", "html", "ninjs")
WORDS = "Words and words. " * 60
LONG = ARTICLE + "".join(f"\n\nParagraph {number}. {WORDS}" for number in range(9))
MARKS = {
    "sq": "Variant pune",
    "sr-Cyrl": "Радна верзија",
    "sr-Latn": "Radna verzija",
    "en": "Draft",
}


def parts(path: Path) -> Iterable[str]:
    """Give the texts in each of which a mark must stand, so that it is on every page."""
    match path.suffix:
        case ".pdf":
            pages = [page.extract_text() for page in PdfReader(path).pages]
            assert len(pages) > 2
            return pages
        case ".docx":
            file = WordFile(path.read_bytes())
            names = [name for name in file.members if name.startswith("word/header")]
            assert len(names) >= 2
            return [text_of(etree.fromstring(file.members[name])) for name in names]
        case ".epub":
            members = WordFile(path.read_bytes()).members
            names = [name for name in members if name.endswith(".xhtml")]
            assert len(names) == 3
            return [members[name].decode() for name in names]
        case ".ninjs":
            item = json.loads(path.read_bytes())
            return [item.get("edNote", "")]
        case _:
            return [read_html(path)]


@pytest.mark.parametrize("tag", MARKS)
def test_a_draft_says_so_on_every_page_and_in_its_name(run: Run, paper: Path, tag: str) -> None:
    write(paper, {"articles/bridge/article.md": LONG})

    result = run("--lang", tag, "--format", ",".join(FORMATS), "--draft")

    assert result.exit_code == 0, result.output
    built = sorted(path.name for path in paper.glob("dist/bridge/*"))
    assert built == sorted(f"bridge.{tag}.draft.{suffix}" for suffix in FORMATS)
    for suffix in FORMATS:
        for text in parts(paper / "dist" / "bridge" / f"bridge.{tag}.draft.{suffix}"):
            assert MARKS[tag].lower() in " ".join(text.split()).lower(), suffix
    manifest = json.loads((paper / "dist" / "manifest.json").read_text(encoding="utf-8"))
    assert all(edition["draft"] for edition in manifest["editions"])


def test_a_finished_edition_bears_no_such_mark(run: Run, paper: Path) -> None:
    write(paper, {"articles/bridge/article.md": LONG})

    run("--lang", "en", "--format", ",".join(FORMATS))

    for suffix in FORMATS:
        for text in parts(paper / "dist" / "bridge" / f"bridge.en.{suffix}"):
            assert "draft" not in text.lower(), suffix
