"""Findings as JSON, for other programs."""

import json
from collections.abc import Sequence

from publisher.catalog.lint.finding import Finding
from publisher.diagnostics import Level


def report(findings: Sequence[Finding]) -> str:
    """Write all that is known of each finding, and how many there are of each level."""
    errors = sum(finding.level is Level.ERROR for finding in findings)
    document = {
        "errors": errors,
        "warnings": len(findings) - errors,
        "findings": [_mapping(finding) for finding in findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _mapping(finding: Finding) -> dict[str, object]:
    role, source = finding.key
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
        "hint": finding.hint,
        "file": finding.file,
        "line": finding.line,
        "segment": finding.segment,
        "role": role,
        "source": source,
    }
