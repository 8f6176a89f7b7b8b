"""Foreign names that a list keeps in Latin, and the Serbian endings that hang on them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from publisher.localize.lexicon import Lexicon, Name
from publisher.localize.spelling import spelling
from publisher.localize.verdict import Verdict
from publisher.localize.words import Word

ENDING = re.compile(
    r"j?(?:a|u|e|i|om|em|ama|ima|ma)|o[gmj]|i[hm]|"
    r"(?:ov|ev)(?:a|o|i|e|u|og|oga|om|ome|im|ih|ima|oj|ac|ca|cu|cem|ci|cima|aca|ce|k[aeiu]|kom|sk.+)?|"
    r"in(?:a|o|i|e|u|og|om|im|ih|oj)?|jev.*|ovsk.+|sk(?:i|a|o|e|u|og|om|im|ih|oj)"
)
TOGETHER = re.compile(r"[ \u00a0]|-|[ \u00a0]?&[ \u00a0]?|['’]")
LONGEST_ENDING = 5
ARTICLES = frozenset(
    "the of and for with from by at und des della degli dello les et du der das".split()  # noqa: SIM905 -- read as words
)

ATTACHED = "an ending without a hyphen, on a foreign word"
HYPHENED = "an ending with a hyphen hangs on it, as on a foreign word"


def listed(words: Sequence[Word], lexicon: Lexicon) -> Mapping[int, Verdict]:
    """Find the names that a list keeps in Latin: the verdict on each of their words, by index."""
    found: dict[int, Verdict] = {}
    for index, word in enumerate(words):
        if index in found:
            continue
        for name in _candidates(word, lexicon):
            kept = _standing(name, words[index : index + len(name)], lexicon)
            if kept:
                found |= dict.fromkeys(range(index, index + len(name)), kept)
                break
    return found


def _candidates(word: Word, lexicon: Lexicon) -> Iterator[Name]:
    """Give the names that begin with a word, also where an ending is written onto it."""
    key = word.text.lower()
    shortest = min(len(key), max(len(key) - LONGEST_ENDING, 2))
    for end in range(len(key), shortest - 1, -1):
        for name in lexicon.names.get(key[:end], ()):
            if end == len(key) or len(name) == 1:
                yield name


def _standing(name: Name, words: Sequence[Word], lexicon: Lexicon) -> Verdict | None:
    """Give the verdict on words that are a name, if they are."""
    if len(words) < len(name) or not all(TOGETHER.fullmatch(one.gap) for one in words[1:]):
        return None
    *first, last = map(_is, name, words)
    if all(first) and last:
        drawing = len(name) > 1 or words[0].capital or name[0] in ARTICLES
        return Verdict(keep=True, name=drawing)
    if all(first) and _is_inflected(name[-1], words[-1]):
        foreign = len(name) > 1 or name[0].islower() or spelling(name[0], lexicon).foreign
        return Verdict(keep=foreign, doubt=ATTACHED)
    return None


def _is(part: str, word: Word) -> bool:
    if part.islower():
        return word.text.lower() == part
    return word.text in {part, part.upper()}


def _is_inflected(part: str, word: Word) -> bool:
    """Whether a word is part of a name with an ending written onto it: Facebooka."""
    stem, end = word.text[: len(part)], word.text[len(part) :]
    return (
        len(part) > 1
        and part not in ARTICLES
        and _is(part, replace(word, text=stem))
        and bool(ENDING.fullmatch(end))
    )


def with_endings(words: Sequence[Word], verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Settle the words on which an ending hangs, and the endings."""
    settled = list(verdicts)
    for index in range(1, len(words)):
        word, base = words[index], words[index - 1]
        if word.gap != "-" or not ENDING.fullmatch(word.text):
            continue
        settled[index] = replace(settled[index], keep=False, doubt="", name=False)
        if not settled[index - 1].keep and _is_foreign_base(base):
            settled[index - 1] = Verdict(keep=True, doubt=HYPHENED)
    return settled


def _is_foreign_base(word: Word) -> bool:
    """Whether a hyphened ending shows that a word is foreign: a Serbian one takes none."""
    return not word.capitals and len(word.key) > 1 and word.key.isalpha()
