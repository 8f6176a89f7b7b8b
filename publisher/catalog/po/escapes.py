"""The escapes in the strings of a PO file."""

import re

LETTERS = {
    "\\": "\\",
    '"': '"',
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "v": "\v",
}
ESCAPED = {raw: f"\\{letter}" for letter, raw in LETTERS.items()}
SPECIAL = re.compile(r'[\\"\n\t\r\a\x08\f\v]')
NUMBER = r"\\(?:[0-7]{1,3}|x[0-9A-Fa-f]+)"
ESCAPE = re.compile(rf"((?:{NUMBER})+)|\\(.)", re.DOTALL)
ONE_NUMBER = re.compile(NUMBER)
BYTE = 0x100


def escape(text: str) -> str:
    r"""Write a text as the inside of a PO string.

    >>> print(escape('say "a\\b"'))
    say \"a\\b\"
    """
    return SPECIAL.sub(lambda found: ESCAPED[found.group()], text)


def unescape(text: str, charset: str) -> str:
    r"""Read the inside of a PO string; octal and hexadecimal escapes are bytes of the file's text.

    >>> unescape(r"\303\253 \x2F \n", "utf-8")
    'ë / \n'

    Raises:
        ValueError: An escape means nothing, or its bytes are no text.
    """
    if "\\" not in text:
        return text
    return ESCAPE.sub(lambda found: _meant(found, charset), text)


def _meant(found: re.Match[str], charset: str) -> str:
    numbers, letter = found.groups()
    if numbers:
        return bytes(map(_byte, ONE_NUMBER.findall(numbers))).decode(charset)
    if letter not in LETTERS:
        raise ValueError(f"\\{letter} is no escape")
    return LETTERS[letter]


def _byte(number: str) -> int:
    digits = number[1:]
    return (int(digits[1:], 16) if digits[0] == "x" else int(digits, 8)) % BYTE
