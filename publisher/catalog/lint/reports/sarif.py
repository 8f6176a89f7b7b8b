"""Findings in SARIF 2.1.0, the format of static analysis results (OASIS)."""

import json
from collections.abc import Sequence
from urllib.parse import quote

from publisher import __version__
from publisher.catalog.lint.explain import EXPLANATIONS
from publisher.catalog.lint.finding import Finding
from publisher.catalog.lint.table import RULES, Rule

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
INDEX = {rule.id: number for number, rule in enumerate(RULES)}


def report(findings: Sequence[Finding]) -> str:
    """Write one run of one tool, with all its rules."""
    driver = {
        "name": "publish lint",
        "version": __version__,
        "rules": [_rule(rule) for rule in RULES],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding) for finding in findings],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split() if word.isalpha()),
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": EXPLANATIONS[rule.id].means},
        "defaultConfiguration": {"level": rule.level.value},
    }


def _result(finding: Finding) -> dict[str, object]:
    location: dict[str, object] = {"artifactLocation": {"uri": quote(finding.file)}}
    if finding.line:
        location["region"] = {"startLine": finding.line}
    words = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": INDEX[finding.rule],
        "level": finding.level.value,
        "message": {"text": words},
        "locations": [{"physicalLocation": location}],
    }
    if finding.segment:
        result["partialFingerprints"] = {"segment/v1": f"{finding.file}:{finding.segment}"}
    return result
