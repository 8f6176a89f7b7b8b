"""The pages that were written without knowing the reader, and what is true of each.

They have the form of the corpus in `tests/readers/pages`, but their pictures lie beside them as a
browser saves them; a page without such a folder is one that was saved alone.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from tests.readers.pages.truth import Page, parse_truth

HERE = Path(__file__).parent


def beside(folder: Path, text: str) -> tuple[str, ...]:
    """Name the pictures of a folder that a page speaks of, as it does."""
    names = (path.relative_to(folder).as_posix() for path in sorted(folder.glob("*/*")))
    return tuple(name for name in names if name in text)


def held() -> Iterator[Page]:
    """Read the pages that are held back, in the order of their names."""
    for path in sorted(HERE.glob("*/*.html")):
        data = path.read_bytes()
        said = json.loads(path.with_suffix(".truth.json").read_text("utf-8"))
        yield Page(
            system=path.parent.name,
            name=path.stem,
            data=data,
            beside=beside(path.parent, data.decode("latin-1")),
            truth=parse_truth(said),
        )
