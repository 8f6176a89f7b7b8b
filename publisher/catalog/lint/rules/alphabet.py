"""S: each text is in the letters of its language."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from publisher.catalog.lint.entry import Context, Entry
from publisher.catalog.lint.finding import Slip, listed
from publisher.catalog.lint.sentences import sentences
from publisher.catalog.lint.view import WORD
from publisher.diagnostics import Level

LATIN = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]")
CYRILLIC = re.compile("[\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f]")
LOWER_LATIN = re.compile(r"(?<!\w)[a-zà-öø-ÿ]\w\w")

LATIN_TWINS = "aeopcxyjisABEHJKMOPCTX"
CYRILLIC_TWINS = "аеорсхујіѕАВЕНЈКМОРСТХ"
AS_LATIN = str.maketrans(CYRILLIC_TWINS, LATIN_TWINS)
AS_CYRILLIC = str.maketrans(LATIN_TWINS, CYRILLIC_TWINS)

LONE = re.compile(r"(?<!\w)[aockyAOCKY](?!\w)")
BEGINNING = re.compile(r"(?:\A|[.!?…:]\s|[„–—]\s?)\Z")
NEXT = re.compile(r"\s+([^\W\d_]+)")
LAST = re.compile(r"([^\W\d_]+)\s+\Z")
AROUND = 40  # characters in which a neighbouring word is looked for

SERBIAN = "абвгдђежзијклљмнњопрстћуфхцчџшѐѝӣӯ"
FOREIGN = re.compile(f"(?![{SERBIAN}{SERBIAN.upper()}]){CYRILLIC.pattern}")
NOT_LATIN = {  # in Serbian Latin
    **dict.fromkeys("ǆǅǄ", "dž"),
    **dict.fromkeys("ǉǈǇ", "lj"),
    **dict.fromkeys("ǌǋǊ", "nj"),
    **dict.fromkeys("ðÐ", "đ"),
}
SENTENCE = 3  # words from which a text is read as a sentence

LONG = {"sr-Latn": 200, "sq": 60}  # letters of a text that cannot do without
MARKED = {"sr-Latn": frozenset("čćšžđ"), "sq": frozenset("ë")}
PLAIN_DJ = re.compile(
    r"(?<!\w)(?:djord|djok|djindj|djur[ao]|djuk|djakov|takodje|izmedj|medj[ua]|gradjan|dogadj"
    r"|rodj[ae]|vodj[aeiu]|tudj[aei]|nadjen|dodje)\w*",
    re.IGNORECASE,
)


def mixed(entry: Entry, context: Context) -> Iterator[Slip]:
    """S1: no word mixes Latin and Cyrillic letters."""
    del context
    if not (LATIN.search(entry.target.own) and CYRILLIC.search(entry.target.own)):
        return
    words = [word for word in _own_words(entry) if _is_mixed(word)]
    if words:
        mended = " or ".join(_readings(words[0]))
        yield Slip(
            message=f"Latin and Cyrillic letters are mixed in {listed(words)}",
            hint=f"retype it as {mended}" if mended else "retype it",
        )


def lone(entry: Entry, context: Context) -> Iterator[Slip]:
    """S2: no Latin letter stands alone for а, о, с, к or у."""
    del context
    text = entry.target.own
    for found in LONE.finditer(text):
        letter = found.group()
        after = NEXT.match(text, found.end(), found.end() + AROUND)
        before = LAST.search(text, max(0, found.start() - AROUND), found.start())
        if not after or (LATIN.match(after[1]) and before and LATIN.match(before[1])):
            continue
        if letter.isupper() and not _begins_sentence(text, found.start(), after[1]):
            continue
        yield Slip(
            message=f"the Latin letter {letter!r} stands where a Cyrillic"
            f" {letter.translate(AS_CYRILLIC)!r} is meant",
            hint="retype it with a Serbian keyboard",
            level=Level.WARNING if letter.isupper() else None,
        )
        return


def _begins_sentence(text: str, at: int, after: str) -> bool:
    return bool(
        after.islower() and CYRILLIC.match(after) and BEGINNING.search(text, max(0, at - 2), at)
    )


def script(entry: Entry, context: Context) -> Iterator[Slip]:
    """S3: the text is in the script of its language."""
    _, wanted = context.scripts
    if wanted == "Latn" and CYRILLIC.search(entry.target.own):
        words = [word for word in _own_words(entry, context) if _is_cyrillic(word)]
        if words:
            yield Slip(
                message=f"Cyrillic letters stand in {listed(words)}", hint="retype it in Latin"
            )
    if wanted == "Cyrl":
        latin = [one for one in sentences(entry.target.own) if _is_latin_sentence(one)]
        if latin:
            yield Slip(
                message=f"a sentence has no Cyrillic letter: {listed(latin)}",
                hint="translate it, or write it in Cyrillic",
            )


def alphabet(entry: Entry, context: Context) -> Iterator[Slip]:
    """S4: only letters of the language's own alphabet, each as one character."""
    raw = entry.text
    if not unicodedata.is_normalized("NFC", raw):
        yield Slip(
            message="letters are made of a letter and a separate mark, such as c and U+0327",
            hint="retype them: ç, ë, ć are one character each",
        )
    if context.catalog.language == "sr-Cyrl":
        strange = FOREIGN.search(entry.target.own)
        words = list(filter(_is_foreign_cyrillic, _own_words(entry, context))) if strange else ()
        if words:
            yield Slip(
                message=f"letters that Serbian does not have stand in {listed(words)}",
                hint="retype it with a Serbian keyboard",
            )
    if context.catalog.language == "sr-Latn":
        found = {letter: pair for letter, pair in NOT_LATIN.items() if letter in entry.target.own}
        for letter, pair in found.items():
            yield Slip(
                message=f"{letter!r} is not a letter of Serbian", hint=f"retype it as {pair}"
            )


def diacritics(entry: Entry, context: Context) -> Iterator[Slip]:
    """S5: the marks on letters were not lost."""
    language = context.catalog.language
    count = sum(map(len, entry.target.words))
    marked = MARKED[language]
    if count >= LONG[language] and marked.isdisjoint(entry.target.own.lower()):
        yield Slip(
            message=f"{count} letters, and not one of {', '.join(sorted(marked))}",
            hint="were the marks on letters lost?",
        )
    if language == "sr-Latn":
        words = PLAIN_DJ.findall(entry.target.own)
        if words:
            yield Slip(message=f"dj is written for đ in {listed(words)}", hint="write đ")


def _own_words(entry: Entry, context: Context | None = None) -> Iterable[str]:
    """Give the words of a translation that the source does not have in these very letters.

    Where the source is in Cyrillic, its Cyrillic words are no excuse.
    """
    if context and context.scripts[0] == "Cyrl":
        return entry.target.words
    return (word for word in entry.target.words if word not in entry.source.spoken)


def _is_mixed(word: str) -> bool:
    return not word.isascii() and bool(LATIN.search(word) and CYRILLIC.search(word))


def _is_cyrillic(word: str) -> bool:
    return not word.isascii() and not LATIN.search(word) and bool(CYRILLIC.search(word))


def _is_latin_sentence(sentence: str) -> bool:
    return (
        not CYRILLIC.search(sentence)
        and bool(LOWER_LATIN.search(sentence))
        and len(WORD.findall(sentence)) >= SENTENCE
    )


def _is_foreign_cyrillic(word: str) -> bool:
    return bool(FOREIGN.search(word)) and not LATIN.search(word)


def _readings(word: str) -> Iterator[str]:
    for reading, other in (
        (word.translate(AS_CYRILLIC), LATIN),
        (word.translate(AS_LATIN), CYRILLIC),
    ):
        if not other.search(reading):
            yield f"{reading!r}"
