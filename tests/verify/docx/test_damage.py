"""Damaged Word files: each damage is found, and nothing in the file that is whole."""

from functools import cache

import pytest

from publisher.export import docx
from publisher.verify.checks.parity import Proof
from publisher.verify.judge import judge_together, read_proof
from tests.export.editions import article_layout, rich_edition
from tests.verify.docx.damage import damages

OTHERS = {"en": "sr-Cyrl", "sr-Cyrl": "en"}  # the edition that each is compared with


@cache
def whole(tag: str) -> bytes:
    return docx.export(rich_edition(tag), article_layout()).data


@cache
def other(tag: str) -> Proof:
    proof, _ = read_proof(whole(tag), "b.docx", "docx", rich_edition(tag), article_layout())
    assert proof
    return proof


def found_in(data: bytes, tag: str) -> set[str]:
    proof, findings = read_proof(data, "a.docx", "docx", rich_edition(tag), article_layout())
    together = judge_together((proof, other(OTHERS[tag]))) if proof else ()
    return {finding.check for finding in (*findings, *together)}


@pytest.mark.parametrize("tag", OTHERS)
def test_every_damage_is_found_and_nothing_else(tag: str) -> None:
    harmed = tuple(damages(whole(tag)))
    missed = [one.name for one in harmed if not found_in(one.data, tag) & set(one.checks)]

    assert found_in(whole(tag), tag) == set()
    assert missed == []
    assert len(harmed) > 150
