"""The article: one story with everything that belongs to it."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from publisher.errors import ArticleError
from publisher.model.block import Block
from publisher.model.inline import Prose
from publisher.model.text import require_language, require_safe_link, require_text

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class ContributorRole(Enum):
    """What somebody named in the byline did."""

    TEXT = "text"
    REPORTING = "reporting"
    PHOTOGRAPHS = "photographs"
    TRANSLATION = "translation"
    EDITING = "editing"
    ILLUSTRATION = "illustration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """Somebody named in the byline."""

    name: Prose
    role: ContributorRole = ContributorRole.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A story in one language.

    Attributes:
        slug: Its name in addresses and file names: lower-case letters, digits, single hyphens.
        language: BCP 47 tag of the language it is in.
        byline: Who made it, in the order printed.
        rights: The rights line, as printed.
        source: Address of the original, where there is one.
        note: A closing note ("Reuters contributed to this report.").
        body: The blocks, in the order read.
    """

    slug: str
    language: str
    title: Prose
    subtitle: Prose | None = None
    byline: tuple[Contributor, ...] = ()
    dateline: Prose | None = None
    published: date | None = None
    updated: date | None = None
    keywords: tuple[Prose, ...] = ()
    summary: Prose | None = None
    rights: Prose | None = None
    source: str = ""
    note: Prose | None = None
    body: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        if not SLUG.fullmatch(self.slug):
            raise ArticleError(
                f"the slug {self.slug!r} is not made of a-z, 0-9 and single hyphens",
                hint="rename the article's folder or file",
            )
        require_language(self.language)
        if self.source:
            require_safe_link(self.source)
            require_text(self.source, "the address of the original")
        if self.published and self.updated and self.updated < self.published:
            raise ArticleError(f"updated {self.updated} is before published {self.published}")
