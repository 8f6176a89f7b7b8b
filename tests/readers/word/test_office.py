"""Word files that LibreOffice wrote, which shares no code with what reads them."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.export.docx_reading import office
from tests.readers.word.making import article_of, word
from tests.readers.word.test_documents import CASES, HEADS, RELATED

pytestmark = pytest.mark.external

PAGES = {
    "sr-Latn": (
        (
            "<h1>Most je ponovo otvoren</h1><p>Piše: Jovana Petrović</p><p>2. jun 2023.</p>"
            "<p>Most preko reke otvoren je u petak, posle <b>dve godine</b> radova, a ljudi su "
            "preko njega prešli <i>po kiši</i>. <a href='https://example.org/a?b=c&amp;d'>Više</a>.</p>"
            "<h2>Kako je građen</h2><ul><li>Jedan<ul><li>Unutra</li></ul></li><li>Dva</li></ul>"
            "<ol start='3'><li>Tri</li><li>Četiri</li></ol><blockquote>Izdržaće.</blockquote>"
            "<table><tr><th>Godina</th><th>Vozila</th></tr><tr><td>2021</td><td>4.000</td></tr></table>"
            "<p>Temelj je od 20 m<sup>3</sup> betona, kako kažu graditelji sa obale.</p>"
        ),
        [
            "[sr-Latn] Most je ponovo otvoren",
            "by Jovana Petrović (text)",
            "published 2023-06-02",
            (
                "Most preko reke otvoren je u petak, posle *dve godine* radova, a ljudi su preko "
                "njega prešli _po kiši_. [Više](https://example.org/a?b=c&d)."
            ),
            "# Kako je građen",
            "- Jedan",
            "  - Unutra",
            "- Dva",
            "3. Tri",
            "4. Četiri",
            "quote:",
            "  Izdržaće.",
            "table:",
            "  = Godina | Vozila",
            "  | 2021 | 4.000",
            "Temelj je od 20 m^3^ betona, kako kažu graditelji sa obale.",
        ],
    ),
    "sr-Cyrl": (
        (
            "<h1>Мост је поново отворен</h1><p>Пише: Јована Петровић</p>"
            "<p>Мост преко реке отворен је у петак, после две године радова, по киши.</p>"
        ),
        [
            "[sr-Cyrl] Мост је поново отворен",
            "by Јована Петровић (text)",
            "Мост преко реке отворен је у петак, после две године радова, по киши.",
        ],
    ),
    "sq": (
        (
            "<h1>Ura u hap përsëri</h1><p>Nga Arben Kola</p><p>2 qershor 2023</p>"
            "<p>Ura mbi lumin u hap të premten pas dy vitesh punimesh, nën shiun e dendur.</p>"
        ),
        [
            "[sq] Ura u hap përsëri",
            "by Arben Kola (text)",
            "published 2023-06-02",
            "Ura mbi lumin u hap të premten pas dy vitesh punimesh, nën shiun e dendur.",
        ],
    ),
}
LOST_BY_THE_OFFICE = {
    "headings of styles that the file does not define",
    "a formula in one line",  # without its own editor of formulas
    "content controls, their prompts aside",  # it takes a prompt for text
}
ALL = {**CASES, **HEADS}
KEPT = sorted(ALL.keys() - LOST_BY_THE_OFFICE)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Web pages that an office saved as Word files."""
    folder = tmp_path_factory.mktemp("pages")
    for tag, (body, _) in PAGES.items():
        page = f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>"
        (folder / f"{tag}.html").write_text(page, encoding="utf-8")
    files = [folder / f"{tag}.html" for tag in PAGES]
    office(folder, "odt:writerweb8_writer", *files)
    texts = [folder / "out" / f"{tag}.odt" for tag in PAGES]
    out = office(folder, "docx:MS Word 2007 XML", *texts)
    return {tag: (out / f"{tag}.docx").read_bytes() for tag in PAGES}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The documents of other tests, opened in an office and saved anew."""
    folder = tmp_path_factory.mktemp("documents")
    files: dict[str, Path] = {}
    for number, name in enumerate(KEPT):
        files[name] = folder / f"{number}.docx"
        files[name].write_bytes(word(ALL[name][0], RELATED))
    out = office(folder, "docx:MS Word 2007 XML", *files.values())
    return {name: (out / file.name).read_bytes() for name, file in files.items()}


@pytest.mark.parametrize("tag", PAGES)
def test_what_an_office_writes_becomes_an_article(written: Mapping[str, bytes], tag: str) -> None:
    assert article_of(written[tag]).splitlines() == PAGES[tag][1]


@pytest.mark.parametrize("name", KEPT)
def test_a_document_that_is_saved_anew_becomes_the_same_article(
    saved: Mapping[str, bytes], name: str
) -> None:
    before, after = article_of(word(ALL[name][0], RELATED), "en"), article_of(saved[name], "en")

    assert _with_any_pictures(after) == _with_any_pictures(before)


def _with_any_pictures(article: str) -> str:
    return re.sub(r"images/[a-z]+", "images/", article)
