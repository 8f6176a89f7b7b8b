"""Who stops listening does not stop the work; who mends the program sees where it failed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from publisher.cli.say import told
from publisher.errors import UsageError

SETTINGS = 'title = "Gazeta"\npublisher = "Redaksia"\nlanguages = ["en", "sq"]\n'
ARTICLE = "---\ntitle: The bridge is open\nlang: en\n---\n\nIt opened on Friday.\n"


@pytest.mark.parametrize(
    ("arguments", "status", "made"),
    [
        (["--lang", "en", "--format", "html,json"], 0, "dist/bridge/bridge.en.json"),
        (["--lang", "sq,en", "--format", "json", "--json"], 5, "dist/bridge/bridge.en.json"),
        (["update", "--lang", "sq"], 0, "locales/sq/LC_MESSAGES/bridge.po"),
        (["init", "paper"], 0, "paper/publication.toml"),
    ],
)
def test_all_is_done_although_nobody_reads_what_is_printed(
    tmp_path: Path, arguments: list[str], status: int, made: str
) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "publication.toml").write_text(SETTINGS)
    (tmp_path / "articles" / "bridge.md").write_text(ARTICLE)
    reader, writer = os.pipe()
    os.close(reader)

    with os.fdopen(writer, "wb") as closed:
        done = subprocess.run(  # noqa: S603 -- this interpreter
            [sys.executable, "-m", "publisher", *arguments],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
            stdout=closed,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert done.returncode == status, done.stderr
    assert "Broken" not in done.stderr
    assert (tmp_path / made).exists()


def test_an_error_of_the_user_s_is_told_without_a_traceback_unless_asked_for() -> None:
    error = UsageError("there is no format 'pdff'", hint="did you mean pdf?")

    assert told(error, debug=False) == "error: there is no format 'pdff'\n  hint: did you mean pdf?"
    assert "UsageError" in told(error, debug=True)


def test_a_bug_is_called_one() -> None:
    assert "a bug in the program: KeyError('x')" in told(KeyError("x"), debug=False)
