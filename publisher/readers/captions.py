"""The words below a picture: what is the caption, and what the credit.

A credit stands at the end: in brackets, after a label, or after the last sentence. Brackets and
slashes stand in captions too, so each possible end is judged by its form, and what stands before
it decides how sure one has to be.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from publisher.model.credit_words import is_note
from publisher.readers.judgement import (
    Sure,
    begins_with_a_name,
    judge,
    names_only,
    starts_with_label,
)

REACH = 240  # characters from the end in which a credit begins
BRACKETED = re.compile(
    r"[(\[](?P<inside>(?:[^()\[\]]|\([^()\[\]]*\)|\[[^()\[\]]*\])+)[)\]]\s*[.,;]?$"
)
ENDED = re.compile(r"[.!?…]['\"”“’»)\]]*$")
STOP = re.compile(r"(?<=\w\w)\.$")
ABBREVIATED = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Jr|Sr|Bros)\.$")
DATELINE = re.compile(r"[^\W\d_a-z][^\d_a-z]+(?:, [\w. ]{2,20})?")
BREAK = re.compile(
    r"(?:(?<=\s)|(?<=[|•·—]))(?=[^\s|–—•·,;/-])|(?<=\S)(?=©)|(?<=\w\w[.!?…])(?=[^\W\d_a-z])"
)
MARKS = " \t\n\u00a0|–—-•·,;/"
SMALL = frozenset({"of", "the", "and", "for", "in", "i", "e", "za", "të", "dhe", "de"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The words below a picture.

    Attributes:
        caption: Without the credit.
        credit: As printed, with a label but without brackets around it; empty where there is none.
    """

    caption: str
    credit: str = ""


class Before(Enum):
    """What stands before a possible credit."""

    SENTENCE = "sentence"  # the end of one, or of a line
    BAR = "bar"
    DASH = "dash"
    COMMA = "comma"
    WORD = "word"


def split_caption(text: str) -> Caption:
    """Take the credit out of the words below a picture.

    >>> split_caption("The bridge on Friday. (Armend Nimani/AFP via Getty Images)").credit
    'Armend Nimani/AFP via Getty Images'
    >>> split_caption("The mayor (left) opens the bridge").credit
    ''
    """
    text = text.strip()
    if is_credit(text):
        return Caption(caption="", credit=_bare(text))
    return _in_brackets(text) or _at_the_end(text) or Caption(caption=text)


def is_credit(text: str) -> bool:
    """Tell whether a line that stands alone is a credit.

    >>> is_credit("Foto: Tanjug"), is_credit("(AP Photo/Arta Lila)"), is_credit("Peja/Peć")
    (True, True, False)
    """
    line = text.strip()
    return len(line) <= REACH and _judge_bare(_bare(line)) >= Sure.FORM


def _judge_bare(text: str) -> Sure:
    """Judge words that are in no brackets; brackets within them may follow a caption of names."""
    found = BRACKETED.search(text)
    plain = text[: found.start()] if found and is_note(found["inside"]) else text
    brackets = any(bracket in plain.lower().removeprefix("(c)") for bracket in "()[]")
    return Sure.NO if brackets else judge(text)


def _bare(text: str) -> str:
    """Give a credit without the brackets around it and the full stop after it."""
    found = BRACKETED.match(text)
    bare = found["inside"].strip() if found else text
    return bare if ABBREVIATED.search(bare) else STOP.sub("", bare)


def _in_brackets(text: str) -> Caption | None:
    found = BRACKETED.search(text, max(0, len(text) - REACH))
    if found is None or (is_note(found["inside"]) and _at_the_end(text)):
        return None
    before, credit = text[: found.start()].rstrip(), found["inside"].strip()
    ended = not before or ENDED.search(before) is not None
    sure = judge(credit)
    if sure < (Sure.PERSON if ended else Sure.FORM) or (not ended and _explains(before, credit)):
        return None
    stop = "" if ended else text[found.end() - 1 :].strip(")]")
    return Caption(caption=before.rstrip(MARKS) + stop, credit=_bare(credit))


def _explains(before: str, inside: str) -> bool:
    """Tell whether brackets hold the abbreviation of a name, or the agency of a dateline."""
    if not names_only(inside):
        return False
    words = [word for word in re.split(r"[\s-]+", before) if word and word not in SMALL]
    initials = "".join(word[0] for word in words).casefold()
    return bool(DATELINE.fullmatch(before)) or initials.endswith(inside.casefold())


def _at_the_end(text: str) -> Caption | None:
    for start in _starts(text):
        before, credit = text[:start], text[start:]
        if _is_enough(_judge_bare(_bare(credit)), _before(before), credit):
            return Caption(caption=before.rstrip(MARKS), credit=_bare(credit))
    return None


def _starts(text: str) -> Iterator[int]:
    first = max(1, len(text) - REACH)
    return (found.start() for found in BREAK.finditer(text, first))


def _before(before: str) -> Before:
    shown = before[-REACH:].rstrip()
    if ENDED.search(shown) or "\n" in before[len(before.rstrip()) :]:
        return Before.SENTENCE
    slashed = shown.endswith(" /") and ENDED.search(shown[:-1].rstrip())
    if shown.endswith(("|", "•", "·")) or slashed:
        return Before.BAR
    if shown.endswith((" –", " —", " -", " /", "—", ";")):
        return Before.DASH
    return Before.COMMA if shown.endswith(",") else Before.WORD


def _is_enough(sure: Sure, before: Before, credit: str) -> bool:
    """Tell whether one is sure enough of a credit, after what stands before it."""
    match before:
        case Before.SENTENCE | Before.DASH:
            return sure >= Sure.FORM
        case Before.BAR:
            return sure >= Sure.PERSON
        case Before.COMMA:
            return sure is Sure.CLEAR and not names_only(credit) and begins_with_a_name(credit)
        case Before.WORD:
            return sure is Sure.CLEAR and starts_with_label(credit)
