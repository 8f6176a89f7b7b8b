"""What a Word file says about itself."""

import re
from dataclasses import dataclass

from publisher.readers.draft import presentable
from publisher.readers.word.elements import Element, name_of
from publisher.readers.word.source import Source

NO_TITLE = re.compile(
    r"(?:microsoft )?word(?: document)?"
    r"|(?:untitled|document|dokument|документ|documento)[\s\d()_-]*"
    r"|microsoft word - .*|.*\.(?:docx?|dotx?|odt|rtf|txt|pdf)|powerpoint.*"
    r"|title|naslov|наслов|titull?i?",
    re.IGNORECASE,
)
LONGEST = 300  # characters
MOST_KEYWORDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """What is worth believing of it.

    Attributes:
        title: Empty where it is a program's own.
        creator: Who made the file, which need not be who wrote the article.
    """

    title: str = ""
    creator: str = ""
    keywords: tuple[str, ...] = ()


def core_of(source: Source) -> Core:
    """Read the core properties of a file."""
    root = source.root(source.member("core-properties", of=""))
    said = {} if root is None else {name_of(one): _text(one) for one in root}
    title = said.get("title", "")
    words = (word.strip() for word in re.split("[,;]", said.get("keywords", "")))
    return Core(
        title="" if NO_TITLE.fullmatch(title) else title,
        creator=said.get("creator", ""),
        keywords=tuple(dict.fromkeys(filter(None, words)))[:MOST_KEYWORDS],
    )


def _text(element: Element) -> str:
    text = presentable("".join(map(str, element.itertext())))
    return text if len(text) <= LONGEST else ""
