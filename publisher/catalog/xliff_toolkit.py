"""The Translate Toolkit, imported when an XLIFF file is read or written."""

from typing import TYPE_CHECKING

from publisher.errors import SystemComponentError

if TYPE_CHECKING:
    from translate.storage.xliff2 import Xliff2File, Xliff2Unit


def toolkit() -> "tuple[type[Xliff2File], type[Xliff2Unit]]":
    """Give the Toolkit's classes of XLIFF 2.

    Raises:
        SystemComponentError: It is not installed.
    """
    try:
        from translate.storage.xliff2 import Xliff2File, Xliff2Unit  # noqa: PLC0415 -- an extra
    except ImportError as error:
        raise SystemComponentError(
            "XLIFF needs the Translate Toolkit, which is not installed",
            hint='pip install "publisher[xliff]"',
        ) from error
    return Xliff2File, Xliff2Unit
