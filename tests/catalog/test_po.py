"""PO files: what is read is what is written, and broken files say where they are broken."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from publisher.catalog.message import Catalog, Previous
from publisher.catalog.po import read_po, write_po
from publisher.errors import CatalogError
from tests.catalog.strategies import catalogs

HEADER = """msgid ""
msgstr ""
"Language: sq\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"""

EVERYTHING = (
    HEADER
    + """
# A translator's word.
#. caption of figure 1
#: articles/a/article.md:12
#, fuzzy, no-wrap
#| msgctxt "title"
#| msgid "Old “text”"
msgctxt "caption"
msgid "New text"
msgstr "Tekst i ri"

msgid "{n} photo"
msgid_plural "{n} photos"
msgstr[0] "{n} fotografi"
msgstr[1] "{n} fotografi"

#~| msgid "An older one"
#~ msgctxt "note"
#~ msgid "Gone"
#~ msgstr "Ikur"
"""
)


@given(catalogs)
def test_a_catalog_that_is_written_reads_the_same(catalog: Catalog) -> None:
    assert read_po(write_po(catalog), catalog.name, catalog.language) == catalog


@given(catalogs)
def test_writing_what_was_written_changes_no_byte(catalog: Catalog) -> None:
    data = write_po(catalog)

    assert write_po(read_po(data, catalog.name, catalog.language)) == data


def test_every_part_of_an_entry_is_kept() -> None:
    catalog = read_po(EVERYTHING.encode(), "a.po", "sq")

    fuzzy, plural, gone = catalog.messages
    assert fuzzy.previous == Previous(source="Old “text”", context="title")
    assert fuzzy.comments == ("A translator's word.",)
    assert fuzzy.notes == ("caption of figure 1",)
    assert fuzzy.references == ("articles/a/article.md:12",)
    assert fuzzy.flags == ("fuzzy", "no-wrap")
    assert plural.translations == ("{n} fotografi", "{n} fotografi")
    assert gone.obsolete
    assert gone.previous == Previous(source="An older one")
    assert write_po(catalog).decode() == EVERYTHING


def test_only_a_finished_translation_is_usable() -> None:
    fuzzy, plural, gone = read_po(EVERYTHING.encode(), "a.po", "sq").messages

    assert [message.usable for message in (fuzzy, plural, gone)] == [False, True, False]


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ('msgid "a"\nmsgstr "b\n', 7, "not PO syntax"),
        ('msgid "a"\nmsgstr "b" c\n', 7, "not PO syntax"),
        ("hello\n", 6, "not PO syntax"),
        ('msgid "a"\n', 6, "no msgstr"),
        ('msgstr "a"\n', 6, "msgstr stands twice"),
        ('msgctxt "a"\nmsgstr "b"\n', 6, "no msgid"),
        ('msgid "a"\nmsgid "b"\nmsgstr ""\n', 7, "twice in one entry"),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 9, "stands twice"),
        ('"a"\n\nmsgid "a"\n', 8, "no msgstr"),
        ('msgid "a"\n# b\nmsgstr "c"\n', 6, "no msgstr"),
        ('# a\n"b"\n', 7, "not PO syntax"),
        ('msgid "a"\n#~ msgstr "b"\n', 7, "obsolete"),
        ('#~ msgid "a"\n#~ "b"\n"c"\n#~ msgstr "b"\n', 8, "obsolete"),
        ('#| msgctxt "a"\nmsgid "a"\nmsgstr "b"\n', 7, "previous text"),
        ('msgid "a"\nmsgstr[0] "b"\n', 6, r"has msgstr\[0\], and not msgstr"),
        ('msgid "a"\nmsgid_plural "as"\nmsgstr "b"\n', 6, r"and not msgstr\[0\]"),
        ('msgid "a"\nmsgid_plural "as"\nmsgstr[1] "b"\n', 6, r"has msgstr\[1\]"),
        ('msgid "\\q"\nmsgstr "b"\n', 6, "is no escape"),
        ('msgid "a\\303"\nmsgstr "b"\n', 6, "cannot be read"),
    ],
)
def test_a_broken_file_says_where(body: str, line: int, words: str) -> None:
    with pytest.raises(CatalogError, match=words) as caught:
        read_po(f"{HEADER}\n{body}".encode(), "a.po", "sq")

    assert caught.value.where == f"a.po:{line}"


def test_a_file_in_another_encoding_says_where() -> None:
    with pytest.raises(CatalogError, match="UTF-8") as caught:
        read_po(HEADER.encode() + '\nmsgid "ë"\nmsgstr ""\n'.encode("latin-1"), "a.po", "sq")

    assert caught.value.where == "a.po:6"


def test_a_header_says_what_the_catalog_says_now_and_keeps_the_rest() -> None:
    data = HEADER.replace('"Content', '"Not a field\\n"\n"X-Old: 1\\n"\n"Content').encode()
    catalog = read_po(data, "a.po", "sq")
    fields = {"Language": "sq", "Content-Type": catalog.header["Content-Type"], "X-New": "2"}

    written = write_po(replace(catalog, header=fields)).decode()

    assert "Not a field" in written
    assert "X-Old" not in written
    assert written.endswith('"X-New: 2\\n"\n')


@pytest.mark.parametrize(
    ("said", "folder"),
    [("sr_Latn", "sr-Cyrl"), ("sr@latin", "sr-Cyrl"), ("en", "sq"), ("zz!!", "sq")],
)
def test_a_catalog_in_another_language_than_its_folder_is_refused(said: str, folder: str) -> None:
    with pytest.raises(CatalogError, match="its folder says") as caught:
        read_po(f'msgid ""\nmsgstr "Language: {said}\\n"\n'.encode(), "a.po", folder)

    assert caught.value.where == "a.po:1"


@pytest.mark.parametrize(
    ("said", "folder"), [("sr", "sr-Cyrl"), ("sr@latin", "sr-Latn"), ("sq_AL", "sq")]
)
def test_other_spellings_of_the_same_language_are_accepted(said: str, folder: str) -> None:
    catalog = read_po(f'msgid ""\nmsgstr "Language: {said}\\n"\n'.encode(), "a.po", folder)

    assert catalog.header["Language"] == said


@pytest.mark.external
def test_gettext_reads_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    header = HEADER + '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    path.write_bytes(write_po(read_po((header + EVERYTHING[len(HEADER) :]).encode(), "a", "sq")))
    msgcat = shutil.which("msgcat")
    assert msgcat

    done = subprocess.run([msgcat, path], capture_output=True, check=True)  # noqa: S603 -- gettext itself

    again = read_po(done.stdout, "a.po", "sq")
    assert again.messages == read_po(EVERYTHING.encode(), "a.po", "sq").messages
