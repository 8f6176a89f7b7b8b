"""Glossaries: the words that a language has for the terms of a publication."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from publisher.errors import CatalogError
from publisher.model.text import FORBIDDEN, clean

if TYPE_CHECKING:
    import _csv

NEEDED = ("term", "translation")
COLUMNS = (*NEEDED, "note", "forbidden")
VARIANTS = "|"
OPEN = "*"
WORD = re.compile(r"[^\W\d_]+\*?")
LEAST = 2  # letters of a term
STEM = 3  # letters by which terms are looked up

Phrase: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A term and what it is called in the glossary's language.

    Attributes:
        terms: What it is called in the languages of the articles, as words.
        translations: The forms that are right, as words.
        forbidden: The forms that are wrong, as words.
        term: The term as it is written.
        translation: The translation as it is written.
        note: What a translator should know.
        line: Line in the file.
    """

    terms: tuple[Phrase, ...]
    translations: tuple[Phrase, ...]
    forbidden: tuple[Phrase, ...] = ()
    term: str = ""
    translation: str = ""
    note: str = ""
    line: int = 0


@dataclass(frozen=True, kw_only=True)
class Glossary:
    """The terms of a language, in the order of the file."""

    name: str = ""
    entries: tuple[Entry, ...] = ()

    @cached_property
    def by_stem(self) -> Mapping[str, tuple[tuple[Phrase, Entry], ...]]:
        """The terms by how their first word begins, in lower case."""
        found: dict[str, list[tuple[Phrase, Entry]]] = {}
        for entry in self.entries:
            for phrase in entry.terms:
                found.setdefault(stem(phrase[0]), []).append((phrase, entry))
        return {letters: tuple(phrases) for letters, phrases in found.items()}

    @cached_property
    def short(self) -> tuple[str, ...]:
        """The beginnings that are whole words, and so may be followed by an ending."""
        return tuple(letters for letters in self.by_stem if len(letters) < STEM)


def stem(word: str) -> str:
    """Give the letters by which a word of a term is looked up.

    >>> stem("Prishtina"), stem("EU")
    ('pri', 'eu')
    """
    return word.rstrip(OPEN).casefold()[:STEM]


def read_glossary(data: bytes, name: str) -> Glossary:
    """Read a glossary: CSV in UTF-8 with the columns term, translation, note and forbidden.

    Several forms of one are parted by `|`; a form that ends in `*` stands for all words that begin
    so. The columns are parted by commas, or by semicolons as spreadsheets write them in countries
    with a decimal comma; the first line, which names the columns, tells which.

    Raises:
        CatalogError: The file is not UTF-8, lacks a column or has one that is unknown, or a line
            has no term, no translation, or more fields than columns.
    """
    text = _decode(data, name)
    head = text.partition("\n")[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    return Glossary(name=name, entries=tuple(_Rows(rows, name).entries()))


def _decode(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse("the glossary is not in UTF-8", name, data.count(b"\n", 0, error.start) + 1)
    found = FORBIDDEN.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        _refuse(f"the character U+{ord(found.group()):04X} stands in it", name, line)
    return clean(text)


class _Rows:
    """Reads the rows of a glossary one after another."""

    def __init__(self, rows: "_csv.Reader", name: str) -> None:
        self._rows = rows
        self._name = name

    def entries(self) -> Iterator[Entry]:
        columns: tuple[str, ...] = ()
        for line, row in self._numbered():
            if not any(field.strip() for field in row):
                continue
            if not columns:
                columns = self._columns(row, line)
            elif len(row) > len(columns):
                _refuse(
                    f"a line has {len(row)} fields, the first line names {len(columns)}",
                    self._name,
                    line,
                    'put a text with a comma in it between "quotation marks"',
                )
            else:
                yield self._entry(dict(zip(columns, row, strict=False)), line)

    def _numbered(self) -> Iterator[tuple[int, list[str]]]:
        """Give each row with the line that it begins in."""
        while True:
            line = self._rows.line_num + 1
            try:
                row = next(self._rows)
            except StopIteration:
                return
            except csv.Error as error:
                _refuse(f"this is not CSV: {error}", self._name, max(self._rows.line_num, 1))
            yield line, row

    def _columns(self, row: list[str], line: int) -> tuple[str, ...]:
        columns = tuple(field.strip().lower() for field in row)
        unknown = [column for column in columns if column not in COLUMNS]
        missing = [column for column in NEEDED if column not in columns]
        if unknown or missing or len(set(columns)) < len(columns):
            _refuse(
                f"the columns are {', '.join(map(repr, row))}",
                self._name,
                line,
                f"the first line is: {','.join(COLUMNS)}",
            )
        return columns

    def _entry(self, fields: Mapping[str, str], line: int) -> Entry:
        term, translation = (fields.get(column, "").strip() for column in NEEDED)
        return Entry(
            terms=self._phrases(term, "term", line),
            translations=self._phrases(translation, "translation", line),
            forbidden=self._phrases(fields.get("forbidden", ""), "", line),
            term=term,
            translation=translation,
            note=fields.get("note", "").strip(),
            line=line,
        )

    def _phrases(self, field: str, needed: str, line: int) -> tuple[Phrase, ...]:
        """Read the variants of a field as words."""
        phrases = [tuple(WORD.findall(variant)) for variant in field.split(VARIANTS)]
        phrases = [phrase for phrase in phrases if phrase]
        if needed and not phrases:
            _refuse(f"a line has no {needed}", self._name, line, "fill it in, or delete the line")
        for phrase in phrases:
            if len("".join(phrase).replace(OPEN, "")) < LEAST:
                _refuse(
                    f"{phrase[0]!r} is too short to be looked for",
                    self._name,
                    line,
                    f"write {LEAST} letters or more",
                )
        return tuple(phrases)


def _refuse(message: str, name: str, line: int, hint: str = "") -> NoReturn:
    raise CatalogError(message, where=f"{name}:{line}", hint=hint or "save it as CSV in UTF-8")
