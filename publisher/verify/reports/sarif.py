"""Findings in SARIF, the format of static analysis results."""

from collections.abc import Sequence

from publisher.sarif import SarifResult, SarifRule, sarif
from publisher.verify.finding import Finding, Verdict
from publisher.verify.table import CHECKS


def report(verdicts: Sequence[Verdict]) -> str:
    """Write one run of one tool, with all its checks."""
    rules = [
        SarifRule(id=one.id, name=one.name, level=one.level, means=one.means)
        for one in CHECKS.values()
    ]
    findings = [finding for verdict in verdicts for finding in verdict.findings]
    return sarif("publish check", rules, [_result(finding) for finding in findings])


def _result(finding: Finding) -> SarifResult:
    return SarifResult(
        rule=finding.check,
        level=finding.level,
        message=f"{finding.as_diagnostic().message}\n{finding.hint}",
        file=finding.file,
    )
