"""Reading PO files, a line at a time."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NoReturn

from publisher.catalog.message import Catalog, Identity, Message
from publisher.catalog.po.charset import decode, say_utf8
from publisher.catalog.po.entry import Draft
from publisher.catalog.po.escapes import unescape
from publisher.errors import CatalogError, UsageError
from publisher.model.language import language as language_of
from publisher.model.language import parse_tag

TOKEN = re.compile(
    r'\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"'
    r"|(domain|msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?)"
)
STARTS = frozenset({"msgctxt", "msgid", "domain"})


class _Reader:
    """Reads the lines of a PO file one after another."""

    def __init__(self, name: str, charset: str) -> None:
        self.messages: list[Message] = []
        self.tail: tuple[str, ...] = ()
        self._name = name
        self._charset = charset
        self._draft = Draft()
        self._field = ""
        self._number = 0

    def read(self, text: str) -> None:
        for number, line in enumerate(text.split("\n"), start=1):
            self._number = number
            self._line(line.removesuffix("\r").lstrip())
        self.tail = () if self._draft.fields else tuple(self._draft.raw)
        self._finish()

    def _line(self, line: str) -> None:
        if not line.startswith("#"):
            self._tokens(line, obsolete=False, previous=False)
            return
        obsolete = line.startswith("#~")
        if obsolete:
            line = line[2:].lstrip()
            if line and not line.startswith(("#", "|")):
                self._tokens(line, obsolete=True, previous=False)
                return
            line = line.removeprefix("#")
        else:
            line = line[1:]
        if line.startswith("|"):
            self._tokens(line[1:], obsolete=obsolete, previous=True)
        elif line or not obsolete:
            self._comment(f"#{line}")

    def _comment(self, line: str) -> None:
        if "msgid" in self._draft.fields or "msgctxt" in self._draft.fields:
            self._finish()
        self._draft.comment(line)

    def _tokens(self, line: str, *, obsolete: bool, previous: bool) -> None:
        at, line = 0, line.rstrip()
        while at < len(line):
            token = TOKEN.match(line, at)
            if not token:
                self._refuse(line)
            at = token.end()
            string, word, form = token.groups()
            if word:
                self._start(word, form, previous=previous)
                self._side(obsolete=obsolete)
            elif self._field:
                self._add(string)
                self._side(obsolete=obsolete)
            else:
                self._refuse(line)

    def _start(self, word: str, form: str | None, *, previous: bool) -> None:
        draft = self._draft
        if draft.forms and (previous or word in STARTS):
            self._finish()
            draft = self._draft
        self._field = f"previous {word}" if previous else f"{word}[{form}]" if form else word
        if word == "domain":
            draft.domain = ""
            return
        if self._field in draft.fields:
            self._fail(f"{word} stands twice in one entry")
        draft.fields[self._field] = ""
        if word == "msgstr" and not previous:
            draft.forms.append(self._field)
        if word == "msgid" or not draft.line:
            draft.line = self._number

    def _add(self, string: str) -> None:
        try:
            text = unescape(string, self._charset)
        except ValueError as error:
            self._fail(f"an escape in {string[:40]!r} cannot be read: {error}")
        if self._field == "domain":
            self._draft.domain += text
        else:
            self._draft.fields[self._field] += text

    def _side(self, *, obsolete: bool) -> None:
        draft = self._draft
        if self._field != "domain" and draft.obsolete not in {None, obsolete}:
            self._fail("an entry is obsolete (#~) in some of its lines and not in others")
        draft.obsolete = None if self._field == "domain" else obsolete

    def _finish(self) -> None:
        domain = self._draft.domain
        if self._draft.fields:
            self.messages.append(self._draft.message(self._name))
        self._draft, self._field = Draft(domain=domain), ""

    def _refuse(self, line: str) -> NoReturn:
        self._fail(
            f"this line is not PO syntax: {line[:40]!r}",
            hint='a line is a comment (#), a keyword with "text", or more "text"',
        )

    def _fail(self, message: str, hint: str = "") -> NoReturn:
        raise CatalogError(message, where=f"{self._name}:{self._number}", hint=hint)


def read_po(data: bytes, name: str, language: str) -> Catalog:
    """Read a PO file.

    Args:
        data: The file, in UTF-8 or in what its header says.
        name: Its name as a user knows it, for errors.
        language: The BCP 47 tag that its folder promises.

    Raises:
        CatalogError: The file is not PO, says another language, or has an entry twice.
    """
    text, charset = decode(data, name)
    reader = _Reader(name, charset)
    reader.read(text)
    head = _head(reader.messages)
    _refuse_twins(reader.messages, name)
    fields = header_fields(head.translation if head else "")
    _check_language(fields.get("Language", ""), language, name)
    return Catalog(
        language=language,
        name=name,
        header=MappingProxyType(fields),
        comments=head.comments if head else (),
        messages=tuple(reader.messages),
        head=head,
        tail=reader.tail,
    )


def _head(messages: list[Message]) -> Message | None:
    """Take the header entry out: the one of the empty text."""
    for place, message in enumerate(messages):
        nameless = not message.source and message.context is None and message.plural is None
        if nameless and not message.domain and not message.obsolete:
            del messages[place]
            return replace(message, translations=(say_utf8(message.translation),))
    return None


def _refuse_twins(messages: Iterable[Message], name: str) -> None:
    first: dict[Identity, int] = {}
    for message in messages:
        if message.obsolete:
            continue
        if message.identity in first:
            raise CatalogError(
                f"the entry {message.source[:40]!r} stands twice, first in line"
                f" {first[message.identity]}",
                where=f"{name}:{message.line}",
                hint="delete one of them",
            )
        first[message.identity] = message.line


def header_fields(header: str) -> Mapping[str, str]:
    """Read the fields of a header, in their order; of two with one name the first counts."""
    fields: dict[str, str] = {}
    for line in header.split("\n"):
        key, colon, value = line.partition(":")
        if colon:
            fields.setdefault(key.strip(), value.strip())
    return fields


def _check_language(said: str, wanted: str, name: str) -> None:
    """Refuse a catalog of another language or script; `sr_RS` is at home in a folder of Serbian."""
    serbian = wanted if wanted.startswith("sr-") else "sr-Cyrl"
    try:
        tag = parse_tag(said, serbian=serbian) if said else wanted
    except UsageError:
        tag = ""  # no tag at all, so not the wanted one
    if tag != wanted and not tag.startswith(f"{wanted}-"):
        raise CatalogError(
            f"the catalog says it is in {said!r}, its folder says {wanted!r}",
            where=f"{name}:1",
            hint=f'the header must say "Language: {language_of(wanted).catalog}"',
        )
