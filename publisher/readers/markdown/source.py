"""From bytes to text, and from text to front matter and body."""

from dataclasses import dataclass

from publisher.model.text import FORBIDDEN, find_forbidden
from publisher.readers.base import Findings

BOM = b"\xef\xbb\xbf"
FENCE = "---"
LONGEST = 2_000_000  # bytes; a book of a thousand pages, far beyond any article
EXAMPLE = "begin the file with a line ---, then `title: …` and `lang: …`, then a line ---"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The two parts of a file.

    Attributes:
        front: The YAML between the two fences, or None where there is none.
        body: The Markdown after it.
        body_line: The line of the file on which the body begins, 1-based; `front` begins on 2.
    """

    front: str | None
    body: str
    body_line: int


def decode(data: bytes, findings: Findings) -> str | None:
    """Read UTF-8 with any line endings; None where the bytes are not text.

    Characters that no finished file may hold are reported, and stand as U+FFFD in the result so
    that what follows is still read.
    """
    if len(data) > LONGEST:
        findings.error(
            1, "file-too-long", f"the file has {len(data)} bytes, more than {LONGEST}", "split it"
        )
        return None
    try:
        text = data.removeprefix(BOM).decode()
    except UnicodeDecodeError as error:
        _refuse_encoding(data, error, findings)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = True
    for number, line in enumerate(text.split("\n"), start=1):
        found = find_forbidden(line)
        if found:
            clean = False
            findings.error(
                number,
                "control-character",
                f"the line holds the character U+{ord(found.group()):04X}, which no file may hold",
                "delete it; it is often invisible",
            )
    return text if clean else FORBIDDEN.sub("\ufffd", text)


def _refuse_encoding(data: bytes, error: UnicodeDecodeError, findings: Findings) -> None:
    offset = error.start + (len(BOM) if data.startswith(BOM) else 0)
    findings.error(
        data[:offset].count(b"\n") + 1,
        "encoding",
        f"the file is not UTF-8: byte 0x{data[offset]:02X} at offset {offset}",
        "save the file as UTF-8",
    )


def split(text: str, findings: Findings) -> Source:
    """Take the front matter off the body; where it is missing or open, say so."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        findings.error(1, "front-matter-missing", "the article has no front matter", EXAMPLE)
        return Source(front=None, body=text, body_line=1)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            front = "\n".join(lines[1:number])
            return Source(front=front, body="\n".join(lines[number + 1 :]), body_line=number + 2)
    findings.error(
        1,
        "front-matter-unclosed",
        "the front matter is not closed",
        "end it with a line of its own that holds only ---",
    )
    return Source(front=None, body="", body_line=len(lines))
