"""PO files: what is read is what is written, and broken files say where they are broken."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.catalog.message import Catalog, Message, Previous
from publisher.catalog.po import read_po, write_po
from publisher.errors import CatalogError

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

texts = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"),
    max_size=120,
)
lines = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=20)
messages = st.builds(
    Message,
    context=st.none() | lines,
    source=texts.filter(bool),
    translations=st.tuples(texts),
    comments=st.lists(lines, max_size=2).map(tuple),
    notes=st.lists(lines, max_size=2).map(tuple),
    flags=st.sampled_from([(), ("fuzzy",), ("fuzzy", "no-wrap")]),
    previous=st.none() | st.builds(Previous, source=texts, context=st.none() | lines),
    obsolete=st.booleans(),
)


def live_then_dead(found: list[Message]) -> tuple[Message, ...]:
    kept = {(message.key, message.obsolete): message for message in found}.values()
    return tuple(sorted(kept, key=lambda message: message.obsolete))


@given(st.lists(messages, max_size=5).map(live_then_dead))
def test_a_catalog_that_is_written_reads_the_same(found: tuple[Message, ...]) -> None:
    catalog = Catalog(language="sq", name="a.po", header={"Language": "sq"}, messages=found)

    assert read_po(write_po(catalog), "a.po", "sq") == catalog


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
