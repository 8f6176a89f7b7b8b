"""The memory of a publication: its catalogs in one language, read when they are needed."""

from pathlib import Path

from publisher.catalog.message import Message
from publisher.diagnostics import Diagnostic
from publisher.project.memory import memory_of
from publisher.project.publication import Publication, open_publication

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ENTRY = 'msgctxt "{}"\nmsgid "Open"\nmsgstr "{}"\n'
OPEN = Message(context="title", source="Open")


def publication(root: Path, **catalogs: str) -> Publication:
    (root / "publication.toml").write_text('title = "G"\npublisher = "R"\n', encoding="utf-8")
    folder = root / "locales" / "sq" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for name, text in catalogs.items():
        (folder / f"{name}.po").write_text(HEADER + text, encoding="utf-8")
    return open_publication(root)


def test_every_catalog_is_remembered_even_of_an_article_that_is_gone(tmp_path: Path) -> None:
    paper = publication(tmp_path, b=ENTRY.format("title", "Hapur"), a=ENTRY.format("alt", "Çel"))

    found = memory_of(paper, "sq").find(OPEN)

    assert found
    assert (found.translation, found.article) == ("Hapur", "b")


def test_words_of_the_layout_and_other_languages_are_not_remembered(tmp_path: Path) -> None:
    paper = publication(tmp_path, publisher=ENTRY.format("title", "Hapur"))

    assert memory_of(paper, "sq").find(OPEN) is None
    assert memory_of(paper, "de").find(OPEN) is None


def test_a_broken_catalog_is_left_out_and_reported(tmp_path: Path) -> None:
    paper = publication(tmp_path, a="broken", b=ENTRY.format("title", "Hapur"))
    faults: list[Diagnostic] = []

    found = memory_of(paper, "sq", faults).find(OPEN)

    assert found
    assert [fault.where for fault in faults] == ["locales/sq/LC_MESSAGES/a.po:4"]


def test_nothing_is_read_before_it_is_asked(tmp_path: Path) -> None:
    faults: list[Diagnostic] = []

    memory_of(publication(tmp_path, a="broken"), "sq", faults)

    assert faults == []
