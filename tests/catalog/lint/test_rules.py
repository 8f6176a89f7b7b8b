"""Every rule in every language it is for: what breaks it is found, and nothing else is.

The examples are in `tests/data/lint.toml`; those that need more than one text are below.
"""

import tomllib
from pathlib import Path

import pytest

from publisher.catalog.lint.check import lint
from publisher.catalog.lint.entry import Reference
from publisher.catalog.lint.explain import EXPLANATIONS, explain
from publisher.catalog.lint.table import RULES, Rule
from publisher.catalog.segment import segments
from publisher.model.language import parse_tag
from publisher.project.articles import read_source
from publisher.project.glossary import glossary_for
from publisher.project.publication import WORDS, open_publication
from publisher.project.shipped import shipped
from tests.catalog.lint.tagged import found, ids

DATA = Path(__file__).parents[2] / "data" / "lint.toml"
SAMPLE = sorted(shipped("locales").glob("*/LC_MESSAGES/*.po"))
HOUSE = ("sr-Cyrl", "sr-Latn", "sq", "en")
ELSEWHERE = {"T1", "L1", "L2", "X1", "F1"}  # they need more than one text
EXAMPLES = [
    (rule, {key: text.replace("⍽", "\u00a0") for key, text in example.items()})
    for rule, examples in tomllib.loads(DATA.read_text(encoding="utf-8")).items()
    for example in examples
]


def linted(example: dict[str, str], text: str) -> list[str]:
    return ids(
        found(
            example["source"],
            text,
            lang=example["lang"],
            original=example.get("from", "en"),
            role=example.get("role", "paragraph"),
        )
    )


each_example = pytest.mark.parametrize(
    ("rule", "example"),
    EXAMPLES,
    ids=[f"{rule}-{example['lang']}-{at}" for at, (rule, example) in enumerate(EXAMPLES)],
)


@each_example
def test_what_breaks_a_rule_is_found(rule: str, example: dict[str, str]) -> None:
    assert rule in linted(example, example["wrong"])


@each_example
def test_in_what_is_right_nothing_is_found(rule: str, example: dict[str, str]) -> None:
    del rule
    assert linted(example, example["right"]) == []


def test_every_rule_has_an_example_in_every_language_of_the_house_that_it_is_for() -> None:
    wanted = {
        (rule.id, tag)
        for rule in RULES
        for tag in HOUSE
        if rule.applies(tag) and rule.id not in ELSEWHERE
    }

    assert wanted == {(rule, example["lang"]) for rule, example in EXAMPLES}


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_rule_is_explained_and_its_example_is_true(rule: Rule) -> None:
    words = EXPLANATIONS[rule.id]

    assert words.means.endswith(".")
    assert rule.id in explain(rule)
    if words.source:
        assert rule.applies(words.language)
        assert rule.id in ids(found(words.source, words.wrong, lang=words.language))
        assert found(words.source, words.right, lang=words.language) == ()


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_nothing_is_found_in_the_sample(path: Path) -> None:
    publication = open_publication(path.parent)
    tag = parse_tag(path.parts[-3])
    catalog = publication.catalog(tag, path.stem)
    assert catalog
    article = None
    if path.stem != WORDS:
        article = read_source(publication, publication.sources[path.stem]).article
        assert article
    runs = {one.key: one.run.children for one in segments(article)} if article else None
    source = article.language if article else "en"
    reference = Reference(source=source, runs=runs, glossary=glossary_for(publication, tag))

    assert lint(catalog, reference) == ()
    assert glossary_for(publication, tag).entries
