"""How sure one can be that some words are a credit, by their form alone."""

import re
from collections.abc import Sequence
from enum import IntEnum

from publisher.model.agencies import Kind, find_supplier
from publisher.model.credit_line import NAMED, Part, Piece, split_line
from publisher.model.credit_words import YEAR, is_person

LONGEST = 200  # characters
MOST = 8  # words of a name
SHORT = 3  # words of a name after a label
GIVEN = re.compile(
    r".*(?:archive|arhiv|архив|arkiv|courtesy|љубазн|ljubazn|mirësjellj|ustupi|уступи)",
    re.IGNORECASE,
)
HANDLE = re.compile(r"@[\w.]+|[^\W\dA-Z]\w*\d\w*")
SUPPLIERS = frozenset({Kind.WIRE, Kind.CARRIER, Kind.HOUSE})
BYLINE = re.compile(
    r"by|autor(?:ka)?[ \u00a0]?:|аутор(?:ка)?[ \u00a0]?:|автор[ \u00a0]?:", re.IGNORECASE
)
SINGULAR = re.compile(r"[^\W\d_a-zа-яђ-џ][\w.'’-]*")
SPOKEN = re.compile(r"[\"“”„«»:]\s+\w")
LOWER = re.compile(r"[^\W\d_A-ZА-ЯЂ-Џ]")
LINKING = re.compile(
    r"of|the|and|for|in|at|on|to|de|di|du|la|le|der|die|und|i|u|za|na|e|të|dhe|për|nga|и|у|за|на|&"
)
PLACES = re.compile(
    r"(?:top|bottom|cent(?:er|re)|from|left|right|above|below|levo|desno|gore|dole|sleva|zdesna|"
    r"лево|десно|горе|доле|majtas|djathtas|lart|poshtë)",
    re.IGNORECASE,
)
ARCHIVE = re.compile(  # in brackets it says whose picture it is, and where nothing else does
    r"(?:the )?(?:arkivi?|koleksioni?|zbirka|kolekcija|arhiva?|архива?|збирка|колекција|fondi?"
    r"|archives? of|collection of)\s+\S",
    re.IGNORECASE,
)
SELF = re.compile(  # who wrote the article, where a label stands before it
    r"(?:the |our |own )?(?:author|writer|reporter)|autor(?:a|ka|ke|i|it|es|ov\w*)?"
    r"|аутор(?:а|ка|ке|ов\w*)?|redakcij[ae]|редакциј[ае]|redaksia",
    re.IGNORECASE,
)
SURE_NOTE = re.compile(
    r"hand-?\s?out(?: photo| image)?|(?:courtesy|contributed|submitted|file|pool) (?:photo|image)|"
    r"screen\s?(?:shot|grab)|print\s?screen|(?:privatna |приватна )?(?:arhiva|архива)|"
    r"cc[ -](?:by\b.*|0.*)|cc0.*|public domain",
    re.IGNORECASE,
)


class Sure(IntEnum):
    """How sure one is of a credit."""

    NO = 0
    PERSON = 1  # it has the form of a person's name, or is the name of a paper, and no more
    FORM = 2  # Name Surname/Anything
    CLEAR = 3  # it names an agency, or has a label


def judge(text: str) -> Sure:
    """Tell how sure one is that a text is a credit, and nothing but one.

    >>> judge("Jane Doe/Zeppelin").name, judge("Jane Doe").name, judge("The bridge").name
    ('FORM', 'PERSON', 'NO')
    """
    if len(text) > LONGEST or "\n" in text:
        return Sure.NO
    pieces = split_line(text)
    labels = [piece.text for piece in pieces if piece.part is Part.LABEL]
    names = [piece for piece in pieces if piece.part in NAMED]
    if any(BYLINE.fullmatch(label) for label in labels[:1]) or _is_prose(pieces):
        return Sure.NO
    if not all(_may_be_a_name(piece, "".join(labels)) for piece in names):
        return Sure.NO
    if labels:
        return Sure.CLEAR if names or _says_more(pieces) else Sure.NO
    return _by_names(pieces, names) if names else _by_notes(pieces)


def names_only(text: str) -> bool:
    """Tell whether a text is one name without a label."""
    return [piece.part for piece in split_line(text)] in ([Part.BODY], [Part.NAME])


def begins_with_a_name(text: str) -> bool:
    """Tell whether words go on from a comma as a credit: not with a year, and without a bar."""
    pieces = [piece for piece in split_line(text) if piece.part is not Part.GAP]
    barred = any(piece.part is Part.SLASH and "|" in piece.text for piece in pieces)
    return pieces[0].part is not Part.NOTE and not barred


def starts_with_label(text: str) -> bool:
    """Tell whether words begin a credit even where nothing separates them from what is before.

    >>> starts_with_label("Foto: FoNet"), starts_with_label("REUTERS/Mila Oran")
    (True, True)
    """
    pieces = [piece for piece in split_line(text) if piece.part is not Part.GAP]
    if pieces[0].part is Part.LABEL:
        label = pieces[0].text
        return label.endswith((":", "...")) or not label.islower()
    if len(pieces) < 3:  # noqa: PLR2004 -- an agency, a slash and a name
        return False
    agency, mark, name = pieces[:3]
    return _supplies(agency) and mark.text == "/" and is_person(name.text)


def _is_prose(pieces: Sequence[Piece]) -> bool:
    """Tell whether a full stop parts two names, as after a copyright mark alone it may."""
    stops = [
        at for at, piece in enumerate(pieces) if piece.part is Part.COMMA and "." in piece.text
    ]
    rights = any(piece.part is Part.LABEL and "©" in piece.text for piece in pieces)
    return not rights and any(pieces[at + 1].part is not Part.NOTE for at in stops)


def _may_be_a_name(piece: Piece, label: str) -> bool:
    text = piece.text
    if find_supplier(text) or is_person(text):
        return True
    if SPOKEN.search(text):
        return False
    if label and SELF.fullmatch(text):
        return True
    words = [word for word in text.split() if not LINKING.fullmatch(word)]
    lower = sum(1 for word in words if LOWER.match(word))
    if piece.part is Part.BODY or GIVEN.match(label):
        return len(words) <= MOST and lower * 2 <= len(words)
    if label and len(text.split()) <= SHORT:
        return all(map(SINGULAR.fullmatch, text.split()))
    return SINGULAR.fullmatch(text) is not None or HANDLE.fullmatch(text) is not None


def _supplies(piece: Piece) -> bool:
    """Tell whether a name alone says that it is one of those who send pictures."""
    found = find_supplier(piece.text)
    return found is not None and found.kind in SUPPLIERS and not found.ordinary


def _notes(pieces: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece.part is Part.NOTE]


def _says_more(pieces: Sequence[Piece]) -> bool:
    """Tell whether there is a note besides years."""
    return not all(YEAR.match(note.text.strip()) for note in _notes(pieces))


def _by_notes(pieces: Sequence[Piece]) -> Sure:
    sure = any(SURE_NOTE.fullmatch(piece.text) for piece in _notes(pieces))
    return Sure.CLEAR if sure else Sure.NO


def _by_names(pieces: Sequence[Piece], names: Sequence[Piece]) -> Sure:
    suppliers = [name for name in names if find_supplier(name.text)]
    persons = [name for name in names if _is_maker(name)]
    if len(names) == 1 and not any(piece.part is Part.VIA for piece in pieces):
        return _alone(pieces, names[0])
    if suppliers and (persons or _notes(pieces)):
        return Sure.CLEAR
    links = {piece.part for piece in pieces}
    if links & {Part.SLASH, Part.VIA} and any(map(_supplies, names)):
        return Sure.CLEAR
    if Part.VIA in links and _is_sent(pieces, names):
        return Sure.FORM
    slashed = any(piece.part is Part.SLASH and piece.text.strip() == "/" for piece in pieces)
    bodies = Part.BODY in links and links & {Part.SLASH, Part.VIA}
    if persons and (slashed or bodies or Part.FOR in links) and _apart(names):
        return Sure.FORM
    return Sure.NO


def _is_sent(pieces: Sequence[Piece], names: Sequence[Piece]) -> bool:
    """Tell whether what stands on both sides of "via" is a person, a body or a note."""
    via = any("via" in piece.text.lower() for piece in pieces if piece.part is Part.VIA)
    given = len(names) > 1 or bool(_notes(pieces))
    return via and given and all(name.part is Part.BODY or _is_maker(name) for name in names)


def _is_maker(name: Piece) -> bool:
    if HANDLE.fullmatch(name.text):
        return True
    return is_person(name.text) and not any(map(PLACES.fullmatch, name.text.split()))


def _alone(pieces: Sequence[Piece], name: Piece) -> Sure:
    if _supplies(name):
        return Sure.CLEAR
    found = find_supplier(name.text)
    if ARCHIVE.match(name.text) and not found:
        return Sure.FORM
    if (found or _is_maker(name)) and _says_more(pieces):
        return Sure.CLEAR
    if found:
        return Sure.NO if found.kind is Kind.BODY else Sure.PERSON
    return Sure.PERSON if _is_maker(name) else Sure.NO


def _apart(names: Sequence[Piece]) -> bool:
    """Tell whether two names share no word: the two names of one place often do."""
    first, *others = (set(name.text.casefold().split()) for name in names)
    return not any(first & other for other in others)
