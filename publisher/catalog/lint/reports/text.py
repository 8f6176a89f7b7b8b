"""Findings for a terminal."""

from collections.abc import Sequence

from publisher.catalog.lint.finding import Finding
from publisher.diagnostics import Level


def report(findings: Sequence[Finding]) -> str:
    """Write a finding and its hint on a line each, and how many there are."""
    lines = [str(finding) for finding in findings]
    return "\n".join([*lines, summary(findings)]) + "\n"


def summary(findings: Sequence[Finding]) -> str:
    """Count the findings.

    >>> summary(())
    'nothing found'
    """
    errors = sum(finding.level is Level.ERROR for finding in findings)
    counts = ((errors, "error"), (len(findings) - errors, "warning"))
    parts = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count]
    return ", ".join(parts) or "nothing found"
