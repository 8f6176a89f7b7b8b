"""Findings in SARIF, the format of static analysis results."""

from collections.abc import Sequence

from publisher.catalog.lint.explain import EXPLANATIONS
from publisher.catalog.lint.finding import Finding
from publisher.catalog.lint.table import RULES
from publisher.sarif import SarifResult, SarifRule, sarif


def report(findings: Sequence[Finding]) -> str:
    """Write one run of one tool, with all its rules."""
    rules = [
        SarifRule(id=one.id, name=one.name, level=one.level, means=EXPLANATIONS[one.id].means)
        for one in RULES
    ]
    return sarif("publish lint", rules, [_result(finding) for finding in findings])


def _result(finding: Finding) -> SarifResult:
    words = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    segment = f"{finding.file}:{finding.segment}"
    return SarifResult(
        rule=finding.rule,
        level=finding.level,
        message=words,
        file=finding.file,
        line=finding.line,
        fingerprint=("segment/v1", segment) if finding.segment else None,
    )
