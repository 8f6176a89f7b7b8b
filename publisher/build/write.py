"""Writing: a file appears whole or not at all."""

import os
import tempfile
from pathlib import Path

from publisher.errors import UsageError

READABLE = 0o644


ROOM = "see to the folder's rights and the disk's space"
ROOM_OR_OUT = f"{ROOM}, or choose another with --out"


def write_whole(path: Path, data: bytes, *, hint: str = ROOM) -> None:
    """Write a file beside its place, then move it there.

    Args:
        path: Where it belongs; its folder is made.
        data: All of it.
        hint: What to do where it cannot be written.

    Raises:
        UsageError: The folder cannot be written to, or the disk is full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _refused(path, error, hint) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(READABLE)
        Path(name).replace(path)
    except OSError as error:
        raise _refused(path, error, hint) from error
    finally:
        Path(name).unlink(missing_ok=True)


def _refused(path: Path, error: OSError, hint: str) -> UsageError:
    return UsageError(f"cannot be written: {error.strerror}", where=str(path), hint=hint)
