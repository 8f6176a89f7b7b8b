"""The wheel carries everything: installed in a clean environment, it works in an empty folder."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def call(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(  # noqa: S603 -- programs of the environment made here
        command, cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as a release would be."""
    folder = tmp_path_factory.mktemp("wheel")
    call(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_data_and_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    for name in (
        "publisher/py.typed",
        "publisher/model/article.schema.json",
        "publisher/model/languages/sq.toml",
        "publisher/export/ninjs/ninjs-schema_3.2.json",
        "publisher/export/ninjs/LICENSE-ninjs-schema.txt",
        "publisher/sample/articles/kfor-reinforcements/article.md",
        "publisher/starter/publication.toml",
        "publisher/locales/sr_Cyrl/LC_MESSAGES/publisher.po",
        "publisher/locales/sr_Cyrl/glossary.csv",
        "publisher/catalog/lint/words.toml",
        "publisher/layouts/article/template.docx",
        "publisher/layouts/article/fonts/OFL-SourceSerif4.txt",
    ):
        assert name in names
    assert not [name for name in names if name.startswith("tests/") or name.endswith(".pyc")]


def test_installed_in_a_clean_environment_it_builds_the_sample_in_an_empty_folder(
    wheel: Path, dist: Path, tmp_path: Path
) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    install = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    empty = tmp_path / "empty"
    empty.mkdir()

    call(*install, "--require-hashes", "--no-deps", "-r", ROOT / "requirements.lock", cwd=empty)
    call(*install, "--no-deps", wheel, cwd=empty)
    publish = tmp_path / "venv" / "bin" / "publish"
    call(publish, "--lang", "sr", "--format", "pdf,epub,docx,html,json,ninjs", cwd=empty)

    built = sorted((empty / "dist").glob("*/*.sr-Cyrl.*"))
    assert len(built) == 12
    for path in built:
        assert path.read_bytes() == (dist / path.relative_to(empty / "dist")).read_bytes()
