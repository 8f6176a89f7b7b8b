"""A credit line: printed as it stands, for ever; what can be read from it is kept beside it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from publisher.errors import ArticleError
from publisher.model.agencies import Kind, find_supplier
from publisher.model.credit_line import NAMED, Part, Piece, split_line
from publisher.model.credit_words import is_person
from publisher.model.text import require_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Who made a picture and who supplied it.

    Attributes:
        line: The line exactly as printed; not translated, not transliterated, not re-spaced.
        label: What the line itself says before the names ("Photo by", "©"); a layout that has a
            label of its own prints it only where this is empty.
        creator: Who made the picture, where the line names one or several.
        agency: The agency, paper or body that the picture is from, where the line names one.
        distributor: Who passed the picture on ("via Getty Images"), where the line names one.
    """

    line: str
    label: str = ""
    creator: str = ""
    agency: str = ""
    distributor: str = ""

    def __post_init__(self) -> None:
        for text in (self.line, self.label, self.creator, self.agency, self.distributor):
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
    >>> parse_credit("Foto: Tanjug").label
    'Foto:'
    """
    pieces = split_line(line)
    label = _span(pieces, [at for at, piece in enumerate(pieces) if piece.part is Part.LABEL])
    via = next((at for at, piece in enumerate(pieces) if piece.part is Part.VIA), len(pieces))
    head, tail = _with_bodies(pieces[:via]), pieces[via:]
    bodies = _first_run(head, Part.BODY, {Part.SLASH})
    creator = _span(head, _first_run(head, Part.NAME, {Part.SLASH, Part.COMMA}))
    passed_on = _span(tail, [at for at, piece in enumerate(tail) if piece.part in NAMED])
    if passed_on:
        agency, distributor = _span(head, bodies), passed_on
    else:
        agency, distributor = _shared(head)
    return Credit(line=line, label=label, creator=creator, agency=agency, distributor=distributor)


def _span(pieces: Sequence[Piece], places: Sequence[int]) -> str:
    """Give the text from the first to the last of some places."""
    if not places:
        return ""
    return "".join(piece.text for piece in pieces[places[0] : places[-1] + 1])


def _first_run(pieces: Sequence[Piece], part: Part, links: Collection[Part]) -> list[int]:
    """List the places of the first names of a kind that stand together."""
    found: list[int] = []
    for at, piece in enumerate(pieces):
        together = found and at == found[-1] + 2
        if piece.part is part and (not found or (together and pieces[at - 1].part in links)):
            found.append(at)
        elif found and piece.part in {*NAMED, Part.FOR}:
            break
    return found


def _shared(head: Sequence[Piece]) -> tuple[str, str]:
    """Tell the agency from the distributor where no "via" does."""
    until = next(
        (at for at, p in enumerate(head) if p.part is Part.FOR and _bodies(head[:at])), None
    )
    bodies = _bodies(head[:until])
    if not bodies:
        return "", ""
    first, *rest = bodies
    if rest and _passes_on(head[first].text, head[rest[0]].text):
        return head[rest[0]].text, head[first].text
    return head[first].text, _span(head, rest)


def _bodies(pieces: Sequence[Piece]) -> list[int]:
    return [at for at, piece in enumerate(pieces) if piece.part is Part.BODY]


def _passes_on(first: str, second: str) -> bool:
    carrier, other = find_supplier(first), find_supplier(second)
    return bool(
        carrier and carrier.kind is Kind.CARRIER and other and other.kind is not Kind.CARRIER
    )


def _with_bodies(head: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Take names for those of bodies where their places say so, though their words do not."""
    names = [at for at, piece in enumerate(head) if piece.part in NAMED]
    turned = _by_place(head, names) if len(names) > 1 else set()
    return tuple(
        replace(piece, part=Part.BODY) if at in turned else piece for at, piece in enumerate(head)
    )


def _by_place(head: Sequence[Piece], names: Sequence[int]) -> set[int]:
    """List the names that are bodies' by their places: Name/Body, Body/Full Name."""
    first, second, last = names[0], names[1], names[-1]
    before = {at: head[at - 1].part for at in names[1:]}
    if not _bodies(head):
        if before[last] is Part.SLASH and " " not in head[first].text and _is_person(head[second]):
            return {first}
        return set() if before[last] is Part.COMMA else {last}
    return {
        at
        for at, link in before.items()
        if link is Part.SLASH
        and head[at].part is Part.NAME
        and head[first].part is Part.NAME
        and (at > _bodies(head)[0] or not _is_person(head[at]))
    }


def _is_person(piece: Piece) -> bool:
    return piece.part is Part.NAME and is_person(piece.text)
