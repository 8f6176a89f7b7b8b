"""Which language an article is in, and which of its words are in another."""

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import groupby

from publisher.errors import PublishError
from publisher.model.language import language, parse_tag, script_of
from publisher.readers.tongue import detect
from publisher.readers.word.row import Piece, Row

SOUTH_SLAVIC = frozenset({"sr", "hr", "bs", "sh", "cnr", "me"})  # Word often takes one for another
REGIONS_THAT_TELL = frozenset({"pt", "zh"})
FEWEST = 40  # letters, of which one can tell their language
MOST_ASKED = 200  # runs of one file
LETTERS = {"Cyrl": ("\u0400", "\u052f"), "Latn": ("A", "\u024f"), "Grek": ("\u0370", "\u03ff")}
OTHERWISE = "en"


def language_of(text: str, spoken: Counter[str], serbian: str) -> str:
    """Find the language of an article; empty where nothing tells it.

    The words themselves tell more than the file does, for Word marks what it is set up for.

    Args:
        text: The words of the article.
        spoken: How many letters each language has in the file, by Word's tag.
        serbian: What `sr` means where neither the text nor the file says its script.
    """
    return detect(text) or said_language(spoken, text, serbian)


def said_language(spoken: Counter[str], text: str, serbian: str) -> str:
    """Give the language that a file says most of its words are in; empty where it says none."""
    for said, _ in spoken.most_common():
        tag = tag_of(said, serbian)
        if tag.partition("-")[0] == "sr":
            script = "Cyrl" if _letters(text, "Cyrl") > _letters(text, "Latn") else "Latn"
            return f"sr-{script}"
        if tag:
            return tag
    return ""


def tag_of(said: str, serbian: str) -> str:
    """Give the tag that a language of Word's has here; empty where it is none.

    >>> tag_of("en-US", "sr-Cyrl"), tag_of("sr-Latn-RS", "sr-Cyrl"), tag_of("pt-BR", "sr-Cyrl")
    ('en', 'sr-Latn', 'pt-BR')
    >>> tag_of("x-none", "sr-Cyrl")
    ''
    """
    try:
        tag = parse_tag(said, serbian=serbian)
        code = tag.partition("-")[0]
        if code == "sr" or code in REGIONS_THAT_TELL:
            return language(tag).tag
        script = script_of(tag)
        return language(code if script_of(code) == script else f"{code}-{script}").tag
    except PublishError:
        return ""


@dataclass(slots=True)
class Speech:
    """Knows which runs of a file are in another language than its article.

    What a file says of a run counts only where it says the article's own language of most of the
    text, and where the letters of the run can be of that language: writers seldom mark anything.

    Attributes:
        language: BCP 47 tag of the article's language.
        trusted: Whether the file says the article's language rightly.
    """

    language: str
    trusted: bool
    _asked: int = 0
    _tags: dict[str, str] = field(default_factory=dict)

    def spoken(self, row: Row) -> Row:
        """Put the tag of the language upon words in another than the article's."""
        found: list[Piece] = []
        if not any(piece.look.language for piece in row):
            return tuple(row)
        for said, group in groupby(row, lambda piece: piece.look.language):
            inside = tuple(group)
            tag = self._other(said, "".join(piece.text for piece in inside))
            found += (replace(p, look=replace(p.look, language=tag)) for p in inside)
        return tuple(found)

    def _other(self, said: str, text: str) -> str:
        if not said or not self.trusted:
            return ""
        if said not in self._tags:
            self._tags[said] = tag_of(said, self.language)
        tag = self._tags[said]
        if not tag or _family(tag) == _family(self.language) or not _can_be(text, tag):
            return ""
        if sum(map(str.isalpha, text)) < FEWEST or self._asked >= MOST_ASKED:
            return tag
        self._asked += 1
        return tag if detect(text) in {"", tag} else ""


def speech_of(tag: str, spoken: Counter[str], text: str) -> Speech:
    """Judge how far a file's word about its languages can be trusted."""
    said = said_language(spoken, text, "sr-Cyrl")
    return Speech(language=tag, trusted=bool(said) and _family(said) == _family(tag))


def _family(tag: str) -> str:
    code = tag.partition("-")[0]
    return "sr" if code in SOUTH_SLAVIC else code


def _letters(text: str, script: str) -> int:
    first, last = LETTERS[script]
    return sum(first <= letter <= last for letter in text if letter.isalpha())


def _can_be(text: str, tag: str) -> bool:
    """Whether words can be in a language, by their letters."""
    letters = [letter for letter in text if letter.isalpha()]
    script = script_of(tag)
    if len(letters) < 2:  # noqa: PLR2004 -- one letter says nothing
        return False
    return script not in LETTERS or _letters(text, script) * 2 > len(letters)
