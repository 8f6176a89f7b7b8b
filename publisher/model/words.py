"""Words: how much text there is, counted the same way in every language.

A word is a run of letters and digits with apostrophes, hyphens and soft hyphens inside it
("won't", "KFOR-it"); a figure with its separators is one too ("1.234,5"). Chinese and Japanese
write no spaces: there each character counts as a word, as word processors and translators' offices
count them. Thai, Lao, Khmer and Burmese write none either, but their words are not single
characters: what stands between two spaces counts as one word, which is too few.
"""

import re
import unicodedata

IDEOGRAPHS = (
    "々\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
LETTER = rf"[^\W_{IDEOGRAPHS}]"
INSIDE = r"['’\-\u2010\u2011\u00ad\u200c\u200d]|(?<=\d)[.,](?=\d)"
WORD = re.compile(rf"[{IDEOGRAPHS}]|{LETTER}+(?:(?:{INSIDE}){LETTER}+)*")


def count_words(text: str) -> int:
    """Count the words of a text without markup.

    >>> count_words("It won't: 4,000 KFOR-troops & a half"), count_words("数百人 in Zvečan")
    (6, 5)
    """
    return sum(1 for _ in WORD.finditer(_without_marks(text)))


def _without_marks(text: str) -> str:
    """Drop accents and vowel signs that are characters of their own: `re` takes them for gaps."""
    if text.isascii():
        return text
    marks = [letter for letter in set(text) if unicodedata.category(letter).startswith("M")]
    return text.translate(dict.fromkeys(map(ord, marks))) if marks else text
