"""`publish merge`: what it writes, what it tells, and what it refuses."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from publisher.catalog.message import Catalog, Message
from publisher.catalog.po import read_po
from publisher.export.docx.elements import w
from publisher.readers.word.elements import Element, qualified
from tests.cli.newsroom import ARTICLE, SETTINGS, Run, catalog_path, translate, write
from tests.export.docx_reading import NS
from tests.merge.desk import (
    COMMENTS,
    NAME,
    Change,
    Desk,
    deleted,
    enclosing,
    new_paragraph,
    new_run,
    properties_of,
    remove,
    replace_words,
    tracked,
)

RICH = """---
title: The bridge is open
lang: en
published: 2024-03-01
keywords: [bridge, river]
---

The bridge opened on *Friday*, says [the ministry](https://example.org/).

People crossed it at noon.

Nobody was hurt.

Nobody was late.

:::{figure}
:withheld: Not licensed.
:alt: A bridge.
:credit: Visar Kryeziu/AP Photo
The bridge on its first day.
:::
"""


@pytest.fixture
def newsroom(here: Path, run: Run) -> Path:
    """A publication with a rich article, translated to Albanian a few words of it."""
    write(here, {"publication.toml": SETTINGS, "articles/bridge/article.md": RICH})
    assert run("update", "--lang", "sq").exit_code == 0
    translate(here, "sq", lambda words: words.replace("bridge", "urë").replace("Friday", "premte"))
    return here


def built(folder: Path, run: Run, language: str) -> Desk:
    """Build an edition and put it on the desk."""
    done = run("--lang", language, "--format", "docx", "--draft", "--out", "dist")
    assert done.exit_code == 0, done.output
    draft = ".draft" if (folder / f"dist/bridge/bridge.{language}.draft.docx").exists() else ""
    return Desk.of((folder / f"dist/bridge/bridge.{language}{draft}.docx").read_bytes())


def saved(folder: Path, desk: Desk) -> str:
    (folder / NAME).write_bytes(desk.data)
    return NAME


def everything(folder: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def albanian(folder: Path) -> Catalog:
    path = catalog_path(folder, "sq")
    return read_po(path.read_bytes(), path.name, "sq")


def entry(catalog: Catalog, source: str) -> Message:
    return next(one for one in catalog.messages if source in one.source)


def comment(desk: Desk, words: str, text: str, author: str, day: str) -> None:
    """Make a comment on the run that holds words."""
    made = w(
        "comment", new_paragraph(new_run(text)), id="7", author=author, date=f"{day}T08:00:00Z"
    )
    root = etree.Element(qualified("w:comments"), nsmap={"w": NS["w"]})
    root.append(made)
    desk.members[COMMENTS] = etree.tostring(root)
    desk.roots.pop(COMMENTS, None)
    run = desk.run(words)
    run.addprevious(w("commentRangeStart", id="7"))
    run.addnext(w("r", w("commentReference", id="7")))
    run.addnext(w("commentRangeEnd", id="7"))


@pytest.mark.parametrize("language", ["en", "sq", "sr-Cyrl", "sr-Latn"])
def test_a_file_that_nobody_edited_changes_no_byte(newsroom: Path, run: Run, language: str) -> None:
    file = saved(newsroom, built(newsroom, run, language))
    before = everything(newsroom)

    done = run("merge", file)

    assert (done.exit_code, done.stderr) == (0, "")
    assert "0 changed, 0 comments, 0 without a place" in done.stdout
    assert everything(newsroom) == before


def edited_fully(folder: Path, run: Run) -> str:
    """Edit the Albanian edition in every way that there is."""
    desk = built(folder, run, "sq")
    replace_words("People crossed it", "Njerëzit e kaluan")(desk)
    hurt = desk.run("Nobody was hurt.")
    hurt.addprevious(tracked("ins", new_run("Askush nuk u lëndua."), author="Ana Kostić"))
    old = tracked("del", author="Ana Kostić")
    hurt.addprevious(old)
    old.append(deleted(hurt))
    comment(desk, "Njerëzit e kaluan", "Check the hour.", "Besa Hoxha", "2024-03-05")
    replace_words("Visar Kryeziu/AP", "V. Kryeziu/AFP")(desk)
    properties_of(desk.run(" opened on ")).append(w("b"))
    replace_words(" opened on ", " u hap të ")(desk)
    desk.paragraph("Njerëzit").addnext(new_paragraph(new_run("Fare e re.")))
    remove(desk.paragraph("Nobody was late."))
    return saved(folder, desk)


REPORT = """\
edited.docx: bridge in sq: 3 changed, 1 comment, 4 without a place
  paragraph: The urë [-opened on-] {+u hap të+} <em>premte</em>, says <a>the ministry</a>.
  paragraph: [-People crossed it-] {+Njerëzit e kaluan+} at noon.
  paragraph: [-Nobody was hurt.-] {+Askush nuk u lëndua.+}
  Ana Kostić, 2024-03-02 inserted: Askush nuk u lëndua.
  Ana Kostić, 2024-03-02 deleted: Nobody was hurt.
  Besa Hoxha: Check the hour.
  no place: new words have no place in the article [new]
    Fare e re.
    between: Njerëzit e kaluan at noon.
        and: Askush nuk u lëndua.
  no place: a segment is not in the file, and stays as it was [gone]
    Nobody was late.
  no place: a credit was edited, and stays as it was: Visar Kryeziu/AP Photo [credit]
    V. Kryeziu/AFP Photo
  no place: left out, since the source has no such thing here: bold [markup]
    The urë u hap të premte, says the ministry.
"""


def test_the_report_tells_every_change_and_all_that_has_no_place(newsroom: Path, run: Run) -> None:
    file = edited_fully(newsroom, run)

    done = run("merge", file)

    assert done.stdout == REPORT + "locales/sq/LC_MESSAGES/bridge.po: written\n"
    assert done.exit_code == 6
    assert done.stderr == (
        "error: edited.docx: 4 changes have no place in the article\n"
        "  hint: see above: what is right goes into the article or its catalog by hand\n"
    )


def test_the_words_stand_in_the_catalog_with_the_comment_of_the_editor(
    newsroom: Path, run: Run
) -> None:
    run("merge", edited_fully(newsroom, run))

    catalog = albanian(newsroom)
    assert entry(catalog, "People crossed").translation == "Njerëzit e kaluan at noon."
    assert entry(catalog, "People crossed").comments == ("Besa Hoxha, 2024-03-05: Check the hour.",)
    assert entry(catalog, "Nobody was hurt").translation == "Askush nuk u lëndua."
    assert b"Visar Kryeziu/AP Photo" in (newsroom / "articles/bridge/article.md").read_bytes()


def test_a_dry_run_tells_the_same_and_writes_nothing(newsroom: Path, run: Run) -> None:
    file = edited_fully(newsroom, run)
    before = everything(newsroom)

    done = run("merge", "--dry-run", file)

    assert done.stdout == REPORT + "locales/sq/LC_MESSAGES/bridge.po: would be written\n"
    assert done.exit_code == 6
    assert everything(newsroom) == before


def test_merging_again_changes_nothing_and_tells_the_same_problems(
    newsroom: Path, run: Run
) -> None:
    file = edited_fully(newsroom, run)
    first = run("merge", file)
    before = everything(newsroom)

    again = run("merge", file)

    assert everything(newsroom) == before
    assert again.exit_code == 6
    assert problems(again.stdout) == problems(first.stdout)


def problems(report: str) -> list[str]:
    return [line for line in report.splitlines() if line.startswith("  no place")]


def test_tracked_changes_may_be_read_as_they_were(newsroom: Path, run: Run) -> None:
    file = edited_fully(newsroom, run)

    run("merge", "--tracked", "original", file)

    assert entry(albanian(newsroom), "Nobody was hurt").translation == "Nobody was hurt."


def test_an_edited_source_goes_into_the_article_and_its_translations_become_fuzzy(
    newsroom: Path, run: Run
) -> None:
    desk = built(newsroom, run, "en")
    replace_words("People crossed it", "Many crossed it")(desk)
    comment(desk, "Many crossed it", "How many?", "Besa Hoxha", "2024-03-05")

    done = run("merge", saved(newsroom, desk))

    assert done.exit_code == 0, done.output
    article = (newsroom / "articles/bridge/article.md").read_text(encoding="utf-8")
    assert article == RICH.replace("People crossed it", "Many crossed it")
    message = entry(albanian(newsroom), "Many crossed it")
    assert message.fuzzy
    assert message.previous
    assert message.previous.source == "People crossed it at noon."
    assert message.translation == "People crossed it at noon."
    assert message.comments == ("Besa Hoxha, 2024-03-05: How many?",)


def test_a_comment_in_the_source_edition_without_an_edit_goes_into_the_catalogs(
    newsroom: Path, run: Run
) -> None:
    desk = built(newsroom, run, "en")
    comment(desk, "People crossed it", "How many?", "", "0000")
    file = saved(newsroom, desk)

    assert run("merge", file).exit_code == 0
    once = everything(newsroom)
    assert run("merge", file).exit_code == 0

    assert entry(albanian(newsroom), "People crossed it").comments == (": How many?",)
    assert everything(newsroom) == once


def test_a_comment_that_stands_on_no_segment_is_reported(newsroom: Path, run: Run) -> None:
    desk = built(newsroom, run, "sq")
    comment(desk, "Visar Kryeziu", "Whose?", "", "2024-03-05")

    done = run("merge", saved(newsroom, desk))

    assert done.exit_code == 6
    assert "a comment of somebody stands on no segment [remark]\n    Whose?" in done.stdout


def test_a_link_that_a_program_would_run_is_refused(newsroom: Path, run: Run) -> None:
    desk = built(newsroom, run, "en")
    part = desk.part("word/_rels/document.xml.rels")
    for one in part:
        if one.get("Target") == "https://example.org/":
            one.set("Target", "javascript:alert(1)")
    replace_words("the ministry", "a ministry")(desk)

    done = run("merge", saved(newsroom, desk))

    assert done.exit_code == 6
    assert "the link address 'javascript:alert(1)' is not allowed" in done.stdout
    assert (newsroom / "articles/bridge/article.md").read_text(encoding="utf-8") == RICH


def test_a_link_that_is_changed_in_a_translation_stays_that_of_the_source(
    newsroom: Path, run: Run
) -> None:
    desk = built(newsroom, run, "sq")
    part = desk.part("word/_rels/document.xml.rels")
    for one in part:
        if one.get("Target") == "https://example.org/":
            one.set("Target", "javascript:alert(1)")
    replace_words("the ministry", "ministria")(desk)

    done = run("merge", saved(newsroom, desk))

    assert "javascript" not in catalog_path(newsroom, "sq").read_text(encoding="utf-8")
    assert "ministria" in catalog_path(newsroom, "sq").read_text(encoding="utf-8") + done.stdout


def with_properties(desk: Desk, article: str, language: str) -> Desk:
    root = desk.part("docProps/custom.xml")
    for one, text in zip(root, (article, language), strict=False):
        one[0].text = text
    return desk


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (("", "sq"), "does not say which article"),
        (("bridge", ""), "does not say which article"),
        (("bridge tunnel", "sq"), "does not say which article"),
        (("tunnel", "sq"), "'tunnel', which this publication has not"),
        (("../../etc/passwd", "sq"), "which this publication has not"),
        (("articles/bridge/article.md", "sq"), "which this publication has not"),
        (("bridge", "no such tag"), "language"),
        (("bridge", "../../x"), "language"),
        (("bridge", "qqq"), "language"),
    ],
)
def test_a_file_that_is_no_edition_of_this_publication_is_refused(
    newsroom: Path, run: Run, said: tuple[str, str], message: str
) -> None:
    file = saved(newsroom, with_properties(built(newsroom, run, "sq"), *said))
    before = everything(newsroom)

    done = run("merge", file)

    assert done.exit_code == 3, done.output
    assert done.stderr.startswith(f"error: {NAME}: ")
    assert message in done.stderr
    assert "Traceback" not in done.output
    assert everything(newsroom) == before


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04"])
def test_a_file_that_cannot_be_read_is_refused_and_the_next_is_merged(
    newsroom: Path, run: Run, data: bytes
) -> None:
    (newsroom / "broken.docx").write_bytes(data)
    desk = built(newsroom, run, "sq")
    replace_words("People crossed it", "Njerëzit e kaluan")(desk)

    done = run("merge", "broken.docx", "missing.docx", saved(newsroom, desk))

    assert done.exit_code == 3
    assert "broken.docx: " in done.stderr
    assert "missing.docx: cannot be read" in done.stderr
    assert "Traceback" not in done.output
    assert entry(albanian(newsroom), "People crossed").translation.startswith("Njerëzit")


def test_an_article_that_cannot_be_read_is_an_error(newsroom: Path, run: Run) -> None:
    file = saved(newsroom, built(newsroom, run, "sq"))
    write(newsroom, {"articles/bridge/article.md": ARTICLE.replace("title:", "no:")})

    done = run("merge", file)

    assert done.exit_code == 3
    assert "article.md" in done.stderr


@pytest.mark.parametrize("before", ["Kaluan dje.", ""], ids=["translated", "untranslated"])
def test_what_was_also_changed_in_the_catalog_is_not_overwritten(
    newsroom: Path, run: Run, before: str
) -> None:
    path = catalog_path(newsroom, "sq")
    text = path.read_text(encoding="utf-8")
    old = 'msgstr "People crossed it at noon."'
    assert old in text
    path.write_text(text.replace(old, f'msgstr "{before}"'), encoding="utf-8")
    desk = built(newsroom, run, "sq")
    path.write_text(text.replace(old, 'msgstr "Kaluan në drekë."'), encoding="utf-8")
    printed = before or "People crossed it at noon."
    replace_words(printed, "Njerëzit e kaluan at noon.")(desk)

    done = run("merge", saved(newsroom, desk))

    assert done.exit_code == 6
    assert "it was also changed in the catalog, to: Kaluan në drekë." in done.stdout
    assert "Njerëzit e kaluan at noon." in done.stdout
    assert entry(albanian(newsroom), "People crossed").translation == "Kaluan në drekë."


def test_an_edition_of_a_text_that_has_changed_since_is_reported(newsroom: Path, run: Run) -> None:
    desk = built(newsroom, run, "sq")
    replace_words("People crossed it", "Njerëzit e kaluan")(desk)
    write(newsroom, {"articles/bridge/article.md": RICH.replace("at noon", "in the evening")})

    done = run("merge", saved(newsroom, desk))

    assert done.exit_code == 6
    assert "the source has changed since the file was made [source-changed]" in done.stdout
    assert "Njerëzit e kaluan at noon." in done.stdout


def test_an_exception_to_a_derived_script_makes_a_catalog_of_its_own(
    newsroom: Path, run: Run
) -> None:
    run("update", "--lang", "sr")
    translate(newsroom, "sr-Cyrl", lambda words: words.replace("Nobody", "Љубав"))
    desk = built(newsroom, run, "sr-Latn")
    replace_words("Ljubav", "Ljubavi")(desk)

    done = run("merge", saved(newsroom, desk))

    assert "locales/sr_Latn/LC_MESSAGES/bridge.po: written" in done.stdout
    assert "Ljubavi" in catalog_path(newsroom, "sr-Latn").read_text(encoding="utf-8")
    assert "Љубави" not in catalog_path(newsroom, "sr-Cyrl").read_text(encoding="utf-8")


def lead(desk: Desk, href: str) -> Desk:
    """Make the link to the ministry lead elsewhere."""
    for one in desk.part("word/_rels/document.xml.rels"):
        if one.get("Target") == "https://example.org/":
            one.set("Target", href)
    return desk


def test_an_address_that_was_changed_goes_into_the_article(newsroom: Path, run: Run) -> None:
    file = saved(newsroom, lead(built(newsroom, run, "en"), "https://example.org/new"))

    done = run("merge", file)

    assert done.exit_code == 0, done.output
    assert "says <a>the ministry</a>. [-https://example.org/-] {+https://example.org/new+}" in (
        done.stdout
    )
    article = (newsroom / "articles/bridge/article.md").read_text(encoding="utf-8")
    assert article == RICH.replace("https://example.org/", "https://example.org/new")
    assert not entry(albanian(newsroom), "the ministry").fuzzy


def test_an_address_that_was_changed_in_a_translation_has_no_place(
    newsroom: Path, run: Run
) -> None:
    file = saved(newsroom, lead(built(newsroom, run, "sq"), "https://example.org/new"))
    before = everything(newsroom)

    done = run("merge", file)

    assert done.exit_code == 6
    assert "keeps the address of the source, not https://example.org/new [link]" in done.stdout
    assert everything(newsroom) == before


def test_an_address_that_a_program_wrote_otherwise_was_not_changed(
    newsroom: Path, run: Run
) -> None:
    file = saved(newsroom, lead(built(newsroom, run, "en"), "https://example.org"))
    before = everything(newsroom)

    assert run("merge", file).exit_code == 0
    assert everything(newsroom) == before


def test_a_comment_in_the_source_edition_without_catalogs_has_no_place(
    newsroom: Path, run: Run
) -> None:
    desk = built(newsroom, run, "en")
    comment(desk, "People crossed it", "How many?", "Besa Hoxha", "2024-03-05")
    catalog_path(newsroom, "sq").unlink()

    done = run("merge", saved(newsroom, desk))

    assert done.exit_code == 6
    assert (
        "a comment of Besa Hoxha has no catalog entry to go to [remark]\n    How many?"
        in done.stdout
    )


def test_a_comment_on_words_that_no_catalog_has_yet_goes_into_the_catalogs(
    newsroom: Path, run: Run
) -> None:
    new = RICH.replace("People crossed", "A wholly new text.\n\nPeople crossed")
    write(newsroom, {"articles/bridge/article.md": new})
    desk = built(newsroom, run, "en")
    comment(desk, "wholly new", "Is it?", "Besa Hoxha", "2024-03-05")

    done = run("merge", saved(newsroom, desk))

    assert done.exit_code == 0, done.output
    assert entry(albanian(newsroom), "wholly new").comments == ("Besa Hoxha, 2024-03-05: Is it?",)


def typed_into_the_header(desk: Desk) -> None:
    (paragraph, *_) = desk.find("//w:p[.//w:t]", "word/header1.xml")
    paragraph.append(new_run("Typed at the top"))


def endnote(desk: Desk) -> None:
    desk.run("at noon").addnext(w("r", w("endnoteReference", id="2")))
    root = etree.Element(qualified("w:endnotes"), nsmap={"w": NS["w"]})
    root.append(w("endnote", new_paragraph(new_run("Typed at the end")), id="2"))
    desk.members["word/endnotes.xml"] = etree.tostring(root)


def symbol(desk: Desk) -> None:
    desk.run("at noon").append(w("sym", font="Symbol", char="F0B0"))


def new_picture(desk: Desk) -> None:
    desk.paragraph("at noon").addnext(new_paragraph(w("r", w("drawing"))))


def struck(desk: Desk) -> None:
    properties_of(desk.run("at noon")).append(w("strike"))


@pytest.mark.parametrize("language", ["en", "sq"])
@pytest.mark.parametrize(
    ("change", "message"),
    [
        (typed_into_the_header, "a header or a footer was edited [unread]\n    "),
        (typed_into_the_header, "Typed at the top\n"),
        (endnote, "an endnote was put in [unread]\n    Typed at the end\n"),
        (symbol, "the font Symbol (F0B0) is left out [unread]\n    People crossed it at noon."),
        (new_picture, "a picture or drawing was put in [unread]\n    People crossed it at noon."),
        (struck, "in the file if they go [unread]\n    People crossed it at noon.\n"),
    ],
)
def test_what_no_article_can_take_is_told(
    newsroom: Path, run: Run, language: str, change: Change, message: str
) -> None:
    desk = built(newsroom, run, language)
    change(desk)

    done = run("merge", saved(newsroom, desk))

    assert done.exit_code == 6
    assert message in done.stdout


def test_what_has_no_place_is_told_whole(newsroom: Path, run: Run) -> None:
    desk = built(newsroom, run, "en")
    new = " ".join(f"word{number}" for number in range(100))
    desk.paragraph("at noon").addnext(new_paragraph(new_run(new)))

    done = run("merge", saved(newsroom, desk))

    assert done.exit_code == 6
    assert new in done.stdout


def split(run: Element, at: int, instead: str = "") -> None:
    """Split a paragraph in a run, and type something at the beginning of the second half."""
    (text, *_) = run.iter(qualified("w:t"))
    whole = str(text.text)
    text.text = whole[:at]
    half = new_paragraph(new_run(instead or whole[at:]), *run.itersiblings())
    enclosing(run, "p").addnext(half)


def test_of_a_split_paragraph_nothing_is_taken_and_its_edits_are_shown(
    newsroom: Path, run: Run
) -> None:
    desk = built(newsroom, run, "en")
    split(desk.run("People crossed"), 15, "it at midnight.")

    done = run("merge", saved(newsroom, desk))

    assert done.exit_code == 6
    assert "in the article it is one, and nothing was taken [split]" in done.stdout
    assert "[-noon.-] {+midnight.+}" in done.stdout


def test_a_credit_that_was_split_in_two_lines_is_told(newsroom: Path, run: Run) -> None:
    desk = built(newsroom, run, "sq")
    split(desk.run("Visar Kryeziu"), 6)

    done = run("merge", saved(newsroom, desk))

    assert done.exit_code == 6
    assert "a credit was edited, and stays as it was: Visar Kryeziu/AP Photo" in done.stdout


@pytest.mark.parametrize("bookmarked", [True, False], ids=["", "without its bookmark"])
@pytest.mark.parametrize(("language", "status"), [("en", 6), ("sq", 0)])
def test_a_new_order_has_no_place_in_the_source_edition(
    newsroom: Path, run: Run, language: str, status: int, *, bookmarked: bool
) -> None:
    desk = built(newsroom, run, language)
    moved = desk.paragraph("at noon")
    desk.paragraph("Nobody was late.").addnext(moved)
    if not bookmarked:
        (start, *_) = moved.iter(qualified("w:bookmarkStart"))
        remove(start)

    done = run("merge", saved(newsroom, desk))

    assert done.exit_code == status, done.output
    assert "paragraphs were moved; the article keeps its own order" in done.stdout
