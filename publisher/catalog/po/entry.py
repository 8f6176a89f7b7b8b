"""An entry being read, field by field, until it is a message."""

import re
from dataclasses import dataclass, field

from publisher.catalog.message import Message, Previous
from publisher.errors import CatalogError

REFERENCE = re.compile("(?:\u2068[^\u2069]*\u2069|\\S)+")  # isolates hold names with spaces
MARKS = ".:,="


@dataclass(slots=True)
class Draft:
    """What has been read of an entry; the fields are keyed `msgid`, `msgstr0`, `previous msgid`."""

    domain: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    forms: list[str] = field(default_factory=list)  # the msgstr fields, in order
    comments: dict[str, list[str]] = field(default_factory=dict)
    raw: list[str] = field(default_factory=list)
    obsolete: bool | None = None
    line: int = 0

    def comment(self, line: str) -> None:
        """Add a comment line; its kind is the character after the #."""
        mark = line[1:2] if line[1:2] in MARKS else ""
        text = line[1 + len(mark) :].removeprefix(" ")
        self.comments.setdefault(mark, []).append(text)
        self.raw.append(line)

    def message(self, name: str) -> Message:
        """Give the finished message.

        Raises:
            CatalogError: A part of the entry is missing, or one is too many.
        """
        self._check(name)
        return Message(
            context=self.fields.get("msgctxt"),
            source=self.fields["msgid"],
            plural=self.fields.get("msgid_plural"),
            translations=tuple(self.fields[form] for form in self.forms),
            comments=tuple(self.comments.get("", ())),
            notes=tuple(self.comments.get(".", ())),
            references=tuple(REFERENCE.findall(" ".join(self.comments.get(":", ())))),
            flags=self._flags(","),
            sticky_flags=self._flags("="),
            previous=self._previous(),
            obsolete=bool(self.obsolete),
            domain=self.domain,
            line=self.line,
        )

    def _check(self, name: str) -> None:
        if "msgid" not in self.fields:
            self._fail("an entry has no msgid", name)
        shown = f"msgid {self.fields['msgid'][:40]!r}"
        if not self.forms:
            self._fail(f"{shown} has no msgstr", name)
        plural = "msgid_plural" in self.fields
        wanted = [f"msgstr[{form}]" for form in range(len(self.forms))] if plural else ["msgstr"]
        if self.forms != wanted:
            self._fail(
                f"{shown} has {', '.join(self.forms)}, and not {', '.join(wanted)}",
                name,
                hint="with msgid_plural the forms are msgstr[0], msgstr[1] …, else there is msgstr",
            )
        if "previous msgid" not in self.fields and any(map(_is_previous, self.fields)):
            self._fail("the previous text (#|) has no msgid", name)

    def _flags(self, mark: str) -> tuple[str, ...]:
        flags = ",".join(self.comments.get(mark, ())).split(",")
        return tuple(flag.strip() for flag in flags if flag.strip())

    def _previous(self) -> Previous | None:
        source = self.fields.get("previous msgid")
        if source is None:
            return None
        return Previous(
            source=source,
            context=self.fields.get("previous msgctxt"),
            plural=self.fields.get("previous msgid_plural"),
        )

    def _fail(self, message: str, name: str, hint: str = "") -> None:
        raise CatalogError(message, where=f"{name}:{self.line}", hint=hint)


def _is_previous(key: str) -> bool:
    return key.startswith("previous ")
