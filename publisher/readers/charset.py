"""The text of a page: in the encoding that it declares, if that is true."""

import codecs
import re

from publisher.readers.encoding import Decoded, decode

LOOKED_AT = 4096  # bytes; a page declares its encoding in its first kilobyte
DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})",
    re.IGNORECASE,
)
# What browsers take these names for (WHATWG Encoding, section 4.2).
TAKEN_FOR = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
TEXTUAL = re.compile(
    r"utf-8|cp(?:125\d|866|874|932|949)|iso8859-\d+|koi8-[ru]|gb18030|big5|euc_jp|iso2022_jp|mac-\w+"
)
CONTROLS = re.compile("[\x80-\x9f]")
BROKEN = 0.02  # of the characters beyond ASCII; more of them tell that the declaration is wrong


def decode_page(data: bytes) -> Decoded:
    r"""Read the bytes of a page as text.

    >>> decode_page(b'<meta charset="windows-1250"><p>\x8akola').text[-5:]
    'Škola'
    """
    declared = _declared(data)
    if not declared or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data)
    text = data.decode(declared, "replace")
    broken = text.count("\ufffd")
    beyond = sum(character > "\x7f" for character in text)
    # What would be letters in a code page of Windows are controls in the ISO page of that name.
    if broken > BROKEN * beyond or CONTROLS.search(text):
        found = decode(data)
        return found if found.text.count("\ufffd") <= broken else _told(text, declared, broken)
    return _told(text, declared, broken)


def _told(text: str, encoding: str, broken: int) -> Decoded:
    return Decoded(text=text, encoding=encoding, sure=not broken)


def _declared(data: bytes) -> str:
    found = DECLARED.search(data[:LOOKED_AT])
    if found is None:
        return ""
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except (LookupError, UnicodeError):
        return ""
    name = TAKEN_FOR.get(name, name)
    return name if TEXTUAL.fullmatch(name) else ""
