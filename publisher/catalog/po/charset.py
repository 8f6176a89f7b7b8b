"""The encoding of a PO file: UTF-8, or another that its header names."""

import codecs
import re

from publisher.errors import CatalogError

SAID = re.compile(rb'"Content-Type:[^"\n]*charset=([^\\"\s;]+)', re.IGNORECASE)
CHARSET = re.compile(r"(?<=charset=)[^\s;]+")
PLACEHOLDER = "CHARSET"  # what a template says before anyone chose
# Python's names of the encodings that gettext calls portable; ASCII is a part of each.
PORTABLE = re.compile(
    r"ascii|utf-8|iso8859-\d+|cp\d+|koi8-[rut]|euc_\w+|gb\w+|big5\w*|shift_jis\w*|johab|tis-620"
)


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Give the text of a PO file, and the name of its encoding.

    Raises:
        CatalogError: The header names no known encoding, or the file is in another one.
    """
    said = SAID.search(data)
    charset = _codec(said[1].decode("ascii", "replace") if said else "UTF-8", name)
    try:
        return data.decode("utf-8-sig" if charset == "utf-8" else charset), charset
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        shown = "UTF-8" if charset == "utf-8" else f"{charset}, as its header says"
        raise CatalogError(
            f"the catalog is not in {shown}",
            where=f"{name}:{line}",
            hint="save it as UTF-8 (msgconv -t UTF-8)",
        ) from error


def _codec(said: str, name: str) -> str:
    if said == PLACEHOLDER:
        return "utf-8"
    codec = _lookup(said)
    if not codec:
        raise CatalogError(
            f"the header says charset={said}, which is no encoding of a catalog",
            where=f"{name}:1",
            hint="save it as UTF-8 and say charset=UTF-8 (msgconv -t UTF-8)",
        )
    return "utf-8" if codec == "ascii" else codec


def _lookup(said: str) -> str:
    """Give Python's name of an encoding that catalogs have; empty for anything else."""
    try:
        codec = codecs.lookup(said).name
    except (LookupError, ValueError):
        return ""
    return codec if PORTABLE.fullmatch(codec) else ""


def say_utf8(header: str) -> str:
    """Let a header say the encoding that catalogs are written in."""
    return CHARSET.sub("UTF-8", header)
