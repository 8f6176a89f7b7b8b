"""manifest.json: what stands in the output folder, edition by edition."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from publisher.build.write import ROOM_OR_OUT, write_whole

NAME = "manifest.json"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRecord:
    """A figure of an edition as it is printed: its caption and its credit, word for word."""

    number: int
    picture: str | None
    caption: str | None
    credit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanionRecord:
    """A file that an edition leads to; other editions may lead to it too.

    Attributes:
        path: Under the output folder, with `/`.
        sha256: Of the file, hexadecimal.
        size: In bytes.
    """

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionRecord:
    """A finished edition.

    Attributes:
        path: Under the output folder, with `/`.
        docx_view: What a Word file shows, `clean` or `review`; None of other formats.
        sha256: Of the file, hexadecimal.
        size: In bytes.
        segments: Runs of text in the article.
        translated: Those that stand in the edition's language.
        fallen_back: Those that stand in the source's language.
        stale: Those that stand in the edition's language, in a translation of what the source said
            before it changed; with the two above they are all.
        stale_policy: What was to be printed where the source changed: `source`, `previous` or
            `block`.
        companions: The files beside it that belong to it.
        fingerprint: Digest of everything that the edition was made from.
    """

    path: str
    article: str
    language: str
    format: str
    media_type: str
    draft: bool
    docx_view: str | None
    sha256: str
    size: int
    segments: int
    translated: int
    fallen_back: int
    stale: int
    stale_policy: str
    figures: tuple[FigureRecord, ...]
    companions: tuple[CompanionRecord, ...]
    fingerprint: str


def manifest_json(records: Iterable[Mapping[str, object]]) -> str:
    """Write records as the manifest's JSON text."""
    document = {
        "format": "publisher-manifest",
        "version": VERSION,
        "editions": sorted(records, key=lambda record: str(record["path"])),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_mapping(record: EditionRecord) -> dict[str, object]:
    """Give a record as the manifest writes it."""
    return asdict(record)


def update_manifest(out: Path, records: Iterable[EditionRecord]) -> None:
    """Bring the manifest up to date: new records replace old ones, vanished files are forgotten."""
    kept = {str(old["path"]): old for old in read_manifest(out) if _stands(out, old)}
    kept |= {record.path: as_mapping(record) for record in records}
    write_whole(out / NAME, manifest_json(kept.values()).encode(), hint=ROOM_OR_OUT)


def read_manifest(out: Path) -> list[dict[str, object]]:
    """Read the records of an output folder; none where there is no manifest, or not one of ours."""
    try:
        document = json.loads((out / NAME).read_text(encoding="utf-8"))
        editions = document["editions"] if document["version"] == VERSION else []
        return [one for one in editions if isinstance(one["path"], str)]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _stands(out: Path, record: Mapping[str, Any]) -> bool:
    """Whether an edition and all its companions are there as they were written."""
    try:
        return all(_is_whole(out, one) for one in (record, *record.get("companions", ())))
    except (OSError, KeyError, TypeError):
        return False


def _is_whole(out: Path, file: Mapping[str, Any]) -> bool:
    path = (out / str(file["path"])).resolve()
    return (
        path.is_relative_to(out.resolve())
        and hashlib.sha256(path.read_bytes()).hexdigest() == file["sha256"]
    )
