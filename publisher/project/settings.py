"""publication.toml: the settings of a publication, parsed once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType

from publisher.errors import UsageError
from publisher.export.registry import known_format
from publisher.localize.cyrillic import review
from publisher.localize.derive import derive_text
from publisher.localize.scripts import LATIN, OTHER, OwnCredits, Scripts
from publisher.model.language import language as language_of
from publisher.model.language import lookup_tags, parse_tag
from publisher.model.walk import Role
from publisher.project.table import Table

PAPERS = ("A4", "Letter")
SERBIAN = tuple(OTHER)
GATES = ("title", "caption", "alt", "body")
MAY_BE_GATES = (*GATES, *(role.value for role in Role if role.value not in GATES))
KEYS = (
    "title",
    "publisher",
    "languages",
    "formats",
    "serbian",
    "serbian-master",
    "foreign-words",
    "own-credits",
    "layout",
    "paper",
    "complete",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a publication says of itself.

    Attributes:
        title: Its name; by language where it differs, under `""` otherwise.
        publisher: Who publishes it.
        languages: BCP 47 tags of its editions, in the order built.
        formats: Names of its formats, in the order built.
        serbian: What `sr` means: `sr-Cyrl` or `sr-Latn`.
        scripts: How the one Serbian edition is derived from the other.
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
    scripts: Scripts = field(default_factory=Scripts)
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
        other = self.title.get(OTHER.get(language, language))
        if other is not None:
            return derive_text(other, language, self.scripts.foreign)
        tag, name = next(iter(self.title.items()))
        return name if tag and language != LATIN else self._in_script_of(language, name)

    def publisher_in(self, language: str) -> str:
        """Give the publisher's name in the script of a language."""
        return self._in_script_of(language, self.publisher)

    def _in_script_of(self, language: str, name: str) -> str:
        """Give a name that is not said to be Serbian in the script of an edition.

        Latin is converted only where the publication writes Serbian in Latin and the conversion is
        sure of each word.
        """
        foreign = self.scripts.foreign
        if language == LATIN or (self.scripts.master_of(language) and not review(name, foreign)):
            return derive_text(name, language, foreign)
        return name


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
    return _Written(raw, text, name).settings()


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


class _Written(Table):
    """The settings as they are written."""

    def settings(self) -> Settings:
        self.refuse_unknown(self.raw, KEYS)
        self.require_text(self.raw)
        serbian = self._serbian("serbian")
        return Settings(
            title=self._title(serbian),
            publisher=self.take("publisher", str, "") or self.missing("publisher"),
            languages=self._tags(serbian),
            formats=self._formats(),
            serbian=serbian,
            scripts=self._scripts(serbian),
            layout=self.take("layout", str, "article"),
            paper=self._paper(),
            complete=self._complete(),
            places=MappingProxyType({key: self.where(key) for key in self.raw}),
        )

    def _serbian(self, key: str, sr: str = SERBIAN[0]) -> str:
        """Take one of the two scripts.

        Args:
            key: The setting.
            sr: What it means where it says but `sr`.
        """
        said = self.take(key, str, SERBIAN[0])
        tag = self.attempt(partial(parse_tag, said, serbian=sr), key)
        if tag not in SERBIAN:
            self.fail(key, f"{key} is {said!r}", hint=f"choose of {', '.join(SERBIAN)}")
        return tag

    def _formats(self) -> tuple[str, ...]:
        names = self.strings("formats", ("pdf", "epub", "docx"))
        found = (self.attempt(partial(known_format, name), "formats") for name in names)
        return tuple(dict.fromkeys(found))

    def _tags(self, serbian: str) -> tuple[str, ...]:
        texts = self.strings("languages", ("en",))
        tags = (self.attempt(partial(_tag, text, serbian), "languages") for text in texts)
        return tuple(dict.fromkeys(tags))

    def _title(self, serbian: str) -> Mapping[str, str]:
        value = self.raw.get("title")
        if isinstance(value, str) and value.strip():
            return MappingProxyType({"": value})
        if isinstance(value, dict) and value and all(isinstance(v, str) for v in value.values()):
            tags = (self.attempt(partial(_tag, tag, serbian), tag, "title") for tag in value)
            return MappingProxyType(dict(zip(tags, value.values(), strict=True)))
        return self.missing("title")

    def _paper(self) -> str:
        return self.one_of("paper", PAPERS)

    def _scripts(self, serbian: str) -> Scripts:
        foreign = self.take("foreign-words", list, [])
        if not all(isinstance(word, str) and word.strip() for word in foreign):
            self.fail(
                "foreign-words",
                "foreign-words is not a list of words",
                hint='foreign-words = ["Le Monde", "start-up"]',
            )
        return Scripts(
            master=self._serbian("serbian-master", serbian),
            foreign=tuple(dict.fromkeys(foreign)),
            credits=OwnCredits(self.one_of("own-credits", tuple(c.value for c in OwnCredits))),
        )

    def _complete(self) -> Mapping[str, float]:
        value = self.raw.get("complete", {})
        if not isinstance(value, dict):
            self.fail("complete", "complete is not a table", hint="[complete]\ncaption = 100")
        self.refuse_unknown(value, MAY_BE_GATES, table="complete")
        for key, share in value.items():
            if isinstance(share, bool) or not isinstance(share, int | float):
                message = f"{key} is not a number of percent: {share!r}"
                self.fail(key, message, table="complete")
            if not 0 <= share <= 100:  # noqa: PLR2004 -- percent
                self.fail(key, f"{key} is not in 0..100: {share!r}", table="complete")
        percents = dict.fromkeys(GATES, 100) | value
        return MappingProxyType({gate: share / 100 for gate, share in percents.items()})


def _tag(text: str, serbian: str) -> str:
    """Give the tag of a language that CLDR knows."""
    return language_of(parse_tag(text, serbian=serbian)).tag
