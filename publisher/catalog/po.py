"""PO files: GNU gettext's format of catalogs, read and written without loss.

Babel drops previous msgids and the order of obsolete entries, so the format is read here. Source
of the grammar: GNU gettext manual, "The Format of PO Files".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from publisher.catalog.message import Catalog, Message, Previous
from publisher.errors import CatalogError, UsageError
from publisher.model.language import language as language_of
from publisher.model.language import parse_tag

WIDTH = 78
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?\s*(?=\")")
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "a": "\a", "b": "\b"}
ESCAPE = re.compile(r"\\(.)")


@dataclass(slots=True)
class _Draft:
    """An entry being read; the fields are keyed `msgid`, `msgstr0`, `previous msgid`."""

    fields: dict[str, str] = field(default_factory=dict)
    comments: dict[str, list[str]] = field(default_factory=dict)
    obsolete: bool = False
    line: int = 0

    def message(self, name: str) -> Message:
        if "msgid" not in self.fields:
            raise CatalogError("an entry has no msgid", where=f"{name}:{self.line}")
        forms = tuple(
            text
            for key, text in sorted(self.fields.items(), key=lambda item: (len(item[0]), item[0]))
            if key.startswith("msgstr")
        )
        if not forms:
            raise CatalogError(
                f"msgid {self.fields['msgid']!r} has no msgstr", where=f"{name}:{self.line}"
            )
        flags = ",".join(self.comments.get(",", ())).split(",")
        return Message(
            context=self.fields.get("msgctxt"),
            source=self.fields["msgid"],
            plural=self.fields.get("msgid_plural"),
            translations=forms,
            comments=tuple(self.comments.get(" ", ())),
            notes=tuple(self.comments.get(".", ())),
            references=tuple(" ".join(self.comments.get(":", ())).split()),
            flags=tuple(flag.strip() for flag in flags if flag.strip()),
            previous=self._previous(),
            obsolete=self.obsolete,
            line=self.line,
        )

    def _previous(self) -> Previous | None:
        source = self.fields.get("previous msgid")
        if source is None:
            return None
        return Previous(
            source=source,
            context=self.fields.get("previous msgctxt"),
            plural=self.fields.get("previous msgid_plural"),
        )


class _Reader:
    """Reads the lines of a PO file one after another."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.messages: list[Message] = []
        self._draft = _Draft()
        self._field = ""

    def line(self, number: int, line: str) -> None:
        obsolete = line.startswith("#~")
        if obsolete:
            line = "#|" + line[3:] if line.startswith("#~|") else line[2:].strip()
        if line.startswith("#") and not line.startswith("#|"):
            self._comment(line)
        elif line:
            previous = line.startswith("#|")
            self._text(number, line[2:].strip() if previous else line, previous=previous)
            self._draft.obsolete = obsolete

    def _comment(self, line: str) -> None:
        if self._has_msgstr():
            self.finish()
        kind = line[1:2] if line[1:2] in {".", ":", ","} else " "
        text = line[2:] if kind != " " or line[1:2] == " " else line[1:]
        self._draft.comments.setdefault(kind, []).append(text.strip() if kind != " " else text)

    def _text(self, number: int, line: str, *, previous: bool) -> None:
        keyword = KEYWORD.match(line)
        if keyword:
            self._start(number, keyword, previous=previous)
            line = line[keyword.end() :]
        string = STRING.fullmatch(line.strip())
        if not string or not self._field:
            raise CatalogError(
                f"this line is not PO syntax: {line[:40]!r}",
                where=f"{self.name}:{number}",
                hint='a line is a comment (#), a keyword with "text", or more "text"',
            )
        self._draft.fields[self._field] += ESCAPE.sub(_unescape, string[1])

    def _start(self, number: int, keyword: re.Match[str], *, previous: bool) -> None:
        word = keyword[1]
        if self._has_msgstr() and (previous or word in {"msgid", "msgctxt"}):
            self.finish()
        if word == "msgstr":
            word = f"msgstr{keyword[2] or 0}"
        self._field = f"previous {word}" if previous else word
        if self._field in self._draft.fields:
            raise CatalogError(
                f"{keyword[1]} stands twice in one entry", where=f"{self.name}:{number}"
            )
        self._draft.fields[self._field] = ""
        if word == "msgid" or not self._draft.line:
            self._draft.line = number

    def _has_msgstr(self) -> bool:
        return any(key.startswith("msgstr") for key in self._draft.fields)

    def finish(self) -> None:
        if self._draft.fields:
            self.messages.append(self._draft.message(self.name))
        self._draft, self._field = _Draft(), ""


def _unescape(found: re.Match[str]) -> str:
    return ESCAPES.get(found[1], found[1])


def read_po(data: bytes, name: str, language: str) -> Catalog:
    """Read a PO file.

    Args:
        data: The file, in UTF-8.
        name: Its name as a user knows it, for errors.
        language: The BCP 47 tag that its folder promises.

    Raises:
        CatalogError: The file is not PO, says another language, or has an entry twice.
    """
    reader = _Reader(name)
    for number, line in enumerate(_decode(data, name).split("\n"), start=1):
        reader.line(number, line.strip())
    reader.finish()
    header, messages = _split_header(reader.messages)
    _refuse_twins(messages, name)
    fields = _fields(header.translation if header else "")
    _check_language(fields.get("Language", ""), language, name)
    return Catalog(
        language=language,
        name=name,
        header=MappingProxyType(fields),
        comments=header.comments if header else (),
        messages=tuple(messages),
    )


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogError(
            "the catalog is not in UTF-8",
            where=f"{name}:{line}",
            hint="save it as UTF-8 (msgconv -t UTF-8)",
        ) from error


def _split_header(messages: list[Message]) -> tuple[Message | None, list[Message]]:
    if messages and not messages[0].source and messages[0].context is None:
        return messages[0], messages[1:]
    return None, messages


def _refuse_twins(messages: Iterable[Message], name: str) -> None:
    first: dict[tuple[str, str], int] = {}
    for message in messages:
        if message.obsolete:
            continue
        if message.key in first:
            raise CatalogError(
                f"the entry {message.source[:40]!r} stands twice, first in line"
                f" {first[message.key]}",
                where=f"{name}:{message.line}",
                hint="delete one of them",
            )
        first[message.key] = message.line


def _fields(header: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in header.split("\n") if line.strip())
    return {key.strip(): value.strip() for key, _, value in pairs}


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


def write_po(catalog: Catalog) -> bytes:
    """Write a catalog as a PO file: UTF-8, lines of at most 78 characters, obsolete ones last."""
    header = Message(
        source="",
        translations=("".join(f"{key}: {value}\n" for key, value in catalog.header.items()),),
        comments=catalog.comments,
    )
    live = [message for message in catalog.messages if not message.obsolete]
    dead = [message for message in catalog.messages if message.obsolete]
    entries = ("\n".join(_entry(message)) for message in (header, *live, *dead))
    return ("\n\n".join(entries) + "\n").encode()


def _entry(message: Message) -> Iterator[str]:
    yield from (f"# {line}".rstrip() for line in message.comments)
    yield from (f"#. {line}".rstrip() for line in message.notes)
    yield from (f"#: {reference}" for reference in message.references)
    if message.flags:
        yield "#, " + ", ".join(message.flags)
    mark = "#~" if message.obsolete else "#"
    if message.previous:
        for line in _strings(_previous_texts(message.previous)):
            yield f"{mark}| {line}"
    prefix = "#~ " if message.obsolete else ""
    for line in _strings(_texts(message)):
        yield prefix + line


def _previous_texts(previous: Previous) -> Mapping[str, str | None]:
    return {
        "msgctxt": previous.context,
        "msgid": previous.source,
        "msgid_plural": previous.plural,
    }


def _texts(message: Message) -> Mapping[str, str | None]:
    texts: dict[str, str | None] = {
        "msgctxt": message.context,
        "msgid": message.source,
        "msgid_plural": message.plural,
    }
    if message.plural is None:
        return texts | {"msgstr": message.translation}
    return texts | {f"msgstr[{form}]": text for form, text in enumerate(message.translations)}


def _strings(texts: Mapping[str, str | None]) -> Iterator[str]:
    for keyword, text in texts.items():
        if text is not None:
            first, *more = _wrap(text, WIDTH - len(keyword) - 3)
            yield f"{keyword} {first}"
            yield from more


def _wrap(text: str, room: int) -> list[str]:
    if "\n" not in text[:-1] and len(_escape(text)) <= room:
        return [f'"{_escape(text)}"']
    lines = [""]
    for word in re.findall(r"[^ \n]*(?:\n| +|$)", text):
        piece = _escape(word)
        if lines[-1].endswith("\\n") or len(lines[-1]) + len(piece) > WIDTH - 2:
            lines.append("")
        lines[-1] += piece
    return ['""', *(f'"{line}"' for line in lines if line)]


def _escape(text: str) -> str:
    for raw, letter in (("\\", "\\"), ('"', '"'), ("\n", "n"), ("\t", "t"), ("\r", "r")):
        text = text.replace(raw, f"\\{letter}")
    return text
