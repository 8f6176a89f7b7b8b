"""Findings as annotations of GitHub's checks.

Source of the form and its escapes: GitHub Docs, "Workflow commands", and `command.ts` of
actions/toolkit.
"""

from collections.abc import Sequence

from publisher.catalog.lint.finding import Finding

DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def report(findings: Sequence[Finding]) -> str:
    """Write a command for each finding; nothing in it can end its line or begin another."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    properties = {"file": finding.file, "title": finding.rule}
    if finding.line:
        properties["line"] = str(finding.line)
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    words = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    return f"::{finding.level.value} {listed}::{_one_line(words.translate(DATA))}"


def _property(value: str) -> str:
    return _one_line(value.translate(PROPERTY))


def _one_line(text: str) -> str:
    """Put a space for whatever else a program may take for the end of a line."""
    return " ".join(text.splitlines())
