"""Each damage to a finished file is found by the check that is for it, in every language."""

from functools import cache

import pytest

from publisher.export.registry import load_exporter
from publisher.verify.checks.parity import Proof
from publisher.verify.judge import judge_together, read_proof
from tests.export.editions import LANGUAGES, article_layout, rich_edition
from tests.verify.damage import DAMAGE_BY_FORMAT, DAMAGES, Damage, mutants

FORMATS = ("html", "epub")
CASES = [(damage, name) for name in FORMATS for damage in mutants(name)]


@cache
def finished(tag: str, format_name: str) -> bytes:
    return load_exporter(format_name)(rich_edition(tag), article_layout()).data


@cache
def proof(tag: str, format_name: str) -> Proof:
    data = finished(tag, format_name)
    read, findings = read_proof(
        data, f"{tag}.{format_name}", format_name, rich_edition(tag), article_layout()
    )
    assert read
    assert findings == ()
    return read


@pytest.mark.parametrize("format_name", FORMATS)
def test_nothing_is_found_in_undamaged_files(format_name: str) -> None:
    proofs = [proof(tag, format_name) for tag in LANGUAGES]

    assert judge_together(proofs) == ()


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize(
    ("damage", "format_name"), CASES, ids=[f"{one.name}-{name}" for one, name in CASES]
)
def test_each_damage_is_found_by_its_check_in_its_file(
    damage: Damage, format_name: str, tag: str
) -> None:
    data = DAMAGE_BY_FORMAT[format_name](finished(tag, format_name), damage)
    assert data
    name = f"damaged.{format_name}"

    read, findings = read_proof(data, name, format_name, rich_edition(tag), article_layout())

    assert read
    others = [proof(other, format_name) for other in LANGUAGES if other != tag]
    together = judge_together([read, *others])
    assert damage.check in {one.check for one in (*findings, *together)}
    assert {one.file for one in together} <= {name}


def test_there_are_damages_enough() -> None:
    assert len(CASES) * len(LANGUAGES) >= 400
    assert len({damage.name for damage in DAMAGES}) == len(DAMAGES)
