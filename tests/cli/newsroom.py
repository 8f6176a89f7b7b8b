"""A newsroom's folder, and its translator at work in the catalogs."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from click.testing import Result

from publisher.catalog.po import read_po, write_po

Run = Callable[..., Result]

SETTINGS = 'title = "Gazeta"\npublisher = "Redaksia"\nlanguages = ["en", "sr", "sq"]\n'
ARTICLE = """---
title: The bridge is open
lang: en
published: 2024-03-01
---

The bridge opened on Friday.

:::{figure}
:withheld: Not licensed.
:alt: A bridge.
:credit: Visar Kryeziu/AP Photo
The bridge on its first day.
:::
"""


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write text files under a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def catalog_path(folder: Path, language: str) -> Path:
    """Give the catalog of the article `bridge`."""
    return folder / "locales" / language.replace("-", "_") / "LC_MESSAGES" / "bridge.po"


def translate(folder: Path, language: str, words: Callable[[str], str]) -> None:
    """Translate what is not translated yet: give `words` a source text, get its translation."""
    path = catalog_path(folder, language)
    catalog = read_po(path.read_bytes(), path.name, language)
    messages = tuple(
        one if one.translation or one.obsolete else replace(one, translations=(words(one.source),))
        for one in catalog.messages
    )
    path.write_bytes(write_po(replace(catalog, messages=messages)))
