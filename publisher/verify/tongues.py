"""Whether words carry the language in the file that they have in the article."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

from publisher.errors import UsageError
from publisher.model.language import language
from publisher.verify.record import Run
from publisher.verify.same import LOOSE, spelt

Letters: TypeAlias = tuple[tuple[str, str | None], ...]


def same_tag(found: str | None, wanted: str) -> bool:
    """Whether a tag names a language, as Word writes tags too.

    >>> same_tag("sr-Latn-RS", "sr-Latn"), same_tag("sr", "sr-Latn")
    (True, False)
    """
    if found is None or found.casefold() == wanted.casefold():
        return found is not None
    try:
        return found == language(wanted).word
    except UsageError:
        return False


def misnamed(found: Iterable[Run], wanted: Iterable[Run]) -> tuple[str, str | None, str] | None:
    """Find the first words of a text that carry another language than they have.

    Returns:
        The words, the tag that they carry, and the one that they should; None where all is well, or
        where the file does not hold the text.
    """
    found, wanted = tuple(found), tuple(wanted)
    if all(same_tag(one.language, other.language or "") for one in found for other in wanted):
        return None
    there, here = tuple(_letters(found)), tuple(_letters(wanted))
    text, own = ("".join(letter for letter, _ in one) for one in (there, here))
    first = None
    at = text.find(own)
    while at >= 0:
        wrong = _misnamed(there[at : at + len(here)], here)
        if wrong is None:
            return None
        first = first or wrong
        at = text.find(own, at + 1)
    return first


def _misnamed(found: Letters, wanted: Letters) -> tuple[str, str | None, str] | None:
    pairs = zip(found, wanted, strict=True)
    for (mine, own), letters in groupby(pairs, key=lambda pair: (pair[0][1], pair[1][1])):
        if not same_tag(mine, own or ""):
            return "".join(pair[0][0] for pair in letters), mine, own or ""
    return None


def _letters(runs: Iterable[Run]) -> Iterator[tuple[str, str | None]]:
    for run in runs:
        for letter in LOOSE.sub("", spelt(run.text)):
            yield letter, run.language
