"""Extraction: what becomes a message, and what a translator need not see."""

from hypothesis import given

from publisher.catalog.extract import extract
from publisher.catalog.segment import segments
from publisher.model.article import Article
from publisher.model.block import Paragraph
from publisher.model.inline import Code, Footnote, Inline, Keep, LineBreak, Prose, Text, prose
from tests.strategies import articles


def article(*runs: tuple[Inline, ...]) -> Article:
    body = tuple(Paragraph(content=Prose(children=run)) for run in runs)
    return Article(slug="a", language="en", title=prose("T"), body=body)


@given(articles)
def test_every_run_with_words_is_a_message_once(source: Article) -> None:
    wanted = dict.fromkeys(one.key for one in segments(source) if one.translatable)

    assert [message.key for message in extract(source, "a.md", {})] == list(wanted)


def test_code_and_kept_words_alone_are_no_message() -> None:
    kept, code = Keep(text="NATO"), Code(text="x = 1")

    messages = extract(article((kept,), (code, LineBreak(), kept), (code, Text(text="."))), "a", {})

    assert [one.source for one in messages] == ["T", "<code>x = 1</code>."]


def test_a_footnote_called_from_kept_words_is_a_message() -> None:
    note = Footnote(content=prose("An alliance."))

    messages = extract(article((Keep(text="NATO"), note)), "a", {})

    assert [one.source for one in messages] == ["T", "An alliance."]
