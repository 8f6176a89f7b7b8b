"""Credit lines that follow the script of an edition, where a publication has chosen so.

A line is left alone unless the line itself shows that it is Serbian: a name in -ić or another
letter that only Serbian and its nearest kin have, a Serbian agency, a Serbian word. One foreign
word or doubtful name in it, and it stays byte for byte.
"""

import re

from publisher.localize.cyrillic import to_cyrillic
from publisher.localize.latin import to_latin_text
from publisher.localize.protected import Piece, mask_protected
from publisher.localize.scripts import CYRILLIC, OTHER
from publisher.model.credit import Credit, parse_credit

EVIDENCE = re.compile(
    r"[ćđЋЂ]|\b(?:Tanjug|FoNet|ustuplj|snimi[ol]|ljubaznošću|privatna arhiva)", re.IGNORECASE
)
SERBIAN_CYRILLIC = re.compile("[ЂЈ-ЋЏА-ИК-Шђј-ћџа-ик-ш]")
ANY_CYRILLIC = re.compile("[\u0400-\u04ff]")
ANY_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


def follow_script(credit: Credit, language: str, foreign: tuple[str, ...] = ()) -> Credit:
    """Give a credit in the script of a Serbian edition, or as printed if it may not be Serbian.

    >>> follow_script(parse_credit("Foto: Nenad Petrović/Tanjug"), "sr-Cyrl").line
    'Фото: Ненад Петровић/Танјуг'
    >>> follow_script(parse_credit("Nenad Petrović/AFP via Getty Images"), "sr-Cyrl").line
    'Nenad Petrović/AFP via Getty Images'

    Args:
        credit: As printed.
        language: BCP 47 tag of the edition.
        foreign: Words and names that stay in Latin in Cyrillic text.
    """
    if language not in OTHER:
        return credit
    line = credit.line
    converted = _cyrillic(line, foreign) if language == CYRILLIC else _latin(line)
    return credit if converted == line else parse_credit(converted)


def _latin(line: str) -> str:
    letters = ANY_CYRILLIC.findall(line)
    converted = to_latin_text(line)
    serbian = letters and all(map(SERBIAN_CYRILLIC.fullmatch, letters))
    if not serbian or ANY_LATIN.search(line) or not EVIDENCE.search(converted):
        return line
    return converted


def _cyrillic(line: str, foreign: tuple[str, ...]) -> str:
    if ANY_CYRILLIC.search(line) or not EVIDENCE.search(line):
        return line
    conversion = to_cyrillic((Piece(text=line),), foreign)
    (converted,) = conversion.texts
    kept = ANY_LATIN.search(mask_protected(converted))
    return line if conversion.unsure or kept else converted
