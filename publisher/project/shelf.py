"""Where imported articles stand in a publication, and how one is imported again.

Beside each stand a hidden copy of what the import wrote, the digests of its pictures and the name
of the file, by which an article is known again though its headline changed. Of one that was edited
since, both the edits and what changed in the file are kept, as far as they do not touch the same
lines; a picture that was replaced since stays.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from merge3 import Merge3

from publisher.errors import ArticleError
from publisher.project.intake import Intake

ARTICLES, ARTICLE = "articles", "article.md"
COPY, DIGESTS, SOURCE = ".import/article.md", ".import/pictures.sha256", ".import/source"
SHOWN = 120  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An import with its place.

    Attributes:
        folder: Of the article.
        files: What is to be written, by path in the folder; what stands there already is not in it.
        again: Whether the article was there before.
        kept: Pictures that were replaced in the folder since they were imported, and so stay.
    """

    folder: Path
    files: Mapping[str, bytes]
    again: bool
    kept: tuple[str, ...] = ()


def place(intake: Intake, root: Path, *, update: bool) -> Placed:
    """Say what is to be written for an import.

    Args:
        intake: The import.
        root: The publication's folder, which need not exist.
        update: Whether an article that is there already may change.

    Raises:
        ArticleError: There is one, and it may not, or it was edited in the lines that changed.
    """
    folder = root / ARTICLES / intake.article.slug
    if update and not folder.exists():
        folder = _imported_from(intake.file.name, root) or folder
    path, single = folder / ARTICLE, folder.with_suffix(".md")
    taken = next((one for one in (path, single) if one.exists()), None)
    if taken and (not update or taken == single):
        raise ArticleError(
            f"the article {intake.article.slug} is there already",
            where=str(taken),
            hint="bring it up to date with --update, or give this one another name with --slug",
        )
    digests = _digests(folder)
    kept = tuple(name for name in intake.pictures if _is_replaced(folder / name, digests.get(name)))
    pictures = {name: data for name, data in intake.pictures.items() if name not in kept}
    digests |= {name: _digest(data) for name, data in pictures.items()}
    files = {**pictures, ARTICLE: intake.markdown, COPY: intake.markdown}
    files[SOURCE] = f"{intake.file.name}\n".encode()
    if digests:
        files[DIGESTS] = "".join(f"{one}  {name}\n" for name, one in digests.items()).encode()
    if taken:
        files[ARTICLE] = _merged(folder, intake)
    needed = {name: data for name, data in files.items() if _held(folder / name) != data}
    return Placed(folder=folder, files=needed, again=taken is not None, kept=kept)


def _imported_from(name: str, root: Path) -> Path | None:
    """Find the one article that was imported from a file of this name."""
    sources = sorted((root / ARTICLES).glob(f"*/{SOURCE}"))
    known = [path for path in sources if path.read_text("utf-8", "replace") == f"{name}\n"]
    return known[0].parents[1] if len(known) == 1 else None


def _digests(folder: Path) -> dict[str, str]:
    """Give the digests of the pictures as they were imported, by path."""
    lines = (_held(folder / DIGESTS) or b"").decode("utf-8", "replace").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _is_replaced(picture: Path, digest: str | None) -> bool:
    """Whether a picture is not the one that was imported under its name."""
    held = _held(picture)
    return held is not None and digest is not None and _digest(held) != digest


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _held(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _merged(folder: Path, intake: Intake) -> bytes:
    """Give the article with the edits it has had since it was imported."""
    now, before = _held(folder / ARTICLE) or b"", _held(folder / COPY)
    if before is None or now == before:
        if before is None and now != intake.markdown:
            raise ArticleError(
                "the article was not imported, so nobody knows what was edited in it",
                where=str(folder / ARTICLE),
                hint="import the file under another name with --slug",
            )
        return intake.markdown
    merge = Merge3(_lines(before), _lines(now), _lines(intake.markdown))
    merged: list[str] = []
    for group in merge.merge_groups():
        if group[0] == "conflict":
            raise _clash(group[2], group[3], folder / ARTICLE)
        merged.extend(group[1])
    return "".join(merged).encode()


def _lines(text: bytes) -> list[str]:
    return text.decode("utf-8", "replace").splitlines(keepends=True)


def _clash(ours: Sequence[str], theirs: Sequence[str], path: Path) -> ArticleError:
    edited, new = (next(_shown(lines), "nothing") for lines in (ours, theirs))
    return ArticleError(
        f"the same lines were edited here and changed in the file; here {edited!r}, there {new!r}",
        where=str(path),
        hint="make the article agree with the file in these lines, then import it again",
    )


def _shown(lines: Sequence[str]) -> Iterator[str]:
    return (line.strip()[:SHOWN] for line in lines if line.strip())
