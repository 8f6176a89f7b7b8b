"""The sample in every language: nothing is found in it, and every damage to it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from publisher.build.check import check_editions, listed
from publisher.build.plan import Plan
from publisher.build.run import run
from publisher.build.view import Verify
from publisher.cli.build import Teller
from publisher.project.publication import open_publication
from publisher.verify.finding import Verdict
from tests.export.editions import LANGUAGES
from tests.verify.damage import DAMAGE_BY_FORMAT, DAMAGES, Damage

FORMATS = ("html", "epub")
BOTH = {
    *("credit cut", "credit lost", "label lost", "credits exchanged", "caption lost"),
    *("caption mistyped", "caption moved", "captions exchanged", "alt emptied", "alts exchanged"),
    *("reason lost", "place lost", "figure lost", "byline lost", "note lost", "rights cut"),
    *("paragraph lost", "paragraphs exchanged", "digit changed"),
    *("letter of the other alphabet", "word of the other alphabet", "language", "title"),
    *("authors", "keywords", "time"),
}


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The sample, built as HTML and EPUB."""
    folder = tmp_path_factory.mktemp("sample")
    publication = open_publication(folder)
    plan = Plan(
        publication=publication,
        articles=publication.choose(()),
        languages=LANGUAGES,
        formats=FORMATS,
        layout=publication.settings.layout,
        out=folder / "dist",
        verify=Verify.FULL,
    )
    assert run(plan, Teller(plan, quiet=True, debug=False)).exit_status == 0
    return plan


@pytest.fixture
def whole(plan: Plan) -> Iterator[dict[Path, bytes]]:
    """The sample's files, which stand again as they were when the test is over."""
    files = {path: path.read_bytes() for path in plan.out.glob("*/*.*")}
    yield files
    for path, data in files.items():
        path.write_bytes(data)


def verdicts(plan: Plan) -> tuple[Verdict, ...]:
    return check_editions(plan, listed(plan.out), Path("dist"))


def test_nothing_is_found_in_the_sample(plan: Plan) -> None:
    found = verdicts(plan)

    assert len(found) == 16
    assert all(one.compared for one in found)
    assert [str(finding) for one in found for finding in one.findings] == []


@pytest.mark.parametrize(
    "damage", [one for one in DAMAGES if one.name in BOTH], ids=lambda one: one.name
)
def test_each_damage_is_found_in_every_edition_of_the_sample(
    plan: Plan, whole: dict[Path, bytes], damage: Damage
) -> None:
    for path, data in whole.items():
        broken = DAMAGE_BY_FORMAT[path.suffix[1:]](data, damage)
        assert broken
        path.write_bytes(broken)

    for one in verdicts(plan):
        checks = {finding.check for finding in one.findings}
        assert {"F2", damage.check} <= checks, one.file
