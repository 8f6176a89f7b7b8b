"""publication.toml: the settings of a publication, parsed once."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from types import MappingProxyType
from typing import NoReturn, TypeVar

from publisher.errors import PublishError, UsageError
from publisher.export.registry import known_format
from publisher.localize.derive import DERIVED
from publisher.localize.latin import to_latin_text
from publisher.model.language import language as language_of
from publisher.model.language import lookup_tags, parse_tag
from publisher.model.text import require_text
from publisher.model.walk import Role
from publisher.project.places import line_of

PAPERS = ("A4", "Letter")
SERBIAN = ("sr-Cyrl", "sr-Latn")
GATES = ("title", "caption", "alt", "body")
MAY_BE_GATES = (*GATES, *(role.value for role in Role if role.value not in GATES))
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
        complete: The share of segments (0 to 1) that must be translated: per group of roles, and
            per role that is counted apart from its group.
        places: Where each key stands, as `file:line`, for errors that are found later.
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
    places: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def title_in(self, language: str) -> str:
        """Give the publication's name in a language, derived from the other script, or any."""
        for tag in lookup_tags(language):
            if tag in self.title:
                return self.title[tag]
        master = self.title.get(DERIVED.get(language, language))
        return _in_script_of(language, master or next(iter(self.title.values())))

    def publisher_in(self, language: str) -> str:
        """Give the publisher's name in the script of a language."""
        return _in_script_of(language, self.publisher)


def _in_script_of(language: str, name: str) -> str:
    """Give a name as a language writes it: converted where the language is derived."""
    return to_latin_text(name) if language in DERIVED else name


def read_settings(text: str, name: str) -> Settings:
    """Read publication.toml.

    Raises:
        UsageError: The text is not TOML, a key is unknown, or a value has the wrong form.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise UsageError(
            f"this is not TOML: {error}",
            where=f"{name}:{line[1] if line else len(text.splitlines())}",
            hint='write key = "text", key = ["text", "text"] or [table], each on its line',
        ) from error
    return _Table(raw, text, name).settings()


def decoded(data: bytes, name: str) -> str:
    """Give publication.toml as text.

    Raises:
        UsageError: It is not in UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(
            "the settings are not in UTF-8", where=f"{name}:{line}", hint="save the file as UTF-8"
        ) from error


class _Table:
    """The raw table, with the places of its keys."""

    def __init__(self, raw: Mapping[str, object], text: str, name: str) -> None:
        self._raw = raw
        self._text = text
        self._name = name

    def settings(self) -> Settings:
        self._refuse_unknown(self._raw, KEYS)
        self._require_text(self._raw)
        serbian = self._serbian()
        return Settings(
            title=self._title(serbian),
            publisher=self._take("publisher", str, "") or self._missing("publisher"),
            languages=self._tags(serbian),
            formats=self._formats(),
            serbian=serbian,
            layout=self._take("layout", str, "article"),
            paper=self._paper(),
            complete=self._complete(),
            places=MappingProxyType({key: self._where(key) for key in self._raw}),
        )

    def _require_text(self, table: Mapping[str, object], name: str = "") -> None:
        for key, value in table.items():
            if isinstance(value, dict):
                self._require_text(value, key)
            for text in value if isinstance(value, list) else [value]:
                if isinstance(text, str):
                    self._attempt(partial(require_text, text, key), key, table=name)

    def _serbian(self) -> str:
        said = self._take("serbian", str, SERBIAN[0])
        tag = self._attempt(partial(parse_tag, said), "serbian")
        if tag not in SERBIAN:
            self._fail("serbian", f"serbian is {said!r}", hint=f"choose of {', '.join(SERBIAN)}")
        return tag

    def _formats(self) -> tuple[str, ...]:
        names = self._strings("formats", ("pdf", "epub", "docx"))
        found = (self._attempt(partial(known_format, name), "formats") for name in names)
        return tuple(dict.fromkeys(found))

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
        texts = self._strings("languages", ("en",))
        tags = (self._attempt(partial(_tag, text, serbian), "languages") for text in texts)
        return tuple(dict.fromkeys(tags))

    def _attempt(self, make: Callable[[], T], key: str, table: str = "") -> T:
        """Give what `make` makes, or fail with its error at a key."""
        try:
            return make()
        except PublishError as error:
            self._fail(key, error.message, hint=error.hint, table=table)

    def _title(self, serbian: str) -> Mapping[str, str]:
        value = self._raw.get("title")
        if isinstance(value, str) and value.strip():
            return MappingProxyType({"": value})
        if isinstance(value, dict) and value and all(isinstance(v, str) for v in value.values()):
            tags = (self._attempt(partial(_tag, tag, serbian), tag, "title") for tag in value)
            return MappingProxyType(dict(zip(tags, value.values(), strict=True)))
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
        self._refuse_unknown(value, MAY_BE_GATES, table="complete")
        for key, share in value.items():
            if isinstance(share, bool) or not isinstance(share, int | float):
                message = f"{key} is not a number of percent: {share!r}"
                self._fail(key, message, table="complete")
            if not 0 <= share <= 100:  # noqa: PLR2004 -- percent
                self._fail(key, f"{key} is not in 0..100: {share!r}", table="complete")
        percents = dict.fromkeys(GATES, 100) | value
        return MappingProxyType({gate: share / 100 for gate, share in percents.items()})

    def _refuse_unknown(
        self, settings: Iterable[str], known: tuple[str, ...], table: str = ""
    ) -> None:
        for key in settings:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"
                self._fail(key, f"the setting {key!r} is unknown", hint=hint, table=table)

    def _missing(self, key: str) -> NoReturn:
        self._fail(key, f"{key} is missing", hint=f'write {key} = "…"')

    def _fail(self, key: str, message: str, hint: str = "", table: str = "") -> NoReturn:
        raise UsageError(message, where=self._where(key, table), hint=hint)

    def _where(self, key: str, table: str = "") -> str:
        return f"{self._name}:{line_of(self._text, *filter(None, (table, key)))}"


def _tag(text: str, serbian: str) -> str:
    """Give the tag of a language that CLDR knows."""
    return language_of(parse_tag(text, serbian=serbian)).tag
