"""Findings as JSON, for other programs."""

import json
from collections.abc import Sequence

from publisher.diagnostics import Level
from publisher.verify.finding import Finding, Verdict


def report(verdicts: Sequence[Verdict]) -> str:
    """Write every edition with all that is known of its findings, and how many there are."""
    findings = [finding for verdict in verdicts for finding in verdict.findings]
    errors = sum(finding.level is Level.ERROR for finding in findings)
    document = {
        "errors": errors,
        "warnings": len(findings) - errors,
        "editions": [_verdict(verdict) for verdict in verdicts],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _verdict(verdict: Verdict) -> dict[str, object]:
    return {
        "file": verdict.file,
        "article": verdict.article,
        "language": verdict.language,
        "format": verdict.format,
        "compared": verdict.compared,
        "findings": [_finding(finding) for finding in verdict.findings],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "check": finding.check,
        "level": finding.level.value,
        "message": finding.message,
        "hint": finding.hint,
        "figure": finding.figure or None,
    }
