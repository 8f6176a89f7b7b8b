"""Writing Markdown: what is written is read back as it was."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis.strategies import SearchStrategy

from publisher.model.article import Article
from publisher.model.block import Heading, Image, ItemList, ListItem, Paragraph
from publisher.model.inline import Emphasis, Inline, Link, Prose, Text, prose
from publisher.model.walk import figures_of, map_prose, plain_text, runs
from publisher.readers.describe import describe
from publisher.readers.markdown.settle import settle
from publisher.readers.markdown.write import write_markdown
from tests.strategies import articles


def as_imported(article: Article) -> Article:
    """Take away what an article from elsewhere cannot have: ids, versions, other languages."""
    described, _ = describe(article)
    return map_prose(
        described,
        lambda _, run: replace(run, language=None, segment=""),
        lambda image: Image(path=image.path),
    )


imports: SearchStrategy[Article] = articles.map(as_imported)


def words(article: Article) -> list[str]:
    said = [plain_text(run.children).split() for _, run in runs(article)]
    lines = [figure.credit.line for figure in figures_of(article) if figure.credit]
    return [word for text in said for word in text] + lines


@given(imports)
@settings(max_examples=60, deadline=None)
def test_no_word_of_an_article_is_lost_in_writing(article: Article) -> None:
    settled = settle(article)
    read = write_markdown(article).reading.article
    assert read is not None
    assert words(read) == words(settled)
    assert [type(block) for block in read.body] == [type(block) for block in settled.body]


@given(imports)
@settings(max_examples=60, deadline=None)
def test_what_was_read_is_written_and_read_as_it_is(article: Article) -> None:
    read = write_markdown(article).reading.article
    assert read is not None
    again = write_markdown(read)
    assert again.reading.article == read


def written(*blocks: Paragraph | Heading | ItemList) -> str:
    article = Article(slug="a", language="en", title=prose("T"), body=blocks)
    done = write_markdown(article)
    assert done.reading.article == article
    return done.data.decode().partition("---\n\n")[2]


def said(*children: Inline) -> Paragraph:
    return Paragraph(content=Prose(children=children))


def test_words_that_look_like_markup_stay_words() -> None:
    assert written(said(Text(text="1. May is no list"))) == "1\\. May is no list\n"
    assert written(said(Text(text="- nor is this"))) == "\\- nor is this\n"
    assert written(said(Text(text="# a number"))) == "\\# a number\n"
    assert written(said(Text(text=":alt: none"))) == "\\:alt: none\n"


def test_plain_text_gets_no_needless_backslash() -> None:
    text = "“It’s 5–10 % of A&B (see p. 3); e-mail a_b@example.org!” — he said: #1, 2+2=4, a/b."
    assert written(said(Text(text=text))) == f"{text}\n"


def test_markup_is_written_as_markup() -> None:
    link = Link(children=(Text(text="there"),), href="https://example.org/a")
    assert (
        written(said(Emphasis(children=(Text(text="See"),)), Text(text=" "), link))
        == "*See* [there](https://example.org/a)\n"
    )


def test_two_lists_stay_two() -> None:
    one = ItemList(items=(ListItem(body=(said(Text(text="a")),)),))
    other = ItemList(items=(ListItem(body=(said(Text(text="b")),)),))
    assert written(one, other) == "- a\n\n+ b\n"


def test_gaps_between_levels_of_headings_are_closed() -> None:
    levels = (2, 4, 3, 2)
    body = tuple(Heading(level=level, content=prose("H")) for level in levels)
    article = Article(slug="a", language="en", title=prose("T"), body=body)
    read = write_markdown(article).reading.article
    assert read is not None
    assert [b.level for b in read.body if isinstance(b, Heading)] == [1, 2, 2, 1]
