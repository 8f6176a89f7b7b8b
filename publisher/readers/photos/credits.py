"""Credit lines of photographs: made as agencies print them, and compared by their parts."""

import re
import unicodedata

from publisher.localize.latin import to_latin_text
from publisher.model.credit import Credit, parse_credit
from publisher.readers.captions import Caption, split_caption
from publisher.readers.photos.photo import Photo

# Names in full and in short, as words without accents.
SHORT = {
    "associated press": "ap",
    "agence france presse": "afp",
    "european pressphoto agency": "epa",
    "deutsche presse agentur": "dpa",
    "press association": "pa",
    "anadolu agency": "anadolu",
    "anadolu ajansi": "anadolu",
    "agjencia telegrafike shqiptare": "ata",
    "novinska agencija tanjug": "tanjug",
}
WORD = re.compile(r"[^\W_]+")
# What stands beside a name and tells no two bodies apart.
GENERAL = {"photo", "photos", "foto", "image", "images", "picture", "pictures", "via", "the"}
LETTERS = str.maketrans({"đ": "dj", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "ı": "i"})


def credit_line(photo: Photo) -> str:
    """Give the line to print: the photographer, a stroke, and who supplies the picture.

    The credit line of the file is the supplier's part; where there is none, its source is, and
    where nobody is named, the copyright notice is the line. A credit line that names the
    photographer already stands for itself.

    >>> credit_line(Photo(creators=("Visar Kryeziu",), credit="AP"))
    'Visar Kryeziu/AP'
    >>> credit_line(Photo(creators=("Visar Kryeziu",), credit="AP Photo/Visar Kryeziu"))
    'AP Photo/Visar Kryeziu'
    >>> credit_line(Photo(copyright="© 2023 Tanjug"))
    '© 2023 Tanjug'
    """
    supplier = photo.credit or photo.source
    unnamed = [name for name in photo.creators if not _names(supplier, name)]
    if not unnamed:
        return supplier or photo.copyright
    people = ", ".join(photo.creators)
    if not supplier or _names(people, supplier):
        return people
    return f"{people}/{supplier}"


def printed(photo: Photo) -> Caption:
    """Give the caption and the credit of a photograph as they are printed.

    Agencies end their captions with the credit as it is to be printed; that line is taken, unless
    other fields of the file name somebody else.
    """
    found, line = split_caption(photo.caption), credit_line(photo)
    if not found.credit or not found.caption or differs(parse_credit(found.credit), photo):
        return Caption(caption=photo.caption, credit=line)
    return found


def differs(said: Credit, photo: Photo) -> bool:
    """Whether a photograph's file names somebody whom a printed credit does not.

    Compared are people and bodies, however the lines are set: "Visar Kryeziu/AP Photo" names the
    photographer Visar Kryeziu, and AP. Whoever only the printed line names is no contradiction.
    """
    if any(not _names(said.line, name) for name in photo.creators):
        return True
    supplier = photo.credit or ("" if photo.creators else photo.source)
    bodies = [body for body in _bodies(supplier) if not _is_creator(body, photo)]
    return bool(bodies) and not any(_names(said.line, body) for body in bodies)


def _bodies(line: str) -> tuple[str, ...]:
    """List those whom a line names, one after another."""
    if not line:
        return ()
    credit = parse_credit(line)
    return tuple(filter(None, (credit.creator, credit.agency, credit.distributor))) or (line,)


def _is_creator(body: str, photo: Photo) -> bool:
    return any(_names(name, body) for name in photo.creators)


def _names(line: str, name: str) -> bool:
    """Whether a line names somebody: it has every word of the name, or the initial of it."""
    words = _words(line)
    wanted = _words(name) - GENERAL or _words(name)
    return bool(wanted) and all(_has(words, word) for word in wanted)


def _has(words: set[str], word: str) -> bool:
    return word in words or (len(word) > 1 and word[0] in words)


def _words(text: str) -> set[str]:
    """Give the words of a text without case, accents and alphabet; agencies in short."""
    plain = unicodedata.normalize("NFKD", to_latin_text(text).lower().translate(LETTERS))
    line = " ".join(WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))
    for name, short in SHORT.items():
        line = line.replace(name, short)
    return set(line.split())
