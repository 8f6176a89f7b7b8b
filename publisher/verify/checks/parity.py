"""P: the editions of one article, in one format, are built alike and say the same numbers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publisher.catalog.lint.finding import listed
from publisher.catalog.lint.rules.figures import Side, differing, may_be_said
from publisher.catalog.lint.view import view
from publisher.catalog.lint.words import words_of
from publisher.model.language import language
from publisher.model.walk import figures_of
from publisher.render.edition import Edition
from publisher.verify.finding import Fault, quoted
from publisher.verify.record import Content, Illustration, Kind, Passage, Record
from publisher.verify.same import whole

CELLS = {Kind.CELL, Kind.HEADER_CELL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A finished file as read back, and the edition that it was made from."""

    record: Record
    edition: Edition


def check(proofs: Sequence[Proof]) -> tuple[tuple[Proof, Fault], ...]:
    """Find where editions are not like the others of their article and format.

    The measure is the edition that most others are like, the first of them in order of language.
    """
    best: tuple[tuple[Proof, Fault], ...] = ()
    fewest = len(proofs)
    for measure in _by_likeness(proofs):
        found = tuple((one, fault) for one in proofs for fault in compare(one, measure))
        blamed = len({id(one) for one, _ in found})
        if blamed < fewest:
            best, fewest = found, blamed
        if 2 * blamed < len(proofs):
            break
    return best


def compare(proof: Proof, measure: Proof) -> Iterator[Fault]:
    """Find where an edition is not like another."""
    if proof is measure:
        return
    shapes = _shape(proof.record), _shape(measure.record)
    if shapes[0] != shapes[1]:
        yield from _unlike(*shapes, measure.edition.language)
    else:
        pairs = zip(proof.record.content, measure.record.content, strict=True)
        for one, other in pairs:
            yield from _numbers(one, other, proof.edition.language, measure.edition.language)
    yield from _links(proof.record, measure)
    yield from _pictures(proof, measure)


def _by_likeness(proofs: Sequence[Proof]) -> list[Proof]:
    """Order editions by how many are built like them."""
    looks = {id(one): (_shape(one.record), _sorted(one.record.links)) for one in proofs}
    alike = Counter(looks.values())
    return sorted(proofs, key=lambda one: (-alike[looks[id(one)]], one.edition.language))


def _sorted(links: Sequence[str]) -> tuple[str, ...]:
    """Put links in order: a translation may name them in its own."""
    return tuple(sorted(links))


def _shape(record: Record) -> tuple[str, ...]:
    """Write the sequence of what stands in a file."""
    return tuple(map(_look, record.content))


def _look(one: Content) -> str:
    match one:
        case Illustration(lines=lines):
            return " ".join(("figure", *(line.kind.value for line in lines)))
        case Passage(kind=kind):
            place = one.row if kind in CELLS else one.level
            return f"{kind.value} {place}" if place else kind.value


def _unlike(mine: tuple[str, ...], theirs: tuple[str, ...], language_: str) -> Iterator[Fault]:
    """Say what is different, figures and tables by themselves."""
    found = False
    for check_, name, sign in (("P2", "figure", "figure"), ("P3", "table", "cell")):
        own, other = (_count(shape, sign) for shape in (mine, theirs))
        if own != other:
            found = True
            message = f"the {name}s are not built as in {language_}: {_sizes(own, other, name)}"
            yield Fault(check=check_, message=message)
    rest = [tuple(one for one in shape if not _is_special(one)) for shape in (mine, theirs)]
    if rest[0] != rest[1] or not found:
        at = next(
            (n for n, pair in enumerate(zip(mine, theirs, strict=False)) if len(set(pair)) > 1),
            min(len(mine), len(theirs)),
        )
        here, there = (shape[at] if at < len(shape) else "nothing" for shape in (mine, theirs))
        message = f"as its part {at + 1} stands {here}, where {language_} has {there}"
        yield Fault(check="P1", message=message)


def _is_special(look: str) -> bool:
    return look.startswith("figure") or "cell" in look


def _count(shape: tuple[str, ...], sign: str) -> tuple[str, ...]:
    return tuple(look for look in shape if sign in look.partition(" ")[0])


def _sizes(mine: tuple[str, ...], theirs: tuple[str, ...], name: str) -> str:
    what = "parts" if name == "figure" else "cells"
    return f"{len(mine)} {what}, not {len(theirs)}" if len(mine) != len(theirs) else "other lines"


def _numbers(one: Content, other: Content, mine: str, theirs: str) -> Iterator[Fault]:
    """Compare the numbers of what stands in the same place."""
    for text, measure in zip(_texts(one), _texts(other), strict=False):
        sides = _side(measure, theirs), _side(text, mine)
        lacking, added = differing(*sides)
        if (lacking or added) and not may_be_said(*sides, lacking, added):
            parts = []
            if lacking:
                parts.append(f"only {theirs} has {listed(number.text for number in lacking)}")
            if added:
                parts.append(f"only {mine} has {listed(number.text for number in added)}")
            message = f"the numbers differ: {'; '.join(parts)}, in {quoted(text)}"
            yield Fault(check="P5", message=message)


def _texts(one: Content) -> Iterator[str]:
    """Give the texts of a place; credits and licences are checked to the letter elsewhere."""
    if isinstance(one, Passage):
        yield whole(one.text)
        return
    yield one.alt.text if one.alt else ""
    for line in one.lines:
        if line.kind not in {Kind.CREDIT, Kind.LICENCE}:
            yield whole(line.text)


def _side(text: str, tag: str) -> Side:
    return Side(view=view(text, frozenset()), language=language(tag), words=words_of(tag))


def _links(record: Record, measure: Proof) -> Iterator[Fault]:
    mine, theirs = Counter(record.links), Counter(measure.record.links)
    tag = measure.edition.language
    if lost := theirs - mine:
        yield Fault(check="P4", message=f"links are missing that {tag} has: {listed(lost)}")
    if new := mine - theirs:
        yield Fault(check="P4", message=f"links are there that {tag} has not: {listed(new)}")


def _pictures(proof: Proof, measure: Proof) -> Iterator[Fault]:
    """Compare the pictures that are the same in both languages."""
    sides = _shown(proof), _shown(measure)
    if len(sides[0]) != len(sides[1]):
        return
    for number, (one, other) in enumerate(zip(*sides, strict=True), start=1):
        if one[0] and one[0] == other[0] and one[1] != other[1]:
            message = f"the picture is not that of {measure.edition.language}"
            yield Fault(check="P6", message=message, figure=number)


def _shown(proof: Proof) -> list[tuple[str, str | None]]:
    """Pair the path of each figure's picture with the digest of what is shown."""
    figures = [one for article in proof.edition.articles for one in figures_of(article)]
    shown = [one for one in proof.record.content if isinstance(one, Illustration)]
    paths = [one.image.path if one.image else "" for one in figures]
    if len(paths) != len(shown):
        return []
    return [(path, one.digest) for path, one in zip(paths, shown, strict=True)]
