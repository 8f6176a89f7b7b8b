"""Writing: a file appears whole or not at all."""

import os
import tempfile
from pathlib import Path

from publisher.errors import UsageError

READABLE = 0o644


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place, then move it there.

    Raises:
        UsageError: The folder cannot be written to, or the disk is full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _refused(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(READABLE)
        Path(name).replace(path)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        Path(name).unlink(missing_ok=True)


def _refused(path: Path, error: OSError) -> UsageError:
    return UsageError(
        f"cannot be written: {error.strerror}",
        where=str(path),
        hint="see to the folder's rights and the disk's space, or choose another with --out",
    )
