"""Nothing is found in what exporters make, whatever the article; what is found is told whole."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.export.registry import load_exporter
from publisher.model.article import Article
from publisher.model.block import Paragraph
from publisher.model.inline import prose
from publisher.model.walk import images_of
from publisher.render.edition import Edition, picture_key
from publisher.verify.checks.parity import Proof
from publisher.verify.judge import judge_together, read_proof
from publisher.verify.read import read_back
from publisher.verify.table import CHECKS, explain
from tests.export.editions import (
    article_layout,
    edition_of,
    english_terms,
    pictures,
    rich_article,
    rich_edition,
)
from tests.strategies import articles

ALPHABET = {"S1", "S2"}  # articles made at random mix their scripts


def edition_with(article: Article) -> Edition:
    """Make an edition of any article, with the same picture for all its figures."""
    picture = next(iter(pictures().values()))
    return Edition(
        title="Gazeta",
        publisher="Redaksia",
        language=article.language,
        articles=(article,),
        terms=english_terms(),
        pictures={picture_key(article, image.path): picture for image in images_of(article)},
        when=datetime(2023, 6, 4, tzinfo=UTC),
    )


@given(articles, st.sampled_from(["html", "epub"]))
@settings(max_examples=40)
def test_nothing_is_found_in_an_edition_of_any_article(article: Article, name: str) -> None:
    edition = edition_with(article)
    data = load_exporter(name)(edition, article_layout()).data

    proof, findings = read_proof(data, "x", name, edition, article_layout())

    assert proof
    assert [str(one) for one in findings if one.check not in ALPHABET] == []


@pytest.mark.parametrize("name", ["html", "epub"])
def test_nothing_is_found_in_a_bulletin_and_in_a_draft(name: str) -> None:
    first = rich_article("sq")
    second = replace(first, slug="second", body=(Paragraph(content=prose("Një fjali.")),))
    for edition in (edition_of(first, second), rich_edition("sq", draft=True)):
        data = load_exporter(name)(edition, article_layout()).data

        _, findings = read_proof(data, "x", name, edition, article_layout())

        assert [str(one) for one in findings] == []


@pytest.mark.parametrize("name", ["html", "epub"])
def test_the_same_file_is_read_as_the_same_record(name: str) -> None:
    data = load_exporter(name)(rich_edition("sq"), article_layout()).data

    assert read_back(data, "x", name) == read_back(data, "x", name)


def test_a_finding_names_article_figure_and_file() -> None:
    edition = rich_edition("en")
    data = load_exporter("html")(edition, article_layout()).data
    damaged = data.replace(b">AP Photo/", b">AP Foto/")

    _, (finding,) = read_proof(damaged, "dist/x.html", "html", edition, article_layout())

    assert (finding.check, finding.figure, finding.language) == ("A2", 2, "en")
    assert str(finding).startswith("dist/x.html: error: three-alphabets, figure 2: the credit")
    assert finding.hint == CHECKS["A2"].hint


def test_what_cannot_be_read_is_a_finding() -> None:
    proof, (finding,) = read_proof(b"", "x.epub", "epub", rich_edition("en"), article_layout())

    assert proof is None
    assert finding.check == "F1"


def test_the_edition_that_is_not_like_most_is_blamed_wherever_it_stands() -> None:
    proofs = []
    for tag in ("en", "sq", "sr-Latn"):
        edition = rich_edition(tag)
        data = load_exporter("html")(edition, article_layout()).data
        data = data.replace(b"https://www.rfc-editor.org", b"https://x.example", tag == "en")
        proofs.append(Proof(record=read_back(data, tag, "html"), edition=edition))

    assert {(one.file, one.check) for one in judge_together(proofs)} == {("en", "P4")}


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_says_what_it_means_and_what_to_do(name: str) -> None:
    check = CHECKS[name]

    assert check.means.endswith(".")
    assert check.hint
    assert explain(check).startswith(f"{name}  {check.name} (error)")
