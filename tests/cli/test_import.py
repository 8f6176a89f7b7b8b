"""`publish import`: from files as newsrooms have them to articles that can be published."""

import json
from pathlib import Path

from PIL import Image

from tests.cli.newsroom import Run

STORY = Path(__file__).parents[1] / "readers" / "text" / "story.txt"
SLUG = "ferry-returns-to-the-upper-lake-after-nine-dry-summers"
PAGE = """<!DOCTYPE html><html lang="sq"><head><title>Ura u hap – Gazeta</title></head><body>
<nav><a href="/">Ballina</a></nav><article><h1>Ura u hap</h1>
<p>Ura mbi lumë u hap të hënën pas katër vitesh punime, tha komuna në një njoftim.</p>
<figure><img src="ura_files/ura.png" alt="Një urë"><figcaption>Ura e re. (Ana Kola/ATA)</figcaption>
</figure><p>Dyzet metra shirit u prenë nga kryetari, i cili më pas kaloi urën në këmbë.</p>
<script>alert("x")</script></article></body></html>"""


def page(folder: Path, text: str = PAGE) -> Path:
    (folder / "ura_files").mkdir(exist_ok=True)
    Image.new("RGB", (60, 40), "navy").save(folder / "ura_files" / "ura.png")
    (folder / "ura.html").write_text(text, encoding="utf-8")
    return folder / "ura.html"


def test_a_text_becomes_an_article_that_is_published(run: Run, here: Path) -> None:
    result = run("import", str(STORY))

    assert result.exit_code == 0, result.output
    assert (here / "articles" / SLUG / "article.md").is_file()
    assert "4 figures" not in result.stdout
    built = run("--lang", "en", "--format", "html")
    assert built.exit_code == 0, built.output
    html = (here / "dist" / SLUG / f"{SLUG}.en.html").read_text(encoding="utf-8")
    assert "Ana Kovel/Lakeside Press via Harbor Images" in html
    assert "Judith Pell/Lakeside Press" in html


def test_a_page_brings_its_pictures_and_no_script(run: Run, here: Path) -> None:
    result = run("import", str(page(here)))

    assert result.exit_code == 0, result.output
    folder = here / "articles" / "ura-u-hap"
    written = (folder / "article.md").read_text(encoding="utf-8")
    assert ":credit: Ana Kola/ATA" in written
    assert "alert" not in written
    assert [path.name for path in (folder / "images").iterdir()] == ["ura.png"]
    assert "Ballina" in result.stdout


def test_a_broken_file_does_not_stop_the_others(run: Run, here: Path) -> None:
    (here / "broken.docx").write_bytes(b"PK\x03\x04 cut short")

    result = run("import", "broken.docx", str(STORY), "--json")

    assert result.exit_code == 3
    broken, good = json.loads(result.stdout)
    assert (broken["file"], good["slug"]) == ("broken.docx", SLUG)
    assert "no Word file" in broken["error"]["message"]
    assert "broken.docx" in result.stderr
    assert "Traceback" not in result.output


def test_a_dry_run_writes_nothing(run: Run, here: Path) -> None:
    result = run("import", str(STORY), "--dry-run")

    assert (result.exit_code, list(here.iterdir())) == (0, [])
    assert "would be written" in result.stdout


def test_importing_again_is_refused_unless_asked_for(run: Run, here: Path) -> None:
    source = page(here)
    run("import", str(source))

    again = run("import", str(source))

    assert again.exit_code == 3
    assert "--update" in again.stderr
    same = run("import", str(source), "--update")
    assert (same.exit_code, "unchanged" in same.stdout) == (0, True)


def test_an_update_keeps_edits_and_translations(run: Run, here: Path) -> None:
    source = page(here)
    run("import", str(source))
    article = here / "articles" / "ura-u-hap" / "article.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace(":alt: Një urë", ":alt: Një urë prej guri"), encoding="utf-8")
    run("update", "--lang", "en")
    catalog = here / "locales" / "en" / "LC_MESSAGES" / "ura-u-hap.po"
    po = catalog.read_text(encoding="utf-8")
    catalog.write_text(
        po.replace('msgid "Ura e re."\nmsgstr ""', 'msgid "Ura e re."\nmsgstr "The new bridge."'),
        encoding="utf-8",
    )
    page(here, PAGE.replace("Dyzet metra", "Pesëdhjetë metra"))

    result = run("import", str(source), "--update")

    assert result.exit_code == 0, result.output
    text = article.read_text(encoding="utf-8")
    assert "Pesëdhjetë metra" in text
    assert ":alt: Një urë prej guri" in text
    run("update", "--lang", "en")
    po = catalog.read_text(encoding="utf-8")
    assert 'msgid "Ura e re."\nmsgstr "The new bridge."' in po


def test_edits_of_lines_that_changed_in_the_file_are_never_overwritten(
    run: Run, here: Path
) -> None:
    source = page(here)
    run("import", str(source))
    article = here / "articles" / "ura-u-hap" / "article.md"
    edited = article.read_text(encoding="utf-8").replace("Dyzet metra", "Gjashtëdhjetë metra")
    article.write_text(edited, encoding="utf-8")
    page(here, PAGE.replace("Dyzet metra", "Pesëdhjetë metra"))

    result = run("import", str(source), "--update")

    assert result.exit_code == 3
    assert "Gjashtëdhjetë" in result.stderr
    assert article.read_text(encoding="utf-8") == edited


def test_two_files_of_one_run_are_never_the_same_article(run: Run, here: Path) -> None:
    for name, words in (("one", "It rained on Monday."), ("two", "It snowed on Tuesday.")):
        (here / f"{name}.txt").write_text(f"Daily briefing\n\n{words}\n", encoding="utf-8")

    result = run("import", "one.txt", "two.txt", "--update", "--lang", "en")

    assert result.exit_code == 3
    assert "one.txt became the article daily-briefing already" in result.stderr
    written = (here / "articles" / "daily-briefing" / "article.md").read_text(encoding="utf-8")
    assert "Monday" in written
    assert "Tuesday" not in written


def test_a_picture_that_was_replaced_since_stays(run: Run, here: Path) -> None:
    source = page(here)
    run("import", str(source))
    picture = here / "articles" / "ura-u-hap" / "images" / "ura.png"
    Image.new("RGB", (60, 40), "white").save(picture)
    own = picture.read_bytes()

    for _ in range(2):
        result = run("import", str(source), "--update")

        assert (result.exit_code, picture.read_bytes()) == (0, own)
        assert "ura.png: warning: was replaced since it was imported, and stays" in result.stderr


def test_an_article_is_known_again_though_its_headline_changed(run: Run, here: Path) -> None:
    source = page(here)
    run("import", str(source), "--slug", "ura")
    page(here, PAGE.replace("Ura u hap", "Ura u mbyll"))

    result = run("import", str(source), "--update")

    assert result.exit_code == 0, result.output
    assert [path.name for path in (here / "articles").iterdir()] == ["ura"]
    text = (here / "articles" / "ura" / "article.md").read_text(encoding="utf-8")
    assert "title: Ura u mbyll" in text
