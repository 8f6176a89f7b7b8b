"""The samples of feeds, each with what an editor would make of it beside it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publisher.model.article import Article
from publisher.model.block import Figure
from publisher.model.inline import Prose
from publisher.model.walk import figures_of, plain_text, runs
from publisher.readers.incoming import Imported, Incoming
from publisher.readers.registry import kind_of, load_reader

SAMPLES = Path(__file__).parent / "samples"
HEAD = {"title", "subtitle", "byline", "dateline", "keyword", "summary", "note", "caption", "alt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A feed with its truth."""

    path: Path
    truth: dict[str, Any]

    def incoming(self) -> Incoming:
        """The feed as a file that is to be imported."""
        beside = tuple(self.truth.get("beside", ()))
        return Incoming(data=self.path.read_bytes(), name=self.path.name, beside=beside)

    def read(self) -> Imported:
        """Read the feed with the reader that its content asks for."""
        incoming = self.incoming()
        return load_reader(kind_of(incoming.data, incoming.name))(incoming)


def samples() -> tuple[Sample, ...]:
    """List the samples by name."""
    feeds = sorted(one for one in SAMPLES.iterdir() if not one.name.endswith(".truth.json"))
    return tuple(
        Sample(path=one, truth=json.loads(one.with_suffix(".truth.json").read_text("utf-8")))
        for one in feeds
    )


def told(article: Article) -> dict[str, Any]:
    """Give an article in the form of a truth, without what is empty."""
    fields = {
        "language": article.language,
        "title": _text(article.title),
        "subtitle": _text(article.subtitle),
        "byline": [_text(one.name) for one in article.byline],
        "dateline": _text(article.dateline),
        "published": article.published and article.published.isoformat(),
        "updated": article.updated and article.updated.isoformat(),
        "summary": _text(article.summary),
        "rights": _text(article.rights),
        "source": article.source,
        "note": _text(article.note),
        "keywords": [_text(one) for one in article.keywords],
    }
    text = [plain_text(run.children) for place, run in runs(article) if _in_text(place.role.value)]
    figures = [_figure(one) for one in figures_of(article)]
    return {name: value for name, value in fields.items() if value} | {
        "text": text,
        "figures": figures,
    }


def _in_text(role: str) -> bool:
    return role not in HEAD | {"withheld", "rights", "place"}


def _figure(figure: Figure) -> dict[str, str]:
    words = {
        "caption": _text(figure.caption),
        "credit": figure.credit.line if figure.credit else "",
        "alt": _text(figure.alt),
        "picture": figure.image.path if figure.image else "",
        "licence": figure.licence,
        "taken": figure.taken.isoformat() if figure.taken else "",
        "place": _text(figure.place),
    }
    return {name: value for name, value in words.items() if value}


def _text(run: Prose | None) -> str:
    return plain_text(run.children) if run else ""
