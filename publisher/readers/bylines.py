"""Bylines: who made an article, as lines of it say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from publisher.model.article import Contributor, ContributorRole
from publisher.model.inline import prose
from publisher.readers.draft import presentable

LONGEST = 120  # characters of a byline
LABELS: Mapping[ContributorRole, str] = MappingProxyType(
    {
        ContributorRole.TEXT: r"by|written by|words by|story by|text by|text|author|authors|von|par"
        r"|por|di|od|autor(?:ka|i|ke)?(?: teksta)?|piš[eu]|pripremi(?:o|la|li)|napisa(?:o|la|li)"
        r"|tekst"
        r"|аутор(?:ка|и|ке)?(?: текста)?|пиш[еу]|припреми(?:о|ла|ли)|написа(?:о|ла|ли)|текст"
        r"|nga|shkruan|shkroi|shkruar nga|autori|autorja|autorët|teksti|përgatiti|përgatitën",
        ContributorRole.REPORTING: r"reporting by|additional reporting by|izveštava(?:ju)?"
        r"|izvještava(?:ju)?|извештава(?:ју)?|raporton|raportuan",
        ContributorRole.PHOTOGRAPHS: r"photos by|photographs by|photography by|pictures by|photos"
        r"|fotografij[ea]|fotografisa(?:o|la)|фотографиј[еа]|фотографиса(?:о|ла)|fotografoi"
        r"|fotografitë|fotografi nga",
        ContributorRole.TRANSLATION: r"translated by|translation by|translation|preve(?:o|la|li)"
        r"|prevod|prijevod|преве(?:о|ла|ли)|превод|përktheu|përkthyen|përkthimi|përktheu nga",
        ContributorRole.EDITING: r"edited by|editing by|editor|uredi(?:o|la|li)|urednik|urednica"
        r"|уреди(?:о|ла|ли)|уредник|уредница|redaktoi|redaktuan|redaktor",
        ContributorRole.ILLUSTRATION: r"illustrations? by|illustrated by|ilustracij[ea]"
        r"|илустрациј[еа]|ilustrimi|ilustroi|ilustrimet",
    }
)
LABELLED = tuple(
    (role, re.compile(rf"(?P<label>(?:{words})(?:\s*[:：]\s*|\s+))(?P<names>\S.*)", re.IGNORECASE))
    for role, words in LABELS.items()
)
# What begins headings too, and so is a label only with a colon: "Text Messages Reveal".
NOUNS = {"text", "tekst", "текст", "teksti", "author", "authors", "photos", "translation", "editor"}
WORD = r"(?:[^\W\d_a-zа-шđžćčšë][^\W\d_]*(?:[-’'.][^\W\d_]*)*\.?)"
PARTICLE = r"(?:de|da|di|del|della|van|von|der|den|bin|al|el|la|le|du|dos|ter|of)"
NAME = re.compile(rf"{WORD}(?: (?:{PARTICLE} )*{WORD}){{0,4}}")
AND = re.compile(r"\s*(?:,\s*(?:and|dhe|und|et|i|и)\s|,|;|/|&|\s(?:and|dhe|und|et|y|e|i|и)\s)\s*")
OFFICE = re.compile(
    r"(?i)\b(?:reporter|correspondent|editor|writer|journalist|staff|bureau|photographer"
    r"|novinar\w*|urednik\w*|urednica|dopisni\w*|fotoreporter\w*|gazetar\w*|redaktor\w*"
    r"|новинар\w*|уредник\w*|уредница|дописни\w*|фоторепортер\w*|korrespondent\w*)\b"
)
FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who is named, and what of the line names nobody."""

    contributors: tuple[Contributor, ...]
    rest: str


def read_byline(line: str, *, sure: bool = False) -> Byline | None:
    """Read a line that says who made the article; None where it is none.

    Args:
        line: In one line.
        sure: Whether the line's style says that it is one.

    >>> [one.name.children[0].text for one in read_byline("By Jane Doe and Ana Kos").contributors]
    ['Jane Doe', 'Ana Kos']
    >>> [one.name.children[0].text for one in read_byline("By JANE DOE, Staff Writer").contributors]
    ['JANE DOE']
    >>> read_byline("Text Messages Reveal")
    >>> read_byline("By Friday, the bridge was open.")
    """
    text = presentable(line).strip(" |•·–—-,")
    if len(text) > LONGEST:
        return None
    for role, pattern in LABELLED:
        found = pattern.fullmatch(text)
        bare = found is not None and found["label"].strip().lower() in NOUNS
        if bare and not sure:
            continue
        if found and (names := _names(found["names"], sure=sure or ":" in found["label"])):
            return _byline(names, role, line)
    names = _names(text, sure=True) if sure else ()
    return _byline(names, ContributorRole.TEXT, line) if names else None


def is_name(text: str) -> bool:
    """Whether a line is nothing but the full name of a person, as far as one can tell."""
    words = len(text.split())
    return words >= FEWEST_WORDS and NAME.fullmatch(text) is not None


def _names(text: str, *, sure: bool) -> tuple[str, ...]:
    """Part names, without offices and places; none where a part is nothing of all this."""
    parts = tuple(filter(None, (name.strip(" .") for name in AND.split(text))))
    if not all(NAME.fullmatch(part) or OFFICE.search(part) for part in parts):
        return ()
    people = tuple(part for part in parts if not OFFICE.search(part))
    full = tuple(name for name in people if len(name.split()) >= FEWEST_WORDS)
    if people and people[0] in full:  # of those after a full name, one word is a place or an agency
        return full
    return people if sure else ()


def _byline(names: tuple[str, ...], role: ContributorRole, line: str) -> Byline:
    rest = line
    for name in names:
        rest = rest.replace(name, " ", 1)
    made = tuple(Contributor(name=prose(name), role=role) for name in names)
    return Byline(contributors=made, rest=rest)
