"""Reports: what programs and people read of findings, and that no text breaks out of its place."""

import json
import re
from collections.abc import Callable, Sequence

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.catalog.lint.finding import Finding
from publisher.catalog.lint.reports import github, sarif, text
from publisher.catalog.lint.reports import json as as_json
from publisher.catalog.lint.table import RULES
from publisher.diagnostics import Level

FINDING = Finding(
    rule="N1",
    level=Level.ERROR,
    message="100% of the numbers differ",
    hint="write 1.234,5",
    file="locales/sq/LC_MESSAGES/a.po",
    line=12,
    key=("cell", "7 men"),
    segment="s034f9de27c53",
)
WARNING = Finding(rule="F1", level=Level.WARNING, message="gone", file="glossary.csv")

# What the SARIF 2.1.0 standard (OASIS, sections 3.13 to 3.30) demands of what is written here.
TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "additionalProperties": False,
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "required": ["id"],
                                            "properties": {
                                                "shortDescription": TEXT,
                                                "fullDescription": TEXT,
                                                "defaultConfiguration": {
                                                    "properties": {
                                                        "level": {
                                                            "enum": [
                                                                "none",
                                                                "note",
                                                                "warning",
                                                                "error",
                                                            ]
                                                        }
                                                    }
                                                },
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "required": ["message", "ruleId", "level", "locations"],
                            "properties": {
                                "message": TEXT,
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "partialFingerprints": {"additionalProperties": {"type": "string"}},
                                "locations": {
                                    "items": {
                                        "required": ["physicalLocation"],
                                        "properties": {
                                            "physicalLocation": {
                                                "required": ["artifactLocation"],
                                                "properties": {
                                                    "artifactLocation": {
                                                        "properties": {
                                                            "uri": {
                                                                "type": "string",
                                                                "pattern": "^[!-~]+$",
                                                            }
                                                        }
                                                    },
                                                    "region": {
                                                        "properties": {
                                                            "startLine": {
                                                                "type": "integer",
                                                                "minimum": 1,
                                                            }
                                                        }
                                                    },
                                                },
                                            }
                                        },
                                    }
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
anything = st.text(max_size=20)
findings = st.lists(
    st.builds(
        Finding,
        rule=st.sampled_from([rule.id for rule in RULES]),
        level=st.sampled_from(Level),
        message=anything,
        hint=anything,
        file=anything,
        line=st.integers(0, 9),
        key=st.tuples(anything, anything),
        segment=anything,
    ),
    max_size=3,
)


def test_a_terminal_gets_each_finding_and_how_many_there_are() -> None:
    assert text.report([FINDING, WARNING]) == (
        "locales/sq/LC_MESSAGES/a.po:12: error: 100% of the numbers differ [N1]\n"
        "  hint: write 1.234,5\n"
        "glossary.csv: warning: gone [F1]\n"
        "1 error, 1 warning\n"
    )
    assert text.report([]) == "nothing found\n"


def test_json_holds_all_that_is_known() -> None:
    document = json.loads(as_json.report([FINDING, WARNING]))

    assert (document["errors"], document["warnings"]) == (1, 1)
    assert document["findings"][0] == {
        "rule": "N1",
        "level": "error",
        "message": "100% of the numbers differ",
        "hint": "write 1.234,5",
        "file": "locales/sq/LC_MESSAGES/a.po",
        "line": 12,
        "segment": "s034f9de27c53",
        "role": "cell",
        "source": "7 men",
    }


def test_github_gets_annotations() -> None:
    assert github.report([FINDING, WARNING]) == (
        "::error file=locales/sq/LC_MESSAGES/a.po,title=N1,line=12"
        "::100%25 of the numbers differ%0Awrite 1.234,5\n"
        "::warning file=glossary.csv,title=F1::gone\n"
    )


@given(findings)
def test_no_text_breaks_out_of_an_annotation(some: list[Finding]) -> None:
    lines = github.report(some).splitlines()

    assert len(lines) == len(some)
    for line, finding in zip(lines, some, strict=True):
        found = re.fullmatch(r"::(error|warning) file=([^:,]*),title=\w\d(,line=\d+)?::(.*)", line)
        assert found
        assert (found[1] == "error") == (finding.level is Level.ERROR)


@given(findings)
def test_sarif_is_what_the_standard_demands(some: list[Finding]) -> None:
    named = [finding for finding in some if finding.file.isprintable() and finding.file]
    document = json.loads(sarif.report(named))

    jsonschema.validate(document, SARIF)
    (run,) = document["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result, finding in zip(run["results"], named, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule


@pytest.mark.parametrize("report", [as_json.report, sarif.report], ids=["json", "sarif"])
def test_no_finding_gives_a_whole_document(report: Callable[[Sequence[Finding]], str]) -> None:
    assert json.loads(report([]))
