"""Glossaries: what is read, and what is refused with its line."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.catalog.glossary import Entry, Glossary, read_glossary
from publisher.errors import CatalogError

HEAD = "term,translation,note,forbidden\n"


def read(text: str) -> Glossary:
    return read_glossary(text.encode(), "locales/sq/glossary.csv")


def test_a_line_is_a_term_with_its_forms() -> None:
    glossary = read(HEAD + '"Peć|Peja",Pejë|pejan*,"so, always",Peje\n')

    assert glossary.entries == (
        Entry(
            terms=(("Peć",), ("Peja",)),
            translations=(("Pejë",), ("pejan*",)),
            forbidden=(("Peje",),),
            term="Peć|Peja",
            translation="Pejë|pejan*",
            note="so, always",
            line=2,
        ),
    )


def test_semicolons_a_mark_of_byte_order_and_empty_lines_are_no_trouble() -> None:
    text = "\ufeffTerm;Translation;Forbidden\r\n\r\n;;\r\nKFOR;KFOR|Forca e Kosovës;\r\n"

    (entry,) = read(text).entries

    assert entry.translations == (("KFOR",), ("Forca", "e", "Kosovës"))
    assert entry.line == 4


def test_note_and_forbidden_may_be_left_out() -> None:
    assert read("translation,term\nPejë,Peja\n").entries[0].term == "Peja"


def test_an_empty_file_is_an_empty_glossary() -> None:
    assert read("").entries == ()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("term,word\na,b\n", 1, "the columns are"),
        ("term,translation,term\n", 1, "the columns are"),
        (HEAD + "Peja,,\n", 2, "no translation"),
        (HEAD + "\n,Pejë,,\n", 3, "no term"),
        (HEAD + "12,Pejë,,\n", 2, "no term"),
        (HEAD + "a,Pejë,,\n", 2, "too short"),
        (HEAD + "Peja,Pejë,a,b,c\n", 2, "5 fields"),
        (HEAD + 'Peja,"Pejë,,\n', 2, "not CSV"),
        (HEAD + "Peja,Pe\x00jë,,\n", 2, "U+0000"),
        (HEAD + 'a b,"two\nlines",,\nPeja,,,\n', 4, "no translation"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(CatalogError, match=re.escape(message)) as caught:
        read(text)

    assert caught.value.where == f"locales/sq/glossary.csv:{line}"


def test_what_is_not_utf_8_is_refused_with_its_line() -> None:
    with pytest.raises(CatalogError, match="UTF-8") as caught:
        read_glossary(HEAD.encode() + b"Peja,Pej\xeb,,\n", "g.csv")

    assert caught.value.where == "g.csv:2"


@given(st.text(st.characters(codec="utf-8"), max_size=60).map(lambda text: HEAD + text))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(CatalogError):
        assert read(text).name == "locales/sq/glossary.csv"
