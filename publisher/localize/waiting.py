"""What the catalogs have for the runs that wait for a translation, and what is wrong with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from publisher.catalog.message import Catalog, Message
from publisher.catalog.segment import Segment, segments
from publisher.catalog.tags import unflatten
from publisher.errors import ArticleError, CatalogError
from publisher.localize.derive import derive
from publisher.localize.outcome import Localized, Origin
from publisher.localize.scripts import HOUSE, Scripts
from publisher.model.article import Article
from publisher.model.inline import Inline

Convert: TypeAlias = Callable[[tuple[Inline, ...], str], tuple[Inline, ...]]

WAITING = {Origin.MISSING, Origin.FUZZY, Origin.PREVIOUS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A run that waits for a translation.

    Attributes:
        words: Its fuzzy translation; empty where there is none, or where it does not fit its
            source.
        remark: What is wrong, in English, without a full stop.
    """

    words: tuple[Inline, ...]
    remark: str


def waiting(
    article: Article,
    localized: Localized,
    catalogs: Mapping[str, Catalog],
    scripts: Scripts = HOUSE,
) -> Mapping[str, Waiting]:
    """List the runs that wait for a translation, by the id of their segment.

    Args:
        article: In its source language.
        localized: What came of it.
        catalogs: From which it came, by language.
        scripts: What the publication decides about Serbian in two scripts.
    """
    origins = {outcome.segment: outcome.origin for outcome in localized.outcomes}
    language = localized.article.language
    master = scripts.master_of(language, article.language)

    def convert(words: tuple[Inline, ...], tag: str) -> tuple[Inline, ...]:
        return derive(words, language, scripts.foreign).inlines if tag == master else words

    return {
        segment.id: _waiting(segment, catalogs, convert)
        for segment in segments(article)
        if origins[segment.id] in WAITING
    }


def _waiting(segment: Segment, catalogs: Mapping[str, Catalog], convert: Convert) -> Waiting:
    found = [
        (message, tag)
        for tag, catalog in catalogs.items()
        if (message := catalog.find(segment.key)) and message.translation.strip()
    ]
    if not found:
        return Waiting(words=(), remark="not translated")
    message, tag = next((one for one in found if one[0].stale), found[0])
    try:
        words = unflatten(message.translation, segment.run.children)
    except (CatalogError, ArticleError) as error:
        lost = f"; its translation does not fit, {error.message}: {message.translation}"
        return Waiting(words=(), remark=_fuzzy(message) + lost)
    return Waiting(words=convert(words, tag), remark=_fuzzy(message))


def _fuzzy(message: Message) -> str:
    previous = message.previous
    if previous and previous.source not in {"", message.source}:
        return f"fuzzy: was translated from “{previous.source}”"
    return "fuzzy: its translation must be looked at"
