"""The pages of the corpus, and what is true of each."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

HERE = Path(__file__).parent
HELD = HERE.parent / "held"
NAME = r"[\w%@+~-][\w.%@+~-]*(?:\(\d+\))?\.(?:jpe?g|png|gif|webp)"
PICTURE = re.compile(rf"[\w./:%@+~-]*?({NAME})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFigure:
    """A picture of a page with its words.

    Attributes:
        picture: The file name in its address.
        caption: Without the credit.
        credits: The line as printed, and what else may pass for it; without any where none is.
        alt: What it shows.
    """

    picture: str
    caption: str
    credits: tuple[str, ...]
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What is true of a page.

    Attributes:
        undated: The first paragraph without its dateline, where there is one; either will do.
        paragraphs: Of the body in their order, items of lists and quotations among them.
        cells: Of tables.
        either: What may stand in the body or not, such as the words of an embedded post.
        absent: What belongs to the page around the article.
    """

    title: str
    subtitle: str
    authors: tuple[str, ...]
    undated: str
    published: date | None
    updated: date | None
    language: str
    paragraphs: tuple[str, ...]
    headings: tuple[str, ...]
    cells: tuple[str, ...]
    figures: tuple[TrueFigure, ...]
    note: str
    either: tuple[str, ...]
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the corpus.

    Attributes:
        system: The folder: what the markup imitates.
        beside: The pictures that a browser saves with it.
    """

    system: str
    name: str
    data: bytes
    beside: tuple[str, ...]
    truth: Truth


def pages(*, held: bool = False) -> Iterator[Page]:
    """Read the pages of the corpus, or those that are held back from who writes the reader."""
    return map(_page, sorted((HELD if held else HERE).rglob("*.truth.json")))


def _page(path: Path) -> Page:
    stem = path.name.removesuffix(".truth.json")
    data = path.with_name(f"{stem}.html").read_bytes()
    return Page(
        system=path.parent.name,
        name=stem,
        data=data,
        beside=_saved(unquote(data.decode("latin-1")), stem),
        truth=parse_truth(json.loads(path.read_text(encoding="utf-8"))),
    )


def _saved(page: str, stem: str) -> tuple[str, ...]:
    """List the pictures: those with a relative address where it says, all others in one folder."""
    found = set()
    for match in PICTURE.finditer(page):
        relative = "/" in match[0] and not match[0].startswith(("/", "..", "http"))
        found.add(match[0] if relative else f"{stem}_files/{match[1]}")
    return tuple(sorted(found))


def parse_truth(said: Mapping[str, Any]) -> Truth:
    """Read the truth of a page from its JSON."""
    return Truth(
        title=said["title"],
        subtitle=said["subtitle"],
        authors=tuple(said["authors"]),
        undated=said["undated"],
        published=_day(said["published"]),
        updated=_day(said["updated"]),
        language=said["language"],
        paragraphs=tuple(said["paragraphs"]),
        headings=tuple(said["headings"]),
        cells=tuple(said["cells"]),
        figures=tuple(map(_figure, said["figures"])),
        note=said["note"],
        either=tuple(said["either"]),
        absent=tuple(said["absent"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _figure(said: Mapping[str, Any]) -> TrueFigure:
    lines = (said["credit"], *said.get("credit_also", ()))
    return TrueFigure(
        picture=said["picture"],
        caption=said["caption"],
        credits=tuple(line for line in lines if line),
        alt=said["alt"],
    )
