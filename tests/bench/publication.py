"""A publication of ten thousand segments, the same each time, in a folder of its own."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from publisher.catalog.message import Catalog
from publisher.catalog.po import read_po, write_po
from publisher.project.articles import read_source
from publisher.project.publication import open_publication
from publisher.project.upkeep import Upkeep

SEGMENTS = 10_000
ARTICLES = 20
WORDS_IN_ONE = 25
VOCABULARY = 20_000
SYLLABLES = (
    "ba",
    "ko",
    "ri",
    "te",
    "mu",
    "la",
    "vi",
    "sen",
    "tor",
    "pla",
    "gje",
    "shi",
    "nor",
    "zha",
)
WHEN = datetime(2024, 3, 1, tzinfo=UTC)
SETTINGS = 'title = "Bench"\npublisher = "Bench"\nlanguages = ["en", "sr", "sq"]\n'
HEAD = "---\ntitle: Article {}\nlang: en\n---\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Makes texts with a few common words and many rare ones, as languages have them."""

    chance: random.Random
    words: tuple[str, ...]
    weights: tuple[float, ...]

    def sentence(self) -> str:
        drawn = self.chance.choices(self.words, self.weights, k=WORDS_IN_ONE)
        return f"{' '.join(drawn).capitalize()}."

    def edited(self, sentence: str) -> str:
        words = sentence.split()
        for _ in range(3):
            words[self.chance.randrange(len(words))] = self.chance.choice(self.words)
        return " ".join(words)


def writer() -> Writer:
    chance = random.Random(1)  # noqa: S311 -- nothing is kept secret by it
    words = tuple(
        "".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(VOCABULARY)
    )
    return Writer(
        chance=chance, words=words, weights=tuple(1 / (rank + 3) for rank in range(VOCABULARY))
    )


def paragraphs(made: Writer) -> Iterator[tuple[str, ...]]:
    """Give the paragraphs of one article after the other; with the titles, SEGMENTS in all."""
    for _ in range(ARTICLES):
        yield tuple(made.sentence() for _ in range(SEGMENTS // ARTICLES - 1))


def write_article(root: Path, slug: str, texts: tuple[str, ...]) -> None:
    path = root / "articles" / f"{slug}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD.format(slug) + "".join(f"\n{text}\n" for text in texts), encoding="utf-8")


def make(root: Path) -> tuple[tuple[str, ...], ...]:
    """Write a publication of which every segment is translated to Albanian; give its texts."""
    (root / "publication.toml").write_text(SETTINGS, encoding="utf-8")
    texts = tuple(paragraphs(writer()))
    for number, found in enumerate(texts):
        write_article(root, f"article-{number}", found)
        translate(root, f"article-{number}")
    return texts


def translate(root: Path, slug: str) -> None:
    """Make an article's Albanian catalog and fill it."""
    publication = open_publication(root)
    source = read_source(publication, publication.sources[slug])
    assert source.article
    upkeep = Upkeep(publication=publication, when=WHEN)
    new = upkeep.article("sq", source, source.article).new
    path = publication.catalog_path("sq", slug)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(write_po(filled(new)))


def filled(catalog: Catalog) -> Catalog:
    done = (
        replace(message, translations=(f"Përkthim: {message.source}",), flags=())
        for message in catalog.messages
    )
    return replace(catalog, messages=tuple(done))


def count(root: Path, slug: str) -> int:
    """Count the entries of an Albanian catalog."""
    publication = open_publication(root)
    path = publication.catalog_path("sq", slug)
    return len(read_po(path.read_bytes(), slug, "sq").messages)
