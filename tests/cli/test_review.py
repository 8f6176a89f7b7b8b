"""A Word file for review: built however little is translated, and brought home as any other."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.table import _Cell
from docx.text.run import Run as WordRun

from publisher.catalog.po import read_po
from publisher.export.docx.anchors import BLANK
from publisher.readers.word.elements import qualified
from tests.cli.newsroom import ARTICLE, Run, catalog_path, translate, write
from tests.export.docx_reading import office

RICH = (
    ARTICLE.replace(
        "on Friday.", "on *Friday*.[^a] See [the map](https://example.org/map)."
    ).replace("published:", "summary: How it opened.\nkeywords: [bridge, Mitrovica]\npublished:")
    + "\n\n## Later\n\nIt rained.\n\n[^a]: After two years.\n"
)
TAGS = ("en", "sq", "sr-Cyrl", "sr-Latn")
DONE = {"The bridge is open": "Ура", "Later": "После", "Mitrovica": ""}
FILE = "dist/bridge/bridge.{}.review.docx"
Type = Callable[[_Cell, str], None]


def over(cell: _Cell, words: str) -> None:
    """Type over what is in a cell."""
    first, *others = cell.paragraphs[0].runs
    first.text = words
    for other in others:
        if other.text:
            other.text = ""


def after(cell: _Cell, words: str) -> None:
    """Type at the end of a cell, where a program leaves the words out of the bookmark."""
    cell.paragraphs[0].add_run(words)


def before(cell: _Cell, words: str) -> None:
    """Type at the beginning of a cell."""
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(words)
    properties = paragraph._p.find(qualified("w:pPr"))  # noqa: SLF001 -- python-docx has no way to put a run first
    properties.addnext(run._r)  # noqa: SLF001 -- as above


def row_of(document: Document, source: str) -> Sequence[_Cell]:
    """Give the cells of the row in which a text that begins with `source` stands."""
    rows: list[Sequence[_Cell]] = [row.cells for row in document.tables[0].rows]
    return next(cells for cells in rows if cells[1].text.startswith(source))


def edit(path: Path, typed: dict[str, str], how: Type) -> None:
    document = docx.Document(str(path))
    for source, words in typed.items():
        how(row_of(document, source)[-1], words)
    document.save(str(path))


def texts(folder: Path) -> dict[str, bytes]:
    """Read all that merging may change."""
    paths = [*folder.glob("articles/*/*"), *folder.glob("locales/*/*/*")]
    return {path.as_posix(): path.read_bytes() for path in paths}


def translation(folder: Path, language: str, source: str) -> tuple[str, bool]:
    catalog = read_po(catalog_path(folder, language).read_bytes(), "bridge.po", language)
    (found,) = (one for one in catalog.messages if one.source == source and not one.obsolete)
    return found.translation, found.fuzzy


@pytest.fixture
def reviewed(run: Run, paper: Path) -> Path:
    """A publication of which half is translated, and one text fuzzy, with its review files."""
    write(paper, {"articles/bridge/article.md": RICH})
    run("update")
    for language in ("sq", "sr-Cyrl"):
        translate(paper, language, lambda source: DONE.get(source, ""))
    write(paper, {"articles/bridge/article.md": RICH.replace("## Later", "## Later on")})
    run("update")
    result = run("--docx-view", "review", "--lang", "all,sr-Latn")
    assert result.exit_code == 0, result.output
    return paper


def test_it_is_built_however_little_is_translated_and_named_for_what_it_is(
    run: Run, paper: Path
) -> None:
    result = run("--docx-view", "review", "--lang", "sq")

    assert result.exit_code == 0, result.output
    (record,) = json.loads((paper / "dist/manifest.json").read_text("utf-8"))["editions"]
    assert record["path"] == "bridge/bridge.sq.review.docx"
    assert record["docx_view"] == "review"


def test_the_views_are_two_files_with_two_fingerprints(run: Run, paper: Path) -> None:
    run("--docx-view", "review", "--lang", "en")
    run("--format", "docx,html", "--lang", "en")

    editions = json.loads((paper / "dist/manifest.json").read_text("utf-8"))["editions"]
    assert [one["docx_view"] for one in editions] == ["clean", None, "review"]
    assert len({one["fingerprint"] for one in editions}) == 3


@pytest.mark.parametrize("formats", ["pdf", "docx,html", "all"])
def test_only_word_files_are_reviewed(run: Run, paper: Path, formats: str) -> None:
    result = run("--docx-view", "review", "--format", formats)

    assert result.exit_code == 2
    assert "makes Word files" in result.output
    assert not (paper / "dist").exists()


@pytest.mark.parametrize("tag", TAGS)
def test_unedited_it_changes_no_byte_and_reports_nothing(
    run: Run, reviewed: Path, tag: str
) -> None:
    before = texts(reviewed)

    result = run("merge", FILE.format(tag))

    assert result.exit_code == 0, result.output
    assert "0 changed, 0 comments, 0 without a place" in result.output
    assert texts(reviewed) == before


@pytest.mark.external
def test_saved_by_libreoffice_it_changes_no_byte_and_reports_nothing(
    run: Run, reviewed: Path
) -> None:
    before = texts(reviewed)
    files = [reviewed / FILE.format(tag) for tag in TAGS]

    out = office(reviewed / "saved", "docx:MS Word 2007 XML", *files)

    for path in files:
        result = run("merge", str(out / path.name))
        assert result.exit_code == 0, result.output
        assert "0 changed, 0 comments, 0 without a place" in result.output
    assert texts(reviewed) == before


TYPED = {
    "It rained.": "Ra shi.",
    "A bridge.": "Një urë.",  # an alternative text
    "How it opened.": "Si u hap.",  # the summary
    "After two years.": "Pas dy vjetësh.",  # a footnote
    "Mitrovica": "Mitrovica",  # the same word as in the source
    "Later on": "Më vonë",  # a fuzzy heading
}


def test_what_is_typed_over_a_cell_comes_home(run: Run, reviewed: Path) -> None:
    edit(reviewed / FILE.format("sq"), TYPED, over)

    result = run("merge", FILE.format("sq"))

    assert result.exit_code == 0, result.output
    for source, words in TYPED.items():
        assert translation(reviewed, "sq", source) == (words, False)
    once = texts(reviewed)
    assert "0 changed" in run("merge", FILE.format("sq")).output
    assert texts(reviewed) == once


@pytest.mark.parametrize("how", [before, after])
def test_what_is_typed_beside_the_blank_of_a_cell_comes_home(
    run: Run, reviewed: Path, how: Type
) -> None:
    typed = {source: TYPED[source] for source in ("It rained.", "How it opened.", "Mitrovica")}
    edit(reviewed / FILE.format("sq"), typed, how)

    result = run("merge", FILE.format("sq"))

    assert result.exit_code == 0, result.output
    for source, words in typed.items():
        assert translation(reviewed, "sq", source) == (words, False)


@pytest.mark.external
@pytest.mark.parametrize("how", [over, after])
def test_what_is_typed_comes_home_from_libreoffice(run: Run, reviewed: Path, how: Type) -> None:
    typed = TYPED if how is over else {"It rained.": "Ra shi."}
    edit(reviewed / FILE.format("sq"), typed, how)

    out = office(reviewed / "saved", "docx:MS Word 2007 XML", reviewed / FILE.format("sq"))
    result = run("merge", str(out / "bridge.sq.review.docx"))

    assert result.exit_code == 0, result.output
    for source, words in typed.items():
        assert translation(reviewed, "sq", source) == (words, False)


def test_a_derived_script_takes_a_word_of_its_own(run: Run, reviewed: Path) -> None:
    edit(reviewed / FILE.format("sr-Latn"), {"It rained.": "Padala je kiša."}, over)

    result = run("merge", FILE.format("sr-Latn"))

    assert result.exit_code == 0, result.output
    assert translation(reviewed, "sr-Latn", "It rained.") == ("Padala je kiša.", False)


def test_an_edited_source_is_reported_and_not_taken(run: Run, reviewed: Path) -> None:
    before = texts(reviewed)
    document = docx.Document(str(reviewed / FILE.format("sq")))
    row_of(document, "It rained.")[1].paragraphs[0].runs[0].text = "It snowed."
    document.save(str(reviewed / FILE.format("sq")))

    result = run("merge", FILE.format("sq"))

    assert result.exit_code == 6
    assert "It snowed." in result.output
    assert texts(reviewed) == before


def test_the_source_s_own_review_writes_into_the_article(run: Run, reviewed: Path) -> None:
    path = reviewed / FILE.format("en")
    document = docx.Document(str(path))
    over(
        next(r.cells[1] for r in document.tables[0].rows if r.cells[1].text == "A bridge."),
        "Arches.",
    )
    document.save(str(path))

    result = run("merge", FILE.format("en"))

    assert result.exit_code == 0, result.output
    assert ":alt: Arches." in (reviewed / "articles/bridge/article.md").read_text("utf-8")


def test_a_call_copied_from_the_source_is_the_footnote_s(run: Run, reviewed: Path) -> None:
    path = reviewed / FILE.format("sq")
    document = docx.Document(str(path))
    row = next(
        r for r in document.tables[0].rows if r.cells[1].text.startswith("The bridge opened")
    )
    theirs, own = row.cells[1].paragraphs[0], row.cells[2].paragraphs[0]
    own.runs[0].text = "Ura u hap të "
    emphasis = next(one for one in theirs.runs if one.text == "Friday")
    own._p.append(emphasis._r)  # noqa: SLF001 -- what an editor does by copying
    WordRun(emphasis._r, own).text = "premten"  # noqa: SLF001 -- as above
    links = theirs._p.findall(qualified("w:hyperlink"))  # noqa: SLF001 -- as above
    for link in links:
        own._p.append(link)  # noqa: SLF001 -- as above
    document.save(str(path))

    result = run("merge", FILE.format("sq"), "--dry-run")

    assert "Ura u hap të <em>premten</em><fn/><a>the map</a>" in result.output, result.output


def test_a_person_s_comment_comes_home_and_the_program_s_do_not(run: Run, reviewed: Path) -> None:
    path = reviewed / FILE.format("sq")
    document = docx.Document(str(path))
    runs = row_of(document, "It rained.")[-1].paragraphs[0].runs
    document.add_comment([one for one in runs if one.text == BLANK], "Did it?", "Ana", "A")
    document.save(str(path))

    result = run("merge", FILE.format("sq"))

    assert "0 changed, 1 comment, 0 without a place" in result.output
    po = catalog_path(reviewed, "sq").read_text("utf-8")
    assert "Did it?" in po
    assert "not translated" not in po
