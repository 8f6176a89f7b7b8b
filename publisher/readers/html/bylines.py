"""Bylines: names without what stands around them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from publisher.model.language import language
from publisher.readers.draft import presentable
from publisher.readers.html.runs import Run
from publisher.readers.html.told import Told

BEFORE = re.compile(
    r"^(?:(?:written|posted|submitted|published|reported|story|words|text|article|analysis|opinion)\s+by|by"
    r"|autor(?:ka|i)?(?:\s+teksta)?|piš[eu]|pripremi(?:o|la)|napisa(?:o|la)|nga|shkruan|shkruar\s+nga"
    r"|autori|përgatiti|аутор(?:ка|и)?(?:\s+текста)?|пиш[еу]|припреми(?:о|ла)|von|par)"
    r"(?:\s*[:|–—-]\s*|\s+)"
    r"|^(?:author|text|tekst(?:i)?|izvor|burimi|source|reporter|novinar(?:ka)?|gazetar(?:i|ja)?"
    r"|redakcija|urednik|текст|извор|новинар(?:ка)?|фото и текст|photo|foto|фото)\s*:\s*",
    re.IGNORECASE,
)
# What may follow names on their line: a date, a place, who took the pictures.
AFTER = re.compile(
    r"\s*(?<![^\W\d_])\d|\son\s(?=\w+,|\w+\s\d)|(?<!\b[^\W\d_])\.\s+(?=[^\W\d_]{3})|\s*[(\[|•·]|\s(?:photographs|photos|fotografije|foto|фото)\b",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"(?i:\b(?:reporter|correspondent|editor|writer|journalist|staff|bureau|novinar\w*|urednik\w*"
    r"|dopisnik\w*|gazetar\w*|redaktor\w*|korrespondent\w*|новинар\w*|уредник\w*|дописник\w*))"
)
AND = re.compile(
    r"\s*(?:;|\s&\s|\s\+\s|\s\|\s|\band\b|\bdhe\b|(?<=\s)[iи](?=\s)|\bund\b|\bet\b)\s*"
)
NAME = re.compile(r"[^\W\d_][^\W\d_.'’-]*[\w.'’-]*(?: [^\W\d_][^\d\s,;|]*){1,4}")
NAMED = re.compile(
    r"(?:author|written by|autor(?:ka|i)?|piše|napisa(?:o|la)|аутор(?:ка|и)?|пише|написа(?:о|ла)"
    r"|autori|autorja|shkruan|shkroi)\s*:",
    re.IGNORECASE,
)
TOOLS = frozenset(
    ("share", "follow", "subscribe", "listen", "save", "print", "podeli", "shpërndaje")
)
LABELS = TOOLS | frozenset(
    ("by", "nga", "piše", "пише", "autor", "аутор", "autori", "author", "tekst")
)
PARTICLES = frozenset(
    ("de", "di", "van", "von", "el", "al", "and", "i", "dhe", "и", "&", "for", "the")
)
MOST_WORDS = 7  # of a name, or of two
LONGEST = 80  # characters


def split_names(text: str) -> Iterator[str]:
    """Give the names in a byline.

    >>> list(split_names("By Jane Doe, Ana Kos and John O’Hara"))
    ['Jane Doe', 'Ana Kos', 'John O’Hara']
    >>> list(split_names("Piše: Marko Marković"))
    ['Marko Marković']
    """
    line = bare_byline(text)
    if not line or "://" in line:
        return
    for part in AND.split(line):
        names = [presentable(name) for name in part.split(",") if "@" not in name]
        names = [name for name in names if not ROLE.search(name)] or names[:1]
        if not all(NAME.fullmatch(name) for name in names):
            named = not names or NAME.fullmatch(names[0])
            names = names[:1] if named else [presentable(part)]
        yield from (name for name in names if name and name.casefold() not in LABELS | _months())


def _without_month(line: str) -> str:
    head, _, last = line.rstrip(" ,.").rpartition(" ")
    return head if head and last.casefold().rstrip(".,") in _months() else line


@cache
def _months() -> frozenset[str]:
    """Give the words for months, which stand beside names on many lines."""
    tables = [language(tag).dates for tag in ("en", "sr-Latn", "sr-Cyrl", "sq")]
    words = {word.casefold() for one in tables for word in (*one.months, *one.months_alone)}
    return frozenset(words | {word[:3] for word in words})


def bare_byline(text: str) -> str:
    """Take "By" and its like from the start of a byline."""
    line = presentable(text).strip(" ,;|•·–—-")
    line = BEFORE.sub("", line, count=1)
    line = _without_month(AFTER.split(line, maxsplit=1)[0])
    return line.strip(" ,;|•·–—-:") if len(line) <= LONGEST * 3 else ""


def names_author(text: str) -> bool:
    """Whether a line begins with "By" or its like and goes on with a name.

    >>> names_author("Nga Ermal Grabova, 3 maj 2024"), names_author("Nga 412 gjëra vetëm 187.")
    (True, False)
    """
    line = presentable(text)
    found = BEFORE.match(line)
    if found is None or len(line) > LONGEST:
        return False
    name = re.split(r"[\d,;|•·(]|\son\s", line[found.end() :])[0].split()
    if not 0 < len(name) <= MOST_WORDS or name[-1].endswith("."):
        return False
    return all(word[0].isupper() or word.lower() in PARTICLES for word in name)


def authors_behind(runs: Iterable[Run]) -> tuple[str, ...]:
    """Give the names in short lines of a page that label them, such as "Autor: Ana Kos"."""
    lines = (run.text for run in runs if len(run.text) < LONGEST and NAMED.match(run.text))
    named = (tuple(split_names(line)) for line in lines if names_author(line))
    return next(filter(None, named), ())


def choose_authors(told: Told, printed: Iterable[str], runs: Iterable[Run]) -> tuple[str, ...]:
    """Choose the authors: persons told, if the page prints them too, else those printed."""
    sites = {site.casefold() for site in told.site}
    lines = [run.text for run in runs]
    persons, houses, shown = (
        tuple(name for name in names if name.casefold() not in sites)
        for names in (told.authors, told.houses, printed)
    )
    if set(persons) < set(shown):
        return shown
    if persons and (not shown or any(name in line for name in persons for line in lines)):
        return persons
    return shown or persons or houses
