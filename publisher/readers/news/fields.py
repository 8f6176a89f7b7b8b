"""The fields of a ninjs object, by names that hold in every version of it.

Version 1 has `headline` and `body_html`, version 2 lists `headlines` and `bodies` with roles, and
version 3 writes names such as `versionCreated` in another case.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.readers.news.wording import is_html

NOT_IN_NAMES = re.compile(r"[^a-z0-9]")
TEXTS = ("value", "text", "name", "literal", "content")


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """A text of a ninjs object.

    Attributes:
        role: What it is for, as the sender calls it, in lower case.
        media: Its media type, where it is told.
    """

    text: str
    role: str = ""
    media: str = ""

    @property
    def html(self) -> bool:
        """Whether it is marked up."""
        return "html" in self.media or "html" in self.role or is_html(self.text)


def plain_name(key: str) -> str:
    """Give the name of a field as it is compared.

    >>> plain_name("versionCreated"), plain_name("description_caption")
    ('versioncreated', 'descriptioncaption')
    """
    return NOT_IN_NAMES.sub("", key.lower())


class Fields:
    """A JSON object whose fields are asked for by plain names."""

    __slots__ = ("items", "raw")

    def __init__(self, value: object) -> None:
        self.raw = value
        pairs = value.items() if isinstance(value, dict) else ()
        self.items: dict[str, object] = {}
        for key, field in pairs:
            self.items.setdefault(plain_name(str(key)), field)

    def text(self, *names: str) -> str:
        """Give the first text among some fields."""
        values = (self.items.get(name) for name in names)
        return next((one for one in values if isinstance(one, str) and one.strip()), "")

    def number(self, name: str) -> float:
        """Give a number; 0 if there is none."""
        value = self.items.get(name)
        if isinstance(value, str) and re.fullmatch(r"\d{1,9}", value):
            return float(value)
        return value if isinstance(value, float) else 0.0

    def objects(self, *names: str) -> Iterator[tuple[str, "Fields"]]:
        """Give the objects of fields, by name where the field has names for them."""
        for name in names:
            value = self.items.get(name)
            if isinstance(value, dict):
                pairs = list(value.items())
            else:
                pairs = [("", one) for one in value] if isinstance(value, list) else []
            for key, one in pairs:
                if isinstance(one, dict):
                    fields = Fields(one)
                    yield (fields.text("name") or str(key), fields)

    def words(self, *names: str) -> tuple[str, ...]:
        """Give the texts of fields: of a list, an object of it, or the field itself."""
        found: list[str] = []
        for name in names:
            value = self.items.get(name)
            for one in value if isinstance(value, list) else [value]:
                text = one if isinstance(one, str) else Fields(one).text(*TEXTS, name)
                found.extend([text] if text.strip() else [])
        return tuple(found)

    def worded(self, single: str, plural: str) -> tuple[Worded, ...]:
        """Give the texts of a kind, such as the headlines, with their roles."""
        found: list[Worded] = []
        for name, value in self.items.items():
            if name == plural and isinstance(value, list):
                found.extend(map(_worded, value))
            elif name.startswith(single) and isinstance(value, str):
                found.append(Worded(text=value, role=name.removeprefix(single)))
        return tuple(one for one in found if one.text.strip())


def _worded(value: object) -> Worded:
    if isinstance(value, str):
        return Worded(text=value)
    fields = Fields(value)
    role = plain_name(fields.text("role"))
    return Worded(
        text=fields.text("value", "text"), role=role, media=fields.text("contenttype").lower()
    )
