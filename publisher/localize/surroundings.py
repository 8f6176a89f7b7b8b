"""What the words around a word tell of it: a foreign name beside it, a quotation, a preposition."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from publisher.localize.letters import DIGRAPHS
from publisher.localize.lexicon import Lexicon
from publisher.localize.names import ARTICLES, TOGETHER
from publisher.localize.verdict import DIACRITIC, Verdict
from publisher.localize.words import Word

SERBIAN_END = re.compile(
    r"(?:ij|nic|sk|čk|nj|šk|stv|ov|ev)(?:a|e|i|u|o|om|ama|og|oj|im|ih|ima)$|(?:nik|telj|ić|nic)(?:a|u|om|em|e|i|ima|o)?$|ost(?:i|ima)?$"
)
SMALL = 3  # letters: a stem as short says nothing of longer words
TITLE = 6  # words: a longer quotation is somebody's speech
OPENING = re.compile('[„“»«"]$')
CLOSING = re.compile('[.,!?…]?[”“«»"]')
GOVERNED = {  # preposition: the endings that it asks for
    **dict.fromkeys("u na o po pri prema k ka".split(), ("u", "i", "oj", "om", "ima", "ama", "im")),  # noqa: SIM905 -- read as words
    **dict.fromkeys(
        "iz od do kod bez oko protiv posle pre zbog preko ispred ispod iznad iza između blizu radi "  # noqa: SIM905 -- read as words
        "kraj pored van".split(),
        ("a", "e", "og", "ih", "i"),
    ),
    **dict.fromkeys("sa s pred nad pod među za".split(), ("om", "em", "im", "ima", "ama", "u")),  # noqa: SIM905 -- read as words
}

BESIDE = "beside a foreign name"
AFTER_CUE = "perhaps a foreign name, after a noun that announces one"
UNKNOWN = "a name that no list knows"
QUOTED = "in quotation marks with a foreign word"


def with_neighbours(
    words: Sequence[Word], verdicts: Sequence[Verdict], lexicon: Lexicon
) -> list[Verdict]:
    """Let a foreign name draw the capitalised words beside it into Latin, and report them."""
    spread = list(verdicts)
    for index in range(1, len(words)):
        if _draws(words[index - 1], spread[index - 1]) and _follows(words[index]):
            spread[index] = _drawn(words[index], spread[index], lexicon, forward=True)
    for index in range(len(words) - 2, -1, -1):
        if _draws(words[index + 1], spread[index + 1]) and _follows(words[index + 1]):
            spread[index] = _drawn(words[index], spread[index], lexicon, forward=False)
    return spread


def with_capitals(
    words: Sequence[Word], verdicts: Sequence[Verdict], lexicon: Lexicon
) -> list[Verdict]:
    """Report the capitalised words that may be a foreign name, for where they stand."""
    settled: list[Verdict] = []
    for index, verdict in enumerate(verdicts):
        judged = _capital(index, words, verdict, lexicon)
        if settled and settled[-1].doubt == UNKNOWN and _goes_on(words[index], judged):
            judged = replace(judged, doubt=UNKNOWN)  # Auteur Film Festival
        settled.append(judged)
    return settled


def _goes_on(word: Word, verdict: Verdict) -> bool:
    """Whether a word belongs to the name before it, which a Serbian one would in small letters."""
    plain = not verdict.keep and not verdict.doubt
    return plain and word.gap.isspace() and _is_name(word) and not DIACRITIC.search(word.key)


def _capital(index: int, words: Sequence[Word], verdict: Verdict, lexicon: Lexicon) -> Verdict:
    word = words[index]
    plain = not verdict.keep and not verdict.doubt and word.capital and len(word.key) > 1
    if not plain or word.shouted or word.capitals or _looks_serbian(word.key, lexicon):
        return verdict
    quoted = word.gap.strip("„“”\"'’»«").isspace()
    if index and quoted and _begins(words[index - 1].key, lexicon.stems["cue"]):
        return replace(verdict, doubt=AFTER_CUE)
    if word.starts or _is_known(index, words, lexicon) or _is_governed(index, words):
        return verdict
    return replace(verdict, doubt=UNKNOWN)


def _is_known(index: int, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a word, or one of the name of which it is a part, is of Serbian spelling."""
    known = lexicon.stems["known"]
    beside = []
    if index > 0 and words[index].gap.isspace() and not words[index - 1].starts:
        beside.append(words[index - 1])
    if index > 0 and words[index - 1].starts and _begins(words[index - 1].key, known):
        return True
    if index + 1 < len(words) and words[index].after.isspace():
        beside.append(words[index + 1])
    return _begins(words[index].key, known) or any(
        _is_name(one) and (_begins(one.key, known) or _is_formed(one.key)) for one in beside
    )


def _is_governed(index: int, words: Sequence[Word]) -> bool:
    """Whether a word has the ending that a preposition before it asks for: a Serbian one does."""
    if not index or not words[index].gap.isspace():
        return False
    return words[index].key.endswith(GOVERNED.get(words[index - 1].key, ()))


def _is_name(word: Word) -> bool:
    return word.capital and not word.capitals and len(word.key) > 1


def _begins(key: str, stems: tuple[str, ...]) -> bool:
    """Whether a word is one of these, or an inflected form of it."""
    return any(
        key == stem or (len(stem) > SMALL and key.startswith(stem) and len(key) <= len(stem) + 3)
        for stem in stems
    )


def _draws(word: Word, verdict: Verdict) -> bool:
    return verdict.keep and verdict.name and (word.capital or word.key in ARTICLES)


def _follows(word: Word) -> bool:
    return bool(TOGETHER.fullmatch(word.gap))


def _drawn(word: Word, verdict: Verdict, lexicon: Lexicon, *, forward: bool) -> Verdict:
    own = verdict.keep or verdict.doubt or not word.capital or len(word.key) == 1
    if own or word.shouted:
        return verdict
    if _looks_serbian(word.key, lexicon):
        return Verdict(keep=False, doubt=BESIDE if forward else "")
    return Verdict(keep=not word.starts, doubt=BESIDE, name=not word.starts)


def _looks_serbian(key: str, lexicon: Lexicon) -> bool:
    return _is_formed(key) or _begins(key, lexicon.stems["beside"])


def _is_formed(key: str) -> bool:
    """Whether a word has a letter or an ending that only Serbian ones have."""
    ended = len(key) > SMALL + 1 and SERBIAN_END.search(key)
    return bool(DIACRITIC.search(key) or ended or any(pair in key for pair in DIGRAPHS))


def with_quotations(
    words: Sequence[Word], verdicts: Sequence[Verdict], lexicon: Lexicon
) -> list[Verdict]:
    """Keep the words of a short quotation in which a foreign one stands, and report them."""
    settled = list(verdicts)
    for inside in _quotations(words):
        foreign = sum(verdicts[index].name for index in inside)
        if not foreign:
            continue
        for index in inside:
            word, verdict = words[index], settled[index]
            if verdict.keep or verdict.doubt or _looks_serbian(word.key, lexicon):
                continue
            settled[index] = Verdict(keep=2 * foreign >= len(inside) - 1, doubt=QUOTED)
    return settled


def _quotations(words: Sequence[Word]) -> Iterator[range]:
    """Find the quotations of a few words, which are titles."""
    start = None
    for index, word in enumerate(words):
        if OPENING.search(word.gap):
            start = index
        if start is not None and CLOSING.match(word.after):
            if 1 < index + 1 - start <= TITLE:
                yield range(start, index + 1)
            start = None
