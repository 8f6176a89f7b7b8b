"""Judging finished editions: one by itself, and those of one article together."""

from collections.abc import Iterable, Iterator, Sequence

from publisher.errors import CheckError
from publisher.render.edition import Edition, Layout
from publisher.verify.checks import figures, glyphs, metadata, parity, script, text
from publisher.verify.checks.parity import Proof
from publisher.verify.finding import Fault, Finding
from publisher.verify.read import read_back
from publisher.verify.record import Record
from publisher.verify.table import CHECKS
from publisher.verify.typefaces import fonts_of

ALONE = (figures.check, text.check, script.check, metadata.check)


def judge(record: Record, edition: Edition) -> tuple[Finding, ...]:
    """Compare a finished file with the edition that it was made from."""
    faults = (fault for check in ALONE for fault in check(record, edition))
    return tuple(_placed(faults, record.name, edition))


def judge_together(proofs: Sequence[Proof]) -> tuple[Finding, ...]:
    """Compare the editions of one article in one format, one for each language, with each other."""
    return tuple(
        finding_of(fault, proof.record.name, proof.edition) for proof, fault in parity.check(proofs)
    )


def read_proof(
    data: bytes, name: str, format_name: str, edition: Edition, layout: Layout
) -> tuple[Proof | None, tuple[Finding, ...]]:
    """Read a finished file back and judge it.

    Args:
        data: The file.
        name: Its path, for findings.
        format_name: One that there is a reader for.
        edition: What it was made from.
        layout: What it was set with.

    Returns:
        The file as read back, to be compared with others; None where it cannot be read.
    """
    try:
        record = read_back(data, name, format_name)
    except CheckError as error:
        return None, (finding_of(Fault(check="F1", message=error.message), name, edition),)
    faults = glyphs.check(record, fonts_of(layout))
    findings = (*judge(record, edition), *_placed(faults, name, edition))
    return Proof(record=record, edition=edition), findings


def _placed(faults: Iterable[Fault], name: str, edition: Edition) -> Iterator[Finding]:
    for fault in faults:
        yield finding_of(fault, name, edition)


def finding_of(fault: Fault, name: str, edition: Edition) -> Finding:
    """Say of a fault in which file and edition it is."""
    articles = edition.articles
    slug = articles[0].slug if len(articles) == 1 else ""
    return found(fault, name, slug, edition.language)


def found(fault: Fault, name: str, slug: str, language: str) -> Finding:
    """Say of a fault in which file it is, where there is no edition to compare it with."""
    check = CHECKS[fault.check]
    return Finding(
        check=check.id,
        level=check.level,
        message=fault.message,
        hint=check.hint,
        file=name,
        article=slug,
        language=language,
        figure=fault.figure,
    )
