"""The head of an article, from the front matter of a page."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from publisher.errors import PublishError
from publisher.model.article import Contributor, ContributorRole
from publisher.model.inline import Prose, prose
from publisher.model.language import language, parse_tag
from publisher.model.text import find_forbidden
from publisher.readers.days import find_day
from publisher.readers.draft import Draft
from publisher.readers.incoming import Reason
from publisher.readers.sites.matter import Value, texts_of
from publisher.readers.sites.pictures import Picture, is_address, pictures_of
from publisher.readers.sites.seen import visible_lines

TITLES = ("title", "headline")
SUBTITLES = ("subtitle", "subhead", "subheading", "subheadline", "deck", "dek", "tagline")
SUMMARIES = ("summary", "standfirst", "excerpt", "lead", "lede", "abstract", "description", "desc")
PUBLISHED = ("date", "publishdate", "published", "publisheddate", "publishedat", "pubdate")
UPDATED = ("lastmod", "updated", "lastmodified", "lastmodifiedat", "modified", "updatedat")
AUTHORS = ("authors", "author", "byline", "writer", "writers", "by")
KEYWORDS = ("tags", "keywords", "categories", "tag", "category", "topics")
LANGUAGES = ("lang", "language", "locale", "languagecode", "lng")
ORIGINALS = ("canonical", "canonicalurl", "canonicallink", "source", "sourceurl", "originalurl")
RIGHTS = ("copyright", "rights", "license", "licence")
DATELINES = ("dateline",)
OTHERS = {
    ContributorRole.PHOTOGRAPHS: ("photographer", "photographers", "photos", "photo_by"),
    ContributorRole.TRANSLATION: ("translator", "translators", "translatedby"),
    ContributorRole.EDITING: ("editor", "editors"),
    ContributorRole.ILLUSTRATION: ("illustrator", "illustrators"),
    ContributorRole.REPORTING: ("reporter", "reporters"),
}
PICTURES = (
    *("image", "images", "featuredimage", "featureimage", "featured", "cover", "coverimage"),
    *("hero", "heroimage", "banner", "header", "headerimage", "leadimage", "mainimage"),
    *("thumbnail", "thumb", "teaser", "photo", "picture", "ogimage", "img", "featuredimagepath"),
)
PICTURE_WORDS = {"alt": "alt", "caption": "caption", "credit": "credit", "attribution": "credit"}

# What only the program of a site reads.
OF_SITE = {
    *(
        "layout",
        "draft",
        "type",
        "weight",
        "toc",
        "comments",
        "permalink",
        "url",
        "slug",
        "aliases",
    ),
    *("published", "menu", "math", "share", "related", "showtoc", "sitemap", "outputs", "robots"),
    *("redirectfrom", "id", "uuid", "hidden", "pin", "sidebar", "cssclass", "parent", "navorder"),
    *("expirydate", "headless", "markup", "linktitle", "series", "series_order", "position"),
    *(
        "authorprofile",
        "readtime",
        "classes",
        "mermaid",
        "katex",
        "mathjax",
        "featured",
        "template",
    ),
}

DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
WEB = ("https://", "http://")
JOINED = re.compile(r"\s*;\s*|\s+(?:and|&|dhe|и)\s+")
NAMES = ("name", "displayname", "title")


@dataclass(slots=True)
class Head:
    """Takes what an article has a place for from front matter, and leaves the rest.

    Attributes:
        pictures: Those of the front matter, which stand above the text.
    """

    draft: Draft
    pictures: tuple[Picture, ...] = ()
    _values: dict[str, tuple[str, Value]] = field(default_factory=dict)

    def begin(self, matter: Mapping[str, Value]) -> None:
        """Read the language, which decides how days are read."""
        for text in texts_of(matter):
            self.draft.visible.extend(visible_lines(text))
        self._spread(matter)
        self._language()

    def read(self) -> None:
        """Read all the rest, once the language is settled."""
        draft = self.draft
        draft.title, draft.subtitle = self._run(TITLES), self._run(SUBTITLES)
        draft.summary, draft.dateline = self._run(SUMMARIES), self._run(DATELINES)
        draft.rights = self._run(RIGHTS)
        draft.published, draft.updated = self._day(PUBLISHED), self._day(UPDATED)
        draft.byline = self._byline()
        draft.keywords = self._keywords()
        draft.source = self._original()
        self.pictures = self._pictures()
        for plain, (key, value) in self._values.items():
            self._leave(key, value, Reason.PAGE if plain in OF_SITE else Reason.UNPLACED)

    def _spread(self, values: Mapping[str, Value]) -> None:
        """Sort values by their keys; those of themes stand in a table of their own."""
        for key, value in values.items():
            plain = re.sub(r"[-_\s]", "", key).lower()
            if plain in {"params", "extra"} and isinstance(value, Mapping):
                self._spread(value)
            elif plain in self._values:
                self._leave(key, value)
            else:
                self._values[plain] = (key, value)

    def _leave(self, key: str, value: Value, reason: Reason = Reason.UNPLACED) -> None:
        texts = list(texts_of(value))
        if texts:
            self.draft.leave(f"{key}: {', '.join(texts)}", reason)

    def _text(self, keys: Iterable[str]) -> str:
        """Take the first of some keys that has a text of its own."""
        for key in keys:
            value = self._values.get(key, ("", ""))[1]
            if isinstance(value, str) and value and value not in {"true", "false"}:
                del self._values[key]
                return value
        return ""

    def _run(self, keys: Iterable[str]) -> Prose | None:
        text = self._text(keys)
        return prose(text) if text else None

    def _language(self) -> None:
        text = self._text(LANGUAGES)
        if not text:
            return
        self.draft.leave(text, Reason.UNDERSTOOD)
        tag = known_tag(text, self.draft.incoming.serbian)
        if tag and not self.draft.language:
            self.draft.language = tag

    def _day(self, keys: Iterable[str]) -> date | None:
        for key in keys:
            value = self._values.get(key, ("", ""))[1]
            text = value if isinstance(value, str) else ""
            day = read_day(text) or find_day(text, self.draft.language)
            if day:
                self._leave(*self._values.pop(key), Reason.UNDERSTOOD)
                return day
        return None

    def _byline(self) -> list[Contributor]:
        found = self._contributors(AUTHORS, ContributorRole.TEXT)
        for role, keys in OTHERS.items():
            found.extend(self._contributors(keys, role))
        return found

    def _contributors(self, keys: Iterable[str], role: ContributorRole) -> list[Contributor]:
        key = next((key for key in keys if key in self._values), "")
        if not key:
            return []
        value = self._values[key][1]
        items = value if isinstance(value, tuple) else (value,)
        if any(is_address(text) for text in texts_of(value)) and not isinstance(value, Mapping):
            return []
        del self._values[key]
        return [one for item in items for one in self._named(item, role)]

    def _named(self, value: Value, role: ContributorRole) -> list[Contributor]:
        if isinstance(value, str):
            names = [name for name in JOINED.split(value) if name]
            for joint in JOINED.findall(value):
                self.draft.leave(joint, Reason.UNDERSTOOD)
            return [Contributor(name=prose(name), role=role) for name in names]
        if not isinstance(value, Mapping):
            return [one for item in value for one in self._named(item, role)]
        plain = {re.sub(r"[-_\s]", "", key).lower(): key for key in value}
        key = next(
            (plain[name] for name in NAMES if isinstance(value.get(plain.get(name, "")), str)), ""
        )
        for other, item in value.items():
            if other != key:
                self._leave(other, item)
        name = value[key] if key else ""
        return [Contributor(name=prose(name), role=role)] if isinstance(name, str) and name else []

    def _keywords(self) -> list[Prose]:
        found: dict[str, None] = {}
        for key in KEYWORDS:
            value = self._values.pop(key, ("", ""))[1]
            texts = re.split(r"\s*,\s*", value) if isinstance(value, str) else texts_of(value)
            for text in filter(None, texts):
                if text in found:
                    self.draft.leave(text, Reason.REPEATED)
                found[text] = None
        return [prose(text) for text in found]

    def _original(self) -> str:
        for key in ORIGINALS:
            value = self._values.get(key, ("", ""))[1]
            if isinstance(value, str) and value.lower().startswith(WEB):
                self._leave(*self._values.pop(key), Reason.UNDERSTOOD)
                return value if find_forbidden(value) is None else ""
        return ""

    def _pictures(self) -> tuple[Picture, ...]:
        """Take the first picture, with the words that stand at keys beside it."""
        for key in PICTURES:
            value = self._values.get(key, ("", ""))[1]
            found = pictures_of(value)
            if found:
                name = self._values.pop(key)[0]
                self._leave_other_words(name, value, found[0])
                return (self._worded(found[0], key),)
        return ()

    def _worded(self, picture: Picture, key: str) -> Picture:
        words = {"alt": picture.alt, "caption": picture.caption, "credit": picture.credit}
        for stem in (key, "image", "featuredimage", "cover", "photo"):
            for ending, name in PICTURE_WORDS.items():
                words[name] = words[name] or self._text((f"{stem}{ending}",))
        return Picture(address=picture.address, title=picture.title, **words)

    def _leave_other_words(self, key: str, value: Value, picture: Picture) -> None:
        said = (picture.alt, picture.title, picture.caption, picture.credit)
        for text in texts_of(value):
            if text == picture.address:
                self._leave(key, text, Reason.UNDERSTOOD)
            elif text not in said:
                self._leave(key, text)


def read_day(text: str) -> date | None:
    """Read the day at the beginning of a text; None where there is none.

    >>> read_day("2023-06-02T10:00:00Z")
    datetime.date(2023, 6, 2)
    """
    found = DAY.match(text)
    if found:
        with suppress(ValueError):  # no calendar has it
            return date(*map(int, found.groups()))
    return None


def known_tag(text: str, serbian: str) -> str:
    """Give the tag of a language that is known; empty for what is none."""
    try:
        return language(parse_tag(text, serbian=serbian)).tag
    except PublishError:
        return ""
