"""Laws of lint: no text makes a rule raise, and none keeps one busy for ever."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.catalog.glossary import read_glossary
from publisher.catalog.lint.check import lint
from publisher.catalog.lint.entry import Reference
from publisher.catalog.message import Catalog, Message
from publisher.catalog.segment import segments
from publisher.model.article import Article
from tests.strategies import articles

ROLES = ("title", "cell")
TAGS = ("sr-Cyrl", "sr-Latn", "sq", "en", "de", "fr", "ar", "el", "zh")
PIECES = (
    *("a", "а", "1", ".", ",", ":", "/", " ", "\u00a0", "\n", "…", "?!", "–", "-", "’", "'", '"'),
    *("„", "”", "“", "«", "(", ")", "[", "{", "{{", "${", "%(", "<", "<em>", "</em>", "<br/>", "&"),
    *("http://", "www.", "@", "a@b.c", "I", "XX-të", "U.S. ", "1.1", "12:30 p.m.", "2/6/2023"),
    *("5 km", "29. маја", "shekulli 20", "од 1–", "the of ", "Foto: ", "NATO ", "\u0301", "\u00ad"),
    *("٣", "²", "Ⅷ", "ǅ", "\ufffc", "\u202e", "中", "ß", "İ"),
)
GLOSSARY = read_glossary(
    "term,translation,note,forbidden\nNATO,НАТО,,\na a,бб|XX*,,aa\n".encode(), "g.csv"
)
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=15).map("".join)


def findings(source: str, translation: str, original: str, language: str, role: str) -> None:
    message = Message(
        context=role, source=source, translations=(translation,), comments=(f"lint: {source}",)
    )
    catalog = Catalog(language=language, name="a.po", messages=(message,))
    reference = Reference(
        source=original, glossary=GLOSSARY, master=catalog, convert=lambda text: text.upper()
    )
    for finding in lint(catalog, reference):
        assert "\n" not in finding.message
        assert finding.message.isprintable()
        assert finding.segment


@given(texts, texts, st.sampled_from(TAGS), st.sampled_from(TAGS), st.sampled_from(ROLES))
def test_no_text_makes_a_rule_raise(
    source: str, translation: str, original: str, language: str, role: str
) -> None:
    findings(source, translation, original, language, role)


@given(articles, texts, st.sampled_from(TAGS))
def test_no_translation_of_an_article_makes_a_rule_raise(
    article: Article, translation: str, language: str
) -> None:
    found = segments(article)
    messages = tuple(
        Message(context=one.role.value, source=one.text, translations=(one.text + translation,))
        for one in found
    )
    runs = {one.key: one.run.children for one in found}

    lint(Catalog(language=language, messages=messages), Reference(source="en", runs=runs))


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
@pytest.mark.parametrize("language", ["sr-Cyrl", "sq"])
def test_a_long_text_of_one_piece_is_linted(piece: str, language: str) -> None:
    """Where a rule tries again and again what it has tried, this does not end."""
    findings(f"a {piece * 9}", f"b{piece * 2_000})", "en", language, "title")
