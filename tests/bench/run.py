"""Times of the commands that translators wait for: `make bench`.

Each bench prepares a folder, then runs one command in a process of its own; printed are its time
and the most memory it held. To add one, write its preparation and a line in BENCHES.
"""

import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import click

from tests.bench.publication import SEGMENTS, make, paragraphs, translate, write_article, writer

NEW = 1000
KIBI = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """One thing to measure.

    Attributes:
        prepare: Makes the folder ready; not measured.
        arguments: What is typed after `publish`.
    """

    prepare: Callable[[Path], None]
    arguments: tuple[str, ...]


def whole(root: Path) -> None:
    """Ten thousand segments in twenty articles, all translated and up to date."""
    make(root)


def whole_without_catalogs(root: Path) -> None:
    """The same, before any catalog was made."""
    make(root)
    shutil.rmtree(root / "locales")


def whole_edited(root: Path) -> None:
    """The same, with three words changed in one of ten paragraphs."""
    made = writer()
    for number, texts in enumerate(make(root)):
        edited = (made.edited(t) if place % 10 == 0 else t for place, t in enumerate(texts))
        write_article(root, f"article-{number}", tuple(edited))


def one_turned_over(root: Path, *, alike: bool) -> None:
    """One article whose ten thousand paragraphs gave way to a thousand others."""
    (root / "publication.toml").write_text('title = "B"\npublisher = "B"\n', encoding="utf-8")
    made = writer()
    texts = tuple(text for found in paragraphs(made) for text in found)
    write_article(root, "long", texts)
    translate(root, "long")
    new = (made.edited(text) if alike else made.sentence() for text in texts[::10][:NEW])
    write_article(root, "long", tuple(new))


def long_alike(root: Path) -> None:
    one_turned_over(root, alike=True)


def long_unlike(root: Path) -> None:
    one_turned_over(root, alike=False)


SQ = ("--lang", "sq")
BENCHES: Mapping[str, Bench] = MappingProxyType(
    {
        f"update, {SEGMENTS} unchanged": Bench(prepare=whole, arguments=("update", *SQ)),
        f"update, {SEGMENTS} new": Bench(prepare=whole_without_catalogs, arguments=("update", *SQ)),
        "update, one in ten edited": Bench(prepare=whole_edited, arguments=("update", *SQ)),
        f"update, {NEW} edited of {SEGMENTS} spare": Bench(
            prepare=long_alike, arguments=("update", *SQ)
        ),
        f"update, {NEW} new and {SEGMENTS} spare": Bench(
            prepare=long_unlike, arguments=("update", *SQ)
        ),
        f"extract to XLIFF, {SEGMENTS}": Bench(
            prepare=whole, arguments=("extract", *SQ, "--to", "xliff")
        ),
        f"lint, {SEGMENTS}": Bench(prepare=whole, arguments=("lint", *SQ)),
        f"status, {SEGMENTS}": Bench(prepare=whole, arguments=("status", *SQ)),
    }
)


def measure(bench: Bench) -> tuple[float, float]:
    """Give the seconds and the MiB that a bench's command takes."""
    with tempfile.TemporaryDirectory() as folder:
        prepare = multiprocessing.Process(target=bench.prepare, args=(Path(folder),))
        prepare.start()  # apart, as a process counts its parent's memory as its own
        prepare.join()
        here = Path(__file__).parents[2]
        command = (sys.executable, "-m", "publisher", *bench.arguments)
        begun = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 -- this very Python
            command,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(here)},
            stdout=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"publish {' '.join(bench.arguments)} failed")
    return seconds, used.ru_maxrss / KIBI


def main() -> None:
    """Run the benches whose names hold one of the words given, or all."""
    words = sys.argv[1:]
    for name, bench in BENCHES.items():
        if not words or any(word in name for word in words):
            seconds, memory = measure(bench)
            click.echo(f"{name:44} {seconds:6.2f} s {memory:6.0f} MiB")


if __name__ == "__main__":
    main()
