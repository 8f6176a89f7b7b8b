"""Verdicts on single words: whether a word stays in Latin, and whether an editor should look."""

import re
from dataclasses import dataclass

from publisher.localize.letters import digraph_doubt
from publisher.localize.lexicon import Lexicon
from publisher.localize.spelling import PERHAPS, spelling
from publisher.localize.words import LONG, Word

CYRILLIC = re.compile("[\u0400-\u04ff]")
ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
SURE_ROMAN = re.compile(r"(?=.*(?:II|X))[IVX]{2,}|I[IV]|IX|VI|[IVXLCDM]{5,}")
CAMEL = re.compile(r"[^\W\d_]*[a-zčćđšž][^\W\d_]*[A-ZČĆĐŠŽ]")
ORDINAL = re.compile(r"\d+[a-zčćđšž]")  # 12a, the number of a house
DIACRITIC = re.compile("[čćđšž]")
NUMBERED = re.compile(  # what a numeral at the beginning of a sentence counts
    "svetsk|razred|vek|kol[oau]|lig[aeu]|de[ol]|kategorij|stepen|međun|kongres|sednic|crnogorsk|srpsk"
    "|bataljon|korpus|armij|osnovn|gimnazij|opštinsk"
)
LONGEST = 60  # letters; what looks into a word takes longer than its length

ACRONYM = "an acronym that no list knows"
CAPITALS = "a foreign acronym or a Serbian word in capitals"
LETTER = "a single letter"
NUMERAL = "a Roman numeral or a word"
UNIT = "a unit or a word"
DIGITS = "letters and digits in one word"
MIXED_CASE = "a capital inside a word"
MIXED = "a word mixes Latin and Cyrillic letters"
ENDLESS = "too long for a word"
DOUBTFUL = "a foreign name or a Serbian word"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What becomes of a word.

    Attributes:
        keep: Whether it stays in Latin.
        doubt: Why an editor should look; empty where nothing is in doubt.
        name: Whether it is a foreign word or name, to which words beside it may belong.
    """

    keep: bool
    doubt: str = ""
    name: bool = False


CONVERT = Verdict(keep=False)
KEEP = Verdict(keep=True)


def judge(word: Word, before: Word | None, lexicon: Lexicon) -> Verdict:
    """Judge a word that belongs to no listed name."""
    if len(word.text) > LONGEST:
        return Verdict(keep=True, doubt=ENDLESS)
    rules = (_unit, _mixed, _digits, _listed_acronym, _numeral, _letter, _acronym, _camel)
    for rule in rules:
        verdict = rule(word, before, lexicon)
        if verdict:
            return verdict
    return _spelled(word, lexicon)


def _unit(word: Word, before: Word | None, lexicon: Lexicon) -> Verdict | None:
    sign = word.text.rstrip("²³⁻¹-0123456789") or word.text
    if word.text in lexicon.units["anywhere"] or sign in lexicon.units["anywhere"]:
        return KEEP
    if sign not in lexicon.units["number"]:
        return None
    raised = sign == "m" and word.text != sign
    slashed = word.gap == "/" and before is not None and len(before.text) <= LONG
    degree = sign in {"C", "F"} and word.gap.rstrip().endswith("°")
    if raised or slashed or degree:
        return KEEP
    if word.measured and not (sign == "g" and word.after.startswith(".")):
        doubtful = sign in lexicon.units["doubtful"]
        return Verdict(keep=True, doubt=UNIT if doubtful else "")
    return None


def _mixed(word: Word, _: Word | None, __: Lexicon) -> Verdict | None:
    if not CYRILLIC.search(word.text):
        return None
    latin = any(letter.isalpha() and not CYRILLIC.match(letter) for letter in word.text)
    return Verdict(keep=False, doubt=MIXED if latin else "")


def _digits(word: Word, _: Word | None, __: Lexicon) -> Verdict | None:
    letters = [letter for letter in word.text if letter.isalpha()]
    if not letters:
        return KEEP
    if len(letters) == len(word.key) or not any(letter.isdigit() for letter in word.text):
        return None
    return CONVERT if ORDINAL.fullmatch(word.text) else Verdict(keep=True, doubt=DIGITS)


def _numeral(word: Word, before: Word | None, _: Lexicon) -> Verdict | None:
    if not ROMAN.fullmatch(word.text):
        return None
    if len(word.text) == 1:
        return _single_numeral(word, before)
    if SURE_ROMAN.fullmatch(word.text) and not (word.shouted and word.text == "VI"):
        return KEEP
    return Verdict(keep=not word.shouted, doubt=NUMERAL)


def _single_numeral(word: Word, before: Word | None) -> Verdict | None:
    """Judge one capital that can be a numeral: Petar I, V kolo."""
    if word.text == "X":
        return KEEP
    if word.text not in {"I", "V"} or word.shouted or word.after.startswith("."):
        return None
    named = before is not None and before.capital and word.gap.isspace() and not word.starts
    if named:
        return KEEP
    conjunction = word.starts and word.text == "I" and not NUMBERED.match(word.following)
    return None if conjunction else Verdict(keep=True, doubt=NUMERAL)


def _letter(word: Word, before: Word | None, _: Lexicon) -> Verdict | None:
    if len(word.key) > 1 or not word.text.isalpha() or word.key in "qwxy":
        return None
    initial = word.after.startswith(".") or word.text == "A" or word.shouted
    spoken = word.key in "aeiouks" and (word.text.islower() or word.starts)
    if initial or spoken or word.after.startswith(")"):
        return CONVERT
    vitamin = word.text in {"C", "D"} and before is not None and before.key.startswith("vitamin")
    return Verdict(keep=vitamin, doubt=LETTER)


def _listed_acronym(word: Word, _: Word | None, lexicon: Lexicon) -> Verdict | None:
    key = word.text.upper() if CAMEL.match(word.text) else word.text  # BiH
    match lexicon.acronyms.get(key):
        case "cyrillic":
            return CONVERT
        case "latin":
            return KEEP
        case "doubtful":
            return Verdict(keep=not word.shouted, doubt=CAPITALS)
        case _:
            return None


def _acronym(word: Word, _: Word | None, lexicon: Lexicon) -> Verdict | None:
    if not word.capitals or DIACRITIC.search(word.key):
        return None
    short = len(word.text) < LONG
    if word.shouted or (not short and word.starts):
        unspoken = short and not re.search("[aeiour]", word.key)
        return Verdict(keep=False, doubt=ACRONYM) if unspoken else None
    foreign = spelling(word.text, lexicon).foreign if not short else _has_foreign_letter(word)
    return Verdict(keep=foreign, doubt="" if _has_foreign_letter(word) else ACRONYM)


def _has_foreign_letter(word: Word) -> bool:
    return any(letter in "qwxy" for letter in word.key)


def _camel(word: Word, _: Word | None, __: Lexicon) -> Verdict | None:
    if not CAMEL.match(word.text):
        return None
    if _has_foreign_letter(word):
        return Verdict(keep=True, name=True)
    return Verdict(keep=not DIACRITIC.search(word.key), doubt=MIXED_CASE)


def _spelled(word: Word, lexicon: Lexicon) -> Verdict:
    if any(word.key == stem for stem, _ in lexicon.digraphs["word"]):
        return CONVERT
    if word.text in lexicon.doubtful_names:
        return Verdict(keep=False, doubt=DOUBTFUL)
    judged = spelling(word.text, lexicon)
    if judged.foreign:
        # A word with Serbian letters only that looks foreign is likelier a slip of typing.
        serbian = bool(DIACRITIC.search(word.key)) and judged.doubt == PERHAPS
        return Verdict(keep=not serbian, doubt=judged.doubt, name=not judged.doubt)
    return Verdict(keep=False, doubt=judged.doubt or digraph_doubt(word.text, lexicon))
