"""An editor in LibreOffice: opens a file, edits it by the document model, saves it as .docx.

Run by the system's Python, which has `uno`: `python3 office_edits.py SOURCE TARGET EDITS`, where
EDITS is a JSON list of objects; `do` names the edit, `at` the words that it is made on.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

PATIENCE = 90  # seconds for everything
BOLD = 150.0
PARAGRAPH_BREAK = 0
SELECTING, MOVING, REPLACING, ADDING, DELIVERING = True, False, True, False, True
DAY = (2024, 3, 5)  # of the editor's comments


def main(source: str, target: str, edits: str) -> None:
    """Edit a file in an office of its own, which ends with it, whatever happens."""
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(PATIENCE)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        pipe = f"desk{os.getpid()}"
        office = subprocess.Popen(  # noqa: S603 -- LibreOffice
            [  # noqa: S607 -- wherever it is
                "soffice",
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--norestore",
                "--nolockcheck",
                f"--accept=pipe,name={pipe};urp;",
            ],
            start_new_session=True,
        )
        try:
            _edit(_desktop(pipe), Path(source), Path(target), json.loads(edits))
        finally:
            with suppress(ProcessLookupError):
                os.killpg(office.pid, signal.SIGKILL)
            office.wait()


def _give_up(_signal: int, _frame: object) -> NoReturn:
    raise TimeoutError


def _desktop(pipe: str) -> Any:  # noqa: ANN401 -- the document model has no types
    uno = import_module("uno")
    here = uno.getComponentContext()
    name = "com.sun.star.bridge.UnoUrlResolver"
    resolver = here.ServiceManager.createInstanceWithContext(name, here)
    while True:  # until the alarm
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception as error:
            if "NoConnect" not in type(error).__name__:
                raise
            time.sleep(0.2)
        else:
            name = "com.sun.star.frame.Desktop"
            return context.ServiceManager.createInstanceWithContext(name, context)


def _option(name: str, value: object) -> Any:  # noqa: ANN401
    made = import_module("uno").createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def _edit(desktop: Any, source: Path, target: Path, edits: list[dict[str, Any]]) -> None:  # noqa: ANN401
    hidden = (_option("Hidden", value=True),)
    document = desktop.loadComponentFromURL(source.resolve().as_uri(), "_blank", 0, hidden)
    try:
        for one in edits:
            {
                "track": _track,
                "replace": _replace,
                "bold": _bold,
                "comment": _comment,
                "append": _append,
                "new": _new,
                "split": _split,
                "delete": _delete,
            }[one["do"]](document, one)
        kind = (_option("FilterName", "MS Word 2007 XML"),)
        document.storeToURL(target.resolve().as_uri(), kind)
    finally:
        document.close(DELIVERING)


def _track(document: Any, edit: dict[str, Any]) -> None:  # noqa: ANN401
    document.RecordChanges = edit["on"]


def _replace(document: Any, edit: dict[str, Any]) -> None:  # noqa: ANN401
    search = document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString = edit["at"], edit["text"]
    assert document.replaceAll(search), edit


def _found(document: Any, edit: dict[str, Any]) -> Any:  # noqa: ANN401
    search = document.createSearchDescriptor()
    search.SearchString = edit["at"]
    found = document.findFirst(search)
    assert found is not None, edit
    return found


def _bold(document: Any, edit: dict[str, Any]) -> None:  # noqa: ANN401
    _found(document, edit).CharWeight = BOLD


def _comment(document: Any, edit: dict[str, Any]) -> None:  # noqa: ANN401
    found = _found(document, edit)
    note = document.createInstance("com.sun.star.text.textfield.Annotation")
    note.Author, note.Content = edit["author"], edit["text"]
    day = import_module("uno").createUnoStruct("com.sun.star.util.DateTime")
    day.Year, day.Month, day.Day = DAY
    note.DateTimeValue = day
    found.getText().insertTextContent(found, note, REPLACING)


def _end_of_paragraph(document: Any, edit: dict[str, Any]) -> Any:  # noqa: ANN401
    found = _found(document, edit)
    cursor = found.getText().createTextCursorByRange(found.getEnd())
    cursor.gotoEndOfParagraph(MOVING)
    return cursor


def _append(document: Any, edit: dict[str, Any]) -> None:  # noqa: ANN401
    cursor = _end_of_paragraph(document, edit)
    cursor.getText().insertString(cursor, edit["text"], ADDING)


def _new(document: Any, edit: dict[str, Any]) -> None:  # noqa: ANN401
    cursor = _end_of_paragraph(document, edit)
    cursor.getText().insertControlCharacter(cursor, PARAGRAPH_BREAK, ADDING)
    cursor.getText().insertString(cursor, edit["text"], ADDING)


def _split(document: Any, edit: dict[str, Any]) -> None:  # noqa: ANN401
    found = _found(document, edit)
    found.getText().insertControlCharacter(found.getStart(), PARAGRAPH_BREAK, ADDING)


def _delete(document: Any, edit: dict[str, Any]) -> None:  # noqa: ANN401
    cursor = _end_of_paragraph(document, edit)
    cursor.gotoStartOfParagraph(SELECTING)
    cursor.setString("")


if __name__ == "__main__":
    main(*sys.argv[1:])
