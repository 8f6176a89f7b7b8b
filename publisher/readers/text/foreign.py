"""Files that are no texts, though nothing in the table of readers knows them."""

import re

from publisher.readers.encoding import CONTROL

LOOKED_AT = 4096  # bytes or characters from the beginning
SIGNATURES = (
    (re.compile(rb"%PDF-"), "it is a PDF file", "import the file that it was made from"),
    (re.compile(rb"\{\\rtf"), "it is an RTF document", "save it as .docx in your word processor"),
    (re.compile(rb"\x1f\x8b|BZh|7z\xbc\xaf|Rar!|\xfd7zXZ"), "it is compressed", "unpack it first"),
    (re.compile(rb"MZ.{58}|\x7fELF|\xcf\xfa\xed\xfe", re.DOTALL), "it is a program", ""),
    (
        re.compile(
            rb"(?is)(?=.{0,2000}?^mime-version:)(?=.{0,4000}?^content-type: *multipart/related)",
            re.MULTILINE,
        ),
        "it is a web page saved as one file (MHTML)",
        "open it in the browser and save it as Web Page, Complete",
    ),
    (
        re.compile(
            rb"(?is)(?=.{0,4000}?^content-transfer-encoding: *(?:quoted|base64))", re.MULTILINE
        ),
        "it is a mail in its coded form",
        "copy the text out of the mail program",
    ),
)
MOST_CONTROLS = 0.01  # of the characters


def what_else(data: bytes, text: str) -> tuple[str, str]:
    """Say what a file is that is no text, and what to do; empty for a text.

    Args:
        data: The file.
        text: As it was decoded.

    >>> what_else(b"%PDF-1.7 ...", "%PDF-1.7 ...")[0]
    'it is a PDF file'
    """
    for pattern, what, hint in SIGNATURES:
        if pattern.match(data[:LOOKED_AT]):
            return what, hint
    head = text[:LOOKED_AT]
    broken = len(CONTROL.findall(head)) + head.count("\ufffd")
    if broken > max(MOST_CONTROLS * len(head), 2):
        return "it is no text", "is it the right file?"
    return "", ""
