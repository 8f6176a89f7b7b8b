"""publication.toml: the settings of a publication, parsed once."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType
from typing import NoReturn, TypeVar

from publisher.errors import UsageError
from publisher.localize.derive import DERIVED
from publisher.localize.script import to_latin_text
from publisher.model.language import parse_tag

PAPERS = ("A4", "Letter")
GATES = ("title", "caption", "alt", "body")
KEYS = (
    "title",
    "publisher",
    "languages",
    "formats",
    "serbian",
    "layout",
    "paper",
    "complete",
)
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a publication says of itself.

    Attributes:
        title: Its name; by language where it differs, under `""` otherwise.
        publisher: Who publishes it.
        languages: BCP 47 tags of its editions, in the order built.
        formats: Names of its formats, in the order built.
        serbian: What `sr` means: `sr-Cyrl` or `sr-Latn`.
        layout: Name of its layout.
        paper: `A4` or `Letter`.
        complete: Per group of roles, the share of segments (0 to 1) that must be translated.
    """

    title: Mapping[str, str]
    publisher: str
    languages: tuple[str, ...] = ("en",)
    formats: tuple[str, ...] = ("pdf", "epub", "docx")
    serbian: str = "sr-Cyrl"
    layout: str = "article"
    paper: str = "A4"
    complete: Mapping[str, float] = field(
        default_factory=lambda: MappingProxyType(dict.fromkeys(GATES, 1.0))
    )

    def title_in(self, language: str) -> str:
        """Give the publication's name in a language, derived from the other script, or any."""
        if language in self.title:
            return self.title[language]
        master = self.title.get(DERIVED.get(language, ""))
        return to_latin_text(master) if master else next(iter(self.title.values()))


def read_settings(text: str, name: str) -> Settings:
    """Read publication.toml.

    Raises:
        UsageError: The text is not TOML, a key is unknown, or a value has the wrong form.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        where = f"{name}:{line[1]}" if line else name
        raise UsageError(f"this is not TOML: {error}", where=where) from error
    return _Table(raw, text, name).settings()


class _Table:
    """The raw table, with the places of its keys."""

    def __init__(self, raw: Mapping[str, object], text: str, name: str) -> None:
        self._raw = raw
        self._text = text
        self._name = name

    def settings(self) -> Settings:
        self._refuse_unknown(self._raw, KEYS)
        serbian = parse_tag(self._take("serbian", str, "sr-Cyrl"))
        return Settings(
            title=self._title(serbian),
            publisher=self._take("publisher", str, "") or self._missing("publisher"),
            languages=self._tags(serbian),
            formats=self._strings("formats", ("pdf", "epub", "docx")),
            serbian=serbian,
            layout=self._take("layout", str, "article"),
            paper=self._paper(),
            complete=self._complete(),
        )

    def _take(self, key: str, kind: type[T], default: T) -> T:
        value = self._raw.get(key, default)
        if not isinstance(value, kind):
            self._fail(key, f"{key} is not {kind.__name__}: {value!r}")
        return value

    def _strings(self, key: str, default: tuple[str, ...]) -> tuple[str, ...]:
        value = self._raw.get(key, default)
        if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
            self._fail(key, f"{key} is not a list of texts", hint=f"{key} = {list(default)}")
        if not value:
            self._fail(key, f"{key} is empty")
        return tuple(dict.fromkeys(value))

    def _tags(self, serbian: str) -> tuple[str, ...]:
        tags = (self._tag(tag, serbian) for tag in self._strings("languages", ("en",)))
        return tuple(dict.fromkeys(tags))

    def _tag(self, text: str, serbian: str) -> str:
        try:
            return parse_tag(text, serbian=serbian)
        except UsageError as error:
            self._fail("languages", error.message, hint=error.hint)

    def _title(self, serbian: str) -> Mapping[str, str]:
        value = self._raw.get("title")
        if isinstance(value, str) and value.strip():
            return MappingProxyType({"": value})
        if isinstance(value, dict) and value and all(isinstance(v, str) for v in value.values()):
            return MappingProxyType({self._tag(tag, serbian): str(v) for tag, v in value.items()})
        return self._missing("title")

    def _paper(self) -> str:
        paper = self._take("paper", str, "A4")
        if paper not in PAPERS:
            self._fail("paper", f"paper is {paper!r}", hint=f"choose of {', '.join(PAPERS)}")
        return paper

    def _complete(self) -> Mapping[str, float]:
        value = self._raw.get("complete", {})
        if not isinstance(value, dict):
            self._fail("complete", "complete is not a table", hint="[complete]\ncaption = 100")
        self._refuse_unknown(value, GATES)
        for key, share in value.items():
            if isinstance(share, bool) or not isinstance(share, int | float):
                self._fail(key, f"{key} is not a number of percent: {share!r}")
            if not 0 <= share <= 100:  # noqa: PLR2004 -- percent
                self._fail(key, f"{key} is not in 0..100: {share!r}")
        return MappingProxyType({gate: value.get(gate, 100) / 100 for gate in GATES})

    def _refuse_unknown(self, table: Iterable[str], known: tuple[str, ...]) -> None:
        for key in table:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"
                self._fail(key, f"the setting {key!r} is unknown", hint=hint)

    def _missing(self, key: str) -> NoReturn:
        self._fail(key, f"{key} is missing", hint=f'write {key} = "…"')

    def _fail(self, key: str, message: str, hint: str = "") -> NoReturn:
        line = re.search(rf"^\s*\[?\"?{re.escape(key)}\b", self._text, re.MULTILINE)
        number = self._text.count("\n", 0, line.end()) + 1 if line else 1
        raise UsageError(message, where=f"{self._name}:{number}", hint=hint)
