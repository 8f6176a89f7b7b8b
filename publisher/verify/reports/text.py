"""Findings for a terminal."""

from collections.abc import Sequence

from publisher.diagnostics import Level
from publisher.verify.finding import Verdict


def report(verdicts: Sequence[Verdict]) -> str:
    """Write a finding and its hint on a line each, and what was checked."""
    lines = [str(finding) for verdict in verdicts for finding in verdict.findings]
    return "\n".join([*lines, summary(verdicts)]) + "\n"


def summary(verdicts: Sequence[Verdict]) -> str:
    """Count the editions and the findings.

    >>> summary(())
    '0 editions compared with their articles: nothing found'
    """
    findings = [finding for verdict in verdicts for finding in verdict.findings]
    errors = sum(finding.level is Level.ERROR for finding in findings)
    compared = sum(verdict.compared for verdict in verdicts)
    rest = len(verdicts) - compared
    found = ", ".join(
        _counted(count, word)
        for count, word in ((errors, "error"), (len(findings) - errors, "warning"))
        if count
    )
    left = f", {rest} not" if rest else ""
    return (
        f"{_counted(compared, 'edition')} compared with their articles{left}: "
        f"{found or 'nothing found'}"
    )


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
