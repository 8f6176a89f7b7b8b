"""The sample in every language and format, built once by the command itself."""

import os
import subprocess
import sys
from pathlib import Path

FORMATS = ("pdf", "epub", "docx", "html", "json", "ninjs")
LANGUAGES = ("en", "sr-Cyrl", "sr-Latn", "sq")
SLUGS = ("kfor-reinforcements", "kongresi-i-manastirit")


def build_sample(folder: Path, **environment: str) -> Path:
    """Build all editions of the sample in a process of its own."""
    subprocess.run(  # noqa: S603 -- this interpreter
        [
            sys.executable,
            "-m",
            "publisher",
            "--lang",
            "all",
            "--format",
            ",".join(FORMATS),
            "--quiet",
        ],
        cwd=folder,
        env=os.environ | environment,
        check=True,
    )
    return folder / "dist"
