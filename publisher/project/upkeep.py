"""The upkeep of a publication's catalogs: each as it is, and as it should be now."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from publisher.catalog.extract import extract, new_catalog
from publisher.catalog.memory import Memory
from publisher.catalog.message import Catalog, Message
from publisher.catalog.po import write_po
from publisher.catalog.update import update
from publisher.diagnostics import Diagnostic
from publisher.model.article import Article
from publisher.model.language import are_akin
from publisher.project.articles import Source
from publisher.project.memory import memory_of
from publisher.project.publication import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A catalog before and after.

    Attributes:
        language: BCP 47 tag.
        slug: The article's, or the name of the layouts' words.
        old: None where there was no file.
        new: What the file should say.
        messages: What the article holds.
    """

    language: str
    slug: str
    old: Catalog | None
    new: Catalog
    messages: tuple[Message, ...]

    @property
    def needed(self) -> bool:
        """Whether the file must be written: a message or the header differs."""
        return self.new != self.old

    def data(self, when: datetime) -> bytes:
        """Give the new file."""
        stamp = {"POT-Creation-Date": f"{when:%Y-%m-%d %H:%M}+0000"}
        return write_po(replace(self.new, header=dict(self.new.header) | stamp))


@dataclass(frozen=True, kw_only=True)
class Upkeep:
    """One round through a publication's catalogs.

    Attributes:
        publication: Whose catalogs.
        when: The time that new and changed headers say.
        faults: What was survived on the way.
    """

    publication: Publication
    when: datetime
    faults: list[Diagnostic] = field(default_factory=list)
    _memories: dict[str, Memory] = field(default_factory=dict, init=False)

    def article(self, language: str, source: Source, article: Article) -> Change:
        """Bring an article's catalog to the article as it is now; nothing is written."""
        messages = extract(article, source.name, source.lines)
        return self.bring(language, article.slug, messages, self.memory(language))

    def bring(
        self,
        language: str,
        slug: str,
        messages: Iterable[Message],
        memory: Memory | None = None,
    ) -> Change:
        """Bring a catalog to what it must hold; nothing is written."""
        wanted = tuple(messages)
        old = self.publication.catalog(language, slug)
        new = update(self._with_header(old, slug, language), wanted, memory)
        return Change(language=language, slug=slug, old=old, new=new, messages=wanted)

    def memory(self, language: str) -> Memory:
        """Give the translation memory of a language, read once in a round."""
        if language not in self._memories:
            self._memories[language] = memory_of(self.publication, language, self.faults)
        return self._memories[language]

    def wanted(self, article: Article, language: str, *, asked: bool) -> bool:
        """A catalog is for another language than the source's; some need none, if nobody asks."""
        if language == article.language:
            return False
        exists = self.publication.catalog_path(language, article.slug).exists()
        master = self.publication.settings.scripts.master_of(language, article.language)
        needless = master or are_akin(language, article.language)
        return exists or asked or not needless

    def _with_header(self, old: Catalog | None, slug: str, language: str) -> Catalog:
        """Give the catalog, new or old, with a header that says what programs must know."""
        fresh = new_catalog(slug, language, self.when)
        if old is None:
            return replace(fresh, name=self.publication.catalog_name(language, slug))
        return old if "Content-Type" in old.header else replace(old, header=fresh.header)
