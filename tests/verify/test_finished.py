"""Finished PDF and Word files say what their articles say, word for word."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.export import docx, pdf
from publisher.model.article import Article
from publisher.model.block import Figure, Image, Paragraph
from publisher.model.inline import prose
from publisher.model.walk import figures_of, plain_text
from publisher.render.edition import Edition
from publisher.verify.checks.parity import Proof
from publisher.verify.judge import judge_together, read_proof
from publisher.verify.record import Illustration, Kind, Passage, Record
from publisher.verify.same import same_line, same_words
from tests.export.editions import LANGUAGES, article_layout, edition_of, rich_article, rich_edition
from tests.verify.articles import articles

EXPORTERS = {"docx": docx.export, "pdf": pdf.export}
every_format = pytest.mark.parametrize("format_name", EXPORTERS)
every_edition = pytest.mark.parametrize("tag", LANGUAGES)


def proof_of(edition: Edition, format_name: str) -> Proof:
    """Export an edition, and require that nothing is found in the file."""
    name = f"{edition.language}.{format_name}"
    data = EXPORTERS[format_name](edition, article_layout()).data
    proof, findings = read_proof(data, name, format_name, edition, article_layout())
    assert findings == ()
    assert proof
    return proof


@cache
def rich(tag: str, format_name: str) -> Proof:
    return proof_of(rich_edition(tag), format_name)


def passages(record: Record, kind: Kind) -> list[str]:
    return [one.text for one in record.content if isinstance(one, Passage) and one.kind is kind]


@every_format
@every_edition
def test_what_belongs_to_a_picture_stands_beside_it(tag: str, format_name: str) -> None:
    record = rich(tag, format_name).record
    shown = [one for one in record.content if isinstance(one, Illustration)]

    for one, figure in zip(shown, figures_of(rich_article(tag)), strict=True):
        lines = {line.kind: line.text for line in one.lines}
        assert figure.caption
        assert figure.credit
        assert figure.alt
        assert one.alt
        assert same_words(lines[Kind.CAPTION], plain_text(figure.caption.children))
        assert same_line(lines[Kind.CREDIT].partition(": ")[2], figure.credit.line)
        assert same_words(one.alt.text, plain_text(figure.alt.children))
        assert (Kind.LICENCE in lines) is bool(figure.licence)
        assert (Kind.WITHHELD in lines) is (figure.image is None) is (one.digest is None)


@every_format
def test_kinds_languages_and_links_are_read(format_name: str) -> None:
    record = rich("en", format_name).record
    runs = {
        run.text: str(run.language)
        for one in record.content
        if isinstance(one, Passage)
        for run in one.runs
    }

    assert len(passages(record, Kind.HEADING)) == 3
    assert len(passages(record, Kind.LIST_ITEM)) == 8
    assert len(passages(record, Kind.FOOTNOTE)) == 1
    assert len(passages(record, Kind.HEADER_CELL)) == 4
    assert passages(record, Kind.CELL)[-4:] == ["", "84", "12", "100%"]
    assert runs["sh, gj, xh"].startswith("sq")
    assert record.language == "en"
    assert record.links == (
        "https://www.rfc-editor.org/info/bcp47?a=1&b=2",
        "https://example.org/three-alphabets",
    )


@every_format
def test_calls_and_numbers_of_notes_are_no_words(format_name: str) -> None:
    record = rich("en", format_name).record

    assert any(
        "finished. The adm" in one.replace("\u2028", " ")
        for one in passages(record, Kind.PARAGRAPH)
    )
    assert passages(record, Kind.FOOTNOTE)[0].startswith("A translation")


@every_format
def test_the_editions_of_an_article_say_the_same(format_name: str) -> None:
    assert judge_together([rich(tag, format_name) for tag in LANGUAGES]) == ()


@every_format
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_nothing_is_found_in_any_finished_article(format_name: str, data: st.DataObject) -> None:
    article: Article = data.draw(articles)

    proof_of(edition_of(article), format_name)


@every_format
def test_an_alternative_in_another_language_says_so(format_name: str) -> None:
    alt = replace(prose("Мост."), language="sr-Cyrl")
    figure = Figure(image=Image(path="images/bridge.jpg"), alt=alt)
    article = replace(rich_article("en"), body=(figure,))

    content = proof_of(edition_of(article), format_name).record.content
    (shown,) = (one for one in content if isinstance(one, Illustration))

    assert shown.alt
    assert str(shown.alt.language).startswith("sr-Cyrl")


@every_format
def test_nothing_is_found_in_a_draft_and_in_a_bulletin(format_name: str) -> None:
    first = rich_article("sq")
    second = replace(first, body=(Paragraph(content=prose("Një fjali.")),))

    proof_of(rich_edition("sq", draft=True), format_name)
    proof_of(edition_of(first, second), format_name)
