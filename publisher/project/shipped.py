"""Where the catalogs, layouts and the sample that come with the program are."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
SAMPLE = PACKAGE / "sample"


def shipped(name: str) -> Path:
    """Give the folder `locales` or `layouts`: inside an installed package, or beside its source."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name
