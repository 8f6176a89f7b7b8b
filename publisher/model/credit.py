"""A credit line: printed as it stands, for ever; what can be read from it is kept beside it."""

import re
from dataclasses import dataclass

from publisher.errors import ArticleError
from publisher.model.text import require_text

DISTRIBUTED = re.compile(r"\s+via\s+", re.IGNORECASE)
AGENCIES_FIRST = ("AP Photo", "Reuters", "REUTERS", "AFP", "EPA", "ANSA", "Tanjug", "ATA")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Who made a picture and who supplied it.

    Attributes:
        line: The line exactly as printed; not translated, not transliterated, not re-spaced.
        creator: The person, where the line names one.
        agency: The agency the person works for, where the line names one.
        distributor: Who passed the picture on ("via Getty Images"), where the line names one.
    """

    line: str
    creator: str = ""
    agency: str = ""
    distributor: str = ""

    def __post_init__(self) -> None:
        for text in (self.line, self.creator, self.agency, self.distributor):
            require_text(text, "a credit")
        if not self.line.strip():
            raise ArticleError("a credit is empty")
        if "\n" in self.line:
            raise ArticleError("a credit runs over two lines", hint="write it on one line")


def parse_credit(line: str) -> Credit:
    """Read the parts of a printed line without changing it.

    >>> parse_credit("Armend Nimani/AFP via Getty Images").distributor
    'Getty Images'
    >>> parse_credit("AP Photo/Visar Kryeziu").creator
    'Visar Kryeziu'
    """
    head, *rest = DISTRIBUTED.split(line, maxsplit=1)
    parts = [part.strip() for part in head.split("/")]
    if len(parts) == 1:
        parts.append("")
    creator, agency, *further = parts
    if creator in AGENCIES_FIRST:
        creator, agency = agency, creator
    return Credit(
        line=line,
        creator=creator,
        agency=agency,
        distributor=rest[0].strip() if rest else "/".join(further),
    )
