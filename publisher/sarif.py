"""SARIF 2.1.0, the format of static analysis results (OASIS)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from publisher import __version__
from publisher.diagnostics import Level

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SarifRule:
    """A rule that results refer to.

    Attributes:
        id: Its name for ever.
        name: What it is about.
        level: That of its results, unless they say otherwise.
        means: What it means, in a few sentences.
    """

    id: str
    name: str
    level: Level
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SarifResult:
    """One result.

    Attributes:
        rule: The rule's id.
        message: What is the matter, and on further lines what to do about it.
        file: The file's path, with `/`.
        line: 0 where it is not known.
        fingerprint: Its kind, such as `segment/v1`, and what tells it from all others; may be
            empty.
    """

    rule: str
    level: Level
    message: str
    file: str
    line: int = 0
    fingerprint: tuple[str, str] | None = None


def sarif(tool: str, rules: Sequence[SarifRule], results: Sequence[SarifResult]) -> str:
    """Write one run of one tool, with all its rules."""
    driver = {"name": tool, "version": __version__, "rules": [_rule(rule) for rule in rules]}
    index = {rule.id: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(result, index[result.rule]) for result in results],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: SarifRule) -> dict[str, object]:
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split() if word.isalpha()),
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.means},
        "defaultConfiguration": {"level": rule.level.value},
    }


def _result(result: SarifResult, index: int) -> dict[str, object]:
    location: dict[str, object] = {"artifactLocation": {"uri": quote(result.file)}}
    if result.line:
        location["region"] = {"startLine": result.line}
    written: dict[str, object] = {
        "ruleId": result.rule,
        "ruleIndex": index,
        "level": result.level.value,
        "message": {"text": result.message},
        "locations": [{"physicalLocation": location}],
    }
    if result.fingerprint:
        written["partialFingerprints"] = dict([result.fingerprint])
    return written
