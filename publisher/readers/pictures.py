"""Pictures beside an article: finding one by its path, with its versions per language."""

import unicodedata
from collections.abc import Collection
from pathlib import PurePosixPath

from publisher.errors import ArticleError, PublishError
from publisher.model.block import Image
from publisher.model.language import language, parse_tag
from publisher.readers.base import did_you_mean


def find_image(path: str, pictures: Collection[str], *, serbian: str = "sr-Cyrl") -> Image:
    """Find the picture that an article names.

    Args:
        path: As the article has it, relative to the article's folder.
        pictures: Relative POSIX paths of all files beside the article.
        serbian: What `sr` means in the name of a version.

    Raises:
        ArticleError: The path leaves the article's folder, or there is no such picture.
    """
    checked = Image(path=path.removeprefix("./"))
    # File names written on macOS may be decomposed where the article's text is not.
    existing = {unicodedata.normalize("NFC", name): name for name in sorted(pictures)}
    wanted = unicodedata.normalize("NFC", checked.path)
    if wanted not in existing:
        raise ArticleError(
            f"there is no picture {path!r} beside the article", hint=_advice(path, existing)
        )
    versions = versions_of(wanted, existing.values(), serbian=serbian)
    return Image(path=existing[wanted], versions=versions)


def _advice(path: str, existing: Collection[str]) -> str:
    if "://" in path:
        return "save the picture beside the article and name it from there"
    return did_you_mean(path, existing, "put the picture beside the article")


def versions_of(
    path: str, pictures: Collection[str], *, serbian: str = "sr-Cyrl"
) -> tuple[tuple[str, str], ...]:
    """List the versions of a picture drawn for one language: (language tag, path).

    >>> versions_of("map.svg", ("map.svg", "map.sq.svg", "map.2023.svg"))
    (('sq', 'map.sq.svg'),)
    """
    suffix = PurePosixPath(path).suffix
    stem = path.removesuffix(suffix) + "."
    found: dict[str, str] = {}
    for name in sorted(pictures):
        plain = unicodedata.normalize("NFC", name)
        middle = plain.removeprefix(stem).removesuffix(suffix)
        tag = _tag(middle, serbian) if suffix and plain == f"{stem}{middle}{suffix}" else ""
        if tag:
            found.setdefault(tag, name)
    return tuple(found.items())


def _tag(text: str, serbian: str) -> str:
    """Give the tag of a language that is known; `old` has the form of one, and is none."""
    if "." in text:
        return ""
    try:
        return language(parse_tag(text, serbian=serbian)).tag
    except PublishError:
        return ""
